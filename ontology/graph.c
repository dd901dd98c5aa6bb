#include "ontology/graph.h"

#include "base/utf8.h"
#include "ontology/iri.h"
#include "ontology/vocabulary.h"

#include <redland.h>
#include <stdlib.h>
#include <string.h>

struct GwGraph {
  librdf_world *world;
  librdf_storage *storage;
  librdf_model *model;
  size_t size;
  char message[256]; ///< the last thing that librdf reported
};

GwTerm gw_iri(GwView iri)
{
  return (GwTerm){GW_TERM_IRI, iri, {NULL, 0}, {NULL, 0}};
}

GwTerm gw_string(GwView text)
{
  return (GwTerm){GW_TERM_LITERAL, text, {NULL, 0}, {NULL, 0}};
}

GwTerm gw_text(GwView text, const char *language)
{
  return (GwTerm){GW_TERM_LITERAL, text, {NULL, 0}, gw_view(language)};
}

GwTerm gw_typed(GwView text, const char *datatype)
{
  return (GwTerm){GW_TERM_LITERAL, text, gw_view(datatype), {NULL, 0}};
}

/* librdf's own logger prints to standard error. */
static int keep_message(void *user_data, librdf_log_message *message)
{
  GwGraph *graph = user_data;
  const char *text = librdf_log_message_message(message);
  const size_t length = text ? strnlen(text, sizeof graph->message - 1) : 0;
  if (length) {
    memcpy(graph->message, text, length);
  }
  graph->message[length] = '\0';
  return 1;
}

static GwStatus rdf_failure(const GwGraph *graph, const char *action, GwError *error)
{
  return gw_fail(error, GW_ERR_RDF, "librdf cannot %s%s%s", action,
                 graph->message[0] ? ": " : "", graph->message);
}

static GwStatus open_store(GwGraph *graph, GwError *error)
{
  graph->world = librdf_new_world();
  if (!graph->world) {
    return gw_fail_memory(error);
  }
  librdf_world_set_logger(graph->world, graph, keep_message);
  librdf_world_open(graph->world);
  graph->storage = librdf_new_storage(graph->world, "trees", "graph", NULL);
  if (!graph->storage) {
    return rdf_failure(graph, "open its \"trees\" storage; reinstall librdf", error);
  }
  graph->model = librdf_new_model(graph->world, graph->storage, NULL);
  return graph->model ? GW_OK : rdf_failure(graph, "make a model", error);
}

GwStatus gw_graph_new(GwGraph **graph, GwError *error)
{
  *graph = calloc(1, sizeof **graph);
  if (!*graph) {
    return gw_fail_memory(error);
  }
  const GwStatus status = open_store(*graph, error);
  if (status) {
    gw_graph_free(*graph);
    *graph = NULL;
  }
  return status;
}

void gw_graph_free(GwGraph *graph)
{
  if (!graph) {
    return;
  }
  if (graph->model) {
    librdf_free_model(graph->model);
  }
  if (graph->storage) {
    librdf_free_storage(graph->storage);
  }
  if (graph->world) {
    librdf_free_world(graph->world);
  }
  free(graph);
}

static GwStatus check_iri(GwView iri, const char *place, GwError *error)
{
  if (gw_iri_is_valid(iri)) {
    return GW_OK;
  }
  return gw_fail(error, GW_ERR_RDF, "%s <%.*s> is no absolute IRI", place,
                 iri.length > 200 ? 200 : (int)iri.length, iri.data ? iri.data : "");
}

/* NUL, U+FFFE and U+FFFF are refused: RDF readers do not agree on them. */
static bool text_is_portable(GwView text)
{
  return gw_utf8_invalid_at(text) == text.length
         && !(text.length && memchr(text.data, '\0', text.length))
         && gw_view_find(text, GW_VIEW("\xEF\xBF\xBE"), 0) == text.length
         && gw_view_find(text, GW_VIEW("\xEF\xBF\xBF"), 0) == text.length;
}

#define LANGUAGE_BYTES 64

/* Language tags are compared without regard to case: kept in lower case. */
static bool lower_language(GwView tag, char out[LANGUAGE_BYTES])
{
  size_t part = 0;
  bool first = true;
  for (size_t i = 0; i < tag.length && i < LANGUAGE_BYTES - 1; i++) {
    const char c = tag.data[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool allowed = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && !first);
    if ((c == '-' && part == 0) || (c != '-' && !allowed) || part > 8) {
      return false;
    }
    part = c == '-' ? 0 : part + 1;
    first = first && c != '-';
    out[i] = upper ? (char)(c - 'A' + 'a') : c;
  }
  return tag.length < LANGUAGE_BYTES && part > 0 && part <= 8;
}

static const unsigned char *bytes(GwView view)
{
  return (const unsigned char *)(view.data ? view.data : "");
}

/* librdf makes "true" of "1", and "false" of anything that is no boolean at all. */
static GwStatus check_boolean(GwTerm term, GwError *error)
{
  static const char *const forms[] = {"true", "false", "1", "0"};
  bool known = !gw_view_is(term.datatype, GW_XSD "boolean");
  for (size_t i = 0; i < sizeof forms / sizeof *forms && !known; i++) {
    known = gw_view_is(term.value, forms[i]);
  }
  return known ? GW_OK : gw_fail(error, GW_ERR_RDF, "\"%.*s\" is no xsd:boolean",
                                 term.value.length > 100 ? 100 : (int)term.value.length,
                                 term.value.data);
}

