#include "ontology/read.h"

#include "base/file.h"
#include "base/hash.h"
#include "ontology/turtle_lines.h"

#include <raptor2.h>
#include <string.h>

#define CHUNK_BYTES ((size_t)1 << 20)
#define STANDARD_BYTES ((size_t)1 << 32) ///< most that is read from standard input

const GwSyntax gw_syntaxes[] = {
  {"turtle", ".ttl", "turtle", false},     {"trig", ".trig", "trig", false},
  {"ntriples", ".nt", "ntriples", true},   {"nquads", ".nq", "nquads", true},
  {"rdfxml", ".rdf", "rdfxml", false},     {"rdfxml", ".owl", "rdfxml", false},
  {"rdfxml", ".xml", "rdfxml", false},
};
const size_t gw_syntax_count = sizeof gw_syntaxes / sizeof *gw_syntaxes;

typedef struct {
  const GwTripleReader *to;
  GwArena arena; ///< IRIs of blank nodes, and lines
  GwView text;
  const GwSyntax *syntax;
  const char *name;   ///< of what is read
  char hash[13];      ///< of its content
  raptor_parser *parser;
  GwLines lines; ///< of the triples, once they are known
  size_t number; ///< of triples given so far
  GwStatus status;    ///< of the first failure
  GwError *error;
} Reader;

const GwSyntax *gw_syntax_of(const char *path)
{
  for (size_t i = 0; i < gw_syntax_count; i++) {
    if (gw_view_ends(gw_view(path), gw_view(gw_syntaxes[i].extension))) {
      return &gw_syntaxes[i];
    }
  }
  return NULL;
}

const GwSyntax *gw_syntax_find(const char *name)
{
  for (size_t i = 0; i < gw_syntax_count; i++) {
    if (strcmp(name, gw_syntaxes[i].name) == 0) {
      return &gw_syntaxes[i];
    }
  }
  return NULL;
}

static GwView uri_view(raptor_uri *uri)
{
  size_t length = 0;
  const unsigned char *bytes = uri ? raptor_uri_as_counted_string(uri, &length) : NULL;
  return (GwView){(const char *)bytes, length};
}

/* "graph.ttl:12: what is wrong"; the first failure counts, and ends the reading. */
static void stop(Reader *reader, GwStatus status, size_t line, const char *what)
{
  if (reader->status) {
    return;
  }
  reader->status = line > 0 ? gw_fail(reader->error, status, "%s:%zu: %s", reader->name, line, what)
                            : gw_fail(reader->error, status, "%s: %s", reader->name, what);
  if (reader->parser) {
    raptor_parser_parse_abort(reader->parser);
  }
}

/* Raptor's parser of TriG reads most of it, but not all: what may help is said with the error. */
static const char *advice(const Reader *reader)
{
  return strcmp(reader->syntax->name, "trig") == 0
           ? "; of TriG, the word GRAPH and blank nodes as names of graphs are not read: give such "
             "a file as N-Quads" : "";
}

static void keep_log(void *user_data, raptor_log_message *message)
{
  Reader *reader = user_data;
  GwError what;
  if (message->level >= RAPTOR_LOG_LEVEL_ERROR) {
    const raptor_locator *here = reader->parser ? raptor_parser_get_locator(reader->parser) : NULL;
    const raptor_locator *locator = message->locator ? message->locator : here;
    const int line = locator ? locator->line : 0;
    gw_fail(&what, GW_ERR_INPUT, "%s%s", message->text, advice(reader));
    stop(reader, GW_ERR_INPUT, line > 0 ? (size_t)line : 0, what.message);
  }
}

/* A blank node's IRI: a hash of the file's content and of the label. */
static GwView skolem_iri(Reader *reader, GwView label)
{
  char hash[13];
  const GwView content =
    gw_view_format(&reader->arena, "%s %.*s", reader->hash, GW_PRINT(label));
  gw_hash_name(content, hash);
  return gw_view_format(&reader->arena, GW_SKOLEM_PREFIX "%s", hash);
}

static GwView resource(Reader *reader, const raptor_term *term)
{
  if (!term) {
    return GW_VIEW("");
  }
  if (term->type == RAPTOR_TERM_TYPE_URI) {
    return uri_view(term->value.uri);
  }
  return skolem_iri(reader, (GwView){(const char *)term->value.blank.string,
                                     term->value.blank.string_len});
}

