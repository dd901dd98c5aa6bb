/* Lines of results: the files are read once more, and of their triples only those are looked at
 * that something was found about. */
#include "ontology/shacl/validate.h"

#include "base/map.h"
#include "ontology/read.h"

#include <stdlib.h>

typedef struct {
  GwPlace place; ///< GW_NO_NODE for any; no padding: its bytes are the key of a map
  size_t file, first, last;
} Spot;

typedef struct {
  const GwValidation *v;
  GwArena arena;
  GwMap nodes;  ///< IRIs and texts of the nodes that are looked for
  GwMap places; ///< to spots
  Spot **spots;
  size_t count, capacity;
  size_t file; ///< that is being read
} Locator;

static GwView key_of(const GwPlace *place)
{
  return (GwView){(const char *)place, sizeof *place};
}

static GwStatus want_node(Locator *l, GwNode node, GwError *error)
{
  if (node == GW_NO_NODE) {
    return GW_OK;
  }
  return gw_map_set(&l->nodes, l->v->terms.list[node]->value, node) ? GW_OK
                                                                    : gw_fail_memory(error);
}

static GwStatus want(Locator *l, GwPlace place, GwError *error)
{
  if (gw_map_get(&l->places, key_of(&place)) != GW_MAP_ABSENT) {
    return GW_OK;
  }
  l->spots = gw_arena_grow(&l->arena, l->spots, l->count, &l->capacity, sizeof *l->spots);
  Spot *spot = GW_NEW(&l->arena, 1, Spot);
  if (!l->spots || !spot) {
    return gw_fail_memory(error);
  }
  *spot = (Spot){place, 0, 0, 0};
  l->spots[l->count] = spot;
  GW_TRY(want_node(l, place.subject == GW_NO_NODE ? place.object : place.subject, error));
  return gw_map_set(&l->places, key_of(&spot->place), l->count++) ? GW_OK
                                                                  : gw_fail_memory(error);
}

static const Spot *found(const Locator *l, GwPlace place)
{
  const size_t number = gw_map_get(&l->places, key_of(&place));
  return number != GW_MAP_ABSENT && l->spots[number]->first ? l->spots[number] : NULL;
}

static void note(Locator *l, GwPlace place, size_t line)
{
  const size_t number = gw_map_get(&l->places, key_of(&place));
  if (number == GW_MAP_ABSENT) {
    return;
  }
  Spot *spot = l->spots[number];
  if (!spot->first) {
    spot->file = l->file;
    spot->first = line;
  }
  if (spot->file == l->file) {
    spot->first = line < spot->first ? line : spot->first;
    spot->last = line > spot->last ? line : spot->last;
  }
}

static GwStatus see(void *context, const GwTripleRead *t, GwError *error)
{
  Locator *l = context;
  const GwTerms *terms = &l->v->terms;
  const GwNode any = GW_NO_NODE;
  const bool about = gw_map_get(&l->nodes, t->subject) != GW_MAP_ABSENT;
  const bool to = gw_map_get(&l->nodes, t->object.value) != GW_MAP_ABSENT;
  char language[GW_LANGUAGE_BYTES];
  GwTerm object = t->object;
  if (!about && !to) {
    return GW_OK;
  }
  GW_TRY(gw_term_normalize(&object, language, error));
  const GwNode o = gw_terms_find(terms, object);
  if (about) {
    const GwNode s = gw_terms_find(terms, gw_iri(t->subject));
    const GwNode p = gw_terms_find(terms, gw_iri(t->predicate));
    note(l, (GwPlace){s, p, o}, t->line);
    note(l, (GwPlace){s, p, any}, t->line);
    note(l, (GwPlace){s, any, any}, t->line);
  }
  note(l, (GwPlace){any, any, o}, t->line);
  return GW_OK;
}

static GwStatus look(Locator *l, const char *const *files, size_t count, GwError *error)
{
  const GwTripleReader reader = {see, l, true};
  for (l->file = 0; l->file < count; l->file++) {
    GW_TRY(gw_rdf_read(files[l->file], &reader, error));
  }
  return GW_OK;
}

