#include "export/census.h"

#include "base/map.h"
#include "ontology/read.h"
#include "ontology/vocabulary.h"

#include <stdint.h>
#include <stdlib.h>

/* Properties that say that two IRIs of different data sets have to do with each other. */
static const char *const link_predicates[] = {
  GW_OWL "sameAs", GW_SKOS "exactMatch", GW_SKOS "closeMatch", GW_SKOS "broadMatch",
  GW_SKOS "narrowMatch", GW_SKOS "relatedMatch", GW_RDFS "seeAlso", GW_SCHEMA "sameAs",
};

/* An object under a predicate; equal terms have one address. */
typedef struct {
  size_t property;
  uintptr_t object;
} Pair;

typedef struct {
  GwArena *arena;
  const GwQuad *triples;
  size_t count;
  GwView space;
  GwCensus *census;
  GwMap properties, classes, linksets; ///< from IRIs to numbers
  size_t property_capacity, class_capacity, linkset_capacity, data_set_capacity, source_capacity;
  size_t example_triples[GW_CENSUS_EXAMPLES];
  bool examples_linked; ///< the examples are linked to other data sets
  size_t titles;
} Counting;

GwView gw_namespace_of(GwView iri)
{
  size_t at = iri.length ? iri.length - 1 : 0;
  while (at > 0 && iri.data[at - 1] != '/' && iri.data[at - 1] != '#') {
    at--;
  }
  return gw_view_slice(iri, 0, at ? at : iri.length);
}

static bool is_own(const Counting *c, const GwTerm *term)
{
  return term->kind == GW_TERM_IRI && gw_view_starts(term->value, c->space)
         && !gw_view_starts(term->value, GW_VIEW(GW_SKOLEM_PREFIX));
}

/* The number under `key`; a new one, `*count`, gets room in the list. */
static GwStatus number_of(Counting *c, GwMap *map, GwView key, void **list, size_t *count,
                          size_t *capacity, size_t size, size_t *number, GwError *error)
{
  *number = gw_map_get(map, key);
  if (*number != GW_MAP_ABSENT) {
    return GW_OK;
  }
  *number = *count;
  *list = gw_arena_grow(c->arena, *list, *count, capacity, size);
  if (!*list || !gw_map_set(map, key, *count)) {
    return gw_fail_memory(error);
  }
  ++*count;
  return GW_OK;
}

static GwStatus count_property(Counting *c, const GwQuad *t, bool new_run, Pair *pair,
                               GwError *error)
{
  size_t number;
  GwCensus *census = c->census;
  const size_t before = census->property_count;
  GW_TRY(number_of(c, &c->properties, t->predicate->value, (void **)&census->properties,
                   &census->property_count, &c->property_capacity, sizeof *census->properties,
                   &number, error));
  GwPartition *property = &census->properties[number];
  if (number == before) {
    *property = (GwPartition){.term = t->predicate};
  }
  property->triples++;
  property->subjects += new_run;
  *pair = (Pair){number, (uintptr_t)t->object};
  return GW_OK;
}

static GwStatus count_class(Counting *c, const GwQuad *t, GwError *error)
{
  size_t number;
  GwCensus *census = c->census;
  const size_t before = census->class_count;
  if (!gw_view_is(t->predicate->value, GW_RDF "type") || t->object->kind != GW_TERM_IRI) {
    return GW_OK;
  }
  GW_TRY(number_of(c, &c->classes, t->object->value, (void **)&census->classes,
                   &census->class_count, &c->class_capacity, sizeof *census->classes, &number,
                   error));
  GwPartition *class = &census->classes[number];
  if (number == before) {
    *class = (GwPartition){.term = t->object, .objects = 1};
  }
  class->triples++;
  class->subjects++;
  return GW_OK;
}

static bool links(const Counting *c, const GwQuad *t)
{
  if (t->object->kind != GW_TERM_IRI || is_own(c, t->object) || !is_own(c, t->subject)) {
    return false;
  }
  for (size_t i = 0; i < sizeof link_predicates / sizeof *link_predicates; i++) {
    if (gw_view_is(t->predicate->value, link_predicates[i])) {
      return true;
    }
  }
  return false;
}

static GwStatus count_link(Counting *c, const GwQuad *t, GwError *error)
{
  size_t number;
  GwCensus *census = c->census;
  const size_t before = census->linkset_count;
  const GwView target = gw_namespace_of(t->object->value);
  const GwView key = gw_view_format(c->arena, "%.*s %.*s", GW_PRINT(t->predicate->value),
                                    GW_PRINT(target));
  if (!key.data) {
    return gw_fail_memory(error);
  }
  GW_TRY(number_of(c, &c->linksets, key, (void **)&census->linksets, &census->linkset_count,
                   &c->linkset_capacity, sizeof *census->linksets, &number, error));
  GwLinkset *linkset = &census->linksets[number];
  if (number == before) {
    *linkset = (GwLinkset){.predicate = t->predicate, .target = target};
  }
  linkset->triples++;
  linkset->subjects += linkset->last != t->subject;
  linkset->last = t->subject;
  census->links++;
  return GW_OK;
}