static GwTerm object_of(Reader *reader, const raptor_term *term)
{
  if (term->type != RAPTOR_TERM_TYPE_LITERAL) {
    return gw_iri(resource(reader, term));
  }
  const raptor_term_literal_value *literal = &term->value.literal;
  return (GwTerm){GW_TERM_LITERAL, {(const char *)literal->string, literal->string_len},
                  uri_view(literal->datatype),
                  {(const char *)literal->language, literal->language_len}};
}

/* The line of the triple at hand. Turtle is scanned for lines when one is asked for. */
static size_t line_of(Reader *reader)
{
  if (reader->syntax->by_line || gw_view_is(gw_view(reader->syntax->name), "rdfxml")) {
    const raptor_locator *locator = raptor_parser_get_locator(reader->parser);
    return locator && locator->line > 0 ? (size_t)locator->line : 0;
  }
  if (!reader->lines.list) {
    GwError none;
    gw_turtle_lines(&reader->arena, reader->text, &reader->lines, &none);
  }
  return reader->number < reader->lines.count ? reader->lines.list[reader->number] : 0;
}

static bool is_blank(const raptor_term *term)
{
  return term->type == RAPTOR_TERM_TYPE_BLANK;
}

static void give_statement(void *user_data, raptor_statement *statement)
{
  Reader *reader = user_data;
  GwError error = {GW_OK, ""};
  if (reader->status) {
    return;
  }
  const GwTripleRead triple = {
    .graph = resource(reader, statement->graph), .subject = resource(reader, statement->subject),
    .predicate = resource(reader, statement->predicate),
    .object = object_of(reader, statement->object),
    .blank_subject = is_blank(statement->subject), .blank_object = is_blank(statement->object),
    .line = reader->to->wants_lines ? line_of(reader) : 0};
  const GwStatus status = reader->to->handle(reader->to->context, &triple, &error);
  if (status) {
    stop(reader, status == GW_ERR_RDF ? GW_ERR_INPUT : status, line_of(reader), error.message);
  }
  reader->number++;
}

static void feed(Reader *reader, GwView text, bool last)
{
  size_t at = 0;
  bool done = false;
  while (!done && !reader->status) {
    const size_t rest = text.length - at;
    const size_t bytes = rest > CHUNK_BYTES ? CHUNK_BYTES : rest;
    done = bytes == rest;
    if (raptor_parser_parse_chunk(reader->parser, (const unsigned char *)text.data + at, bytes,
                                  last && done)) {
      stop(reader, GW_ERR_INPUT, 0, "Raptor cannot read it");
    }
    at += bytes;
  }
}

static size_t line_at(GwView text, size_t at)
{
  GwView before = gw_view_slice(text, 0, at), line;
  size_t number = 0;
  while (gw_view_next(&before, '\n', &line)) {
    number++;
  }
  return number;
}

/* Raptor leaves the character U+0000 out without a word, where no graph can have it. */
static void refuse_null(Reader *reader, GwView text, GwView escape)
{
  size_t at = 0;
  while ((at = gw_view_find(text, escape, at)) < text.length) {
    size_t slashes = 0;
    while (slashes < at && text.data[at - slashes - 1] == '\\') {
      slashes++;
    }
    if (slashes % 2 == 0) {
      stop(reader, GW_ERR_INPUT, line_at(text, at), "the character U+0000 cannot be kept");
      return;
    }
    at++;
  }
}

/* Where the comment of a line of N-Triples begins; the line's length if it has none. */
static size_t comment_at(GwView line)
{
  char closing = 0; /* what ends the term that we are in */
  if (!memchr(line.data, '#', line.length)) {
    return line.length;
  }
  for (size_t i = 0; i < line.length; i++) {
    const char c = line.data[i];
    if (closing) {
      i += c == '\\';
      closing = c == closing ? 0 : closing;
    } else if (c == '#') {
      return i;
    } else {
      closing = c == '<' ? '>' : c == '"' ? '"' : 0;
    }
  }
  return line.length;
}

/* N-Triples and N-Quads without comments, each line with its full stop. Raptor would read on
 * behind a comment with a quotation mark in it as if a literal were open, and lose the lines up to
 * the next one; and it takes a line without its full stop, so that a file cut off within its last
 * term is read as if that term were whole. */
