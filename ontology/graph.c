#include "ontology/graph.h"

#include "base/hash.h"
#include "ontology/sort.h"

#include <stdlib.h>
#include <string.h>

#define NO_GRAPH 0 ///< the number that stands for the default graph; terms are numbered from 1

/* The words of a quad's record: numbers of terms, or their ranks while it is sorted. */
enum { GRAPH, SUBJECT, PREDICATE, OBJECT };

typedef struct {
  uint32_t hash, number; ///< number 0: free
} Slot;

struct GwGraph {
  GwArena arena;        ///< holds the terms, each followed by its text
  const GwTerm **terms; ///< terms[0] is NULL
  Slot *slots;          ///< open addressing
  GwRecord *quads;      ///< sorted, each once, up to `settled`
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

static uint32_t hash_term(const GwTerm *term)
{
  const uint64_t odd = 0x9E3779B97F4A7C15u; /* 2^64 / golden ratio: spreads what is combined */
  uint64_t hash = gw_hash(term->value) + term->kind;
  if (term->kind == GW_TERM_LITERAL && (term->datatype.length || term->language.length)) {
    hash = hash * odd + gw_hash(term->datatype) + gw_hash(term->language);
  }
  return (uint32_t)(hash >> 32);
}

/* Where a term's number stands, or the free place for it. */
static Slot *slot_of(const GwGraph *graph, const GwTerm *term, uint32_t hash)
{
  size_t at = hash & (graph->slot_count - 1);
  while (graph->slots[at].number
         && (graph->slots[at].hash != hash
             || !gw_term_equal(graph->terms[graph->slots[at].number], term))) {
    at = (at + 1) & (graph->slot_count - 1);
  }
  return &graph->slots[at];
}

/* Room for one more term; a table that is half full doubles. */
static bool reserve_term(GwGraph *graph)
{
  if (!reserve((void **)&graph->terms, graph->term_count, &graph->term_capacity,
               sizeof *graph->terms) || graph->term_count == UINT32_MAX) {
    return false;
  }
  graph->terms[0] = NULL;
  if (2 * graph->term_count < graph->slot_count) {
    return true;
  }
  const size_t larger = graph->slot_count ? 2 * graph->slot_count : 512;
  Slot *slots = calloc(larger, sizeof *slots);
  for (size_t i = 0; slots && i < graph->slot_count; i++) {
    if (graph->slots[i].number) {
      size_t at = graph->slots[i].hash & (larger - 1);
      while (slots[at].number) {
        at = (at + 1) & (larger - 1);
      }
      slots[at] = graph->slots[i];
    }
  }
  if (slots) {
    free(graph->slots);
    graph->slots = slots;
    graph->slot_count = larger;
  }
  return slots != NULL;
}

static GwView put_view(char **to, GwView view)
{
  char *begin = *to;
  if (view.length) {
    memcpy(begin, view.data, view.length);
  }
  *to += view.length + 1; /* what the arena gives is zeroed */
  return (GwView){begin, view.length};
}

static GwTerm *copy_term(GwArena *arena, const GwTerm *term)
{
  const size_t bytes = term->value.length + term->datatype.length + term->language.length + 3;
  GwTerm *copy = gw_arena_alloc(arena, 1, sizeof *copy + bytes);
  if (copy) {
    char *text = (char *)(copy + 1);
    copy->kind = term->kind;
    copy->value = put_view(&text, term->value);
    copy->datatype = put_view(&text, term->datatype);
    copy->language = put_view(&text, term->language);
  }
  return copy;
}

/* The number of a term; a new one is checked, and its normal form is looked up again. */
static GwStatus number_of(GwGraph *graph, GwTerm term, uint32_t *number, GwError *error)
{
  char language[GW_LANGUAGE_BYTES] = "";
  if (!reserve_term(graph)) {
    return gw_fail_memory(error);
  }
  uint32_t hash = hash_term(&term);
  Slot *slot = slot_of(graph, &term, hash);
  if (!slot->number) {
    GW_TRY(gw_term_normalize(&term, language, error));
    hash = hash_term(&term);
    slot = slot_of(graph, &term, hash);
  }
  if (!slot->number) {
    const GwTerm *copy = copy_term(&graph->arena, &term);
    if (!copy) {
      return gw_fail_memory(error);
    }
    graph->terms[graph->term_count] = copy;
    *slot = (Slot){hash, (uint32_t)graph->term_count++};
  }
  *number = slot->number;
  return GW_OK;
}

GwStatus gw_graph_add_to(GwGraph *graph, GwView name, GwView subject, GwView predicate,
                         GwTerm object, GwError *error)
{
  GwRecord quad = {{NO_GRAPH, 0, 0, 0}};
  if (name.length) {
    GW_TRY(number_of(graph, gw_iri(name), &quad.word[GRAPH], error));
  }
  GW_TRY(number_of(graph, gw_iri(subject), &quad.word[SUBJECT], error));
  GW_TRY(number_of(graph, gw_iri(predicate), &quad.word[PREDICATE], error));
  GW_TRY(number_of(graph, object, &quad.word[OBJECT], error));
  if (!reserve((void **)&graph->quads, graph->quad_count, &graph->quad_capacity,
               sizeof *graph->quads)) {
    return gw_fail_memory(error);
  }
  graph->quads[graph->quad_count++] = quad;
  return GW_OK;
}

GwStatus gw_graph_add(GwGraph *graph, GwView subject, GwView predicate, GwTerm object,
                      GwError *error)
{
  return gw_graph_add_to(graph, GW_VIEW(""), subject, predicate, object, error);
}

/* Sorts quads and keeps each once; returns how many are left. */
static size_t sort_once(GwRecord *quads, GwRecord *scratch, size_t count)
{
  size_t kept = 0;
  gw_sort_records(quads, scratch, count, GW_RECORD_WORDS);
  for (size_t i = 0; i < count; i++) {
    if (kept == 0 || memcmp(&quads[kept - 1], &quads[i], sizeof *quads) != 0) {
      quads[kept++] = quads[i];
    }
  }
  return kept;
}

size_t gw_graph_size(GwGraph *graph)
{
  if (graph->settled < graph->quad_count) {
    GwArena arena = GW_ARENA_INIT;
    GwRecord *scratch = GW_NEW(&arena, graph->quad_count, GwRecord);
    graph->quad_count = sort_once(graph->quads, scratch, graph->quad_count);
    graph->settled = graph->quad_count;
    gw_arena_free(&arena);
  }
  return graph->quad_count;
}

/* The terms in order: ordered[rank]; ranks[number] gives the place of a term. */
static GwStatus rank_terms(const GwGraph *graph, GwArena *arena, const GwTerm ***ordered,
                           uint32_t **ranks, GwError *error)
{
  const size_t count = graph->term_count - 1;
  GwRecord *records = GW_NEW(arena, 2 * count, GwRecord);
  *ordered = GW_NEW(arena, count + 1, const GwTerm *);
  *ranks = GW_NEW(arena, count + 1, uint32_t);
  if (!records || !*ordered || !*ranks) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    records[i].word[2] = (uint32_t)i + 1;
  }
  GW_TRY(gw_sort_terms(graph->terms, records, records + count, count, error));
  for (size_t i = 0; i < count; i++) {
    const uint32_t number = records[i].word[2];
    (*ordered)[i + 1] = graph->terms[number];
    (*ranks)[number] = (uint32_t)i + 1;
  }
  return GW_OK;
}

