#include "export/query/index.h"

#include <stdlib.h>
#include <string.h>

static const GwPlace places[3][4] = {
  {GW_SUBJECT, GW_PREDICATE, GW_OBJECT, GW_GRAPH},
  {GW_PREDICATE, GW_OBJECT, GW_SUBJECT, GW_GRAPH},
  {GW_OBJECT, GW_SUBJECT, GW_PREDICATE, GW_GRAPH},
};

static int compare_in(const GwPlace *order, const GwNumbered *a, const GwNumbered *b)
{
  for (size_t i = 0; i < 4; i++) {
    const uint32_t x = a->term[order[i]], y = b->term[order[i]];
    if (x != y) {
      return x < y ? -1 : 1;
    }
  }
  return 0;
}

static int compare_spog(const void *a, const void *b)
{
  return compare_in(places[0], a, b);
}

static int compare_posg(const void *a, const void *b)
{
  return compare_in(places[1], a, b);
}

static int compare_ospg(const void *a, const void *b)
{
  return compare_in(places[2], a, b);
}

static int compare_terms(const void *left, const void *right)
{
  const GwTerm *const *a = left, *const *b = right;
  return gw_term_compare(*a, *b);
}

uint32_t gw_index_find(const GwIndex *index, const GwTerm *term)
{
  uint32_t low = 1, high = index->graph_terms;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (gw_term_compare(index->terms[middle], term) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low < index->graph_terms && gw_term_equal(index->terms[low], term)) {
    return low;
  }
  for (uint32_t i = index->graph_terms; i < index->term_count; i++) {
    if (gw_term_equal(index->terms[i], term)) {
      return i;
    }
  }
  return GW_ABSENT;
}

static int compare_addresses(const void *left, const void *right)
{
  const uintptr_t a = (uintptr_t)*(const GwTerm *const *)left;
  const uintptr_t b = (uintptr_t)*(const GwTerm *const *)right;
  return a < b ? -1 : a > b;
}

/* The terms of all quads, each once, in order. Equal terms of a graph have one address. */
static GwStatus collect_terms(GwArena *arena, const GwQuad *quads, size_t count, const GwPlan *plan,
                              GwIndex *index, GwError *error)
{
  const GwTerm **terms = GW_NEW(arena, 4 * count + plan->term_count + 1, const GwTerm *);
  size_t all = 1, kept = 1;
  if (!terms) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    terms[all++] = quads[i].subject;
    terms[all++] = quads[i].predicate;
    terms[all++] = quads[i].object;
    terms[all] = quads[i].graph;
    all += quads[i].graph != NULL;
  }
  qsort(terms + 1, all - 1, sizeof *terms, compare_addresses);
  for (size_t i = 1; i < all; i++) {
    if (kept == 1 || terms[i] != terms[kept - 1]) {
      terms[kept++] = terms[i];
    }
  }
  if (kept + plan->term_count >= GW_ABSENT) {
    return gw_fail(error, GW_ERR_INPUT, "the graph has too many terms to be queried");
  }
  qsort(terms + 1, kept - 1, sizeof *terms, compare_terms);
  index->terms = terms;
  index->graph_terms = index->term_count = (uint32_t)kept;
  return GW_OK;
}

typedef struct {
  const GwTerm *term;
  uint32_t number;
} Address;

static int compare_by_address(const void *left, const void *right)
{
  return compare_addresses(&((const Address *)left)->term, &((const Address *)right)->term);
}

static uint32_t number_of(const Address *addresses, size_t count, const GwTerm *term)
{
  const Address wanted = {term, 0};
  const Address *found =
    term ? bsearch(&wanted, addresses, count, sizeof wanted, compare_by_address) : NULL;
  return found ? found->number : 0;
}

static GwStatus number_quads(GwArena *arena, const GwQuad *quads, GwIndex *index, GwError *error)
{
  const size_t terms = index->graph_terms - 1;
  Address *addresses = GW_NEW(arena, terms + 1, Address);
  for (size_t i = 0; i < 3; i++) {
    index->orders[i] = GW_NEW(arena, index->count + 1, GwNumbered);
  }
  if (!addresses || !index->orders[0] || !index->orders[1] || !index->orders[2]) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < terms; i++) {
    addresses[i] = (Address){index->terms[i + 1], (uint32_t)i + 1};
  }
  qsort(addresses, terms, sizeof *addresses, compare_by_address);
  for (size_t i = 0; i < index->count; i++) {
    index->orders[0][i] = (GwNumbered){{number_of(addresses, terms, quads[i].subject),
                                        number_of(addresses, terms, quads[i].predicate),
                                        number_of(addresses, terms, quads[i].object),
                                        number_of(addresses, terms, quads[i].graph)}};
  }
  return GW_OK;
}

