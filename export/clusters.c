#include "export/clusters.h"

#include <string.h>

/* Something of which a set has one: the things of one source are different, and so are the
 * identifiers of one authority. Sources are told by their number, authorities by theirs. */
struct GwMember {
  GwMember *next;
  uint32_t holder; ///< source or authority
  size_t value;    ///< number of the resource or of the identifier
};

typedef struct {
  uint32_t root, holder;
} Key;

static GwView key_view(const Key *key)
{
  return (GwView){(const char *)key, sizeof *key};
}

static size_t value_of(const GwClusters *c, size_t root, uint32_t holder)
{
  const Key key = {(uint32_t)root, holder};
  return gw_map_get(&c->seen, key_view(&key));
}

static bool remember(GwClusters *c, size_t root, uint32_t holder, size_t value)
{
  Key *key = GW_NEW(c->arena, 1, Key);
  if (!key) {
    return false;
  }
  *key = (Key){(uint32_t)root, holder};
  return gw_map_set(&c->seen, key_view(key), value);
}

static bool add_member(GwClusters *c, size_t root, uint32_t holder, size_t value)
{
  GwMember *member = GW_NEW(c->arena, 1, GwMember);
  if (!member) {
    return false;
  }
  *member = (GwMember){c->list[root].members, holder, value};
  c->list[root].members = member;
  return remember(c, root, holder, value);
}

/* The number of a text among those that were met. */
static bool number_of(GwMap *numbers, GwView text, size_t *number)
{
  *number = gw_map_get(numbers, text);
  if (*number != GW_MAP_ABSENT) {
    return true;
  }
  *number = numbers->count;
  return gw_map_set(numbers, text, *number);
}

/* A document that speaks of a shared resource tells it from its own, too. */
static bool add_source(GwClusters *c, const GwMerging *table, GwMap *sources, GwView source,
                       size_t at)
{
  size_t number;
  return number_of(sources, source, &number)
         && add_member(c, at, (uint32_t)(table->authority_count + number), at);
}

static bool add_resource(GwClusters *c, const GwMerging *table, const GwResource *r, size_t at,
                         GwMap *sources, GwMap *ids)
{
  size_t id;
  c->list[at] = (GwCluster){.parent = at, .size = 1, .score = 1000};
  if (!add_source(c, table, sources, r->source, at)) {
    return false;
  }
  for (size_t i = 0; i < r->document_count; i++) {
    if (!r->scoped && !add_source(c, table, sources, r->documents[i], at)) {
      return false;
    }
  }
  for (size_t i = 0; i < r->id_count; i++) {
    const size_t authority = gw_merging_authority(table, r->ids[i]);
    if (authority < table->authority_count
        && (!number_of(ids, r->ids[i], &id) || !add_member(c, at, (uint32_t)authority, id))) {
      return false;
    }
  }
  return true;
}

GwStatus gw_clusters_new(GwArena *arena, const GwMerging *table, const GwResourceList *resources,
                         GwClusters *clusters, GwError *error)
{
  GwMap sources = gw_map_new(arena), ids = gw_map_new(arena);
  *clusters = (GwClusters){.arena = arena, .count = resources->count, .seen = gw_map_new(arena),
                           .list = GW_NEW(arena, resources->count, GwCluster)};
  if (!clusters->list) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < resources->count; i++) {
    if (!add_resource(clusters, table, &resources->list[i], i, &sources, &ids)) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

size_t gw_cluster_of(const GwClusters *clusters, size_t resource)
{
  while (clusters->list[resource].parent != resource) {
    resource = clusters->list[resource].parent;
  }
  return resource;
}

static void order_roots(const GwClusters *c, size_t *large, size_t *small)
{
  if (c->list[*large].size < c->list[*small].size) {
    const size_t other = *large;
    *large = *small;
    *small = other;
  }
}

bool gw_clusters_agree(const GwClusters *clusters, size_t a, size_t b)
{
  size_t large = gw_cluster_of(clusters, a), small = gw_cluster_of(clusters, b);
  order_roots(clusters, &large, &small);
  if (large == small) {
    return true;
  }
  for (const GwMember *m = clusters->list[small].members; m; m = m->next) {
    const size_t value = value_of(clusters, large, m->holder);
    if (value != GW_MAP_ABSENT && value != m->value) {
      return false;
    }
  }
  return true;
}

GwStatus gw_clusters_join(GwClusters *clusters, size_t a, size_t b, unsigned score, GwError *error)
{
  size_t large = gw_cluster_of(clusters, a), small = gw_cluster_of(clusters, b);
  order_roots(clusters, &large, &small);
  if (large == small) {
    return GW_OK;
  }
  GwCluster *into = &clusters->list[large], *from = &clusters->list[small];
  while (from->members) {
    GwMember *member = from->members;
    from->members = member->next;
    member->next = into->members;
    into->members = member;
    if (value_of(clusters, large, member->holder) == GW_MAP_ABSENT
        && !remember(clusters, large, member->holder, member->value)) {
      return gw_fail_memory(error);
    }
  }
  from->parent = large;
  into->size += from->size;
  into->score = into->score < from->score ? into->score : from->score;
  into->score = into->score < score ? into->score : score;
  return GW_OK;
}
