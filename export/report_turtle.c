/* Validation reports as RDF. */
#include "base/hash.h"
#include "export/report.h"
#include "export/sink.h"
#include "ontology/describe.h"
#include "ontology/vocabulary.h"

typedef struct {
  GwValidation *v;
  GwGraph *graph;
  GwView report; ///< its IRI
} Report;

static GwStatus put(const Report *r, GwView subject, const char *predicate, GwTerm object,
                    GwError *error)
{
  return gw_graph_add(r->graph, subject, gw_view(predicate), object, error);
}

static void add_key(const GwTerm *term, GwBuffer *key)
{
  gw_buffer_format(key, "%d\x1f", (int)term->kind);
  gw_buffer_append(key, term->value);
  gw_buffer_char(key, '\x1f');
  gw_buffer_append(key, term->datatype);
  gw_buffer_char(key, '\x1f');
  gw_buffer_append(key, term->language);
  gw_buffer_char(key, '\x1e');
}

/* What tells a result from others. */
static void result_key(const GwValidation *v, const GwResult *result, GwBuffer *key)
{
  add_key(v->terms.list[result->focus], key);
  add_key(v->terms.list[result->shape->node], key);
  gw_buffer_text(key, gw_component_iri(result->constraint->component));
  add_key(v->terms.list[result->constraint->value], key);
  if (result->path) {
    add_key(v->terms.list[result->path->node], key);
  }
  if (result->value != GW_NO_NODE) {
    gw_buffer_char(key, '\x1d');
    add_key(v->terms.list[result->value], key);
  }
}

static GwStatus name_by(GwValidation *v, const char *prefix, GwBuffer *key, GwView *iri,
                        GwError *error)
{
  char hash[13];
  gw_hash_name(gw_buffer_view(key), hash);
  *iri = gw_view_format(&v->arena, "%s%s", prefix, hash);
  const bool failed = key->failed;
  gw_buffer_free(key);
  return failed || !iri->data ? gw_fail_memory(error) : GW_OK;
}

static GwStatus name_report(Report *r, GwError *error)
{
  GwBuffer key = GW_BUFFER_INIT;
  for (size_t i = 0; i < r->v->finding_count; i++) {
    result_key(r->v, &r->v->findings[i].result, &key);
  }
  return name_by(r->v, GW_DEFAULT_BASE "report/", &key, &r->report, error);
}

/* A path that is no property is given as the shapes graph writes it. */
static GwStatus copy_path(const Report *r, const GwPath *path, GwError *error)
{
  const GwValidation *v = r->v;
  GwNodes nodes = GW_NODES_INIT;
  GwStatus status = gw_nodes_add(&nodes, path->node) ? GW_OK : gw_fail_memory(error);
  for (size_t i = 0; path->kind != GW_PATH_PREDICATE && !status && i < nodes.count; i++) {
    const GwTriples run = gw_index_about(&v->shapes_graph, nodes.list[i]);
    for (size_t k = 0; !status && k < run.count; k++) {
      const GwTerm *predicate = v->terms.list[run.first[k].predicate];
      const bool part = gw_view_starts(predicate->value, GW_VIEW(GW_SHACL))
                        || gw_view_is(predicate->value, GW_RDF "first")
                        || gw_view_is(predicate->value, GW_RDF "rest");
      if (part) {
        status = gw_graph_add(r->graph, v->terms.list[run.first[k].subject]->value,
                              predicate->value, *v->terms.list[run.first[k].object], error);
      }
      if (!status && part && !gw_nodes_add(&nodes, run.first[k].object)) {
        status = gw_fail_memory(error);
      }
    }
  }
  gw_nodes_free(&nodes);
  return status;
}

static GwStatus put_message(const Report *r, GwView node, const GwResult *result, GwError *error)
{
  GwBuffer message = GW_BUFFER_INIT;
  gw_report_message(r->v, result, &message);
  GwTerm text = gw_text(gw_buffer_view(&message), "en");
  if (result->shape->message != GW_NO_NODE) {
    text.language = r->v->terms.list[result->shape->message]->language;
  }
  const GwStatus status = message.failed ? gw_fail_memory(error)
                                         : put(r, node, GW_SHACL "resultMessage", text, error);
  gw_buffer_free(&message);
  return status;
}

static GwStatus put_result(const Report *r, const GwFinding *finding, GwError *error)
{
  const GwValidation *v = r->v;
  const GwResult *result = &finding->result;
  GwBuffer key = GW_BUFFER_INIT;
  GwView node;
  result_key(v, result, &key);
  GW_TRY(name_by(r->v, GW_DEFAULT_BASE "report/result/", &key, &node, error));
  const GwView component = gw_view(gw_component_iri(result->constraint->component));
  GW_TRY(put(r, r->report, GW_SHACL "result", gw_iri(node), error));
  GW_TRY(put(r, node, GW_RDF "type", gw_iri(GW_VIEW(GW_SHACL "ValidationResult")), error));
  GW_TRY(put(r, node, GW_SHACL "focusNode", *v->terms.list[result->focus], error));
  if (result->path) {
    GW_TRY(put(r, node, GW_SHACL "resultPath", *v->terms.list[result->path->node], error));
    GW_TRY(copy_path(r, result->path, error));
  }
  if (result->value != GW_NO_NODE) {
    GW_TRY(put(r, node, GW_SHACL "value", *v->terms.list[result->value], error));
  }
  GW_TRY(put(r, node, GW_SHACL "sourceConstraintComponent", gw_iri(component), error));
  GW_TRY(put(r, node, GW_SHACL "sourceShape", *v->terms.list[result->shape->node], error));
  GW_TRY(put(r, node, GW_SHACL "resultSeverity", gw_iri(gw_finding_severity(v, finding)), error));
  return put_message(r, node, result, error);
}

static GwStatus describe(Report *r, GwError *error)
{
  const GwView conforms = r->v->finding_count ? GW_VIEW("false") : GW_VIEW("true");
  GW_TRY(name_report(r, error));
  GW_TRY(put(r, r->report, GW_RDF "type", gw_iri(GW_VIEW(GW_SHACL "ValidationReport")), error));
  GW_TRY(put(r, r->report, GW_SHACL "conforms", gw_typed(conforms, GW_XSD "boolean"), error));
  for (size_t i = 0; i < r->v->finding_count; i++) {
    GW_TRY(put_result(r, &r->v->findings[i], error));
  }
  return GW_OK;
}

GwStatus gw_report_turtle(GwValidation *v, GwBuffer *out, GwError *error)
{
  Report report = {.v = v};
  GW_TRY(gw_graph_new(&report.graph, error));
  GwStatus status = describe(&report, error);
  if (!status) {
    status = gw_sink_write(&gw_turtle_sink, report.graph, out, error);
  }
  gw_graph_free(report.graph);
  return status;
}
