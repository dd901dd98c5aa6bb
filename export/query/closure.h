/** @file closure.h
 * The pairs that a property path with `?`, `*` or `+` joins (SPARQL 1.1, section 18.4, ALP).
 */
#ifndef GW_EXPORT_QUERY_CLOSURE_H
#define GW_EXPORT_QUERY_CLOSURE_H

#include "export/query/index.h"

typedef struct {
  uint32_t (*items)[2]; ///< subject and object; owned
  size_t count, capacity;
  bool failed;
} GwPairs;

/** The pairs of a path; GW_ANY for an end that is not given. `graph` as in a pattern. Each pair
 * comes once. */
GwPairs gw_closure_pairs(const GwIndex *index, const GwPath *path, uint32_t graph,
                         uint32_t subject, uint32_t object);

#endif
