#include "export/rdfxml.h"

#include "export/prefixes.h"
#include "export/sink.h"
#include "ontology/vocabulary.h"

#include <raptor2.h>
#include <string.h>
#include <strings.h>

typedef struct {
  GwBuffer *out;
  raptor_world *world;
  raptor_serializer *serializer;
  GwStatus status; ///< of the first failure
  GwError *error;
} Writer;

static void keep_log(void *user_data, raptor_log_message *message)
{
  Writer *w = user_data;
  if (message->level >= RAPTOR_LOG_LEVEL_ERROR && !w->status) {
    w->status = gw_fail(w->error, GW_ERR_RDF, "RDF/XML: %s; choose another format, such as turtle",
                        message->text);
  }
}

static int write_byte(void *context, const int byte)
{
  gw_buffer_char(context, (char)byte);
  return 0;
}

static int write_bytes(void *context, const void *bytes, size_t size, size_t count)
{
  gw_buffer_append(context, (GwView){bytes, size * count});
  return (int)count;
}

/* Names that begin with "xml" belong to XML itself. */
static bool may_declare(const GwNamespace *space)
{
  return space->name.length < 3 || strncasecmp(space->name.data, "xml", 3) != 0;
}

static void declare(Writer *w, const GwNamespace *space)
{
  GwArena arena = GW_ARENA_INIT;
  const char *name = gw_view_copy(&arena, space->name);
  raptor_uri *uri = raptor_new_uri_from_counted_string(
    w->world, (const unsigned char *)space->value.data, space->value.length);
  if (name && uri) {
    raptor_serializer_set_namespace(w->serializer, uri, (const unsigned char *)name);
  }
  if (uri) {
    raptor_free_uri(uri);
  }
  gw_arena_free(&arena);
}

/* The prefixes that names of elements need: those of predicates and classes. */
static GwStatus declare_used(Writer *w, GwArena *arena, const GwQuad *triples, size_t count,
                             GwError *error)
{
  GwPrefixes prefixes;
  GwMap used = gw_map_new(arena);
  GW_TRY(gw_prefixes_find(arena, triples, count, &prefixes, error));
  for (size_t i = 0; i < count; i++) {
    const bool type = gw_view_is(triples[i].predicate->value, GW_RDF "type");
    const GwView iri = type ? triples[i].object->value : triples[i].predicate->value;
    GwView name, local;
    if (gw_prefixes_abbreviate(&prefixes, iri, &name, &local) && !gw_map_set(&used, name, 1)) {
      return gw_fail_memory(error);
    }
  }
  for (size_t i = 0; i < prefixes.count; i++) {
    const GwNamespace *space = &prefixes.list[i];
    if (gw_map_get(&used, space->name) != GW_MAP_ABSENT && may_declare(space)) {
      declare(w, space);
    }
  }
  return GW_OK;
}

static raptor_term *iri_term(Writer *w, GwView iri)
{
  return raptor_new_term_from_counted_uri_string(w->world, (const unsigned char *)iri.data,
                                                 iri.length);
}

static raptor_term *literal_term(Writer *w, const GwTerm *literal)
{
  raptor_uri *datatype = literal->datatype.length ? raptor_new_uri_from_counted_string(
    w->world, (const unsigned char *)literal->datatype.data, literal->datatype.length) : NULL;
  raptor_term *term = raptor_new_term_from_counted_literal(
    w->world, (const unsigned char *)literal->value.data, literal->value.length, datatype,
    (const unsigned char *)(literal->language.length ? literal->language.data : NULL),
    (unsigned char)literal->language.length);
  if (datatype) {
    raptor_free_uri(datatype);
  }
  return term;
}

static GwStatus write_triple(Writer *w, const GwQuad *triple, GwError *error)
{
  raptor_statement statement;
  raptor_statement_init(&statement, w->world);
  statement.subject = iri_term(w, triple->subject->value);
  statement.predicate = iri_term(w, triple->predicate->value);
  statement.object = triple->object->kind == GW_TERM_IRI ? iri_term(w, triple->object->value)
                                                         : literal_term(w, triple->object);
  const bool made = statement.subject && statement.predicate && statement.object;
  const int failed = made ? raptor_serializer_serialize_statement(w->serializer, &statement) : 1;
  raptor_statement_clear(&statement);
  if (!made) {
    return gw_fail_memory(error);
  }
  return failed && !w->status ? gw_fail(error, GW_ERR_RDF, "Raptor cannot write RDF/XML")
                              : w->status;
}

static GwStatus serialize(Writer *w, const GwQuad *triples, size_t count, GwError *error)
{
  static const raptor_iostream_handler handler = {
    .version = 2, .write_byte = write_byte, .write_bytes = write_bytes};
  GwArena arena = GW_ARENA_INIT;
  raptor_iostream *stream = raptor_new_iostream_from_handler(w->world, w->out, &handler);
  if (!stream) {
    return gw_fail_memory(error);
  }
  GwStatus status = declare_used(w, &arena, triples, count, error);
  raptor_serializer_start_to_iostream(w->serializer, NULL, stream);
  for (size_t i = 0; !status && i < count; i++) {
    status = write_triple(w, &triples[i], error);
  }
  if (raptor_serializer_serialize_end(w->serializer) && !w->status && !status) {
    status = gw_fail(error, GW_ERR_RDF, "Raptor cannot write RDF/XML");
  }
  raptor_free_iostream(stream);
  gw_arena_free(&arena);
  return status ? status : w->status;
}

static GwStatus write_rdfxml(const GwQuad *triples, size_t count, GwBuffer *out, GwError *error)
{
  GW_TRY(gw_rdfxml_check(triples, count, error));
  Writer w = {.out = out, .world = raptor_new_world(), .error = error};
  if (!w.world) {
    return gw_fail_memory(error);
  }
  raptor_world_set_log_handler(w.world, &w, keep_log);
  w.serializer = raptor_new_serializer(
    w.world, gw_rdfxml_has_typed_nodes(triples, count) ? "rdfxml-abbrev" : "rdfxml");
  const GwStatus status = w.serializer ? serialize(&w, triples, count, error)
                                       : gw_fail_memory(error);
  if (w.serializer) {
    raptor_free_serializer(w.serializer);
  }
  raptor_free_world(w.world);
  return status;
}

const GwSink gw_rdfxml_sink = {
  .name = "rdfxml", .extension = "rdf", .write = write_rdfxml,
  .help = "RDF/XML, for tools that read nothing newer",
};
