#include "export/merge.h"

#include "export/merge_parts.h"
#include "ontology/read.h"
#include "ontology/vocabulary.h"

#include <string.h>

GwStatus gw_merge_add(GwGraph *graph, GwGraph *added, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const GwQuad *kept = NULL;
  size_t count = 0;
  GwStatus status = gw_strip(&arena, added, &kept, &count, error);
  for (size_t i = 0; i < count && !status; i++) {
    const GwQuad *q = &kept[i];
    status = gw_graph_add_to(graph, q->graph ? q->graph->value : GW_VIEW(""), q->subject->value,
                             q->predicate->value, *q->object, error);
  }
  gw_arena_free(&arena);
  return status;
}

GwStatus gw_merge_read(GwGraph *graph, const char *path, GwError *error)
{
  GwGraph *read;
  GW_TRY(gw_graph_new(&read, error));
  GwStatus status = gw_graph_read(read, path, error);
  if (!status) {
    status = gw_merge_add(graph, read, error);
  }
  gw_graph_free(read);
  return status;
}

GwStatus gw_merge_judge(GwGraph *graph, const char *link, const char *verdict, GwError *error)
{
  const GwView iri = gw_view(link);
  if (!gw_view_starts(iri, GW_VIEW(GW_LINK_PREFIX)) || iri.length == strlen(GW_LINK_PREFIX)) {
    return gw_fail(error, GW_ERR_USAGE, "'%s' is no link; links are called " GW_LINK_PREFIX
                   "HASH, and stand in a merged graph", link);
  }
  const bool accepted = strcmp(verdict, "Accepted") == 0;
  return gw_graph_add_to(graph, GW_VIEW(GW_MERGE_GRAPH), iri, GW_VIEW(GW_NAMESPACE "verdict"),
                         gw_iri(accepted ? GW_VIEW(GW_NAMESPACE "Accepted")
                                         : GW_VIEW(GW_NAMESPACE "Rejected")), error);
}

/* What readers say of links; a rejection counts more than an acceptance. */
static GwStatus read_verdicts(GwFindings *f, const GwQuad *triples, size_t count, GwError *error)
{
  f->verdicts = gw_map_new(f->arena);
  for (size_t i = 0; i < count; i++) {
    const GwQuad *t = &triples[i];
    if (!gw_view_is(t->predicate->value, GW_NAMESPACE "verdict")) {
      continue;
    }
    const bool rejected = gw_view_is(t->object->value, GW_NAMESPACE "Rejected");
    const bool accepted = gw_view_is(t->object->value, GW_NAMESPACE "Accepted")
                          && gw_map_get(&f->verdicts, t->subject->value) == GW_MAP_ABSENT;
    if ((rejected || accepted)
        && !gw_map_set(&f->verdicts, t->subject->value,
                       rejected ? GW_VERDICT_REJECTED : GW_VERDICT_ACCEPTED)) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

static GwStatus find(GwFindings *f, GwGraph *graph, unsigned least, GwError *error)
{
  const GwQuad *triples;
  size_t count;
  GW_TRY(gw_merging_read(f->arena, &f->table, error));
  GW_TRY(gw_graph_triples(graph, f->arena, &triples, &count, error));
  GW_TRY(read_verdicts(f, triples, count, error));
  GW_TRY(gw_resources_find(f->arena, &f->table, triples, count, &f->resources, error));
  const GwLinking linking = {f->arena, &f->table, &f->resources, &f->verdicts, least};
  GW_TRY(gw_links_propose(&linking, &f->links, &f->link_count, &f->clusters, error));
  return gw_conflicts_find(f->arena, &f->table, triples, count, &f->resources, &f->clusters,
                           &f->conflicts, &f->conflict_count, error);
}

static GwStatus put(const GwFindings *f, GwGraph *graph, const GwMergeOptions *options,
                    GwError *error)
{
  GW_TRY(gw_put_links(graph, f, error));
  GW_TRY(gw_put_conflicts(graph, f, error));
  if (options->link_table) {
    GW_TRY(gw_table_links(f, options->link_table, error));
  }
  return options->conflict_table ? gw_table_conflicts(f, options->conflict_table, error) : GW_OK;
}

static void count_findings(const GwFindings *f, GwMergeReport *report)
{
  report->conflicts = f->conflict_count;
  for (size_t i = 0; i < f->link_count; i++) {
    const bool rejected = f->links[i].verdict == GW_VERDICT_REJECTED;
    report->links += !rejected;
    report->rejected += rejected;
    report->certain += !rejected && f->links[i].certain;
  }
}

GwStatus gw_merge_finish(GwGraph *graph, const GwMergeOptions *options, GwMergeReport *report,
                         GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwFindings findings = {.arena = &arena};
  *report = (GwMergeReport){0, 0, 0, 0};
  if (!options->links) {
    return GW_OK;
  }
  GwStatus status = find(&findings, graph, options->least, error);
  if (!status) {
    status = put(&findings, graph, options, error);
  }
  if (!status) {
    count_findings(&findings, report);
  }
  gw_arena_free(&arena);
  return status;
}
