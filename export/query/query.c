#include "export/query/query.h"

#include "export/query/run.h"
#include "export/query/solutions.h"
#include "ontology/vocabulary.h"

const GwChildLimits gw_query_limits = {
  .cpu_seconds = 60, .wall_seconds = 60, .memory_bytes = (size_t)4 << 30,
  .output_bytes = (size_t)1 << 30};

static const GwTerm zero = {GW_TERM_LITERAL, {"0", 1}, {GW_XSD "integer", sizeof GW_XSD + 6},
                            {NULL, 0}};

/* Rasqal leaves out the row that aggregates over nothing have. */
static GwStatus add_empty_row(GwArena *arena, const GwPlan *plan, GwRows *rows, GwError *error)
{
  size_t given = 0;
  rows->cells = GW_NEW(arena, rows->width + 1, const GwTerm *);
  if (!rows->cells) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < plan->column_count; i++) {
    if (plan->columns[i].asked) {
      rows->cells[given++] = plan->columns[i].zero ? &zero : NULL;
    }
  }
  rows->count = 1;
  return GW_OK;
}

static GwStatus show(GwArena *arena, const GwPlan *plan, const GwRows *rows, GwAnswer *answer,
                     GwError *error)
{
  GwView *names = GW_NEW(arena, plan->column_count + 1, GwView);
  answer->cells = GW_NEW(arena, rows->count * rows->width + 1, const GwTerm *);
  if (!names || !answer->cells) {
    return gw_fail_memory(error);
  }
  size_t cells = 0;
  for (size_t c = 0; c < plan->column_count; c++) {
    if (plan->columns[c].shown) {
      names[answer->width++] = plan->columns[c].name;
    }
  }
  for (size_t i = 0; i < rows->count * rows->width; i++) {
    if (plan->columns[i % rows->width].shown) {
      answer->cells[cells++] = rows->cells[i];
    }
  }
  answer->names = names;
  answer->count = rows->count;
  return GW_OK;
}

static const GwTerm *fill(const GwPlan *plan, const GwSlot *slot, const GwTerm **row)
{
  return slot->is_column ? row[slot->number] : &plan->terms[slot->number];
}

/* Triples that no graph can have are left out (SPARQL 1.1, section 16.2). */
static GwStatus construct(const GwPlan *plan, const GwRows *rows, GwGraph *graph, GwError *error)
{
  for (size_t r = 0; r < rows->count; r++) {
    const GwTerm **row = rows->cells + r * rows->width;
    for (size_t i = 0; i < plan->template_count; i++) {
      const GwTerm *s = fill(plan, &plan->template[i][0], row);
      const GwTerm *p = fill(plan, &plan->template[i][1], row);
      const GwTerm *o = fill(plan, &plan->template[i][2], row);
      if (s && p && o && s->kind == GW_TERM_IRI && p->kind == GW_TERM_IRI) {
        GW_TRY(gw_graph_add(graph, s->value, p->value, *o, error));
      }
    }
  }
  return GW_OK;
}

static GwStatus make_answer(GwArena *arena, const GwPlan *plan, GwRows *rows, GwAnswer *answer,
                            GwError *error)
{
  answer->form = plan->form;
  answer->yes = rows->any;
  if (plan->form == GW_QUERY_ASK) {
    return GW_OK;
  }
  if (plan->probe && !rows->any && !plan->grouped) {
    GW_TRY(add_empty_row(arena, plan, rows, error));
  }
  GW_TRY(gw_solutions_arrange(arena, plan, rows, error));
  if (plan->form == GW_QUERY_SELECT) {
    return show(arena, plan, rows, answer, error);
  }
  GW_TRY(gw_graph_new(&answer->graph, error));
  return construct(plan, rows, answer->graph, error);
}

/* The prefixes that the graph's Turtle declares, for queries and answers. */
static GwStatus find_prefixes(GwArena *arena, const GwQuad *triples, size_t count,
                              GwAnswer *answer, GwQueryPrefix **known, GwError *error)
{
  GW_TRY(gw_prefixes_find(arena, triples, count, &answer->prefixes, error));
  *known = GW_NEW(arena, answer->prefixes.count + 1, GwQueryPrefix);
  for (size_t i = 0; *known && i < answer->prefixes.count; i++) {
    (*known)[i] = (GwQueryPrefix){answer->prefixes.list[i].name, answer->prefixes.list[i].value};
  }
  return *known ? GW_OK : gw_fail_memory(error);
}

GwStatus gw_query_answer(GwArena *arena, GwGraph *graph, GwView query, const char *name,
                         const GwChildLimits *limits, GwAnswer *answer, GwError *error)
{
  const GwQuad *quads, *triples;
  size_t quad_count, triple_count;
  GwProfile profile;
  GwQueryPrefix *known;
  GwPlan plan;
  GwIndex index;
  GwRows rows;
  *answer = (GwAnswer){.form = GW_QUERY_SELECT};
  GW_TRY(gw_graph_quads(graph, arena, &quads, &quad_count, error));
  GW_TRY(gw_graph_triples(graph, arena, &triples, &triple_count, error));
  GW_TRY(find_prefixes(arena, triples, triple_count, answer, &known, error));
  GW_TRY(gw_profile_make(arena, triples, triple_count, &profile, error));
  GW_TRY(gw_query_plan(arena, query, name, &profile, known, answer->prefixes.count, &plan,
                       error));
  GW_TRY(gw_index_make(arena, quads, quad_count, &plan, &index, error));
  GW_TRY(gw_query_run(arena, &index, &plan, limits, &rows, error));
  const GwStatus status = make_answer(arena, &plan, &rows, answer, error);
  if (status) {
    gw_graph_free(answer->graph);
    answer->graph = NULL;
  }
  return status;
}
