/** @file map.h
 * A hash map from strings to numbers (an index, a count, a bit set), in an arena.
 */
#ifndef GW_BASE_MAP_H
#define GW_BASE_MAP_H

#include "base/view.h"

#define GW_MAP_ABSENT ((size_t)-1)

typedef struct {
  GwView key;
  size_t value;
} GwMapEntry;

typedef struct {
  GwArena *arena;
  GwMapEntry *entries; ///< open addressing; key.data is NULL in a free slot
  size_t capacity, count;
} GwMap;

/** An empty map whose table (not its keys) is kept in `arena`. */
GwMap gw_map_new(GwArena *arena);

/** The value of `key`, or GW_MAP_ABSENT. */
size_t gw_map_get(const GwMap *map, GwView key);

/** Set the value of `key`, whose bytes must outlive the map. False when memory is out. */
bool gw_map_set(GwMap *map, GwView key, size_t value);

#endif
