#include "extract/language/cause_features.h"

#include <string.h>

static bool is_marker(const char *relation)
{
  return strcmp(relation, "case") == 0 || strcmp(relation, "mark") == 0;
}

static void read_marker(const GwAnalysis *a, const GwLabels *deprel, GwCauseTree *t)
{
  for (size_t w = t->n - 1; w > 0; w--) {
    if (is_marker(deprel->names[a->deprel[w]])) {
      t->marker[t->heads[w]] = w;
    }
  }
  t->marker[0] = 0;
}

bool gw_cause_tree_new(GwArena *arena, const GwAnalysis *a, const GwLabels *deprel,
                       GwCauseTree *t)
{
  const size_t n = a->words;
  *t = (GwCauseTree){.n = n, .heads = a->heads, .under = GW_NEW(arena, n * n, bool),
                     .first = GW_NEW(arena, n, size_t), .last = GW_NEW(arena, n, size_t),
                     .marker = GW_NEW(arena, n, size_t)};
  if (!t->under || !t->first || !t->last || !t->marker) {
    return false;
  }
  t->under[0] = true;
  for (size_t w = 1; w < n; w++) {
    size_t at = w;
    for (size_t steps = 0; steps < n; steps++) {
      t->under[at * n + w] = true;
      if (at == 0) {
        break;
      }
      at = t->heads[at];
    }
  }
  for (size_t p = 0; p < n; p++) {
    t->first[p] = t->last[p] = p;
    for (size_t w = 0; w < n; w++) {
      if (t->under[p * n + w]) {
        t->first[p] = w < t->first[p] ? w : t->first[p];
        t->last[p] = w;
      }
    }
  }
  read_marker(a, deprel, t);
  return true;
}

size_t gw_cause_class(const GwCauseTree *t, size_t c, size_t e)
{
  const size_t kind = t->heads[c] == e ? 0 : t->heads[e] == c ? 1
                      : t->under[e * t->n + c] ? 2 : t->under[c * t->n + e] ? 3
                      : t->heads[c] == t->heads[e] ? 4 : 5;
  return 2 * kind + (c < e);
}

size_t gw_cause_distance(size_t c, size_t e)
{
  const size_t between = c < e ? e - c : c - e;
  return (size_t)(between > 1) + (between > 2) + (between > 4) + (between > 8) + (between > 16)
         + (between > 32);
}

/* Does w belong to the end p, and not to the other end q below it? */
static bool is_own(const GwCauseTree *t, size_t p, size_t q, size_t w)
{
  return t->under[p * t->n + w] && !(t->under[p * t->n + q] && t->under[q * t->n + w]);
}

#define AT(word, feature) f[(word) * GW_CAUSE_FEATURES + (feature)]

/* First and last words: of all that belongs to p, and of the run of it round p. */
static void mark_edges(const GwCauseTree *t, size_t p, size_t q, float *f)
{
  size_t low = p, high = p, first = p, last = p;
  for (size_t w = 0; w < t->n; w++) {
    if (is_own(t, p, q, w)) {
      low = w < low ? w : low;
      high = w > high ? w : high;
    }
  }
  while (first > 1 && is_own(t, p, q, first - 1)) {
    first--;
  }
  while (last + 1 < t->n && is_own(t, p, q, last + 1)) {
    last++;
  }
  AT(low, 5) = AT(high, 6) = AT(first, 10) = AT(last, 11) = 1;
  for (size_t w = first; w <= last; w++) {
    AT(w, 12) = 1;
  }
}

static void mark_end(const GwCauseTree *t, size_t p, size_t q, float *f)
{
  for (size_t w = 0; w < t->n; w++) {
    const size_t far = w < p ? p - w : w - p;
    const bool child = w > 0 && t->heads[w] == p;
    AT(w, 0) = t->under[p * t->n + w];
    AT(w, 1) = t->under[w * t->n + p];
    AT(w, 2) = child;
    AT(w, 3) = w == p;
    AT(w, 4) = w < p;
    AT(w, 7) = is_own(t, p, q, w);
    AT(w, 13) = far == 1;
    AT(w, 14) = far > 1 && far <= 3;
    AT(w, 15) = far > 3 && far <= 8;
    AT(w, 16) = far > 16;
    if (child) {
      AT(t->first[w], 8) = AT(t->last[w], 9) = 1;
    }
  }
  mark_edges(t, p, q, f);
}

#undef AT

void gw_cause_features(const GwCauseTree *t, size_t c, size_t e, float *features)
{
  memset(features, 0, t->n * GW_CAUSE_FEATURES * sizeof *features);
  mark_end(t, c, e, features);
  mark_end(t, e, c, features + GW_CAUSE_ONE_END);
}
