#include "cli/formats.h"
#include "cli/pipeline.h"
#include "graphs/dot/render.h"
#include "graphs/dot/write.h"
#include "graphs/views/view.h"
#include "ontology/describe.h"
#include "ontology/iri.h"

#include <errno.h>
#include <stdlib.h>

#define DEFAULT_NODES GW_VIEW_READABLE
#define MOST_NODES 500

typedef struct {
  const char *article, *folder, *base, *mapping;
  const GwSink *sink; ///< NULL until it is chosen
  bool quads;         ///< named graphs for the document and its speakers
  size_t max_nodes;
  double least; ///< confidence of what is kept
} Request;

/* Everything is made before anything is written. */
typedef struct {
  GwBuffer graph[GW_SINK_FILES], svg, png;
} Product;

static GwStatus read_base(const char *text, const char **base, GwError *error)
{
  const GwView iri = gw_view(text);
  if (!gw_iri_is_valid(iri) || !gw_view_ends(iri, GW_VIEW("/"))) {
    return gw_fail(error, GW_ERR_USAGE, "build: --base '%s' is not an absolute IRI that ends "
                   "in '/', such as " GW_DEFAULT_BASE, text);
  }
  *base = text;
  return GW_OK;
}

static GwStatus read_max_nodes(const char *text, size_t *max_nodes, GwError *error)
{
  char *end;
  errno = 0;
  const unsigned long number = strtoul(text, &end, 10);
  if (*text < '0' || *text > '9' || *end || errno || number < 2 || number > MOST_NODES) {
    return gw_fail(error, GW_ERR_USAGE, "build: --max-nodes '%s' is not a number from 2 to %d",
                   text, MOST_NODES);
  }
  *max_nodes = number;
  return GW_OK;
}

static GwStatus read_option(Request *r, char letter, const char *argument, GwError *error)
{
  switch (letter) {
  case 'b': return read_base(argument, &r->base, error);
  case 'c': return gw_read_confidence(&gw_build_command, argument, &r->least, error);
  case 'm': r->mapping = argument; return GW_OK;
  case 'f': return gw_read_format(&gw_build_command, argument, &r->sink, error);
  case 'n': return read_max_nodes(argument, &r->max_nodes, error);
  case 'q': r->quads = true; return GW_OK;
  default: r->folder = argument; return GW_OK;
  }
}

/* The format that was asked for, or the one that people read. */
static GwStatus choose_format(Request *r, GwError *error)
{
  if (!r->sink) {
    r->sink = r->quads ? &gw_trig_sink : &gw_turtle_sink;
  }
  return r->quads && !r->sink->named_graphs
           ? gw_fail(error, GW_ERR_USAGE, "build: %s has no named graphs: with --quads take one of "
                     "trig, nquads and jsonld", r->sink->name) : GW_OK;
}

