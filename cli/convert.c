#include "cli/formats.h"
#include "ontology/read.h"

#include <string.h>

typedef struct {
  const char *output;
  const char *const *inputs;
  size_t input_count;
  const GwSink *sink;
  const GwSyntax *syntax; ///< of files whose names do not tell; NULL when not given
} Request;

static GwStatus read_syntax(const char *text, const GwSyntax **syntax, GwError *error)
{
  *syntax = gw_syntax_find(text);
  return *syntax ? GW_OK : gw_fail(error, GW_ERR_USAGE, "convert: --from '%s' is no syntax that "
                                   "can be read: turtle, trig, ntriples, nquads or rdfxml", text);
}

static GwStatus read_option(Request *r, char letter, const char *argument, GwError *error)
{
  switch (letter) {
  case 'f': return gw_read_format(&gw_convert_command, argument, &r->sink, error);
  case 'r': return read_syntax(argument, &r->syntax, error);
  default: r->output = argument; return GW_OK;
  }
}

/* The format, when --format does not tell it, follows from the end of the output's name. */
static GwStatus choose_format(Request *r, GwError *error)
{
  if (!r->output || !*r->output) {
    return gw_fail(error, GW_ERR_USAGE, "convert: say where to write, with -o OUT; "
                   "- is standard output");
  }
  r->sink = r->sink ? r->sink : gw_sink_of(r->output);
  if (!r->sink) {
    return gw_fail(error, GW_ERR_USAGE, "convert: the name '%s' does not tell the format; "
                   "say it with --format; see 'graphwright help convert'", r->output);
  }
  if (gw_sink_file_count(r->sink) > 1
      && (gw_sink_of(r->output) == r->sink || strcmp(r->output, "-") == 0)) {
    return gw_fail(error, GW_ERR_USAGE, "convert: the format %s makes %s and %s; name a folder "
                   "for them: -o FOLDER --format %s", r->sink->name, r->sink->files[0],
                   r->sink->files[1], r->sink->name);
  }
  return GW_OK;
}

static GwStatus read_request(int argc, char **argv, Request *r, GwError *error)
{
  *r = (Request){0};
  for (;;) {
    char letter;
    const char *argument;
    GW_TRY(gw_option_next(&gw_convert_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      break;
    }
    GW_TRY(read_option(r, letter, argument, error));
  }
  GW_TRY(gw_operands(&gw_convert_command, argc, argv, &r->inputs, &r->input_count, error));
  return choose_format(r, error);
}

static GwStatus read_inputs(const Request *r, GwGraph *graph, GwError *error)
{
  for (size_t i = 0; i < r->input_count; i++) {
    const GwSyntax *syntax = gw_syntax_of(r->inputs[i]);
    GW_TRY(gw_graph_read_as(graph, r->inputs[i], syntax ? syntax : r->syntax, error));
  }
  return GW_OK;
}

static GwStatus write_outputs(const Request *r, const GwBuffer *contents, GwError *error)
{
  GwOutput outputs[GW_SINK_FILES] = {{r->output, gw_buffer_view(&contents[0])}};
  const size_t count = gw_sink_file_count(r->sink);
  if (strcmp(r->output, "-") == 0) {
    return gw_print(outputs[0].content, error);
  }
  if (count == 1) {
    return gw_file_write(r->output, outputs[0].content, error);
  }
  GwArena arena = GW_ARENA_INIT;
  GwStatus status = gw_graph_outputs(&arena, r->sink, r->output, "", contents, outputs, error);
  if (!status) {
    status = gw_file_make_folder(r->output, error);
  }
  if (!status) {
    status = gw_file_write_all(outputs, count, error);
  }
  gw_arena_free(&arena);
  return status;
}

static GwStatus convert(const Request *r, GwGraph *graph, GwError *error)
{
  GwBuffer contents[GW_SINK_FILES] = {GW_BUFFER_INIT, GW_BUFFER_INIT};
  GwStatus status = read_inputs(r, graph, error);
  if (!status) {
    status = gw_sink_write_files(r->sink, graph, contents, error);
  }
  if (!status) {
    status = write_outputs(r, contents, error);
  }
  for (size_t i = 0; i < GW_SINK_FILES; i++) {
    gw_buffer_free(&contents[i]);
  }
  return status ? status : gw_warn_of_loss(r->sink, graph, r->output, error);
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  Request request;
  GwGraph *graph;
  GW_TRY(read_request(argc, argv, &request, error));
  GW_TRY(gw_graph_new(&graph, error));
  const GwStatus status = convert(&request, graph, error);
  gw_graph_free(graph);
  return status;
}

static const GwOption options[] = {
  {"output", 'o', "OUT", "file to write, - for standard output (required)"},
  {"format", 'f', "NAME", "format to write; the default is that of OUT's name"},
  {"from", 'r', "NAME", "syntax of files whose names do not tell it, such as -"},
};

const GwCommand gw_convert_command = {
  .name = "convert", .operands = "FILE...", .run = run,
  .help = "Write RDF files as one graph in another format",
  .options = options, .option_count = sizeof options / sizeof *options,
  .details = gw_describe_formats,
};