static void feed_lines(Reader *reader, GwView text)
{
  size_t fed = 0, at = 0;
  for (size_t number = 1; at < text.length && !reader->status; number++) {
    const size_t end = gw_view_find(text, GW_VIEW("\n"), at);
    const GwView line = gw_view_slice(text, at, end);
    const size_t comment = comment_at(line);
    const GwView statement = gw_view_trim(gw_view_slice(line, 0, comment));
    if (statement.length && statement.data[statement.length - 1] != '.') {
      stop(reader, GW_ERR_INPUT, number, "the line does not end in '.'; is the file cut off?");
    } else if (comment < line.length) {
      feed(reader, gw_view_slice(text, fed, at + comment), false);
      fed = end;
    }
    at = end < text.length ? end + 1 : end;
  }
  feed(reader, gw_view_slice(text, fed, text.length), true);
}

static void parse(Reader *reader, raptor_world *world)
{
  const GwView base =
    gw_view_format(&reader->arena, GW_DEFAULT_BASE "file/%s/", reader->hash);
  raptor_uri *uri = base.data ? raptor_new_uri(world, (const unsigned char *)base.data) : NULL;
  reader->parser = uri ? raptor_new_parser(world, reader->syntax->parser) : NULL;
  if (!reader->parser) {
    stop(reader, GW_ERR_MEMORY, 0, "out of memory");
  } else {
    raptor_parser_set_option(reader->parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    raptor_parser_set_option(reader->parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    raptor_parser_set_statement_handler(reader->parser, reader, give_statement);
    raptor_parser_parse_start(reader->parser, uri);
    if (strcmp(reader->syntax->parser, "rdfxml") != 0) {
      refuse_null(reader, reader->text, GW_VIEW("\\u0000"));
      refuse_null(reader, reader->text, GW_VIEW("\\U00000000"));
    }
    if (reader->syntax->by_line) {
      feed_lines(reader, reader->text);
    } else {
      feed(reader, reader->text, true);
    }
    raptor_free_parser(reader->parser);
  }
  if (uri) {
    raptor_free_uri(uri);
  }
}

GwStatus gw_rdf_parse(GwView text, const GwSyntax *syntax, const char *name,
                      const GwTripleReader *to, GwError *error)
{
  Reader reader = {.to = to, .arena = GW_ARENA_INIT, .text = text, .syntax = syntax,
                   .name = name, .error = error};
  char generated[] = "generated "; /* no label in a file has a space */
  raptor_world *world = raptor_new_world();
  if (!world) {
    return gw_fail_memory(error);
  }
  gw_hash_name(text, reader.hash);
  raptor_world_set_log_handler(world, &reader, keep_log);
  raptor_world_set_generate_bnodeid_parameters(world, generated, 1);
  parse(&reader, world);
  raptor_free_world(world);
  gw_arena_free(&reader.arena);
  return reader.status;
}

static GwStatus read_as(const char *path, const GwSyntax *syntax, const GwTripleReader *reader,
                        GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const bool standard = strcmp(path, "-") == 0;
  GwView text = {NULL, 0};
  if (!syntax) {
    return gw_fail(error, GW_ERR_USAGE, "%s: no RDF file by its name; those that can be read end "
                   "in .ttl, .trig, .nt, .nq, .rdf, .owl or .xml%s", path,
                   standard ? "; of standard input, say its syntax with --from" : "");
  }
  GwStatus status = standard ? gw_file_read(&arena, path, STANDARD_BYTES, &text, error)
                             : gw_file_map(path, &text, error);
  if (!status) {
    status = gw_rdf_parse(text, syntax, standard ? "standard input" : path, reader, error);
    if (!standard) {
      gw_file_unmap(text);
    }
  }
  gw_arena_free(&arena);
  return status;
}

GwStatus gw_rdf_read(const char *path, const GwTripleReader *reader, GwError *error)
{
  return read_as(path, gw_syntax_of(path), reader, error);
}

static GwStatus add_triple(void *context, const GwTripleRead *t, GwError *error)
{
  return gw_graph_add_to(context, t->graph, t->subject, t->predicate, t->object, error);
}

GwStatus gw_graph_parse(GwGraph *graph, GwView text, const GwSyntax *syntax, const char *name,
                        GwError *error)
{
  const GwTripleReader reader = {add_triple, graph, false};
  return gw_rdf_parse(text, syntax, name, &reader, error);
}

GwStatus gw_graph_read_as(GwGraph *graph, const char *path, const GwSyntax *syntax,
                          GwError *error)
{
  const GwTripleReader reader = {add_triple, graph, false};
  return read_as(path, syntax, &reader, error);
}

GwStatus gw_graph_read(GwGraph *graph, const char *path, GwError *error)
{
  return gw_graph_read_as(graph, path, gw_syntax_of(path), error);
}
