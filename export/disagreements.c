#include "export/conflict_parts.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>

#define VALUES_MOST 16 ///< different values of one fact that are compared with each other

/* One value of something of which a thing has one. What it is: one of the table's facts, then the
 * class, then the identifier by each authority. */
typedef struct {
  size_t set, what, resource;
  GwView key;
  const GwTerm *value;
  GwView property;
} Item;

typedef struct {
  const GwConflictFinder *f;
  Item *items;
  size_t count, capacity;
} Items;

static GwStatus add_item(Items *items, Item item)
{
  const GwConflictFinder *f = items->f;
  Item *grown =
    gw_arena_grow(f->arena, items->items, items->count, &items->capacity, sizeof *items->items);
  if (!grown) {
    return gw_fail_memory(f->error);
  }
  items->items = grown;
  item.set = gw_cluster_of(f->clusters, item.resource);
  grown[items->count++] = item;
  return GW_OK;
}

static GwStatus add_facts(Items *items, size_t resource)
{
  const GwConflictFinder *f = items->f;
  const GwResource *r = &f->resources->list[resource];
  for (size_t i = 0; i < r->fact_count; i++) {
    const GwFact *fact = &r->facts[i];
    const bool known = fact->value->kind == GW_TERM_IRI
                       && gw_map_get(&f->resources->index, fact->value->value) != GW_MAP_ABSENT;
    const GwView same = known ? gw_same_iri(f->resources, f->clusters, fact->value->value)
                              : fact->key;
    GW_TRY(add_item(items, (Item){.what = fact->fact, .resource = resource, .key = same,
                                  .value = fact->value, .property = fact->property}));
  }
  return GW_OK;
}

/* The classes that the table knows, and what identifies the resource. */
static GwStatus add_triples(Items *items, size_t resource)
{
  const GwConflictFinder *f = items->f;
  const GwResource *r = &f->resources->list[resource];
  for (size_t i = 0; i < r->count; i++) {
    size_t fact;
    const GwQuad *t = &r->first[i];
    Item item = {.resource = resource, .key = t->object->value, .value = t->object,
                 .property = t->predicate->value};
    const unsigned uses = gw_merging_uses(f->table, item.property, &fact);
    item.what = f->table->fact_count;
    if (uses & GW_USE_TYPE && gw_merging_kind(f->table, item.key) != GW_NO_KIND) {
      GW_TRY(add_item(items, item));
    }
    if (!(uses & GW_USE_SAME) || t->object->kind != GW_TERM_IRI) {
      continue;
    }
    item.key = gw_merging_spell(f->table, f->arena, t->object->value);
    const size_t authority = gw_merging_authority(f->table, item.key);
    item.what += 1 + authority;
    if (authority < f->table->authority_count) {
      GW_TRY(add_item(items, item));
    }
  }
  return GW_OK;
}

static int compare_items(const void *left, const void *right)
{
  const Item *a = left, *b = right;
  if (a->set != b->set) {
    return a->set < b->set ? -1 : 1;
  }
  if (a->what != b->what) {
    return a->what < b->what ? -1 : 1;
  }
  const int order = gw_view_compare(a->key, b->key);
  if (order) {
    return order;
  }
  return a->resource < b->resource ? -1 : a->resource > b->resource;
}

static bool items_agree(const GwConflictFinder *f, const Item *a, const Item *b)
{
  if (a->what < f->table->fact_count) {
    return gw_values_agree(a->key, b->key);
  }
  if (a->what > f->table->fact_count) {
    return gw_view_equal(a->key, b->key);
  }
  return f->table->fits[gw_merging_kind(f->table, a->key)][gw_merging_kind(f->table, b->key)]
         != GW_FIT_NONE;
}

/* The different values of a group, by their first items. */
static size_t list_values(const Item *group, size_t count, const Item *values[VALUES_MOST])
{
  size_t found = 0;
  for (size_t i = 0; i < count && found < VALUES_MOST; i++) {
    if (found == 0 || !gw_view_equal(values[found - 1]->key, group[i].key)) {
      values[found++] = &group[i];
    }
  }
  return found;
}

