#include "extract/language/tree.h"

#include <math.h>
#include <string.h>

#define ROOT_PENALTY 1e4 ///< on every edge from the root, so that the best tree uses one

/* The graph as cycles are contracted into one of their words, in place. An edge remembers the
 * words it joined at first. */
typedef struct {
  size_t n;
  double *score;                ///< [n x n], dependent by head
  size_t *from, *to;            ///< [n x n]: original head and dependent of an edge
  bool *active;
  size_t *best;                 ///< best active head of each active word
  size_t *group;                ///< active word that stands for each original word
} Graph;

typedef struct Contraction Contraction;
struct Contraction {
  Contraction *outer;           ///< contracted before this one
  size_t count;
  size_t *words, *from, *to;    ///< of the cycle, and the edge into each of them
  size_t *group;                ///< Graph.group before the contraction
};

static bool graph_new(GwArena *arena, double *scores, size_t n, Graph *g)
{
  *g = (Graph){.n = n, .score = scores};
  g->from = GW_NEW(arena, n * n, size_t);
  g->to = GW_NEW(arena, n * n, size_t);
  g->active = GW_NEW(arena, n, bool);
  g->best = GW_NEW(arena, n, size_t);
  g->group = GW_NEW(arena, n, size_t);
  if (!g->from || !g->to || !g->active || !g->best || !g->group) {
    return false;
  }
  for (size_t d = 0; d < n; d++) {
    g->active[d] = true;
    g->group[d] = d;
    for (size_t h = 0; h < n; h++) {
      g->from[d * n + h] = h;
      g->to[d * n + h] = d;
    }
    scores[d * n] -= ROOT_PENALTY;
  }
  return true;
}

static void choose_heads(Graph *g)
{
  for (size_t d = 1; d < g->n; d++) {
    double most = -INFINITY;
    for (size_t h = 0; h < g->n && g->active[d]; h++) {
      if (g->active[h] && h != d && g->score[d * g->n + h] > most) {
        most = g->score[d * g->n + h];
        g->best[d] = h;
      }
    }
  }
}

/* Words of a cycle of best heads, in `cycle`; 0 when there is none. `mark` is n zeros. */
static size_t find_cycle(const Graph *g, size_t *mark, size_t *cycle)
{
  memset(mark, 0, g->n * sizeof *mark);
  for (size_t start = 1; start < g->n; start++) {
    size_t d = start;
    while (g->active[start] && d && !mark[d]) {
      mark[d] = start;
      d = g->best[d];
    }
    if (g->active[start] && d && mark[d] == start) {
      size_t count = 0;
      for (size_t v = d; count == 0 || v != d; v = g->best[v]) {
        cycle[count++] = v;
      }
      return count;
    }
  }
  return 0;
}

static Contraction *remember(GwArena *arena, const Graph *g, const size_t *cycle, size_t count,
                             Contraction *outer)
{
  Contraction *c = GW_NEW(arena, 1, Contraction);
  size_t *numbers = GW_NEW(arena, 3 * count + g->n, size_t);
  if (!c || !numbers) {
    return NULL;
  }
  *c = (Contraction){outer, count, numbers, numbers + count, numbers + 2 * count,
                     numbers + 3 * count};
  for (size_t i = 0; i < count; i++) {
    const size_t edge = cycle[i] * g->n + g->best[cycle[i]];
    c->words[i] = cycle[i];
    c->from[i] = g->from[edge];
    c->to[i] = g->to[edge];
  }
  memcpy(c->group, g->group, g->n * sizeof *c->group);
  return c;
}

static void copy_edge(Graph *g, size_t into, size_t edge, double score)
{
  g->score[into] = score;
  g->from[into] = g->from[edge];
  g->to[into] = g->to[edge];
}

/* Best edge out of the cycle to `v`, and into the cycle from `v`, become edges of `rep`. */
static void merge_edges(Graph *g, const Contraction *c, size_t v, size_t rep, double total,
                        const double *inner)
{
  const size_t n = g->n;
  size_t out = v * n + c->words[0], in = c->words[0] * n + v;
  double best_in = -INFINITY;
  for (size_t i = 0; i < c->count; i++) {
    const size_t u = c->words[i];
    const double entering = g->score[u * n + v] - inner[i] + total;
    if (g->score[v * n + u] > g->score[out]) {
      out = v * n + u;
    }
    if (entering > best_in) {
      best_in = entering;
      in = u * n + v;
    }
  }
  copy_edge(g, v * n + rep, out, g->score[out]);
  copy_edge(g, rep * n + v, in, best_in);
}