static void sort_orders(GwIndex *index)
{
  static int (*const compare[])(const void *, const void *) = {compare_spog, compare_posg,
                                                               compare_ospg};
  const size_t bytes = index->count * sizeof **index->orders;
  for (size_t i = 0; i < 3 && index->count; i++) {
    if (i > 0) {
      memcpy(index->orders[i], index->orders[0], bytes);
    }
    qsort(index->orders[i], index->count, sizeof **index->orders, compare[i]);
  }
}

static GwStatus collect_names(GwArena *arena, GwIndex *index, GwError *error)
{
  bool *seen = GW_NEW(arena, index->term_count, bool);
  size_t capacity = 0;
  if (!seen) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < index->count; i++) {
    const uint32_t name = index->orders[0][i].term[GW_GRAPH];
    if (name == 0 || seen[name]) {
      continue;
    }
    seen[name] = true;
    index->names = gw_arena_grow(arena, index->names, index->name_count, &capacity,
                                 sizeof *index->names);
    if (!index->names) {
      return gw_fail_memory(error);
    }
    index->names[index->name_count++] = name;
  }
  return GW_OK;
}

static GwStatus add_plan_terms(GwArena *arena, const GwPlan *plan, GwIndex *index, GwError *error)
{
  uint32_t *numbers = GW_NEW(arena, plan->term_count + 1, uint32_t);
  if (!numbers) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < plan->term_count; i++) {
    numbers[i] = gw_index_find(index, &plan->terms[i]);
    if (numbers[i] == GW_ABSENT) {
      numbers[i] = index->term_count;
      index->terms[index->term_count++] = &plan->terms[i];
    }
  }
  index->plan_terms = numbers;
  return GW_OK;
}

GwStatus gw_index_make(GwArena *arena, const GwQuad *quads, size_t count, const GwPlan *plan,
                       GwIndex *index, GwError *error)
{
  *index = (GwIndex){.count = count};
  GW_TRY(collect_terms(arena, quads, count, plan, index, error));
  GW_TRY(number_quads(arena, quads, index, error));
  GW_TRY(add_plan_terms(arena, plan, index, error));
  sort_orders(index);
  return collect_names(arena, index, error);
}

/* Order an entry against the terms that a pattern gives, in the places of one order. */
static int compare_prefix(const GwPlace *order, const GwNumbered *entry, const GwNumbered *pattern)
{
  for (size_t i = 0; i < 3 && pattern->term[order[i]] != GW_ANY; i++) {
    const uint32_t x = entry->term[order[i]], y = pattern->term[order[i]];
    if (x != y) {
      return x < y ? -1 : 1;
    }
  }
  return 0;
}

/* The first entry that is at (or, with `past`, after) the pattern. */
static const GwNumbered *bound(const GwIndex *index, size_t order, const GwNumbered *pattern,
                               bool past)
{
  size_t low = 0, high = index->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int c = compare_prefix(places[order], &index->orders[order][middle], pattern);
    if (c < 0 || (past && c == 0)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return index->orders[order] + low;
}

GwRange gw_index_match(const GwIndex *index, GwNumbered pattern)
{
  const bool s = pattern.term[GW_SUBJECT] != GW_ANY, p = pattern.term[GW_PREDICATE] != GW_ANY;
  const bool o = pattern.term[GW_OBJECT] != GW_ANY;
  const size_t order = s && (p || !o) ? 0 : o && !p ? 2 : p ? 1 : 0;
  GwRange range = {.pattern = pattern};
  range.begin = range.at = bound(index, order, &pattern, false);
  range.end = bound(index, order, &pattern, true);
  return range;
}

static bool same_triple(const GwNumbered *a, const GwNumbered *b)
{
  return memcmp(a->term, b->term, 3 * sizeof *a->term) == 0;
}

const GwNumbered *gw_range_next(GwRange *range)
{
  while (range->at < range->end) {
    const GwNumbered *quad = range->at++;
    const uint32_t graph = range->pattern.term[GW_GRAPH];
    const bool again = quad > range->begin && same_triple(quad - 1, quad);
    if (graph == GW_ANY ? !again : quad->term[GW_GRAPH] == graph) {
      return quad;
    }
  }
  return NULL;
}
