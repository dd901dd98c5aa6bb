/** @file rdf.c
 * Writers of RDF side by side, for rdf.py: the graph's own, serd's and Raptor's.
 *
 *     rdf write ours|serd|raptor turtle|ntriples IN OUT [PREFIXES]
 *
 * loads the file IN into what the writer takes (a GwGraph; SerdNodes or raptor_statements in the
 * order of the file) and then writes OUT. Only the writing is measured; ours sorts the graph and
 * finds its prefixes in it. serd and Raptor are given the prefixes of the Turtle file PREFIXES,
 * and abbreviate nothing without it. On standard output: seconds, seconds of this process's
 * processor time, and how many megabytes the writing added to the memory in use at its most.
 *
 *     rdf union turtle|ntriples OUT IN...
 *
 * reads files into one graph and writes it.
 */
#include "export/sink.h"
#include "ontology/read.h"

#include <raptor2.h>
#ifdef HAVE_SERD
#include <serd/serd.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_PREFIXES 128

typedef struct {
  char name[64], value[512];
} Prefix;

typedef struct {
  raptor_world *world;
  raptor_statement **statements; ///< in the order of the file
  size_t count, capacity;
  Prefix prefixes[MOST_PREFIXES];
  size_t prefix_count;
} Triples;

typedef struct {
  double wall, cpu, memory;
} Cost;

static double seconds(clockid_t clock)
{
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A field of /proc/self/status in megabytes; Linux only. */
static double memory(const char *field)
{
  char line[256];
  double kilobytes = 0;
  FILE *file = fopen("/proc/self/status", "r");
  while (file && fgets(line, sizeof line, file)) {
    if (strncmp(line, field, strlen(field)) == 0) {
      kilobytes = strtod(line + strlen(field), NULL);
    }
  }
  if (file) {
    fclose(file);
  }
  return kilobytes / 1024;
}

static Cost begin(void)
{
  FILE *file = fopen("/proc/self/clear_refs", "w"); /* the peak is counted from here */
  if (file) {
    fputs("5", file);
    fclose(file);
  }
  return (Cost){seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID), memory("VmRSS:")};
}

static int end(Cost cost)
{
  printf("%.4f %.4f %.1f\n", seconds(CLOCK_MONOTONIC) - cost.wall,
         seconds(CLOCK_PROCESS_CPUTIME_ID) - cost.cpu, memory("VmHWM:") - cost.memory);
  return 0;
}

static int complain(GwError error)
{
  fprintf(stderr, "rdf: %s\n", error.message);
  return 1;
}

static GwStatus read_files(char **paths, size_t count, GwGraph **graph, GwError *error)
{
  GW_TRY(gw_graph_new(graph, error));
  for (size_t i = 0; i < count; i++) {
    GW_TRY(gw_graph_read(*graph, paths[i], error));
  }
  return GW_OK;
}

static int write_ours(const char *syntax, char *in, const char *out)
{
  GwGraph *graph = NULL;
  GwError error = {GW_OK, ""};
  if (read_files(&in, 1, &graph, &error)) {
    return complain(error);
  }
  const Cost cost = begin();
  const GwStatus status = gw_sink_save(gw_sink_find(syntax), graph, out, &error);
  return status ? complain(error) : end(cost);
}

static int write_union(const char *syntax, const char *out, char **in, size_t count)
{
  GwGraph *graph = NULL;
  GwError error = {GW_OK, ""};
  if (read_files(in, count, &graph, &error)
      || gw_sink_save(gw_sink_find(syntax), graph, out, &error)) {
    return complain(error);
  }
  gw_graph_free(graph);
  return 0;
}

static void keep_statement(void *user_data, raptor_statement *statement)
{
  Triples *triples = user_data;
  if (triples->count == triples->capacity) {
    triples->capacity = triples->capacity ? 2 * triples->capacity : 1024;
    triples->statements =
      realloc(triples->statements, triples->capacity * sizeof *triples->statements);
  }
  if (!triples->statements) {
    abort();
  }
  triples->statements[triples->count++] = raptor_statement_copy(statement);
}

static void load_prefixes(Triples *triples, const char *path)
{
  char line[1024];
  FILE *file = fopen(path, "r");
  while (file && fgets(line, sizeof line, file) && triples->prefix_count < MOST_PREFIXES) {
    Prefix *prefix = &triples->prefixes[triples->prefix_count];
    triples->prefix_count +=
      sscanf(line, "@prefix %63[^:]: <%511[^>]>", prefix->name, prefix->value) == 2;
  }
  if (file) {
    fclose(file);
  }
}

static void load(Triples *triples, const char *path)
{
  *triples = (Triples){.world = raptor_new_world()};
  raptor_parser *parser = raptor_new_parser(triples->world, "guess");
  unsigned char *name = raptor_uri_filename_to_uri_string(path);
  raptor_uri *uri = raptor_new_uri(triples->world, name);
  raptor_parser_set_statement_handler(parser, triples, keep_statement);
  if (raptor_parser_parse_file(parser, uri, uri)) {
    abort();
  }
  raptor_free_uri(uri);
  raptor_free_memory(name);
  raptor_free_parser(parser);
}

