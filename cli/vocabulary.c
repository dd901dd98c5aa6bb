#include "cli/formats.h"
#include "ontology/mapping.h"

typedef struct {
  const char *mapping;
  const GwSink *sink;
} Request;

static GwStatus read_request(int argc, char **argv, Request *r, GwError *error)
{
  *r = (Request){NULL, &gw_turtle_sink};
  for (;;) {
    const char *argument;
    char letter;
    GW_TRY(gw_option_next(&gw_vocabulary_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      return gw_no_operands(&gw_vocabulary_command, argc, argv, error);
    }
    r->mapping = letter == 'm' ? argument : r->mapping;
    if (letter == 'f') {
      GW_TRY(gw_read_format(&gw_vocabulary_command, argument, &r->sink, error));
    }
  }
}

static GwStatus add_mapping(GwArena *arena, const char *path, GwGraph *graph, GwError *error)
{
  GwResources resources = {NULL, NULL, NULL, NULL};
  GwLexicon *lexicon = NULL;
  GwMapping mapping;
  GW_TRY(gw_lexicon_open(arena, &lexicon, error));
  resources.lexicon = lexicon;
  GW_TRY(gw_mapping_read(arena, path, &resources, &mapping, error));
  return gw_describe_mapping(graph, &mapping, error);
}

static GwStatus print(const Request *r, GwArena *arena, GwGraph *graph, GwBuffer *out,
                      GwError *error)
{
  GW_TRY(gw_describe_vocabulary(graph, error));
  if (r->mapping) {
    GW_TRY(add_mapping(arena, r->mapping, graph, error));
  }
  GW_TRY(gw_sink_write(r->sink, graph, out, error));
  return gw_print(gw_buffer_view(out), error);
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  Request request;
  GwGraph *graph;
  GwArena arena = GW_ARENA_INIT;
  GwBuffer out = GW_BUFFER_INIT;
  GW_TRY(read_request(argc, argv, &request, error));
  GW_TRY(gw_graph_new(&graph, error));
  const GwStatus status = print(&request, &arena, graph, &out, error);
  gw_buffer_free(&out);
  gw_graph_free(graph);
  gw_arena_free(&arena);
  return status;
}

static const GwOption options[] = {
  {"format", 'f', "NAME", "format, such as turtle or ntriples (turtle)"},
  GW_OPTION_ONTOLOGY,
};

const GwCommand gw_vocabulary_command = {
  .name = "vocabulary", .operands = "", .run = run,
  .help = "Print the vocabulary as RDF, to be loaded beside the graphs",
  .options = options, .option_count = sizeof options / sizeof *options,
};
