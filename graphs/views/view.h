/** @file view.h
 * A picture's content: which nodes and edges it shows. Knows nothing of DOT's syntax.
 */
#ifndef GW_GRAPHS_VIEWS_VIEW_H
#define GW_GRAPHS_VIEWS_VIEW_H

#include "extract/knowledge/knowledge.h"

typedef struct {
  size_t entity;   ///< index into knowledge->entities, or GW_NO_INDEX for "n more"
  GwView label;    ///< wrapped for a node, at most about 40 characters
  GwView tooltip;  ///< the full label and the first sentence
  GwView url;      ///< Wikidata page of a linked entity, else empty
  GwEntityType type;
  double salience;
} GwViewNode;

typedef struct {
  size_t from, to; ///< node numbers
  GwView label;
  GwView tooltip;  ///< the sentence
  GwRelationKind kind;
  bool claimed;    ///< said by somebody: drawn dashed
  bool negated;
  size_t count;    ///< statements bundled into this edge
} GwViewEdge;

typedef struct {
  GwView title;
  GwViewNode *nodes;
  size_t node_count;
  GwViewEdge *edges;
  size_t edge_count;
  size_t hidden_nodes, hidden_edges; ///< left out: counted in a note
} GwGraphView;

/** The most important entities and the statements between them: at most `max_nodes` nodes. */
GwStatus gw_view_overview(GwArena *arena, const GwKnowledge *knowledge, size_t max_nodes,
                          GwGraphView *view, GwError *error);

#endif