static GwStatus read_request(int argc, char **argv, Request *r, GwError *error)
{
  *r = (Request){.base = GW_DEFAULT_BASE, .max_nodes = DEFAULT_NODES};
  for (;;) {
    char letter;
    const char *argument;
    GW_TRY(gw_option_next(&gw_build_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      break;
    }
    GW_TRY(read_option(r, letter, argument, error));
  }
  GW_TRY(gw_operand(&gw_build_command, argc, argv, &r->article, error));
  GW_TRY(choose_format(r, error));
  if (!r->folder || !*r->folder) {
    return gw_fail(error, GW_ERR_USAGE, "build: say where to write, with -o OUTDIR");
  }
  return GW_OK;
}

static GwStatus serialise(GwPipeline *p, const Request *r, GwBuffer *out, GwError *error)
{
  GwGraph *graph;
  GW_TRY(gw_graph_new(&graph, error));
  GwStatus status = (r->quads ? gw_describe_quads : gw_describe)(graph, &p->knowledge, r->base,
                                                                 error);
  if (!status) {
    status = gw_sink_write_files(r->sink, graph, out, error);
  }
  gw_graph_free(graph);
  return status;
}

static GwStatus draw(GwPipeline *p, const Request *r, Product *product, GwError *error)
{
  GwGraphView view;
  GwBuffer dot = GW_BUFFER_INIT;
  GW_TRY(gw_view_overview(&p->arena, &p->knowledge, r->max_nodes, &view, error));
  GwStatus status = gw_dot_write(&view, &dot, error);
  if (!status) {
    status = gw_dot_render(dot.data, dot.length, "svg", &product->svg, error);
  }
  if (!status) {
    status = gw_dot_render(dot.data, dot.length, "png", &product->png, error);
  }
  gw_buffer_free(&dot);
  return status;
}

static GwStatus write_files(GwArena *arena, const Request *r, const Product *product,
                            bool pictures, GwError *error)
{
  const size_t count = gw_sink_file_count(r->sink);
  GwOutput outputs[GW_SINK_FILES + 2];
  GW_TRY(gw_graph_outputs(arena, r->sink, r->folder, "graph", product->graph, outputs, error));
  outputs[count] = (GwOutput){gw_view_format(arena, "%s/graph.svg", r->folder).data,
                              gw_buffer_view(&product->svg)};
  outputs[count + 1] = (GwOutput){gw_view_format(arena, "%s/graph.png", r->folder).data,
                                  gw_buffer_view(&product->png)};
  if (!outputs[count].path || !outputs[count + 1].path) {
    return gw_fail_memory(error);
  }
  GW_TRY(gw_file_make_folder(r->folder, error));
  return gw_file_write_all(outputs, pictures ? count + 2 : count, error);
}

/* The graph does not depend on its picture: it is written even when drawing fails. */
static GwStatus build(GwPipeline *p, const Request *r, Product *product, GwError *error)
{
  GwError drawing = {GW_OK, ""};
  GW_TRY(gw_pipeline_analyse(p, r->article, error));
  GW_TRY(gw_pipeline_understand(p, r->least, error));
  GW_TRY(serialise(p, r, product->graph, error));
  const GwStatus drawn = draw(p, r, product, &drawing);
  GW_TRY(write_files(&p->arena, r, product, drawn == GW_OK, error));
  if (*drawing.message) {
    gw_fail(error, drawn, "%s/%s%s is written%s: %s", r->folder,
            r->sink->files[0] ? "" : "graph.",
            r->sink->files[0] ? r->sink->files[0] : r->sink->extension,
            drawn ? ", but without its pictures" : "; its picture is a simpler one",
            drawing.message);
  }
  return drawn;
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  Request request;
  GW_TRY(read_request(argc, argv, &request, error));
  GwPipeline pipeline = GW_PIPELINE_INIT;
  pipeline.mapping = request.mapping;
  Product product = {{GW_BUFFER_INIT, GW_BUFFER_INIT}, GW_BUFFER_INIT, GW_BUFFER_INIT};
  const GwStatus status = build(&pipeline, &request, &product, error);
  for (size_t i = 0; i < GW_SINK_FILES; i++) {
    gw_buffer_free(&product.graph[i]);
  }
  gw_buffer_free(&product.svg);
  gw_buffer_free(&product.png);
  gw_pipeline_free(&pipeline);
  return status;
}

static const GwOption options[] = {
  {"output", 'o', "OUTDIR", "folder to write to; made if it is not there (required)"},
  {"base", 'b', "IRI", "what the graph's IRIs begin with (" GW_DEFAULT_BASE ")"},
  {"format", 'f', "NAME", "format of the graph, one of those below (turtle; with -q trig)"},
  {"quads", 'q', NULL, "a named graph for the document, and one for each speaker's claims"},
  GW_OPTION_CONFIDENCE,
  GW_OPTION_ONTOLOGY,
  {"max-nodes", 'n', "N", "most nodes in the picture, 2 to 500 (24)"},
};

const GwCommand gw_build_command = {
  .name = "build", .operands = "ARTICLE.txt", .run = run,
  .help = "Write an article's knowledge graph and a picture of it",
  .options = options, .option_count = sizeof options / sizeof *options,
  .details = gw_describe_formats,
};
