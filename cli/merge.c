#include "cli/formats.h"
#include "export/merge.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#define VERDICTS_MOST 64

typedef struct {
  const char *link, *verdict;
} Verdict;

typedef struct {
  const char *output, *links, *conflicts;
  const GwSink *sink;
  GwMergeOptions options;
  Verdict verdicts[VERDICTS_MOST];
  size_t verdict_count;
  char **files;
  size_t file_count;
} Request;

typedef struct {
  GwBuffer graph, links, conflicts;
} Product;

static GwStatus read_score(const char *text, unsigned *least, GwError *error)
{
  char *end;
  const double number = strtod(text, &end);
  const bool plain = *text && strspn(text, "0123456789.") == strlen(text);
  if (!plain || *end || number < 0 || number > 1) {
    return gw_fail(error, GW_ERR_USAGE, "merge: --min-score '%s' is not a number from 0 to 1, "
                   "such as 0.8", text);
  }
  *least = (unsigned)(1000 * number + 0.5);
  return GW_OK;
}

static GwStatus add_verdict(Request *r, const char *link, const char *verdict, GwError *error)
{
  if (r->verdict_count == VERDICTS_MOST) {
    return gw_fail(error, GW_ERR_USAGE, "merge: more than %d links on the command line; put "
                   "\"<LINK> gw:verdict gw:%s .\" into a Turtle file and merge that as well",
                   VERDICTS_MOST, verdict);
  }
  r->verdicts[r->verdict_count++] = (Verdict){link, verdict};
  return GW_OK;
}

static GwStatus read_option(Request *r, char letter, const char *argument, GwError *error)
{
  switch (letter) {
  case 'a': return add_verdict(r, argument, "Accepted", error);
  case 'r': return add_verdict(r, argument, "Rejected", error);
  case 'c': r->conflicts = argument; return GW_OK;
  case 'f': return gw_read_format(&gw_merge_command, argument, &r->sink, error);
  case 'l': r->links = argument; return GW_OK;
  case 'n': r->options.links = false; return GW_OK;
  case 's': return read_score(argument, &r->options.least, error);
  default: r->output = argument; return GW_OK;
  }
}

static GwStatus read_request(int argc, char **argv, Request *r, GwError *error)
{
  *r = (Request){.options = {.links = true, .least = GW_MERGE_SCORE}};
  for (;;) {
    char letter;
    const char *argument;
    GW_TRY(gw_option_next(&gw_merge_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      break;
    }
    GW_TRY(read_option(r, letter, argument, error));
  }
  r->sink = gw_choose_format(r->sink, r->output);
  r->files = &argv[optind];
  r->file_count = (size_t)(argc - optind);
  if (r->file_count == 0) {
    return gw_fail(error, GW_ERR_USAGE, "merge: missing GRAPH...; see 'graphwright help merge'");
  }
  if (!r->options.links && (r->links || r->conflicts)) {
    return gw_fail(error, GW_ERR_USAGE, "merge: --no-links leaves nothing for --links and "
                   "--conflicts to list");
  }
  return GW_OK;
}

static GwStatus merge(const Request *r, GwGraph *graph, Product *product, GwMergeReport *report,
                      GwError *error)
{
  GwMergeOptions options = r->options;
  options.link_table = r->links ? &product->links : NULL;
  options.conflict_table = r->conflicts ? &product->conflicts : NULL;
  for (size_t i = 0; i < r->file_count; i++) {
    GW_TRY(gw_merge_read(graph, r->files[i], error));
  }
  GW_TRY(gw_warn_of_loss(r->sink, graph, r->output, error));
  for (size_t i = 0; i < r->verdict_count; i++) {
    GW_TRY(gw_merge_judge(graph, r->verdicts[i].link, r->verdicts[i].verdict, error));
  }
  GW_TRY(gw_merge_finish(graph, &options, report, error));
  return gw_sink_write(r->sink, graph, &product->graph, error);
}

static GwStatus write_files(const Request *r, const Product *product, GwError *error)
{
  GwOutput outputs[3];
  size_t count = 0;
  if (r->output) {
    outputs[count++] = (GwOutput){r->output, gw_buffer_view(&product->graph)};
  }
  if (r->links) {
    outputs[count++] = (GwOutput){r->links, gw_buffer_view(&product->links)};
  }
  if (r->conflicts) {
    outputs[count++] = (GwOutput){r->conflicts, gw_buffer_view(&product->conflicts)};
  }
  return gw_file_write_all(outputs, count, error);
}

static GwStatus tell(const Request *r, const GwMergeReport *report, GwGraph *graph,
                     GwError *error)
{
  GwBuffer text = GW_BUFFER_INIT;
  gw_buffer_format(&text, "%s: %zu triples of %zu file%s", r->output, gw_graph_size(graph),
                   r->file_count, r->file_count == 1 ? "" : "s");
  if (r->options.links) {
    gw_buffer_format(&text, "; %zu links, %zu of them certain, %zu rejected; %zu conflicts",
                     report->links, report->certain, report->rejected, report->conflicts);
  }
  gw_buffer_char(&text, '\n');
  const GwStatus status = text.failed ? gw_fail_memory(error)
                                      : gw_print(gw_buffer_view(&text), error);
  gw_buffer_free(&text);
  return status;
}

static GwStatus produce(const Request *r, GwGraph *graph, Product *product, GwError *error)
{
  GwMergeReport report;
  GW_TRY(merge(r, graph, product, &report, error));
  GW_TRY(write_files(r, product, error));
  return r->output ? tell(r, &report, graph, error)
                   : gw_print(gw_buffer_view(&product->graph), error);
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  Request request;
  GwGraph *graph;
  Product product = {GW_BUFFER_INIT, GW_BUFFER_INIT, GW_BUFFER_INIT};
  GW_TRY(read_request(argc, argv, &request, error));
  GW_TRY(gw_graph_new(&graph, error));
  const GwStatus status = produce(&request, graph, &product, error);
  gw_buffer_free(&product.graph);
  gw_buffer_free(&product.links);
  gw_buffer_free(&product.conflicts);
  gw_graph_free(graph);
  return status;
}

static const GwOption options[] = {
  {"output", 'o', "FILE", "write the graph there instead of to standard output"},
  {"format", 'f', "NAME", "format of the graph, one of those below (by the file's name; turtle)"},
  {"no-links", 'n', NULL, "the union alone: neither links nor conflicts, not even those put in"},
  {"min-score", 's', "X", "leave out links less sure than this: 0 to 1 (0.5)"},
  {"links", 'l', "FILE", "list the links there, as an SSSOM table"},
  {"conflicts", 'c', "FILE", "list the conflicts there, as a table"},
  {"reject", 'r', "LINK", "a link that is wrong, by its IRI; may be given again"},
  {"accept", 'a', "LINK", "a link that is right, by its IRI; may be given again"},
};

const GwCommand gw_merge_command = {
  .name = "merge", .operands = "GRAPH...", .run = run,
  .help = "Join graphs, with links between what may be the same and a list of conflicts",
  .options = options, .option_count = sizeof options / sizeof *options,
  .details = gw_describe_formats,
};
