#include "export/sink.h"

#include "base/file.h"

const GwSink *const gw_sinks[] = {
  &gw_turtle_sink, &gw_trig_sink, &gw_ntriples_sink, &gw_nquads_sink, &gw_rdfxml_sink,
  &gw_jsonld_sink, &gw_graphml_sink, &gw_csv_sink, NULL,
};

const GwSink *gw_sink_find(const char *name)
{
  for (size_t i = 0; gw_sinks[i]; i++) {
    if (gw_view_is(gw_view(name), gw_sinks[i]->name)) {
      return gw_sinks[i];
    }
  }
  return NULL;
}

const GwSink *gw_sink_of(const char *path)
{
  for (size_t i = 0; gw_sinks[i]; i++) {
    const GwView name = gw_view(path), extension = gw_view(gw_sinks[i]->extension);
    const size_t dot = name.length > extension.length ? name.length - extension.length - 1 : 0;
    if (dot > 0 && name.data[dot] == '.' && gw_view_ends(name, extension)) {
      return gw_sinks[i];
    }
  }
  return NULL;
}

size_t gw_graph_run(const GwQuad *quads, size_t count)
{
  size_t n = 1;
  while (n < count && quads[n].graph == quads->graph) {
    n++;
  }
  return n;
}

size_t gw_sink_file_count(const GwSink *sink)
{
  size_t count = 0;
  while (count < GW_SINK_FILES && sink->files[count]) {
    count++;
  }
  return count ? count : 1;
}

GwStatus gw_sink_write_files(const GwSink *sink, GwGraph *graph, GwBuffer *out, GwError *error)
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
  for (size_t i = 0; !status && i < gw_sink_file_count(sink); i++) {
    status = out[i].failed ? gw_fail_memory(error) : GW_OK;
  }
  return status;
}

GwStatus gw_sink_write(const GwSink *sink, GwGraph *graph, GwBuffer *out, GwError *error)
{
  if (gw_sink_file_count(sink) > 1) {
    return gw_fail(error, GW_ERR_USAGE, "the format %s makes several files; choose another one",
                   sink->name);
  }
  return gw_sink_write_files(sink, graph, out, error);
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