/* Keeps the entities of which most is said; linked ones before others, else the first. */
static void consider_example(Counting *c, const GwQuad *triples, size_t count, bool linked)
{
  GwCensus *census = c->census;
  if (!is_own(c, triples->subject) || (c->examples_linked && !linked)) {
    return;
  }
  if (linked && !c->examples_linked) {
    c->examples_linked = true;
    census->example_count = 0;
  }
  size_t at = census->example_count;
  while (at > 0 && c->example_triples[at - 1] < count) {
    at--;
  }
  if (at == GW_CENSUS_EXAMPLES) {
    return;
  }
  census->example_count += census->example_count < GW_CENSUS_EXAMPLES;
  for (size_t i = census->example_count - 1; i > at; i--) {
    census->examples[i] = census->examples[i - 1];
    c->example_triples[i] = c->example_triples[i - 1];
  }
  census->examples[at] = triples->subject;
  c->example_triples[at] = count;
}

static GwStatus append(Counting *c, const GwTerm ***list, size_t *count, size_t *capacity,
                       const GwTerm *term, GwError *error)
{
  const GwTerm **grown = gw_arena_grow(c->arena, (void *)*list, *count, capacity, sizeof **list);
  if (!grown) {
    return gw_fail_memory(error);
  }
  *list = grown;
  grown[(*count)++] = term;
  return GW_OK;
}

/* Data sets that the graph itself speaks of, and what those come from. */
static GwStatus note_data_set(Counting *c, const GwQuad *triples, size_t count, GwError *error)
{
  GwCensus *census = c->census;
  bool data_set = false;
  for (size_t i = 0; i < count; i++) {
    data_set = data_set || (gw_view_is(triples[i].predicate->value, GW_RDF "type")
                            && gw_view_is(triples[i].object->value, GW_VOID "Dataset"));
  }
  if (!data_set || !is_own(c, triples->subject)) {
    return GW_OK;
  }
  GW_TRY(append(c, &census->data_sets, &census->data_set_count, &c->data_set_capacity,
                triples->subject, error));
  for (size_t i = 0; i < count; i++) {
    const bool told = census->source_count > 0   /* the data sets of one article are neighbours */
                      && census->sources[census->source_count - 1] == triples[i].object;
    if (!told && triples[i].object->kind == GW_TERM_IRI
        && gw_view_is(triples[i].predicate->value, GW_PROV "wasDerivedFrom")) {
      GW_TRY(append(c, &census->sources, &census->source_count, &c->source_capacity,
                    triples[i].object, error));
    }
  }
  return GW_OK;
}

/* All triples of one subject. */
static GwStatus count_subject(Counting *c, const GwQuad *triples, size_t count, Pair *pairs,
                              GwError *error)
{
  bool linked = false;
  for (size_t i = 0; i < count; i++) {
    const GwQuad *t = &triples[i];
    const bool new_run = i == 0 || t->predicate != triples[i - 1].predicate;
    GW_TRY(count_property(c, t, new_run, &pairs[i], error));
    GW_TRY(count_class(c, t, error));
    if (links(c, t)) {
      linked = true;
      GW_TRY(count_link(c, t, error));
    }
    if (gw_view_is(t->predicate->value, GW_DCTERMS "title")) {
      c->titles++;
      c->census->title = t->object;
    }
  }
  c->census->subjects++;
  c->census->entities += is_own(c, triples->subject);
  consider_example(c, triples, count, linked);
  return note_data_set(c, triples, count, error);
}

static int compare_pairs(const void *left, const void *right)
{
  const Pair *a = left, *b = right;
  if (a->object != b->object) {
    return a->object < b->object ? -1 : 1;
  }
  return a->property < b->property ? -1 : a->property > b->property;
}

static void count_objects(Counting *c, Pair *pairs)
{
  if (c->count) {
    qsort(pairs, c->count, sizeof *pairs, compare_pairs);
  }
  for (size_t i = 0; i < c->count; i++) {
    const bool new_object = i == 0 || pairs[i].object != pairs[i - 1].object;
    c->census->objects += new_object;
    if (new_object || pairs[i].property != pairs[i - 1].property) {
      c->census->properties[pairs[i].property].objects++;
    }
  }
}

static int compare_partitions(const void *left, const void *right)
{
  const GwPartition *a = left, *b = right;
  return gw_view_compare(a->term->value, b->term->value);
}

static int compare_linksets(const void *left, const void *right)
{
  const GwLinkset *a = left, *b = right;
  const int order = gw_view_compare(a->predicate->value, b->predicate->value);
  return order ? order : gw_view_compare(a->target, b->target);
}

static void sort_lists(GwCensus *census)
{
  if (census->property_count) {
    qsort(census->properties, census->property_count, sizeof *census->properties,
          compare_partitions);
  }
  if (census->class_count) {
    qsort(census->classes, census->class_count, sizeof *census->classes, compare_partitions);
  }
  if (census->linkset_count) {
    qsort(census->linksets, census->linkset_count, sizeof *census->linksets, compare_linksets);
  }
}

GwStatus gw_census_take(GwArena *arena, const GwQuad *triples, size_t count, GwView space,
                        GwCensus *census, GwError *error)
{
  Counting c = {.arena = arena, .triples = triples, .count = count, .space = space,
                .census = census, .properties = gw_map_new(arena),
                .classes = gw_map_new(arena), .linksets = gw_map_new(arena)};
  size_t length = 0;
  *census = (GwCensus){.triples = count};
  Pair *pairs = GW_NEW(arena, count, Pair);
  if (!pairs) {
    return gw_fail_memory(error);
  }
  for (size_t at = 0; at < count; at += length) {
    length = 1;
    while (at + length < count && triples[at + length].subject == triples[at].subject) {
      length++;
    }
    GW_TRY(count_subject(&c, triples + at, length, pairs + at, error));
  }
  count_objects(&c, pairs);
  sort_lists(census);
  census->title = c.titles == 1 ? census->title : NULL;
  return GW_OK;
}
