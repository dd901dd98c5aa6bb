/** @file explain.h
 * Why the graph says what it says: a statement with the words it was read from and the rule that
 * read them, an entity with its names, its link and all that is said of it. For people.
 */
#ifndef GW_EXPLAIN_EXPLAIN_H
#define GW_EXPLAIN_EXPLAIN_H

#include "base/buffer.h"
#include "ontology/describe.h"

typedef struct {
  GwArena *arena;
  const GwResources *resources;
  const GwKnowledge *knowledge;
  GwIris iris;
  bool colour; ///< mark words by colours of a terminal, not by brackets
} GwExplainer;

/** What is to be explained: entity or statement number `index`. */
typedef struct {
  bool is_statement;
  size_t index;
} GwTopic;

/** Find what a person means by `name`: an entity's label, alias or Wikidata id, or "E4"; a
 * statement's number as `list` prints it ("S12" or "12"); of both the IRI, or an end of it behind
 * a '/'. Letter case matters only where it tells two apart. GW_ERR_USAGE, with candidates, for a
 * name of nothing or of several things. */
GwStatus gw_explain_find(const GwExplainer *x, GwView name, GwTopic *topic, GwError *error);

/** Explain it, appended to `out`. */
void gw_explain(const GwExplainer *x, GwTopic topic, GwBuffer *out);

#endif