static GwStatus list_ranked(const GwGraph *graph, bool named, GwArena *work, GwArena *arena,
                            const GwQuad **quads, size_t *count, GwError *error)
{
  const GwTerm **ordered;
  uint32_t *ranks;
  GwRecord *sorted = GW_NEW(work, 2 * graph->quad_count, GwRecord);
  GW_TRY(rank_terms(graph, work, &ordered, &ranks, error));
  for (size_t i = 0; sorted && i < graph->quad_count; i++) {
    const uint32_t *word = graph->quads[i].word;
    sorted[i] = (GwRecord){{named ? ranks[word[GRAPH]] : NO_GRAPH, ranks[word[SUBJECT]],
                            ranks[word[PREDICATE]], ranks[word[OBJECT]]}};
  }
  *count = sorted ? sort_once(sorted, sorted + graph->quad_count, graph->quad_count) : 0;
  GwQuad *list = GW_NEW(arena, *count, GwQuad);
  if (!sorted || !list) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < *count; i++) {
    const uint32_t *word = sorted[i].word;
    list[i] = (GwQuad){ordered[word[SUBJECT]], ordered[word[PREDICATE]], ordered[word[OBJECT]],
                       ordered[word[GRAPH]]};
  }
  *quads = list;
  return GW_OK;
}

static GwStatus list_quads(const GwGraph *graph, bool named, GwArena *arena,
                           const GwQuad **quads, size_t *count, GwError *error)
{
  GwArena work = GW_ARENA_INIT;
  const GwStatus status = list_ranked(graph, named, &work, arena, quads, count, error);
  gw_arena_free(&work);
  return status;
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
