/** @file clusters.h
 * Sets of resources that are taken for one thing: union-find (Tarjan 1975) by size, with the
 * sources and the identifiers of each set, so that a union which would make two things of one
 * source the same is seen before it is made.
 */
#ifndef GW_EXPORT_CLUSTERS_H
#define GW_EXPORT_CLUSTERS_H

#include "export/resources.h"

typedef struct GwMember GwMember;

typedef struct {
  size_t parent, size;
  unsigned score;    ///< the least score of the links that made the set, in thousandths
  GwMember *members; ///< what the set has one of: sources, and identifiers by authority
} GwCluster;

typedef struct {
  GwArena *arena;
  GwCluster *list; ///< one for each resource
  GwMap seen;      ///< from set and member to the identifier
  size_t *certain; ///< which set each resource was in by certain links alone; NULL before
  size_t count;
} GwClusters;

/** Every resource a set of its own. In `arena`. */
GwStatus gw_clusters_new(GwArena *arena, const GwMerging *table, const GwResourceList *resources,
                         GwClusters *clusters, GwError *error);

/** The number of the resource that stands for the set. */
size_t gw_cluster_of(const GwClusters *clusters, size_t resource);

/** Whether the sets of two resources can be one without a contradiction. */
bool gw_clusters_agree(const GwClusters *clusters, size_t a, size_t b);

/** Make one set of two, whether they agree or not. */
GwStatus gw_clusters_join(GwClusters *clusters, size_t a, size_t b, unsigned score,
                          GwError *error);

#endif
