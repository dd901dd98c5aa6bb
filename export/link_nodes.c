#include "export/merge_parts.h"
#include "ontology/vocabulary.h"

static const struct {
  unsigned reason;
  const char *name, *words;
} reasons[] = {
  {GW_REASON_ACCEPTED, "AcceptedByReader", "A reader accepted the link."},
  {GW_REASON_IDENTIFIER, "SameIdentifier", "Both have one identifier."},
  {GW_REASON_NAME, "SameName", "They have a name in common."},
  {GW_REASON_ACRONYM, "SameAcronym", "The name of one is the acronym of the other's."},
  {GW_REASON_TERM, "SameTerm", "One common noun names both."},
  {GW_REASON_FACT, "SameFact", "A fact told of both agrees."},
  {GW_REASON_CONTEXT, "SameContext", "Something else told of both agrees."},
};
#define REASON_COUNT (sizeof reasons / sizeof *reasons)

GwView gw_score_text(GwArena *arena, unsigned score)
{
  return gw_view_format(arena, "%u.%02u", score / 1000, score % 1000 / 10);
}

GwView gw_link_explanation(GwArena *arena, const GwLink *link)
{
  GwView text = GW_VIEW("");
  for (size_t i = 0; i < REASON_COUNT && text.data; i++) {
    if (!(link->reasons & reasons[i].reason)) {
      continue;
    }
    const bool quoted = reasons[i].reason & (GW_REASON_IDENTIFIER | GW_REASON_NAME);
    const bool first = text.length == 0;
    text = gw_view_format(arena, "%.*s%s%s", GW_PRINT(text), first ? "" : " ", reasons[i].words);
    if (first && quoted && text.data) {
      text = gw_view_format(arena, "%.*s: %.*s.", (int)text.length - 1, text.data,
                            GW_PRINT(link->shared));
    }
  }
  return link->rivals > 1 && text.data
           ? gw_view_format(arena, "%.*s %zu resources come into question, so each is less likely.",
                            GW_PRINT(text), link->rivals)
           : text;
}

typedef struct {
  GwGraph *graph;
  const GwFindings *findings;
  const GwLink *link;
  GwError *error;
} Writer;

static GwStatus put_term(const Writer *w, const char *property, GwTerm value)
{
  return value.value.data ? gw_graph_add_to(w->graph, GW_VIEW(GW_MERGE_GRAPH),
                                            gw_view(w->link->iri), gw_view(property), value,
                                            w->error)
                          : gw_fail_memory(w->error);
}

static GwStatus put_reasons(const Writer *w)
{
  GwArena *arena = w->findings->arena;
  for (size_t i = 0; i < REASON_COUNT; i++) {
    if (w->link->reasons & reasons[i].reason) {
      GW_TRY(put_term(w, GW_NAMESPACE "reason",
                      gw_iri(gw_view_format(arena, GW_NAMESPACE "%s", reasons[i].name))));
    }
  }
  return put_term(w, GW_NAMESPACE "explanation",
                  gw_text(gw_link_explanation(arena, w->link), "en"));
}

/* The plain triple, both ways: the relations are symmetric, but few stores infer that. */
static GwStatus put_triples(const Writer *w, GwView a, GwView b, GwView relation)
{
  GW_TRY(gw_graph_add_to(w->graph, GW_VIEW(GW_MERGE_GRAPH), a, relation, gw_iri(b), w->error));
  return gw_graph_add_to(w->graph, GW_VIEW(GW_MERGE_GRAPH), b, relation, gw_iri(a), w->error);
}

static GwStatus put_link(const Writer *w)
{
  GwArena *arena = w->findings->arena;
  const GwResource *a = &w->findings->resources.list[w->link->a];
  const GwResource *b = &w->findings->resources.list[w->link->b];
  const bool rejected = w->link->verdict == GW_VERDICT_REJECTED;
  const GwView relation = w->link->certain ? GW_VIEW(GW_OWL "sameAs")
                                           : GW_VIEW(GW_SKOS "closeMatch");
  GW_TRY(put_term(w, GW_RDF "type", gw_iri(rejected ? GW_VIEW(GW_NAMESPACE "RejectedLink")
                                                    : GW_VIEW(GW_NAMESPACE "IdentityLink"))));
  GW_TRY(put_term(w, GW_RDFS "label",
                  gw_text(gw_view_format(arena, "%.*s %s %.*s", GW_PRINT(gw_resource_label(a)),
                                         rejected ? "is not" : w->link->certain ? "is" : "may be",
                                         GW_PRINT(gw_resource_label(b))), "en")));
  GW_TRY(put_term(w, GW_NAMESPACE "between", gw_iri(a->iri)));
  GW_TRY(put_term(w, GW_NAMESPACE "between", gw_iri(b->iri)));
  GW_TRY(put_term(w, GW_NAMESPACE "score",
                  gw_typed(gw_score_text(arena, w->link->score), GW_XSD "decimal")));
  GW_TRY(put_term(w, GW_PROV "wasAttributedTo", gw_iri(GW_VIEW(GW_MERGE_SOFTWARE))));
  GW_TRY(put_reasons(w));
  if (rejected) {
    return GW_OK;
  }
  GW_TRY(put_term(w, GW_NAMESPACE "relation", gw_iri(relation)));
  return put_triples(w, a->iri, b->iri, relation);
}

GwStatus gw_put_links(GwGraph *graph, const GwFindings *findings, GwError *error)
{
  for (size_t i = 0; i < findings->link_count; i++) {
    const Writer w = {graph, findings, &findings->links[i], error};
    GW_TRY(put_link(&w));
  }
  return GW_OK;
}
