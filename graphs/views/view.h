/** @file view.h
 * A picture's content: which nodes and edges it shows. Knows nothing of DOT's syntax.
 */
#ifndef GW_GRAPHS_VIEWS_VIEW_H
#define GW_GRAPHS_VIEWS_VIEW_H

#include "extract/knowledge/knowledge.h"

typedef struct {
  size_t entity;   ///< index into knowledge->entities
  GwView label;    ///< wrapped: up to 3 lines of about 22 characters, parted by line feeds
  GwView tooltip;  ///< the full label and the first sentence
  GwView url;      ///< Wikidata page of a linked entity, else empty
  GwEntityType type;
  double salience; ///< 0..1, 1 for the most important node
} GwViewNode;

typedef struct {
  size_t from, to; ///< node numbers
  GwView label;    ///< what is stated, wrapped; names the speaker of a claim
  GwView tooltip;  ///< the statement in full and its sentence, one pair for each bundled one
  GwRelationKind kind;
  bool claimed;    ///< said by somebody: drawn dashed
  bool negated;
  size_t count;    ///< statements bundled into this edge
} GwViewEdge;

typedef struct {
  GwView title; ///< of the article, wrapped
  GwViewNode *nodes;
  size_t node_count;
  GwViewEdge *edges;
  size_t edge_count;
  size_t hidden_nodes; ///< entities left out: counted in a note
  size_t hidden_edges; ///< statements left out
} GwGraphView;

/** Number of nodes that a reader takes in at a glance on a slide. */
#define GW_VIEW_READABLE 24

/** The most important entities and the most telling statements between them: at most
 * `max_nodes` nodes (0: GW_VIEW_READABLE), each with an edge unless there are no edges at all,
 * and fewer where more would only lengthen the fan of one hub. The order of nodes and edges, and
 * every tie, is settled by first mention. `view` points into `arena` and `knowledge`. */
GwStatus gw_view_overview(GwArena *arena, const GwKnowledge *knowledge, size_t max_nodes,
                          GwGraphView *view, GwError *error);

#endif
