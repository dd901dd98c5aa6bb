#include "export/prefixes.h"

#include "base/utf8.h"
#include "export/terms.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#define OWN_LEAST_USES 4 ///< a prefix for fewer IRIs is no help to a reader
#define OWN_MOST 64      ///< prefixes that one file makes up

/* PN_CHARS_BASE of Turtle outside ASCII, within the basic plane. */
static bool is_name_letter(uint32_t c)
{
  return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
         || (c >= 0x370 && c <= 0x1FFF && c != 0x37E)
         || (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF)
         || (c >= 0xFDF0 && c <= 0xFFEF);
}

static bool is_ascii_name(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* PN_LOCAL of Turtle without colons, dots and escapes, on which readers differ. */
static bool is_local_name(GwView name)
{
  size_t length = 0;
  for (size_t at = 0; at < name.length; at += length) {
    const char c = name.data[at];
    length = 1;
    if (is_ascii_name(c) || (c == '-' && at > 0)) {
      continue;
    }
    if ((unsigned char)c < 0x80 || !is_name_letter(gw_utf8_decode(name, at, &length))) {
      return false;
    }
  }
  return name.length > 0;
}

/* Split after the last '#' or '/'. */
static bool split(GwView iri, GwView *space, GwView *local)
{
  size_t at = iri.length;
  while (at > 0 && iri.data[at - 1] != '/' && iri.data[at - 1] != '#') {
    at--;
  }
  *space = gw_view_slice(iri, 0, at);
  *local = gw_view_slice(iri, at, iri.length);
  return at > 0 && is_local_name(*local);
}

#define SPLITS 16384u       ///< so many fit into a processor's second cache
#define NO_SPACE UINT32_MAX

/* The number of an IRI's namespace, and where the local name begins. */
static GwSplit split_term(const GwPrefixes *prefixes, const GwTerm *term)
{
  GwView space = {NULL, 0}, local;
  const bool named = split(term->value, &space, &local) && space.length < UINT32_MAX;
  const size_t at = named ? gw_map_get(&prefixes->index, space) : GW_MAP_ABSENT;
  return (GwSplit){term, at < NO_SPACE ? (uint32_t)at : NO_SPACE, (uint32_t)space.length};
}

/* Where the split of a term is kept, if it is not pushed out by another's. */
static GwSplit *split_of(const GwPrefixes *prefixes, const GwTerm *term)
{
  const uint64_t odd = 0x9E3779B97F4A7C15u; /* 2^64 / golden ratio (Knuth, section 6.4) */
  return &prefixes->splits[((uint64_t)(uintptr_t)term * odd >> 32) % SPLITS];
}

typedef struct {
  GwArena *arena;
  GwPrefixes *prefixes;
  bool failed;
} Counting;

static void add_space(Counting *counting, GwView iri)
{
  GwPrefixes *p = counting->prefixes;
  GwView space, local;
  if (!split(iri, &space, &local) || gw_map_get(&p->index, space) != GW_MAP_ABSENT) {
    return;
  }
  GwNamespace *spaces = gw_arena_grow(counting->arena, p->spaces, p->space_count,
                                      &p->space_capacity, sizeof *spaces);
  if (!spaces || !gw_map_set(&p->index, space, p->space_count)) {
    counting->failed = true;
    return;
  }
  p->spaces = spaces;
  p->spaces[p->space_count++] = (GwNamespace){GW_VIEW(""), space, 0};
}

static void count_iri(Counting *counting, const GwTerm *iri)
{
  GwSplit *known = split_of(counting->prefixes, iri);
  if (known->term != iri) {
    add_space(counting, iri->value);
    *known = split_term(counting->prefixes, iri);
  }
  if (known->space != NO_SPACE) {
    counting->prefixes->spaces[known->space].uses++;
  }
}

static void count_object(Counting *counting, const GwTerm *object)
{
  if (object->kind == GW_TERM_IRI) {
    count_iri(counting, object);
  } else if (object->datatype.length && !gw_literal_is_bare(object)) {
    const GwTerm datatype = gw_iri(object->datatype);
    add_space(counting, datatype.value);
    const GwSplit found = split_term(counting->prefixes, &datatype);
    if (found.space != NO_SPACE) {
      counting->prefixes->spaces[found.space].uses++;
    }
  }
}

/* Every place where an IRI is written: a graph's name once, a subject once for its graph, a
 * predicate once for its subject. */
static void count_uses(Counting *counting, const GwQuad *quads, size_t count)
{
  const GwQuad none = {NULL, NULL, NULL, NULL};
  for (size_t i = 0; i < count; i++) {
    const GwQuad *q = &quads[i], *last = i > 0 ? q - 1 : &none;
    const bool graph = q->graph == last->graph, subject = graph && q->subject == last->subject;
    if (!graph) {
      count_iri(counting, q->graph);
    }
    if (!subject) {
      count_iri(counting, q->subject);
    }
    if (!(subject && q->predicate == last->predicate)
        && !gw_view_is(q->predicate->value, GW_RDF "type")) {
      count_iri(counting, q->predicate);
    }
    count_object(counting, q->object);
  }
}

static int by_uses(const void *left, const void *right)
{
  const GwNamespace *const *a = left, *const *b = right;
  if ((*a)->uses != (*b)->uses) {
    return (*a)->uses > (*b)->uses ? -1 : 1;
  }
  return gw_view_compare((*a)->value, (*b)->value);
}

static int by_value(const void *left, const void *right)
{
  const GwNamespace *const *a = left, *const *b = right;
  return gw_view_compare((*a)->value, (*b)->value);
}

static bool is_well_known(GwView space)
{
  for (size_t i = 0; i < gw_prefix_count; i++) {
    if (gw_view_is(space, gw_prefixes[i].value)) {
      return true;
    }
  }
  return false;
}

/* The graph's own namespaces that deserve a prefix, in the order of their IRIs. */
static GwNamespace **choose_own(GwArena *arena, const GwPrefixes *prefixes, size_t *count)
{
  GwNamespace **own = GW_NEW(arena, prefixes->space_count, GwNamespace *);
  size_t often = 0;
  for (size_t i = 0; own && i < prefixes->space_count; i++) {
    GwNamespace *space = &prefixes->spaces[i];
    if (space->uses >= OWN_LEAST_USES && !is_well_known(space->value)) {
      own[often++] = space;
    }
  }
  *count = often < OWN_MOST ? often : OWN_MOST;
  if (often > 0) {
    qsort(own, often, sizeof *own, by_uses);
    qsort(own, *count, sizeof *own, by_value);
  }
  return own;
}

static bool is_taken(const GwPrefixes *prefixes, GwView name)
{
  for (size_t i = 0; i < gw_prefix_count; i++) {
    if (gw_view_is(name, gw_prefixes[i].name)) {
      return true;
    }
  }
  for (size_t i = 0; i < prefixes->count; i++) {
    if (gw_view_equal(name, prefixes->list[i].name)) {
      return true;
    }
  }
  return false;
}

/* The segment before the namespace's last `skip` separators, if it can name a prefix. */
static GwView segment(GwView space, size_t skip)
{
  size_t end = space.length;
  for (; end > 0; end--) {
    const bool separator = space.data[end - 1] == '/' || space.data[end - 1] == '#';
    if (separator && skip-- == 0) {
      break;
    }
  }
  size_t begin = end > 0 ? end - 1 : 0;
  const size_t last = begin;
  while (begin > 0 && space.data[begin - 1] != '/' && space.data[begin - 1] != '#') {
    begin--;
  }
  for (size_t i = begin; i < last; i++) {
    if (!is_ascii_name(space.data[i]) || space.data[i] == '_'
        || (i == begin && space.data[i] <= '9')) {
      return GW_VIEW("");
    }
  }
  return gw_view_slice(space, begin, last);
}

/* "entity"; when that is taken "kg-entity" after the parent folder; else "entity2", ... */
static GwStatus name_own(GwArena *arena, const GwPrefixes *prefixes, GwNamespace *space,
                         GwError *error)
{
  const GwView last = segment(space->value, 0), parent = segment(space->value, 1);
  const GwView base = last.length ? last : GW_VIEW("ns");
  space->name = base;
  if (is_taken(prefixes, space->name) && parent.length) {
    space->name = gw_view_format(arena, "%.*s-%.*s", GW_PRINT(parent), GW_PRINT(base));
  }
  for (size_t n = 2; space->name.data && is_taken(prefixes, space->name); n++) {
    space->name = gw_view_format(arena, "%.*s%zu", GW_PRINT(base), n);
  }
  return space->name.data ? GW_OK : gw_fail_memory(error);
}

static GwStatus declare_own(GwArena *arena, GwPrefixes *prefixes, GwError *error)
{
  size_t count = 0;
  GwNamespace **own = choose_own(arena, prefixes, &count);
  if (!own) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    GW_TRY(name_own(arena, prefixes, own[i], error));
    prefixes->list[prefixes->count++] = *own[i];
  }
  return GW_OK;
}

