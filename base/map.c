#include "base/map.h"

#include "base/hash.h"

static GwMapEntry *slot_of(GwMapEntry *entries, size_t capacity, GwView key)
{
  size_t at = (size_t)gw_hash(key) & (capacity - 1);
  while (entries[at].key.data && !gw_view_equal(entries[at].key, key)) {
    at = (at + 1) & (capacity - 1);
  }
  return &entries[at];
}

GwMap gw_map_new(GwArena *arena)
{
  return (GwMap){arena, NULL, 0, 0};
}

size_t gw_map_get(const GwMap *map, GwView key)
{
  if (map->capacity == 0) {
    return GW_MAP_ABSENT;
  }
  const GwMapEntry *entry = slot_of(map->entries, map->capacity, key);
  return entry->key.data ? entry->value : GW_MAP_ABSENT;
}

static bool grow(GwMap *map)
{
  const size_t capacity = map->capacity ? 2 * map->capacity : 64;
  GwMapEntry *entries = GW_NEW(map->arena, capacity, GwMapEntry);
  if (!entries) {
    return false;
  }
  for (size_t i = 0; i < map->capacity; i++) {
    if (map->entries[i].key.data) {
      *slot_of(entries, capacity, map->entries[i].key) = map->entries[i];
    }
  }
  map->entries = entries;
  map->capacity = capacity;
  return true;
}

bool gw_map_set(GwMap *map, GwView key, size_t value)
{
  if (2 * (map->count + 1) > map->capacity && !grow(map)) {
    return false;
  }
  GwMapEntry *entry = slot_of(map->entries, map->capacity, key);
  if (!entry->key.data) {
    entry->key = (GwView){key.data ? key.data : "", key.length};
    map->count++;
  }
  entry->value = value;
  return true;
}
