#include "ontology/shacl/index.h"

#include <stdlib.h>
#include <string.h>

/* From the addresses of terms to their numbers: terms of one graph have one address each. */
typedef struct {
  const GwTerm **slots;
  GwNode *numbers;
  size_t mask;
} Addresses;

static size_t slot_of(const Addresses *a, const GwTerm *term)
{
  size_t at = (size_t)(((uintptr_t)term >> 4) * (uintptr_t)0x9E3779B97F4A7C15u) & a->mask;
  while (a->slots[at] && a->slots[at] != term) {
    at = (at + 1) & a->mask;
  }
  return at;
}

static bool addresses_new(GwArena *arena, size_t terms, Addresses *a)
{
  size_t capacity = 16;
  while (capacity < 2 * terms) {
    capacity *= 2;
  }
  a->slots = GW_NEW(arena, capacity, const GwTerm *);
  a->numbers = GW_NEW(arena, capacity, GwNode);
  a->mask = capacity - 1;
  return a->slots && a->numbers;
}

static int compare_terms(const void *left, const void *right)
{
  const GwTerm *const *a = left, *const *b = right;
  return gw_term_compare(*a, *b);
}

static void collect(Addresses *a, GwTerms *terms, const GwTerm *term)
{
  const size_t at = slot_of(a, term);
  if (!a->slots[at]) {
    a->slots[at] = term;
    terms->list[terms->count++] = term;
  }
}

/* At most three terms a triple; subjects repeat, so that fewer are counted first. */
static size_t most_terms(const GwQuad *quads, size_t count)
{
  size_t most = 0;
  for (size_t i = 0; i < count; i++) {
    most += i == 0 || quads[i].subject != quads[i - 1].subject ? 3 : 2;
  }
  return most;
}

GwStatus gw_terms_of(GwArena *arena, const GwQuad *quads, size_t count, GwTerms *terms,
                     GwError *error)
{
  GwArena scratch = GW_ARENA_INIT;
  Addresses a;
  const size_t most = most_terms(quads, count);
  *terms = (GwTerms){GW_NEW(arena, most + 1, const GwTerm *), 0};
  if (!terms->list || most >= GW_NO_NODE || !addresses_new(&scratch, most, &a)) {
    gw_arena_free(&scratch);
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    collect(&a, terms, quads[i].subject);
    collect(&a, terms, quads[i].predicate);
    collect(&a, terms, quads[i].object);
  }
  gw_arena_free(&scratch);
  qsort(terms->list, terms->count, sizeof *terms->list, compare_terms);
  return GW_OK;
}

GwNode gw_terms_find(const GwTerms *terms, GwTerm term)
{
  size_t low = 0, high = terms->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int order = gw_term_compare(terms->list[middle], &term);
    if (order == 0) {
      return (GwNode)middle;
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return GW_NO_NODE;
}

static int compare_forward(const void *left, const void *right)
{
  const GwTriple *a = left, *b = right;
  if (a->subject != b->subject) {
    return a->subject < b->subject ? -1 : 1;
  }
  if (a->predicate != b->predicate) {
    return a->predicate < b->predicate ? -1 : 1;
  }
  return a->object < b->object ? -1 : a->object > b->object;
}

static int compare_backward(const void *left, const void *right)
{
  const GwTriple *a = left, *b = right;
  if (a->predicate != b->predicate) {
    return a->predicate < b->predicate ? -1 : 1;
  }
  if (a->object != b->object) {
    return a->object < b->object ? -1 : 1;
  }
  return a->subject < b->subject ? -1 : a->subject > b->subject;
}

static size_t keep_first(GwTriple *triples, size_t count)
{
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    if (kept == 0 || compare_forward(&triples[kept - 1], &triples[i]) != 0) {
      triples[kept++] = triples[i];
    }
  }
  return kept;
}

static GwStatus number_terms(GwArena *scratch, const GwTerms *terms, Addresses *a, GwError *error)
{
  if (!addresses_new(scratch, terms->count, a)) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < terms->count; i++) {
    const size_t at = slot_of(a, terms->list[i]);
    a->slots[at] = terms->list[i];
    a->numbers[at] = (GwNode)i;
  }
  return GW_OK;
}

GwStatus gw_index_new(GwArena *arena, const GwTerms *terms, const GwQuad *quads, size_t count,
                      GwIndex *index, GwError *error)
{
  GwArena scratch = GW_ARENA_INIT;
  Addresses a;
  *index = (GwIndex){GW_NEW(arena, count + 1, GwTriple), GW_NEW(arena, count + 1, GwTriple), 0};
  if (!index->forward || !index->backward || number_terms(&scratch, terms, &a, error)) {
    gw_arena_free(&scratch);
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    index->forward[i] = (GwTriple){a.numbers[slot_of(&a, quads[i].subject)],
                                   a.numbers[slot_of(&a, quads[i].predicate)],
                                   a.numbers[slot_of(&a, quads[i].object)]};
  }
  gw_arena_free(&scratch);
  qsort(index->forward, count, sizeof *index->forward, compare_forward);
  index->count = keep_first(index->forward, count);
  memcpy(index->backward, index->forward, index->count * sizeof *index->forward);
  qsort(index->backward, index->count, sizeof *index->backward, compare_backward);
  return GW_OK;
}

/* The first of the sorted triples that does not come before `key`. */
static const GwTriple *first_from(const GwTriple *triples, size_t count, GwTriple key,
                                  int (*compare)(const void *, const void *))
{
  size_t low = 0, high = count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (compare(&triples[middle], &key) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return triples + low;
}

GwTriples gw_index_about(const GwIndex *index, GwNode subject)
{
  const GwTriple *end = index->forward + index->count;
  GwTriples run = {first_from(index->forward, index->count, (GwTriple){subject, 0, 0},
                              compare_forward), 0};
  while (run.first + run.count < end && run.first[run.count].subject == subject) {
    run.count++;
  }
  return run;
}

GwTriples gw_index_of(const GwIndex *index, GwNode subject, GwNode predicate)
{
  const GwTriple *end = index->forward + index->count;
  GwTriples run = {first_from(index->forward, index->count, (GwTriple){subject, predicate, 0},
                              compare_forward), 0};
  while (run.first + run.count < end && run.first[run.count].subject == subject
         && run.first[run.count].predicate == predicate) {
    run.count++;
  }
  return run;
}

GwTriples gw_index_using(const GwIndex *index, GwNode predicate)
{
  const GwTriple *end = index->backward + index->count;
  GwTriples run = {first_from(index->backward, index->count, (GwTriple){0, predicate, 0},
                              compare_backward), 0};
  while (run.first + run.count < end && run.first[run.count].predicate == predicate) {
    run.count++;
  }
  return run;
}

GwTriples gw_index_to(const GwIndex *index, GwNode predicate, GwNode object)
{
  const GwTriple *end = index->backward + index->count;
  GwTriples run = {first_from(index->backward, index->count, (GwTriple){0, predicate, object},
                              compare_backward), 0};
  while (run.first + run.count < end && run.first[run.count].predicate == predicate
         && run.first[run.count].object == object) {
    run.count++;
  }
  return run;
}

bool gw_index_has(const GwIndex *index, GwNode subject, GwNode predicate, GwNode object)
{
  const GwTriple key = {subject, predicate, object};
  const GwTriple *at = first_from(index->forward, index->count, key, compare_forward);
  return at < index->forward + index->count && compare_forward(at, &key) == 0;
}
