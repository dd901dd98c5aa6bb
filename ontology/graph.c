#include "ontology/graph.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define NO_GRAPH 0 ///< the number that stands for the default graph; terms are numbered from 1

typedef struct {
  uint32_t graph, subject, predicate, object; ///< numbers of terms, or their ranks while sorting
} Numbers;

struct GwGraph {
  GwArena arena;    ///< holds the terms and their text
  GwTerm **terms;   ///< terms[0] is NULL
  uint32_t *slots;  ///< open addressing: numbers of terms, 0 for free
  Numbers *quads;   ///< sorted, each once, up to `settled`
  size_t term_count, term_capacity, slot_count;
  size_t quad_count, quad_capacity, settled;
};

GwStatus gw_graph_new(GwGraph **graph, GwError *error)
{
  *graph = calloc(1, sizeof **graph);
  if (!*graph) {
    return gw_fail_memory(error);
  }
  (*graph)->term_count = 1;
  return GW_OK;
}

void gw_graph_free(GwGraph *graph)
{
  if (graph) {
    gw_arena_free(&graph->arena);
    free(graph->terms);
    free(graph->slots);
    free(graph->quads);
    free(graph);
  }
}

/* Room for one more item in an array that doubles. */
static bool reserve(void **items, size_t count, size_t *capacity, size_t size)
{
  if (count < *capacity) {
    return true;
  }
  const size_t larger = *capacity ? 2 * *capacity : 256;
  void *grown = larger > SIZE_MAX / 2 / size ? NULL : realloc(*items, larger * size);
  if (grown) {
    *items = grown;
    *capacity = larger;
  }
  return grown != NULL;
}

static uint64_t hash_term(const GwTerm *term)
{
  const uint64_t odd = 0x9E3779B97F4A7C15u; /* 2^64 / golden ratio: spreads what is combined */
  uint64_t hash = gw_hash(term->value) + term->kind;
  if (term->kind == GW_TERM_LITERAL) {
    hash = hash * odd + gw_hash(term->datatype);
    hash = hash * odd + gw_hash(term->language);
  }
  return hash;
}

/* Where a term's number stands, or the free place for it. */
static uint32_t *slot_of(const GwGraph *graph, const GwTerm *term)
{
  size_t at = (size_t)hash_term(term) & (graph->slot_count - 1);
  while (graph->slots[at] && !gw_term_equal(graph->terms[graph->slots[at]], term)) {
    at = (at + 1) & (graph->slot_count - 1);
  }
  return &graph->slots[at];
}

static bool grow_slots(GwGraph *graph)
{
  uint32_t *old = graph->slots;
  const size_t larger = graph->slot_count ? 2 * graph->slot_count : 512;
  graph->slots = calloc(larger, sizeof *graph->slots);
  if (!graph->slots) {
    graph->slots = old;
    return false;
  }
  graph->slot_count = larger;
  free(old);
  for (size_t i = 1; i < graph->term_count; i++) {
    *slot_of(graph, graph->terms[i]) = (uint32_t)i;
  }
  return true;
}

static bool copy_view(GwArena *arena, GwView *view)
{
  view->data = view->length ? gw_view_copy(arena, *view) : "";
  return view->data != NULL;
}

static GwTerm *copy_term(GwArena *arena, const GwTerm *term)
{
  GwTerm *copy = GW_NEW(arena, 1, GwTerm);
  if (!copy) {
    return NULL;
  }
  *copy = *term;
  return copy_view(arena, &copy->value) && copy_view(arena, &copy->datatype)
             && copy_view(arena, &copy->language) ? copy : NULL;
}

static GwStatus add_term(GwGraph *graph, const GwTerm *term, uint32_t *number, GwError *error)
{
  const bool room = reserve((void **)&graph->terms, graph->term_count, &graph->term_capacity,
                            sizeof *graph->terms);
  GwTerm *copy = room && graph->term_count < UINT32_MAX ? copy_term(&graph->arena, term) : NULL;
  if (!copy || (2 * graph->term_count >= graph->slot_count && !grow_slots(graph))) {
    return gw_fail_memory(error);
  }
  *number = (uint32_t)graph->term_count++;
  graph->terms[0] = NULL;
  graph->terms[*number] = copy;
  *slot_of(graph, copy) = *number;
  return GW_OK;
}

/* The number of a term; a new one is checked, and its normal form is looked up again. */
static GwStatus number_of(GwGraph *graph, GwTerm term, uint32_t *number, GwError *error)
{
  char language[GW_LANGUAGE_BYTES] = "";
  *number = graph->slot_count ? *slot_of(graph, &term) : 0;
  if (*number) {
    return GW_OK;
  }
  GW_TRY(gw_term_normalize(&term, language, error));
  *number = graph->slot_count ? *slot_of(graph, &term) : 0;
  return *number ? GW_OK : add_term(graph, &term, number, error);
}

