#include "ontology/shacl/validate.h"

#include "base/file.h"
#include "base/map.h"
#include "ontology/read.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/* The graphs in which what is read is kept apart; the data are the default graph. */
#define CLASSES GW_VIEW(GW_DEFAULT_BASE "check/classes")
#define SHAPES GW_VIEW(GW_DEFAULT_BASE "check/shapes")

typedef struct {
  GwValidation *v;
  GwMap blank; ///< IRIs of the data's blank nodes
} Loader;

static GwStatus note_blank(Loader *loader, GwView iri, GwError *error)
{
  if (gw_map_get(&loader->blank, iri) != GW_MAP_ABSENT) {
    return GW_OK;
  }
  const char *copy = gw_view_copy(&loader->v->arena, iri);
  return copy && gw_map_set(&loader->blank, (GwView){copy, iri.length}, 0)
           ? GW_OK : gw_fail_memory(error);
}

static GwStatus add_class(void *context, const GwTripleRead *t, GwError *error)
{
  Loader *loader = context;
  return gw_view_is(t->predicate, GW_RDFS "subClassOf")
           ? gw_graph_add_to(loader->v->graph, CLASSES, t->subject, t->predicate, t->object, error)
           : GW_OK;
}

static GwStatus add_data(void *context, const GwTripleRead *t, GwError *error)
{
  Loader *loader = context;
  if (t->blank_subject) {
    GW_TRY(note_blank(loader, t->subject, error));
  }
  if (t->blank_object) {
    GW_TRY(note_blank(loader, t->object.value, error));
  }
  GW_TRY(add_class(context, t, error));
  return gw_graph_add(loader->v->graph, t->subject, t->predicate, t->object, error);
}

static GwStatus add_shapes(void *context, const GwTripleRead *t, GwError *error)
{
  Loader *loader = context;
  return gw_graph_add_to(loader->v->graph, SHAPES, t->subject, t->predicate, t->object, error);
}

static GwStatus load(Loader *loader, const char *const *files, size_t count,
                     GwStatus (*add)(void *, const GwTripleRead *, GwError *), GwError *error)
{
  const GwTripleReader reader = {add, loader, false};
  for (size_t i = 0; i < count; i++) {
    GW_TRY(gw_rdf_read(files[i], &reader, error));
  }
  return GW_OK;
}

static GwStatus load_all(Loader *loader, const char *const *shapes, size_t shapes_count,
                         GwError *error)
{
  GwValidation *v = loader->v;
  const char *vocabulary;
  GW_TRY(gw_graph_new(&v->graph, error));
  GW_TRY(load(loader, v->files, v->file_count, add_data, error));
  GW_TRY(load(loader, shapes, shapes_count, add_shapes, error));
  GW_TRY(gw_file_data(&v->arena, "ontology/vocabulary.ttl", &vocabulary, error));
  return load(loader, &vocabulary, 1, add_class, error);
}

/* The quads of one graph, which stand together. */
static const GwQuad *part(const GwQuad *quads, size_t count, GwView name, size_t *found)
{
  const GwQuad *first = NULL;
  *found = 0;
  for (size_t i = 0; i < count; i++) {
    const GwView graph = quads[i].graph ? quads[i].graph->value : GW_VIEW("");
    if (gw_view_equal(graph, name)) {
      first = first ? first : &quads[i];
      ++*found;
    }
  }
  return first ? first : quads;
}

static GwStatus index_all(GwValidation *v, GwError *error)
{
  const GwQuad *quads;
  size_t count, found;
  GW_TRY(gw_graph_quads(v->graph, &v->arena, &quads, &count, error));
  GW_TRY(gw_terms_of(&v->arena, quads, count, &v->terms, error));
  v->quads = part(quads, count, GW_VIEW(""), &v->quad_count);
  GW_TRY(gw_index_new(&v->arena, &v->terms, v->quads, v->quad_count, &v->data, error));
  const GwQuad *some = part(quads, count, SHAPES, &found);
  GW_TRY(gw_index_new(&v->arena, &v->terms, some, found, &v->shapes_graph, error));
  some = part(quads, count, CLASSES, &found);
  return gw_index_new(&v->arena, &v->terms, some, found, &v->classes, error);
}

static GwStatus number_blank(Loader *loader, GwError *error)
{
  for (size_t i = 0; i < loader->blank.capacity; i++) {
    const GwView iri = loader->blank.entries[i].key;
    if (iri.data && !gw_nodes_add(&loader->v->blank,
                                  gw_terms_find(&loader->v->terms, gw_iri(iri)))) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

static GwStatus read_shapes(GwValidation *v, const char *const *files, size_t count,
                            GwError *error)
{
  GwPlace place;
  GwError found = {GW_OK, ""}, none;
  size_t file, line;
  const GwStatus status =
    gw_shapes_read(&v->arena, &v->terms, &v->shapes_graph, &v->shapes, &place, &found);
  if (status != GW_ERR_INPUT) {
    return status ? gw_fail(error, status, "%s", found.message) : GW_OK;
  }
  if (gw_place_locate(v, files, count, place, &file, &line, &none) || line == 0) {
    return gw_fail(error, status, "%s: %s", files[0], found.message);
  }
  return gw_fail(error, status, "%s:%zu: %s", files[file], line, found.message);
}

static GwStatus check(GwValidation *v, GwError *error)
{
  GwResults results;
  const GwData data = {&v->terms, &v->data, &v->classes, &v->blank};
  GW_TRY(gw_shacl_check(&v->arena, &data, &v->shapes, &results, error));
  v->findings = GW_NEW(&v->arena, results.count + 1, GwFinding);
  if (!v->findings) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < results.count; i++) {
    v->findings[v->finding_count++] = (GwFinding){results.list[i], 0, 0, i};
  }
  return gw_findings_locate(v, error);
}

GwStatus gw_validate(GwValidation *v, const char *const *files, size_t file_count,
                     const char *const *shapes, size_t shapes_count, GwError *error)
{
  Loader loader = {v, gw_map_new(&v->arena)};
  v->files = files;
  v->file_count = file_count;
  GW_TRY(load_all(&loader, shapes, shapes_count, error));
  GW_TRY(index_all(v, error));
  GW_TRY(number_blank(&loader, error));
  GW_TRY(read_shapes(v, shapes, shapes_count, error));
  if (v->shapes.count == 0) {
    return gw_fail(error, GW_ERR_INPUT, "%s: there are no shapes in it", shapes[0]);
  }
  return check(v, error);
}

void gw_validation_free(GwValidation *v)
{
  gw_shapes_free(&v->shapes);
  gw_nodes_free(&v->blank);
  gw_graph_free(v->graph);
  gw_arena_free(&v->arena);
  v->graph = NULL;
}

GwView gw_finding_severity(const GwValidation *v, const GwFinding *finding)
{
  const GwNode severity = finding->result.shape->severity;
  return severity == GW_NO_NODE ? GW_VIEW(GW_SHACL "Violation") : v->terms.list[severity]->value;
}

size_t gw_validation_count(const GwValidation *v, const char *name)
{
  size_t count = 0;
  for (size_t i = 0; i < v->finding_count; i++) {
    const GwView severity = gw_finding_severity(v, &v->findings[i]);
    const GwView local = gw_view_slice(severity, strlen(GW_SHACL), severity.length);
    const bool shacl = gw_view_starts(severity, GW_VIEW(GW_SHACL));
    const bool mild = shacl && (gw_view_is(local, "Warning") || gw_view_is(local, "Info"));
    count += name ? shacl && gw_view_is(local, name) : !mild;
  }
  return count;
}
