#include "export/conflict_parts.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

GwStatus gw_conflict_add(const GwConflictFinder *finder, GwConflict *conflict, GwView key)
{
  GwConflictList *found = finder->found;
  GwConflict *grown = gw_arena_grow(finder->arena, found->list, found->count, &found->capacity,
                                    sizeof *found->list);
  const GwView content =
    gw_view_format(finder->arena, "%d %.*s", (int)conflict->kind, GW_PRINT(key));
  if (!grown || !content.data || !conflict->label.data) {
    return gw_fail_memory(finder->error);
  }
  memcpy(conflict->iri, GW_CONFLICT_PREFIX, sizeof GW_CONFLICT_PREFIX);
  gw_hash_name(content, conflict->iri + sizeof GW_CONFLICT_PREFIX - 1);
  found->list = grown;
  grown[found->count++] = *conflict;
  return GW_OK;
}

static int compare_conflicts(const void *left, const void *right)
{
  const GwConflict *a = left, *b = right;
  return strcmp(a->iri, b->iri);
}

GwStatus gw_conflicts_find(GwArena *arena, const GwMerging *table, const GwQuad *triples,
                           size_t count, const GwResourceList *resources,
                           const GwClusters *clusters, GwConflict **conflicts, size_t *found,
                           GwError *error)
{
  GwConflictList list = {NULL, 0, 0};
  const GwConflictFinder finder = {arena, table, triples, count, resources, clusters, &list,
                                   error};
  GW_TRY(gw_find_contradictions(&finder));
  GW_TRY(gw_find_disagreements(&finder));
  if (list.count > 1) {
    qsort(list.list, list.count, sizeof *list.list, compare_conflicts);
  }
  *conflicts = list.list;
  *found = list.count;
  return GW_OK;
}
