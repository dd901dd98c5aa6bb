#include "base/file.h"
#include "cli/command.h"
#include "export/query/answers.h"
#include "export/query/query.h"
#include "ontology/read.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <sys/stat.h>

#define QUERY_BYTES ((size_t)1 << 20)
#define MOST_SECONDS 86400

typedef struct {
  char *const *files;
  size_t file_count;
  const char *query, *format;
  bool vocabulary;
  unsigned seconds;
} Request;

static GwStatus read_seconds(const char *text, unsigned *seconds, GwError *error)
{
  char *end;
  errno = 0;
  const unsigned long number = strtoul(text, &end, 10);
  if (*text < '0' || *text > '9' || *end || errno || number < 1 || number > MOST_SECONDS) {
    return gw_fail(error, GW_ERR_USAGE, "query: --timeout '%s' is not a number from 1 to %d", text,
                   MOST_SECONDS);
  }
  *seconds = (unsigned)number;
  return GW_OK;
}

static GwStatus read_request(int argc, char **argv, Request *r, GwError *error)
{
  *r = (Request){.seconds = gw_query_limits.wall_seconds};
  for (;;) {
    char letter;
    const char *argument;
    GW_TRY(gw_option_next(&gw_query_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      break;
    }
    if (letter == 't') {
      GW_TRY(read_seconds(argument, &r->seconds, error));
    }
    r->format = letter == 'f' ? argument : r->format;
    r->vocabulary = r->vocabulary || letter == 'v';
  }
  if (argc - optind < 2) {
    return gw_fail(error, GW_ERR_USAGE, "query: name one or more graphs and then a query or its "
                   "file, as in: graphwright query out/graph.ttl 'SELECT * { ?s ?p ?o } LIMIT 5'");
  }
  r->files = argv + optind;
  r->file_count = (size_t)(argc - optind) - 1;
  r->query = argv[argc - 1];
  return GW_OK;
}

/* The last operand is a file of that name, or else the query itself. */
static GwStatus read_query(GwArena *arena, const Request *r, GwView *query, const char **name,
                           GwError *error)
{
  struct stat status;
  const GwView text = gw_view(r->query);
  const bool names_file = gw_view_ends(text, GW_VIEW(".rq"))
                          || gw_view_ends(text, GW_VIEW(".sparql")) || gw_view_is(text, "-");
  *query = text;
  *name = "query";
  if (names_file || stat(r->query, &status) == 0) {
    *name = r->query;
    return gw_file_read(arena, r->query, QUERY_BYTES, query, error);
  }
  return GW_OK;
}

static GwStatus read_graphs(GwArena *arena, const Request *r, GwGraph *graph, GwError *error)
{
  static const char *const vocabulary[] = {"ontology/vocabulary.ttl", "ontology/relations.ttl"};
  for (size_t i = 0; i < r->file_count; i++) {
    GW_TRY(gw_graph_read(graph, r->files[i], error));
  }
  for (size_t i = 0; r->vocabulary && i < sizeof vocabulary / sizeof *vocabulary; i++) {
    const char *path;
    GW_TRY(gw_file_data(arena, vocabulary[i], &path, error));
    GW_TRY(gw_graph_read(graph, path, error));
  }
  return GW_OK;
}

static GwStatus answer(GwArena *arena, const Request *r, GwGraph *graph, GwBuffer *out,
                       GwError *error)
{
  GwChildLimits limits = gw_query_limits;
  GwView query;
  const char *name;
  GwAnswer found;
  limits.cpu_seconds = limits.wall_seconds = r->seconds;
  GW_TRY(read_query(arena, r, &query, &name, error));
  GW_TRY(read_graphs(arena, r, graph, error));
  GW_TRY(gw_query_answer(arena, graph, query, name, &limits, &found, error));
  const GwStatus status = gw_answer_write(&found, r->format, out, error);
  gw_graph_free(found.graph);
  return status;
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  Request request;
  GwArena arena = GW_ARENA_INIT;
  GwBuffer out = GW_BUFFER_INIT;
  GwGraph *graph = NULL;
  GW_TRY(read_request(argc, argv, &request, error));
  GwStatus status = gw_graph_new(&graph, error);
  if (!status) {
    status = answer(&arena, &request, graph, &out, error);
  }
  if (!status) {
    status = gw_print(gw_buffer_view(&out), error);
  }
  gw_graph_free(graph);
  gw_buffer_free(&out);
  gw_arena_free(&arena);
  return status;
}

static const GwOption options[] = {
  {"format", 'f', "NAME", "table, csv, tsv or json (table); of CONSTRUCT: turtle or ntriples"},
  {"timeout", 't', "SECONDS", "how long the query may take (60)"},
  {"vocabulary", 'v', NULL, "ask about the vocabulary of graphwright as well"},
};

const GwCommand gw_query_command = {
  .name = "query", .operands = "GRAPH... QUERY", .run = run,
  .help = "Ask graphs a question in SPARQL",
  .options = options, .option_count = sizeof options / sizeof *options,
};