static GwStatus make_literal(GwGraph *graph, GwTerm term, librdf_node **node, GwError *error)
{
  char language[LANGUAGE_BYTES] = "";
  if (!text_is_portable(term.value)) {
    return gw_fail(error, GW_ERR_RDF, "a literal is not valid UTF-8 text");
  }
  if (term.language.length && (term.datatype.length || !lower_language(term.language, language))) {
    return gw_fail(error, GW_ERR_RDF, "\"%.*s\" is no language tag for a plain literal",
                   term.language.length > 100 ? 100 : (int)term.language.length,
                   term.language.data);
  }
  GW_TRY(check_boolean(term, error));
  librdf_uri *datatype = NULL;
  if (term.datatype.length && !gw_view_is(term.datatype, GW_XSD "string")) {
    GW_TRY(check_iri(term.datatype, "datatype", error));
    datatype = librdf_new_uri2(graph->world, bytes(term.datatype), term.datatype.length);
    if (!datatype) {
      return gw_fail_memory(error);
    }
  }
  *node = librdf_new_node_from_typed_counted_literal(
    graph->world, bytes(term.value), term.value.length, language[0] ? language : NULL,
    term.language.length, datatype);
  if (datatype) {
    librdf_free_uri(datatype);
  }
  return *node ? GW_OK : rdf_failure(graph, "make a literal", error);
}

static GwStatus make_iri(GwGraph *graph, GwView iri, const char *place, librdf_node **node,
                         GwError *error)
{
  GW_TRY(check_iri(iri, place, error));
  *node = librdf_new_node_from_counted_uri_string(graph->world, bytes(iri), iri.length);
  return *node ? GW_OK : rdf_failure(graph, "make an IRI", error);
}

static GwStatus make_statement(GwGraph *graph, GwView subject, GwView predicate, GwTerm object,
                               librdf_statement *statement, GwError *error)
{
  librdf_node *node = NULL;
  GW_TRY(make_iri(graph, subject, "subject", &node, error));
  librdf_statement_set_subject(statement, node);
  GW_TRY(make_iri(graph, predicate, "predicate", &node, error));
  librdf_statement_set_predicate(statement, node);
  if (object.kind == GW_TERM_IRI) {
    GW_TRY(make_iri(graph, object.value, "object", &node, error));
  } else {
    GW_TRY(make_literal(graph, object, &node, error));
  }
  librdf_statement_set_object(statement, node);
  return GW_OK;
}

GwStatus gw_graph_add(GwGraph *graph, GwView subject, GwView predicate, GwTerm object,
                      GwError *error)
{
  graph->message[0] = '\0';
  librdf_statement *statement = librdf_new_statement(graph->world);
  if (!statement) {
    return gw_fail_memory(error);
  }
  GwStatus status = make_statement(graph, subject, predicate, object, statement, error);
  if (!status && !librdf_model_contains_statement(graph->model, statement)) {
    if (librdf_model_add_statement(graph->model, statement)) {
      status = rdf_failure(graph, "add a triple", error);
    } else {
      graph->size++;
    }
  }
  librdf_free_statement(statement);
  return status;
}

size_t gw_graph_size(const GwGraph *graph)
{
  return graph->size;
}

static GwView uri_view(librdf_uri *uri)
{
  size_t length = 0;
  const unsigned char *text = uri ? librdf_uri_as_counted_string(uri, &length) : NULL;
  return (GwView){(const char *)text, length};
}

static GwTerm term_of(librdf_node *node)
{
  if (librdf_node_is_resource(node)) {
    return gw_iri(uri_view(librdf_node_get_uri(node)));
  }
  size_t length = 0;
  const unsigned char *text = librdf_node_get_literal_value_as_counted_string(node, &length);
  const GwView datatype = uri_view(librdf_node_get_literal_value_datatype_uri(node));
  const GwView language = gw_view(librdf_node_get_literal_value_language(node));
  return (GwTerm){GW_TERM_LITERAL, {(const char *)text, length}, datatype, language};
}

static int compare_terms(const GwTerm *a, const GwTerm *b)
{
  if (a->kind != b->kind) {
    return a->kind == GW_TERM_IRI ? -1 : 1;
  }
  int order = gw_view_compare(a->value, b->value);
  order = order ? order : gw_view_compare(a->datatype, b->datatype);
  return order ? order : gw_view_compare(a->language, b->language);
}

static int compare_triples(const void *left, const void *right)
{
  const GwTriple *a = left, *b = right;
  int order = gw_view_compare(a->subject.value, b->subject.value);
  order = order ? order : gw_view_compare(a->predicate.value, b->predicate.value);
  return order ? order : compare_terms(&a->object, &b->object);
}

GwStatus gw_graph_triples(const GwGraph *graph, GwArena *arena, GwTriple **triples,
                          size_t *count, GwError *error)
{
  GwTriple *list = GW_NEW(arena, graph->size + 1, GwTriple);
  if (!list) {
    return gw_fail_memory(error);
  }
  librdf_stream *stream = librdf_model_as_stream(graph->model);
  if (!stream) {
    return rdf_failure(graph, "list its triples", error);
  }
  size_t n = 0;
  for (; !librdf_stream_end(stream) && n < graph->size; librdf_stream_next(stream)) {
    librdf_statement *statement = librdf_stream_get_object(stream);
    list[n++] = (GwTriple){term_of(librdf_statement_get_subject(statement)),
                           term_of(librdf_statement_get_predicate(statement)),
                           term_of(librdf_statement_get_object(statement))};
  }
  librdf_free_stream(stream);
  if (n != graph->size) {
    return rdf_failure(graph, "list all of its triples", error);
  }
  qsort(list, n, sizeof *list, compare_triples);
  *triples = list;
  *count = n;
  return GW_OK;
}
