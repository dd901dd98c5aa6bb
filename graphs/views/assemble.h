/** @file assemble.h
 * From chosen entities and links to a picture's nodes and edges.
 */
#ifndef GW_GRAPHS_VIEWS_ASSEMBLE_H
#define GW_GRAPHS_VIEWS_ASSEMBLE_H

#include "graphs/views/link.h"

/** What a picture is made of. */
typedef struct {
  const GwKnowledge *knowledge;
  const GwViewLink *links; ///< those that may be drawn, in the order of their statements
  size_t link_count;
  const double *salience;  ///< by entity
  const bool *chosen;      ///< by entity: gets a node
  size_t edge_limit;       ///< aim; edges that hold the picture together are never left out
} GwViewPlan;

/** Fill `view`: a node for each chosen entity, and the links between them, parallel ones of one
 * kind bundled. Of more bundles than the limit, a maximum spanning forest by value (how telling
 * a bundle is and how salient its ends) is kept, then the most valuable others. */
GwStatus gw_view_assemble(GwArena *arena, const GwViewPlan *plan, GwGraphView *view,
                          GwError *error);

#endif
