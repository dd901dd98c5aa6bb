#include "export/sink.h"

#include "base/file.h"

static const GwSink *const sinks[] = {&gw_turtle_sink, &gw_ntriples_sink};

const GwSink *gw_sink_find(const char *name)
{
  for (size_t i = 0; i < sizeof sinks / sizeof *sinks; i++) {
    if (gw_view_is(gw_view(name), sinks[i]->name)) {
      return sinks[i];
    }
  }
  return NULL;
}

GwStatus gw_sink_write(const GwSink *sink, GwGraph *graph, GwBuffer *out, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const GwQuad *quads = NULL;
  size_t count = 0;
  GwStatus status = (sink->named_graphs ? gw_graph_quads : gw_graph_triples)(
    graph, &arena, &quads, &count, error);
  if (!status) {
    status = sink->write(quads, count, out, error);
  }
  gw_arena_free(&arena);
  return !status && out->failed ? gw_fail_memory(error) : status;
}

GwStatus gw_sink_save(const GwSink *sink, GwGraph *graph, const char *path, GwError *error)
{
  GwNewFile file;
  GwStatus status = gw_file_create(&file, path, error);
  if (!status) {
    status = gw_sink_write(sink, graph, &file.out, error);
  }
  return gw_file_publish(&file, 1, status, error);
}
