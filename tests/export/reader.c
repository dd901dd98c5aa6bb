#include "tests/export/reader.h"

#include <raptor2.h>
#include <stdio.h>

typedef struct {
  GwGraph *graph;
  char *log;
  size_t log_size;
} Reader;

/* Raptor's N-Triples parser leaks every datatype: no fault of what is tested. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
  return "leak:libraptor2.so";
}

static void note(Reader *reader, const char *message)
{
  if (!reader->log[0]) {
    snprintf(reader->log, reader->log_size, "%s", message);
  }
}

static GwView uri_view(raptor_uri *uri)
{
  size_t length = 0;
  const unsigned char *bytes = uri ? raptor_uri_as_counted_string(uri, &length) : NULL;
  return (GwView){(const char *)bytes, length};
}

static void add_statement(void *user_data, raptor_statement *statement)
{
  Reader *reader = user_data;
  const raptor_term *o = statement->object;
  GwTerm object = gw_iri(GW_VIEW(""));
  const raptor_term *graph = statement->graph;
  if (statement->subject->type != RAPTOR_TERM_TYPE_URI || o->type == RAPTOR_TERM_TYPE_BLANK
      || (graph && graph->type != RAPTOR_TERM_TYPE_URI)) {
    note(reader, "there is a blank node");
    return;
  }
  if (o->type == RAPTOR_TERM_TYPE_URI) {
    object = gw_iri(uri_view(o->value.uri));
  } else {
    object = (GwTerm){GW_TERM_LITERAL,
                      {(const char *)o->value.literal.string, o->value.literal.string_len},
                      uri_view(o->value.literal.datatype),
                      {(const char *)o->value.literal.language, o->value.literal.language_len}};
  }
  GwError error = {GW_OK, ""};
  if (gw_graph_add_to(reader->graph, graph ? uri_view(graph->value.uri) : GW_VIEW(""),
                      uri_view(statement->subject->value.uri),
                      uri_view(statement->predicate->value.uri), object, &error)) {
    note(reader, error.message);
  }
}

static void keep_log(void *user_data, raptor_log_message *message)
{
  note(user_data, message->text);
}

static void parse(Reader *reader, raptor_world *world, GwView text, const char *format)
{
  raptor_uri *base = raptor_new_uri(world, (const unsigned char *)"http://base.example/");
  raptor_parser *parser = raptor_new_parser(world, format);
  raptor_parser_set_statement_handler(parser, reader, add_statement);
  raptor_parser_parse_start(parser, base);
  if (raptor_parser_parse_chunk(parser, (const unsigned char *)text.data, text.length, 1)) {
    note(reader, "Raptor cannot parse it");
  }
  raptor_free_parser(parser);
  raptor_free_uri(base);
}

bool raptor_read(GwView text, const char *format, GwGraph **graph, char *log, size_t log_size)
{
  GwError error = {GW_OK, ""};
  log[0] = '\0';
  if (gw_graph_new(graph, &error)) {
    snprintf(log, log_size, "%s", error.message);
    return false;
  }
  Reader reader = {*graph, log, log_size};
  raptor_world *world = raptor_new_world();
  raptor_world_set_log_handler(world, &reader, keep_log);
  parse(&reader, world, text, format);
  raptor_free_world(world);
  return log[0] == '\0';
}
