/* The parts of the causes head that need no weights: features of a tree, and spans from scores. */
#include "tests/test.h"

#include "extract/language/cause_spans.h"

#include <math.h>

enum { WORDS = 7 };

static uint32_t seed = 11;

static float random_score(void)
{
  seed = seed * 1664525U + 1013904223U;
  return (float)(seed >> 8) / (1 << 24) * 8 - 4;
}

/* Sum of the four scores of a pair of spans, words from 0. */
static double value(const float *s, size_t c, size_t d, size_t e, size_t f)
{
  return (double)s[c * GW_CAUSE_OUT] + (double)s[d * GW_CAUSE_OUT + 1]
         + (double)s[e * GW_CAUSE_OUT + 2] + (double)s[f * GW_CAUSE_OUT + 3];
}

/* The best value of all pairs of spans c..d and e..f that do not overlap. */
static double best_by_trying(const float *s)
{
  double best = -INFINITY;
  for (size_t i = 0; i < WORDS * WORDS * WORDS * WORDS; i++) {
    const size_t c = i % WORDS, d = i / WORDS % WORDS, e = i / WORDS / WORDS % WORDS;
    const size_t f = i / WORDS / WORDS / WORDS;
    if (c <= d && e <= f && (d < e || f < c)) {
      best = fmax(best, value(s, c, d, e, f));
    }
  }
  return best;
}

/* The spans found are as good as the best of all, and do not overlap. */
static void check_spans(void **state)
{
  (void)state;
  for (size_t round = 0; round < 200; round++) {
    GwArena arena = GW_ARENA_INIT;
    float scores[WORDS * GW_CAUSE_OUT];
    GwCausePair p = {.cause = 1, .effect = 2};
    for (size_t i = 0; i < WORDS * GW_CAUSE_OUT; i++) {
      scores[i] = random_score();
    }
    assert_true(gw_cause_spans(&arena, scores, WORDS, &p));
    assert_true(1 <= p.cause_first && p.cause_first <= p.cause_last && p.cause_last <= WORDS);
    assert_true(p.cause_last < p.effect_first || p.effect_last < p.cause_first);
    const double found = value(scores, p.cause_first - 1, p.cause_last - 1, p.effect_first - 1,
                               p.effect_last - 1);
    assert_true(fabs(found - best_by_trying(scores)) < 1e-4);
    gw_arena_free(&arena);
  }
}

/* The first run of signal words: one that begins, those that go on. */
static void check_signal(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  float scores[WORDS * GW_CAUSE_OUT] = {0};
  GwCausePair p = {.cause = 1, .effect = 2};
  scores[2 * GW_CAUSE_OUT + 5] = scores[3 * GW_CAUSE_OUT + 6] = scores[5 * GW_CAUSE_OUT + 5] = 3;
  assert_true(gw_cause_spans(&arena, scores, WORDS, &p));
  assert_int_equal(p.signal_first, 3);
  assert_int_equal(p.signal_last, 4);
  gw_arena_free(&arena);
}

/* "Shops closed because rain fell": closed (2) is the root, fell (5) is below it, "because" its
 * marker. */
static void check_tree(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwCauseTree tree;
  size_t heads[] = {0, 2, 0, 5, 5, 2}, deprel[] = {0, 0, 1, 2, 0, 3};
  const char *names[] = {"nsubj", "root", "mark", "advcl"};
  const GwAnalysis analysis = {.words = 6, .heads = heads, .deprel = deprel};
  const GwLabels labels = {names, 4};
  assert_true(gw_cause_tree_new(&arena, &analysis, &labels, &tree));
  assert_int_equal(tree.marker[5], 3);
  assert_int_equal(tree.first[5], 3);
  assert_int_equal(tree.last[2], 5);
  assert_int_equal(gw_cause_class(&tree, 5, 2), 0);     /* child, behind */
  assert_int_equal(gw_cause_class(&tree, 2, 5), 3);     /* head, before */
  assert_int_equal(gw_cause_class(&tree, 4, 2), 4);     /* below */
  assert_int_equal(gw_cause_class(&tree, 1, 5), 9);     /* beside, before */
  float features[6 * GW_CAUSE_FEATURES];
  gw_cause_features(&tree, 5, 2, features);
  const float *effect = features + GW_CAUSE_ONE_END;    /* what belongs to the effect alone */
  assert_true(effect[2 * GW_CAUSE_FEATURES + 7] > 0 && effect[3 * GW_CAUSE_FEATURES + 7] < 1);
  assert_true(effect[1 * GW_CAUSE_FEATURES + 5] > 0 && effect[2 * GW_CAUSE_FEATURES + 6] > 0);
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(check_spans),
                                     cmocka_unit_test(check_signal),
                                     cmocka_unit_test(check_tree)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