/* The first step of a path, where it is a property; GW_NO_NODE for others. */
static GwNode first_step(const GwPath *path)
{
  while (path && path->kind != GW_PATH_PREDICATE && path->kind != GW_PATH_INVERSE) {
    path = path->parts;
  }
  return path && path->kind == GW_PATH_PREDICATE ? path->node : GW_NO_NODE;
}

enum { WAYS = 6 };

/* Where a result can be shown, the best place first. */
static size_t places_of(const GwResult *r, GwPlace places[WAYS])
{
  const GwNode any = GW_NO_NODE, step = first_step(r->path);
  const bool back = r->path && r->path->kind == GW_PATH_INVERSE
                    && r->path->parts->kind == GW_PATH_PREDICATE;
  size_t count = 0;
  if (r->value != any && step != any) {
    places[count++] = (GwPlace){r->focus, step, r->value};
  }
  if (r->value != any && back) {
    places[count++] = (GwPlace){r->value, r->path->parts->node, r->focus};
  }
  if (r->value != any && r->constraint->component == GW_SHACL_EQUALS) {
    places[count++] = (GwPlace){r->focus, r->constraint->value, r->value};
  }
  if (step != any) {
    places[count++] = (GwPlace){r->focus, step, any};
  }
  places[count++] = (GwPlace){r->focus, any, any};
  places[count++] = (GwPlace){any, any, r->focus};
  return count;
}

static void settle(const Locator *l, GwFinding *finding)
{
  GwPlace places[WAYS];
  const size_t count = places_of(&finding->result, places);
  for (size_t i = 0; i < count; i++) {
    const Spot *spot = found(l, places[i]);
    if (spot) {
      const bool last = finding->result.constraint->component == GW_SHACL_MAX_COUNT
                        && places[i].predicate != GW_NO_NODE;
      finding->file = spot->file;
      finding->line = last ? spot->last : spot->first;
      return;
    }
  }
}

static int compare_findings(const void *left, const void *right)
{
  const GwFinding *a = left, *b = right;
  if (a->file != b->file) {
    return a->file < b->file ? -1 : 1;
  }
  if (a->line != b->line) {
    return a->line < b->line ? -1 : 1;
  }
  return a->number < b->number ? -1 : a->number > b->number;
}

static GwStatus locate(Locator *l, GwValidation *v, GwError *error)
{
  for (size_t i = 0; i < v->finding_count; i++) {
    GwPlace places[WAYS];
    const size_t count = places_of(&v->findings[i].result, places);
    for (size_t k = 0; k < count; k++) {
      GW_TRY(want(l, places[k], error));
    }
  }
  GW_TRY(look(l, v->files, v->file_count, error));
  for (size_t i = 0; i < v->finding_count; i++) {
    settle(l, &v->findings[i]);
  }
  return GW_OK;
}

GwStatus gw_findings_locate(GwValidation *v, GwError *error)
{
  Locator l = {.v = v, .arena = GW_ARENA_INIT};
  if (v->finding_count == 0) {
    return GW_OK;
  }
  l.nodes = gw_map_new(&l.arena);
  l.places = gw_map_new(&l.arena);
  const GwStatus status = locate(&l, v, error);
  gw_arena_free(&l.arena);
  qsort(v->findings, v->finding_count, sizeof *v->findings, compare_findings);
  return status;
}

GwStatus gw_place_locate(const GwValidation *v, const char *const *files, size_t file_count,
                         GwPlace place, size_t *file, size_t *line, GwError *error)
{
  Locator l = {.v = v, .arena = GW_ARENA_INIT};
  l.nodes = gw_map_new(&l.arena);
  l.places = gw_map_new(&l.arena);
  GwStatus status = want(&l, place, error);
  if (!status) {
    status = look(&l, files, file_count, error);
  }
  const Spot *spot = status ? NULL : found(&l, place);
  *file = spot ? spot->file : 0;
  *line = spot ? spot->first : 0;
  gw_arena_free(&l.arena);
  return status;
}
