#include "ontology/mapping.h"

#include "base/file.h"
#include "ontology/description.h"
#include "ontology/read.h"

GwStatus gw_describe_vocabulary(GwGraph *graph, GwError *error)
{
  static const char *const files[] = {"ontology/vocabulary.ttl", "ontology/relations.ttl"};
  GwArena arena = GW_ARENA_INIT;
  GwStatus status = GW_OK;
  for (size_t i = 0; i < sizeof files / sizeof *files && !status; i++) {
    const char *path = NULL;
    status = gw_file_data(&arena, files[i], &path, error);
    if (!status) {
      status = gw_graph_read(graph, path, error);
    }
  }
  gw_arena_free(&arena);
  return status;
}

GwStatus gw_describe_mapping(GwGraph *graph, const GwMapping *mapping, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwDescription d = {.graph = graph, .arena = &arena};
  GwStatus status = GW_OK;
  for (size_t i = 0; i < mapping->count && !status; i++) {
    status = gw_describe_own(&d, mapping->terms[i], error);
  }
  gw_arena_free(&arena);
  return status;
}