static int write_raptor(const Triples *triples, const char *syntax, const char *path)
{
  FILE *file = fopen(path, "w");
  const Cost cost = begin();
  raptor_serializer *serializer = raptor_new_serializer(triples->world, syntax);
  for (size_t i = 0; i < triples->prefix_count; i++) {
    const Prefix *prefix = &triples->prefixes[i];
    raptor_uri *uri = raptor_new_uri(triples->world, (const unsigned char *)prefix->value);
    raptor_serializer_set_namespace(serializer, uri, (const unsigned char *)prefix->name);
    raptor_free_uri(uri);
  }
  raptor_serializer_start_to_file_handle(serializer, NULL, file);
  for (size_t i = 0; i < triples->count; i++) {
    raptor_serializer_serialize_statement(serializer, triples->statements[i]);
  }
  raptor_serializer_serialize_end(serializer);
  raptor_free_serializer(serializer);
  return fclose(file) ? 1 : end(cost);
}

#ifdef HAVE_SERD
typedef struct {
  SerdNode subject, predicate, object, datatype, language;
} SerdTriple;

static SerdNode serd_uri(raptor_uri *uri)
{
  return uri ? serd_node_from_string(SERD_URI, raptor_uri_as_string(uri)) : SERD_NODE_NULL;
}

static SerdTriple serd_triple(const raptor_statement *s)
{
  SerdTriple t = {serd_uri(s->subject->value.uri), serd_uri(s->predicate->value.uri),
                  SERD_NODE_NULL, SERD_NODE_NULL, SERD_NODE_NULL};
  if (s->object->type == RAPTOR_TERM_TYPE_URI) {
    t.object = serd_uri(s->object->value.uri);
  } else {
    const raptor_term_literal_value *literal = &s->object->value.literal;
    t.object = serd_node_from_string(SERD_LITERAL, literal->string);
    t.datatype = serd_uri(literal->datatype);
    t.language = literal->language ? serd_node_from_string(SERD_LITERAL, literal->language)
                                   : SERD_NODE_NULL;
  }
  return t;
}

static int write_serd_triples(const Triples *triples, const SerdTriple *list, bool turtle,
                              FILE *file)
{
  const Cost cost = begin();
  SerdEnv *env = serd_env_new(NULL);
  for (size_t i = 0; i < triples->prefix_count; i++) {
    serd_env_set_prefix_from_strings(env, (const uint8_t *)triples->prefixes[i].name,
                                     (const uint8_t *)triples->prefixes[i].value);
  }
  /* What serdi uses for each syntax. */
  const SerdStyle style = turtle ? (triples->prefix_count ? SERD_STYLE_CURIED : 0)
                                     | SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK
                                 : SERD_STYLE_BULK;
  SerdWriter *writer = serd_writer_new(turtle ? SERD_TURTLE : SERD_NTRIPLES, style, env, NULL,
                                       serd_file_sink, file);
  serd_env_foreach(env, (SerdPrefixSink)serd_writer_set_prefix, writer);
  for (size_t i = 0; i < triples->count; i++) {
    const SerdTriple *t = &list[i];
    if (serd_writer_write_statement(writer, 0, NULL, &t->subject, &t->predicate, &t->object,
                                    &t->datatype, &t->language)) {
      return 1;
    }
  }
  serd_writer_finish(writer);
  serd_writer_free(writer);
  serd_env_free(env);
  return fclose(file) ? 1 : end(cost);
}

static int write_serd(const Triples *triples, const char *syntax, const char *path)
{
  SerdTriple *list = malloc((triples->count + 1) * sizeof *list);
  FILE *file = fopen(path, "w");
  for (size_t i = 0; list && i < triples->count; i++) {
    list[i] = serd_triple(triples->statements[i]);
  }
  return list && file
    ? write_serd_triples(triples, list, strcmp(syntax, "turtle") == 0, file) : 1;
}
#else
static int write_serd(const Triples *triples, const char *syntax, const char *path)
{
  (void)triples, (void)syntax, (void)path;
  puts("absent");
  return 0;
}
#endif

static int write_other(const char *writer, const char *syntax, char **files, size_t count)
{
  static Triples triples;
  load(&triples, files[0]);
  if (count > 2) {
    load_prefixes(&triples, files[2]);
  }
  return (strcmp(writer, "serd") == 0 ? write_serd : write_raptor)(&triples, syntax, files[1]);
}

int main(int argc, char **argv)
{
  if (argc > 4 && strcmp(argv[1], "union") == 0 && gw_sink_find(argv[2])) {
    return write_union(argv[2], argv[3], argv + 4, (size_t)argc - 4);
  }
  if (argc < 6 || strcmp(argv[1], "write") != 0 || !gw_sink_find(argv[3])) {
    fputs("usage: rdf write ours|serd|raptor turtle|ntriples IN OUT [PREFIXES]\n"
          "       rdf union turtle|ntriples OUT IN...\n", stderr);
    return 2;
  }
  return strcmp(argv[2], "ours") == 0 ? write_ours(argv[3], argv[4], argv[5])
                                      : write_other(argv[2], argv[3], argv + 4, (size_t)argc - 4);
}
