#include "export/merge_parts.h"
#include "ontology/vocabulary.h"

static const char *const class_names[] = {"Contradiction", "Dispute", "Disagreement",
                                          "IdentityConflict"};

typedef struct {
  GwGraph *graph;
  GwArena *arena;
  const GwConflict *conflict;
  GwError *error;
} Writer;

static GwStatus put_term(const Writer *w, const char *property, GwTerm value)
{
  return value.value.data ? gw_graph_add_to(w->graph, GW_VIEW(GW_MERGE_GRAPH),
                                            gw_view(w->conflict->iri), gw_view(property), value,
                                            w->error)
                          : gw_fail_memory(w->error);
}

static GwStatus put_all(const Writer *w, const char *property, const GwView *iris, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    GW_TRY(put_term(w, property, gw_iri(iris[i])));
  }
  return GW_OK;
}

static GwStatus put_conflict(const Writer *w)
{
  const GwConflict *c = w->conflict;
  GW_TRY(put_term(w, GW_RDF "type", gw_iri(GW_VIEW(GW_NAMESPACE "Conflict"))));
  GW_TRY(put_term(w, GW_RDF "type", gw_iri(gw_view_format(w->arena, GW_NAMESPACE "%s",
                                                          class_names[c->kind]))));
  GW_TRY(put_term(w, GW_RDFS "label", gw_text(c->label, "en")));
  GW_TRY(put_term(w, GW_NAMESPACE "score",
                  gw_typed(gw_score_text(w->arena, c->score), GW_XSD "decimal")));
  GW_TRY(put_term(w, GW_PROV "wasAttributedTo", gw_iri(GW_VIEW(GW_MERGE_SOFTWARE))));
  GW_TRY(put_term(w, GW_NAMESPACE "disputedProperty", gw_iri(c->property)));
  GW_TRY(put_all(w, GW_NAMESPACE "between", c->between, c->between_count));
  GW_TRY(put_all(w, GW_NAMESPACE "affirmedBy", c->affirmed, c->affirmed_count));
  GW_TRY(put_all(w, GW_NAMESPACE "deniedBy", c->denied, c->denied_count));
  for (size_t i = 0; i < c->value_count; i++) {
    GW_TRY(put_term(w, GW_NAMESPACE "disputedValue", *c->values[i]));
  }
  return GW_OK;
}

GwStatus gw_put_conflicts(GwGraph *graph, const GwFindings *findings, GwError *error)
{
  for (size_t i = 0; i < findings->conflict_count; i++) {
    const Writer w = {graph, findings->arena, &findings->conflicts[i], error};
    GW_TRY(put_conflict(&w));
  }
  return GW_OK;
}

/* A field of a table: what would break the line is a space. */
static void add_field(GwBuffer *out, GwView text, char end)
{
  for (size_t i = 0; i < text.length; i++) {
    const char c = text.data[i];
    gw_buffer_char(out, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
  }
  gw_buffer_char(out, end);
}

static const char *justification(const GwLink *link)
{
  return link->verdict != GW_VERDICT_NONE ? "semapv:MappingReview"
         : link->reasons & GW_REASON_IDENTIFIER ? "semapv:MappingChaining"
                                                : "semapv:LexicalMatching";
}

GwStatus gw_table_links(const GwFindings *findings, GwBuffer *out, GwError *error)
{
  gw_buffer_text(out, "#curie_map:\n"
                      "#  owl: " GW_OWL "\n"
                      "#  semapv: https://w3id.org/semapv/vocab/\n"
                      "#  skos: " GW_SKOS "\n"
                      "#mapping_set_id: " GW_MERGE_GRAPH "\n"
                      "#license: https://w3id.org/sssom/license/unspecified\n"
                      "#mapping_tool: graphwright\n"
                      "#mapping_tool_version: " PACKAGE_VERSION "\n"
                      "record_id\tsubject_id\tsubject_label\tpredicate_id\tpredicate_modifier\t"
                      "object_id\tobject_label\tmapping_justification\tconfidence\tcomment\n");
  for (size_t i = 0; i < findings->link_count; i++) {
    const GwLink *link = &findings->links[i];
    const GwResource *a = &findings->resources.list[link->a];
    const GwResource *b = &findings->resources.list[link->b];
    const GwView score = gw_score_text(findings->arena, link->score);
    const GwView text = gw_link_explanation(findings->arena, link);
    if (!score.data || !text.data) {
      return gw_fail_memory(error);
    }
    add_field(out, gw_view(link->iri), '\t');
    add_field(out, a->iri, '\t');
    add_field(out, gw_resource_label(a), '\t');
    gw_buffer_text(out, link->certain ? "owl:sameAs\t" : "skos:closeMatch\t");
    gw_buffer_text(out, link->verdict == GW_VERDICT_REJECTED ? "Not\t" : "\t");
    add_field(out, b->iri, '\t');
    add_field(out, gw_resource_label(b), '\t');
    add_field(out, gw_view(justification(link)), '\t');
    add_field(out, score, '\t');
    add_field(out, text, '\n');
  }
  return out->failed ? gw_fail_memory(error) : GW_OK;
}

static void add_list(GwBuffer *out, const GwView *iris, size_t count, char end)
{
  for (size_t i = 0; i < count; i++) {
    add_field(out, iris[i], i + 1 < count ? ' ' : end);
  }
  if (count == 0) {
    gw_buffer_char(out, end);
  }
}

GwStatus gw_table_conflicts(const GwFindings *findings, GwBuffer *out, GwError *error)
{
  gw_buffer_text(out, "conflict\tkind\tscore\tlabel\tproperty\tbetween\taffirmed_by\tdenied_by\t"
                      "values\n");
  for (size_t i = 0; i < findings->conflict_count; i++) {
    const GwConflict *c = &findings->conflicts[i];
    const GwView score = gw_score_text(findings->arena, c->score);
    if (!score.data) {
      return gw_fail_memory(error);
    }
    add_field(out, gw_view(c->iri), '\t');
    add_field(out, gw_view(class_names[c->kind]), '\t');
    add_field(out, score, '\t');
    add_field(out, c->label, '\t');
    add_field(out, c->property, '\t');
    add_list(out, c->between, c->between_count, '\t');
    add_list(out, c->affirmed, c->affirmed_count, '\t');
    add_list(out, c->denied, c->denied_count, '\t');
    for (size_t v = 0; v < c->value_count; v++) {
      add_field(out, c->values[v]->value, v + 1 < c->value_count ? '|' : '\n');
    }
    if (c->value_count == 0) {
      gw_buffer_char(out, '\n');
    }
  }
  return out->failed ? gw_fail_memory(error) : GW_OK;
}