GwStatus gw_graph_add_to(GwGraph *graph, GwView name, GwView subject, GwView predicate,
                         GwTerm object, GwError *error)
{
  Numbers n = {NO_GRAPH, 0, 0, 0};
  if (name.length) {
    GW_TRY(number_of(graph, gw_iri(name), &n.graph, error));
  }
  GW_TRY(number_of(graph, gw_iri(subject), &n.subject, error));
  GW_TRY(number_of(graph, gw_iri(predicate), &n.predicate, error));
  GW_TRY(number_of(graph, object, &n.object, error));
  if (!reserve((void **)&graph->quads, graph->quad_count, &graph->quad_capacity,
               sizeof *graph->quads)) {
    return gw_fail_memory(error);
  }
  graph->quads[graph->quad_count++] = n;
  return GW_OK;
}

GwStatus gw_graph_add(GwGraph *graph, GwView subject, GwView predicate, GwTerm object,
                      GwError *error)
{
  return gw_graph_add_to(graph, GW_VIEW(""), subject, predicate, object, error);
}

static int compare_numbers(const void *left, const void *right)
{
  const Numbers *a = left, *b = right;
  if (a->graph != b->graph) {
    return a->graph < b->graph ? -1 : 1;
  }
  if (a->subject != b->subject) {
    return a->subject < b->subject ? -1 : 1;
  }
  if (a->predicate != b->predicate) {
    return a->predicate < b->predicate ? -1 : 1;
  }
  return a->object < b->object ? -1 : a->object > b->object;
}

static size_t sort_once(Numbers *quads, size_t count)
{
  size_t kept = 0;
  if (count) {
    qsort(quads, count, sizeof *quads, compare_numbers);
  }
  for (size_t i = 0; i < count; i++) {
    if (kept == 0 || compare_numbers(&quads[kept - 1], &quads[i]) != 0) {
      quads[kept++] = quads[i];
    }
  }
  return kept;
}

size_t gw_graph_size(GwGraph *graph)
{
  if (graph->settled < graph->quad_count) {
    graph->quad_count = sort_once(graph->quads, graph->quad_count);
    graph->settled = graph->quad_count;
  }
  return graph->quad_count;
}

static int compare_terms(const void *left, const void *right)
{
  const GwTerm *const *a = left, *const *b = right;
  return gw_term_compare(*a, *b);
}

/* The terms in order: ordered[rank]; ranks[number] gives the place of a term. */
static GwStatus rank_terms(const GwGraph *graph, GwArena *arena, const GwTerm ***ordered,
                           uint32_t **ranks, GwError *error)
{
  const size_t count = graph->term_count;
  *ordered = GW_NEW(arena, count, const GwTerm *);
  *ranks = GW_NEW(arena, count, uint32_t);
  if (!*ordered || !*ranks) {
    return gw_fail_memory(error);
  }
  for (size_t i = 1; i < count; i++) {
    (*ordered)[i] = graph->terms[i];
  }
  qsort(*ordered + 1, count - 1, sizeof **ordered, compare_terms);
  for (size_t rank = 1; rank < count; rank++) {
    (*ranks)[*slot_of(graph, (*ordered)[rank])] = (uint32_t)rank;
  }
  return GW_OK;
}

static GwStatus list_quads(GwGraph *graph, bool named, GwArena *arena, const GwQuad **quads,
                           size_t *count, GwError *error)
{
  const size_t size = gw_graph_size(graph);
  const GwTerm **ordered;
  uint32_t *ranks;
  Numbers *sorted = GW_NEW(arena, size, Numbers);
  GwQuad *list = GW_NEW(arena, size, GwQuad);
  GW_TRY(rank_terms(graph, arena, &ordered, &ranks, error));
  if (!sorted || !list) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < size; i++) {
    const Numbers *q = &graph->quads[i];
    sorted[i] = (Numbers){named ? ranks[q->graph] : NO_GRAPH, ranks[q->subject],
                          ranks[q->predicate], ranks[q->object]};
  }
  *count = sort_once(sorted, size);
  for (size_t i = 0; i < *count; i++) {
    list[i] = (GwQuad){ordered[sorted[i].subject], ordered[sorted[i].predicate],
                       ordered[sorted[i].object], ordered[sorted[i].graph]};
  }
  *quads = list;
  return GW_OK;
}

GwStatus gw_graph_quads(GwGraph *graph, GwArena *arena, const GwQuad **quads, size_t *count,
                        GwError *error)
{
  return list_quads(graph, true, arena, quads, count, error);
}

GwStatus gw_graph_triples(GwGraph *graph, GwArena *arena, const GwQuad **triples, size_t *count,
                          GwError *error)
{
  return list_quads(graph, false, arena, triples, count, error);
}