static bool all_agree(const GwConflictFinder *f, const Item *const *values, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    for (size_t j = i + 1; j < count; j++) {
      if (!items_agree(f, values[i], values[j])) {
        return false;
      }
    }
  }
  return true;
}

/* Whether one document says all of it: then it is not merging that brings it out. */
static bool is_within_one(const GwConflictFinder *f, const Item *group, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const GwResource *r = &f->resources->list[group[i].resource];
    if (!r->scoped
        || !gw_view_equal(r->source, f->resources->list[group[0].resource].source)) {
      return false;
    }
  }
  return true;
}

static int compare_iris(const void *left, const void *right)
{
  return gw_view_compare(*(const GwView *)left, *(const GwView *)right);
}

static GwStatus list_resources(const GwConflictFinder *f, const Item *group, size_t count,
                               GwConflict *conflict)
{
  GwView *between = GW_NEW(f->arena, count, GwView);
  size_t kept = 0;
  if (!between) {
    return gw_fail_memory(f->error);
  }
  conflict->score = 1000;
  for (size_t i = 0; i < count; i++) {
    between[i] = f->resources->list[group[i].resource].iri;
    const unsigned same = gw_same_score(f->resources, f->clusters, between[0], between[i]);
    conflict->score = same < conflict->score ? same : conflict->score;
  }
  qsort(between, count, sizeof *between, compare_iris);
  for (size_t i = 0; i < count; i++) {
    if (kept == 0 || !gw_view_equal(between[kept - 1], between[i])) {
      between[kept++] = between[i];
    }
  }
  conflict->between = between;
  conflict->between_count = kept;
  return GW_OK;
}

static GwView what_name(const GwConflictFinder *f, size_t what)
{
  return what < f->table->fact_count ? f->table->fact_names[what]
         : what == f->table->fact_count ? GW_VIEW("class") : GW_VIEW("identifier");
}

static GwStatus report(const GwConflictFinder *f, const Item *group, size_t count,
                       const Item *const *values, size_t value_count)
{
  const GwTerm **terms = GW_NEW(f->arena, value_count, const GwTerm *);
  GwConflict conflict = {.kind = group->what > f->table->fact_count ? GW_IDENTITY_CONFLICT
                                                                    : GW_DISAGREEMENT,
                         .property = group->property, .values = terms,
                         .value_count = value_count};
  if (!terms) {
    return gw_fail_memory(f->error);
  }
  for (size_t i = 0; i < value_count; i++) {
    terms[i] = values[i]->value;
  }
  GW_TRY(list_resources(f, group, count, &conflict));
  const GwView what = what_name(f, group->what);
  conflict.label = gw_view_format(
    f->arena, "%.*s: different values for %.*s",
    GW_PRINT(gw_resource_label(&f->resources->list[group->resource])), GW_PRINT(what));
  const GwView key = gw_view_format(f->arena, "%.*s %zu", GW_PRINT(conflict.between[0]),
                                    group->what);
  return key.data ? gw_conflict_add(f, &conflict, key) : gw_fail_memory(f->error);
}

static GwStatus compare_group(const GwConflictFinder *f, const Item *group, size_t count)
{
  const Item *values[VALUES_MOST];
  const size_t value_count = list_values(group, count, values);
  if (value_count < 2 || all_agree(f, values, value_count) || is_within_one(f, group, count)) {
    return GW_OK;
  }
  return report(f, group, count, values, value_count);
}

GwStatus gw_find_disagreements(const GwConflictFinder *f)
{
  Items items = {.f = f};
  for (size_t i = 0; i < f->resources->count; i++) {
    GW_TRY(add_facts(&items, i));
    GW_TRY(add_triples(&items, i));
  }
  if (items.count > 1) {
    qsort(items.items, items.count, sizeof *items.items, compare_items);
  }
  for (size_t begin = 0, end; begin < items.count; begin = end) {
    const Item *group = &items.items[begin];
    for (end = begin + 1; end < items.count && items.items[end].set == group->set
                          && items.items[end].what == group->what; end++) {
    }
    if (end - begin > 1) {
      GW_TRY(compare_group(f, group, end - begin));
    }
  }
  return GW_OK;
}
