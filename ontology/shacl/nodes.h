/** @file nodes.h
 * A set of nodes in the order in which they were added.
 */
#ifndef GW_ONTOLOGY_SHACL_NODES_H
#define GW_ONTOLOGY_SHACL_NODES_H

#include "ontology/shacl/index.h"

typedef struct {
  GwNode *list; ///< owned
  size_t count, capacity;
  uint32_t *slots; ///< places in the list, from 1, once it is long; open addressing
  size_t slot_count;
} GwNodes;

#define GW_NODES_INIT {NULL, 0, 0, NULL, 0}

/** Add a node unless it is there. False when memory is out. */
bool gw_nodes_add(GwNodes *nodes, GwNode node);
bool gw_nodes_have(const GwNodes *nodes, GwNode node);

/** Empty it, and keep its memory. */
void gw_nodes_clear(GwNodes *nodes);
void gw_nodes_free(GwNodes *nodes);

#endif
