/** @file conflict_parts.h
 * What the parts of gw_conflicts_find share.
 */
#ifndef GW_EXPORT_CONFLICT_PARTS_H
#define GW_EXPORT_CONFLICT_PARTS_H

#include "export/conflicts.h"
#include "export/said.h"

typedef struct {
  GwConflict *list;
  size_t count, capacity;
} GwConflictList;

typedef struct {
  GwArena *arena;
  const GwMerging *table;
  const GwQuad *triples;
  size_t triple_count;
  const GwResourceList *resources;
  const GwClusters *clusters;
  GwConflictList *found;
  GwError *error;
} GwConflictFinder;

/** Keep a conflict; `key` is what it is about, of which its IRI is made. */
GwStatus gw_conflict_add(const GwConflictFinder *finder, GwConflict *conflict, GwView key);

GwStatus gw_find_contradictions(const GwConflictFinder *finder);

/** Facts of which a thing has one, its class, and its identifiers. */
GwStatus gw_find_disagreements(const GwConflictFinder *finder);

#endif
