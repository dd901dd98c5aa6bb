/** @file link.h
 * Statements as lines between two entities: what every view with arrows starts from.
 *
 * A statement about another one has no second entity of its own; it is drawn to the entity that
 * the inner statement is about, with both relations in its label. A claim is one dashed line
 * that names its speaker; the saying itself ("X says: ...") is then told by that line.
 */
#ifndef GW_GRAPHS_VIEWS_LINK_H
#define GW_GRAPHS_VIEWS_LINK_H

#include "graphs/views/view.h"

typedef struct {
  size_t from, to;  ///< entities, never the same one
  size_t statement; ///< what the link tells
  size_t inner;     ///< the statement it is about, which it tells too, or GW_NO_INDEX
  GwView label;     ///< on one line; inflection as in relation.label
  GwView speaker;   ///< short name of who says so; empty when the article asserts it
  GwRelationKind kind;
  bool claimed, negated;
  double weight; ///< how telling it is, above 0
} GwViewLink;

/** The links of all statements that have two ends, in the order of the statements. */
GwStatus gw_view_links(GwArena *arena, const GwKnowledge *knowledge, GwViewLink **links,
                       size_t *count, GwError *error);

/** Salience of each entity, 0..1: how often, where (title), by name, and in how many telling
 * statements it stands, lowered for amounts, times and pronouns. An array of entity_count. */
GwStatus gw_view_salience(GwArena *arena, const GwKnowledge *knowledge, const GwViewLink *links,
                          size_t link_count, double **salience, GwError *error);

/** Kind of the block that a sentence stands in; a paragraph for a number out of range. */
GwBlockKind gw_view_block(const GwKnowledge *knowledge, size_t sentence);

/** The text of a sentence of the article; empty for a number out of range. */
GwView gw_view_sentence(const GwKnowledge *knowledge, size_t sentence);

#endif