GwStatus gw_prefixes_find(GwArena *arena, const GwQuad *quads, size_t count,
                          GwPrefixes *prefixes, GwError *error)
{
  Counting counting = {arena, prefixes, false};
  *prefixes = (GwPrefixes){.list = GW_NEW(arena, gw_prefix_count + OWN_MOST, GwNamespace),
                           .index = gw_map_new(arena), .splits = GW_NEW(arena, SPLITS, GwSplit)};
  if (!prefixes->list || !prefixes->splits) {
    return gw_fail_memory(error);
  }
  count_uses(&counting, quads, count);
  if (counting.failed) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < gw_prefix_count; i++) {
    const size_t at = gw_map_get(&prefixes->index, gw_view(gw_prefixes[i].value));
    if (at != GW_MAP_ABSENT) {
      prefixes->spaces[at].name = gw_view(gw_prefixes[i].name);
      prefixes->list[prefixes->count++] = prefixes->spaces[at];
    }
  }
  return declare_own(arena, prefixes, error);
}

static bool abbreviate(const GwPrefixes *prefixes, const GwSplit *found, GwView *name,
                       GwView *local)
{
  if (found->space == NO_SPACE || !prefixes->spaces[found->space].name.length) {
    return false;
  }
  *name = prefixes->spaces[found->space].name;
  *local = gw_view_slice(found->term->value, found->local, found->term->value.length);
  return true;
}

bool gw_prefixes_abbreviate(const GwPrefixes *prefixes, GwView iri, GwView *name, GwView *local)
{
  const GwTerm term = gw_iri(iri);
  const GwSplit found = split_term(prefixes, &term);
  return abbreviate(prefixes, &found, name, local);
}

bool gw_prefixes_abbreviate_term(const GwPrefixes *prefixes, const GwTerm *iri, GwView *name,
                                 GwView *local)
{
  GwSplit *known = split_of(prefixes, iri);
  if (known->term != iri) {
    *known = split_term(prefixes, iri);
  }
  return abbreviate(prefixes, known, name, local);
}