static bool contract(GwArena *arena, Graph *g, const Contraction *c)
{
  const size_t rep = c->words[0];
  double *inner = GW_NEW(arena, c->count, double), total = 0;
  if (!inner) {
    return false;
  }
  for (size_t i = 0; i < c->count; i++) {
    inner[i] = g->score[c->words[i] * g->n + g->best[c->words[i]]];
    total += inner[i];
    g->active[c->words[i]] = false;
  }
  for (size_t v = 0; v < g->n; v++) {
    if (g->active[v]) {
      merge_edges(g, c, v, rep, total, inner);
    }
  }
  g->active[rep] = true;
  for (size_t x = 0; x < g->n; x++) {
    for (size_t i = 1; i < c->count; i++) {
      g->group[x] = g->group[x] == c->words[i] ? rep : g->group[x];
    }
  }
  return true;
}

/* Every cycle keeps its edges but the one into the word that the tree enters it by. */
static void expand(const Contraction *c, size_t *heads, size_t *entered)
{
  for (; c; c = c->outer) {
    const size_t in = entered[c->words[0]];
    for (size_t i = 0; i < c->count; i++) {
      if (c->group[in] != c->words[i]) {
        heads[c->to[i]] = c->from[i];
        entered[c->words[i]] = c->to[i];
      } else {
        entered[c->words[i]] = in;
      }
    }
  }
}

bool gw_best_tree(GwArena *scratch, double *scores, size_t n, size_t *heads)
{
  Graph g;
  size_t *mark = GW_NEW(scratch, n, size_t), *cycle = GW_NEW(scratch, n, size_t);
  size_t *entered = GW_NEW(scratch, n, size_t);
  Contraction *contractions = NULL;
  if (!mark || !cycle || !entered || !graph_new(scratch, scores, n, &g)) {
    return false;
  }
  memset(heads, 0, n * sizeof *heads);
  for (;;) {
    choose_heads(&g);
    const size_t count = find_cycle(&g, mark, cycle);
    if (count == 0) {
      break;
    }
    contractions = remember(scratch, &g, cycle, count, contractions);
    if (!contractions || !contract(scratch, &g, contractions)) {
      return false;
    }
  }
  for (size_t d = 1; d < n; d++) {
    if (g.active[d]) {
      const size_t edge = d * n + g.best[d];
      heads[g.to[edge]] = g.from[edge];
      entered[d] = g.to[edge];
    }
  }
  expand(contractions, heads, entered);
  return true;
}

bool gw_best_tags(GwArena *scratch, const float *scores, size_t n, size_t tags,
                  const size_t *kind, const bool *begins, size_t *best)
{
  double *total = GW_NEW(scratch, (n + 1) * tags, double);
  size_t *back = GW_NEW(scratch, (n + 1) * tags, size_t);
  if (!total || !back || n == 0) {
    return n == 0;
  }
  for (size_t i = 0; i < n; i++) {
    for (size_t t = 0; t < tags; t++) {
      const bool inside = kind[t] != 0 && !begins[t];
      double most = i == 0 ? (inside ? -1e9 : 0) : -INFINITY;
      for (size_t p = 0; i > 0 && p < tags; p++) {
        const double path = inside && kind[p] != kind[t] ? -1e9 : total[(i - 1) * tags + p];
        if (path > most) {
          most = path;
          back[i * tags + t] = p;
        }
      }
      total[i * tags + t] = most + (double)scores[i * tags + t];
    }
  }
  size_t t = 0;
  for (size_t k = 1; k < tags; k++) {
    t = total[(n - 1) * tags + k] > total[(n - 1) * tags + t] ? k : t;
  }
  for (size_t i = n; i-- > 0; t = back[i * tags + t]) {
    best[i] = t;
  }
  return true;
}
