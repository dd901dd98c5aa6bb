#include "cli/formats.h"

GwStatus gw_read_format(const GwCommand *command, const char *text, const GwSink **sink,
                        GwError *error)
{
  *sink = gw_sink_find(text);
  if (*sink) {
    return GW_OK;
  }
  GwBuffer names = GW_BUFFER_INIT;
  for (size_t i = 0; gw_sinks[i]; i++) {
    gw_buffer_format(&names, "%s%s", i ? ", " : "", gw_sinks[i]->name);
  }
  const GwStatus status =
    gw_fail(error, GW_ERR_USAGE, "%s: no format '%s'; there are %.*s", command->name, text,
            GW_PRINT(gw_buffer_view(&names)));
  gw_buffer_free(&names);
  return status;
}

const GwSink *gw_choose_format(const GwSink *asked, const char *path)
{
  const GwSink *named = asked || !path ? asked : gw_sink_of(path);
  return named ? named : &gw_turtle_sink;
}

GwStatus gw_warn_of_loss(const GwSink *sink, GwGraph *graph, const char *path, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const GwQuad *quads = NULL;
  size_t count = 0;
  const GwStatus status = sink->named_graphs ? GW_OK
                                             : gw_graph_quads(graph, &arena, &quads, &count, error);
  if (!status && count > 0 && quads[count - 1].graph) { /* named graphs come last */
    gw_fail(error, GW_OK, "%s: the format %s does not say which graph a triple stands in; trig, "
            "nquads and jsonld do", path ? path : "standard output", sink->name);
  }
  gw_arena_free(&arena);
  return status;
}

void gw_describe_formats(GwBuffer *out)
{
  gw_buffer_text(out, "\nFormats:\n");
  for (size_t i = 0; gw_sinks[i]; i++) {
    gw_buffer_format(out, "  %-9s .%-8s %s\n", gw_sinks[i]->name, gw_sinks[i]->extension,
                     gw_sinks[i]->help);
  }
}

GwStatus gw_graph_outputs(GwArena *arena, const GwSink *sink, const char *folder,
                          const char *name, const GwBuffer *contents, GwOutput *outputs,
                          GwError *error)
{
  for (size_t i = 0; i < gw_sink_file_count(sink); i++) {
    outputs[i].path = sink->files[0]
                        ? gw_view_format(arena, "%s/%s", folder, sink->files[i]).data
                        : gw_view_format(arena, "%s/%s.%s", folder, name, sink->extension).data;
    outputs[i].content = gw_buffer_view(&contents[i]);
    if (!outputs[i].path) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}
