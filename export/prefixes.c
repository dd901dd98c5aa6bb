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

typedef struct {
  GwArena *arena;
  GwMap index;
  GwNamespace *list;
  size_t count, capacity;
  bool failed;
} Counts;

static void count_iri(Counts *counts, GwView iri)
{
  GwView space, local;
  if (counts->failed || !split(iri, &space, &local)) {
    return;
  }
  size_t at = gw_map_get(&counts->index, space);
  if (at == GW_MAP_ABSENT) {
    at = counts->count;
    GwNamespace *list = gw_arena_grow(counts->arena, counts->list, counts->count,
                                      &counts->capacity, sizeof *list);
    if (!list || !gw_map_set(&counts->index, space, at)) {
      counts->failed = true;
      return;
    }
    counts->list = list;
    counts->list[counts->count++] = (GwNamespace){GW_VIEW(""), space, 0};
  }
  counts->list[at].uses++;
}

static void count_object(Counts *counts, const GwTerm *object)
{
  if (object->kind == GW_TERM_IRI) {
    count_iri(counts, object->value);
  } else if (object->datatype.length && !gw_literal_is_bare(object)) {
    count_iri(counts, object->datatype);
  }
}

/* Every place where an IRI is written: a graph's name once, a subject once for its graph, a
 * predicate once for its subject. */
static void count_uses(Counts *counts, const GwQuad *quads, size_t count)
{
  const GwQuad none = {NULL, NULL, NULL, NULL};
  for (size_t i = 0; i < count; i++) {
    const GwQuad *q = &quads[i], *last = i > 0 ? q - 1 : &none;
    const bool graph = q->graph == last->graph, subject = graph && q->subject == last->subject;
    if (!graph) {
      count_iri(counts, q->graph->value);
    }
    if (!subject) {
      count_iri(counts, q->subject->value);
    }
    if (!(subject && q->predicate == last->predicate)
        && !gw_view_is(q->predicate->value, GW_RDF "type")) {
      count_iri(counts, q->predicate->value);
    }
    count_object(counts, q->object);
  }
}

static int by_uses(const void *left, const void *right)
{
  const GwNamespace *a = left, *b = right;
  if (a->uses != b->uses) {
    return a->uses > b->uses ? -1 : 1;
  }
  return gw_view_compare(a->value, b->value);
}

static int by_value(const void *left, const void *right)
{
  const GwNamespace *a = left, *b = right;
  return gw_view_compare(a->value, b->value);
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

/* The graph's own namespaces that deserve a prefix, moved to the front of the list. */
static size_t choose_own(Counts *counts)
{
  size_t chosen = 0;
  if (counts->count > 0) {
    qsort(counts->list, counts->count, sizeof *counts->list, by_uses);
  }
  for (size_t i = 0; i < counts->count && chosen < OWN_MOST; i++) {
    if (counts->list[i].uses >= OWN_LEAST_USES && !is_well_known(counts->list[i].value)) {
      counts->list[chosen++] = counts->list[i];
    }
  }
  if (chosen > 0) {
    qsort(counts->list, chosen, sizeof *counts->list, by_value);
  }
  return chosen;
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

static GwStatus declare(GwPrefixes *prefixes, GwNamespace space, GwError *error)
{
  if (!gw_map_set(&prefixes->index, space.value, prefixes->count)) {
    return gw_fail_memory(error);
  }
  prefixes->list[prefixes->count++] = space;
  return GW_OK;
}

GwStatus gw_prefixes_find(GwArena *arena, const GwQuad *quads, size_t count,
                          GwPrefixes *prefixes, GwError *error)
{
  Counts counts = {arena, gw_map_new(arena), NULL, 0, 0, false};
  *prefixes = (GwPrefixes){GW_NEW(arena, gw_prefix_count + OWN_MOST, GwNamespace), 0,
                           gw_map_new(arena)};
  count_uses(&counts, quads, count);
  if (counts.failed || !prefixes->list) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < gw_prefix_count; i++) {
    const GwView space = gw_view(gw_prefixes[i].value);
    if (gw_map_get(&counts.index, space) != GW_MAP_ABSENT) {
      GW_TRY(declare(prefixes, (GwNamespace){gw_view(gw_prefixes[i].name), space, 0}, error));
    }
  }
  const size_t own = choose_own(&counts);
  for (size_t i = 0; i < own; i++) {
    GW_TRY(name_own(arena, prefixes, &counts.list[i], error));
    GW_TRY(declare(prefixes, counts.list[i], error));
  }
  return GW_OK;
}

bool gw_prefixes_abbreviate(const GwPrefixes *prefixes, GwView iri, GwView *name, GwView *local)
{
  GwView space;
  if (!split(iri, &space, local)) {
    return false;
  }
  const size_t at = gw_map_get(&prefixes->index, space);
  if (at == GW_MAP_ABSENT) {
    return false;
  }
  *name = prefixes->list[at].name;
  return true;
}
