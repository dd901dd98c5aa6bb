/* The engine's parts that need no weights: trees, name tags, lemmas, word pieces, spelling. */
#include "tests/test.h"

#include "extract/language/lemma.h"
#include "extract/language/pieces.h"
#include "extract/language/spelling.h"
#include "extract/language/tree.h"
#include "extract/language/words.h"

#include <math.h>
#include <string.h>

enum { WORDS = 6 };

static uint32_t seed = 5;

static double random_score(void)
{
  seed = seed * 1664525U + 1013904223U;
  return (double)(seed >> 8) / (1 << 24) * 8 - 4;
}

/* Whether heads[1..n-1] form a tree in which one word depends on the root 0. */
static bool is_tree(const size_t *heads, size_t n)
{
  size_t roots = 0;
  for (size_t d = 1; d < n; d++) {
    size_t at = d, steps = 0;
    while (at && steps++ < n) {
      at = heads[at];
    }
    roots += heads[d] == 0;
    if (at) {
      return false;
    }
  }
  return roots == 1;
}

static double score_of(const double *scores, const size_t *heads, size_t n)
{
  double sum = 0;
  for (size_t d = 1; d < n; d++) {
    sum += scores[d * n + heads[d]];
  }
  return sum;
}

/* The best score over all ways to give heads to n - 1 words. */
static double best_by_trying(const double *scores, size_t n)
{
  size_t heads[WORDS] = {0};
  double best = -INFINITY;
  for (;;) {
    if (is_tree(heads, n)) {
      best = fmax(best, score_of(scores, heads, n));
    }
    size_t d = 1;
    while (d < n && ++heads[d] == n) {
      heads[d++] = 0;
    }
    if (d >= n) {
      return best;
    }
  }
}

static void test_best_tree(void **state)
{
  (void)state;
  for (size_t round = 0; round < 300; round++) {
    GwArena arena = GW_ARENA_INIT;
    double scores[WORDS * WORDS], changed[WORDS * WORDS];
    size_t heads[WORDS];
    const size_t n = 2 + round % (WORDS - 1);
    for (size_t i = 0; i < n * n; i++) {
      scores[i] = random_score();
    }
    memcpy(changed, scores, sizeof changed);
    assert_true(gw_best_tree(&arena, changed, n, heads));
    assert_int_equal(heads[0], 0);
    assert_true(is_tree(heads, n));
    assert_true(fabs(score_of(scores, heads, n) - best_by_trying(scores, n)) < 1e-6);
    gw_arena_free(&arena);
  }
}

/* Tags: O, B-X, I-X, B-Y, I-Y. */
static const size_t kind[] = {0, 1, 1, 2, 2};
static const bool begins[] = {false, true, false, true, false};

static bool is_allowed(const size_t *tags, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    const bool inside = kind[tags[i]] && !begins[tags[i]];
    if (inside && (i == 0 || kind[tags[i - 1]] != kind[tags[i]])) {
      return false;
    }
  }
  return true;
}

static double sum_of(const float *scores, const size_t *tags, size_t n)
{
  double sum = 0;
  for (size_t i = 0; i < n; i++) {
    sum += (double)scores[i * 5 + tags[i]];
  }
  return sum;
}

static void test_best_tags(void **state)
{
  (void)state;
  for (size_t round = 0; round < 100; round++) {
    GwArena arena = GW_ARENA_INIT;
    float scores[5 * 5];
    size_t found[5], tags[5] = {0};
    const size_t n = 1 + round % 5;
    double best = -INFINITY;
    for (size_t i = 0; i < n * 5; i++) {
      scores[i] = (float)random_score();
    }
    for (size_t d = 0; d < n;) {
      best = is_allowed(tags, n) ? fmax(best, sum_of(scores, tags, n)) : best;
      for (d = 0; d < n && ++tags[d] == 5; d++) {
        tags[d] = 0;
      }
    }
    assert_true(gw_best_tags(&arena, scores, n, 5, kind, begins, found));
    assert_true(is_allowed(found, n));
    assert_true(fabs(sum_of(scores, found, n) - best) < 1e-6);
    gw_arena_free(&arena);
  }
}

static void test_lemmas(void **state)
{
  (void)state;
  static const struct { const char *rule, *form, *lemma; } cases[] = {
    {"l|0|", "House", "house"}, {"k|0|", "Paris", "Paris"}, {"t|0|", "PARIS", "Paris"},
    {"l|3|y", "Parties", "party"}, {"l|1|", "ÉTÉS", "été"}, {"=be", "were", "be"},
    {"t|0|", "ÉLODIE", "Élodie"}, {"l|9|x", "abc", "abc"}, {"l|3|", "abc", ""},
    {"nonsense", "abc", "abc"}, {"l", "Abc", "Abc"}, {"k|1|é", "caffè", "caffé"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    GwArena arena = GW_ARENA_INIT;
    assert_view(gw_lemma(&arena, cases[i].rule, gw_view(cases[i].form)), cases[i].lemma);
    gw_arena_free(&arena);
  }
}

static void test_pieces(void **state)
{
  (void)state;
  static const struct { const char *word, *pieces; } cases[] = {
    {"harbour", "harbour"}, {"HARBOURS", "harbour ##s"}, {"Härbour", "harbour"},
    {"re-harbour", "re - harbour"}, {"harbourx", "[UNK]"}, {"", "[UNK]"},
    {"内卷", "内 [UNK]"}, {"\xE2\x80\x8B", "[UNK]"}, {"re re", "re re"},
    {"--------", "- - - - - -"}, {"re-re-re.s", "re - re - . s"},
  };
  GwArena arena = GW_ARENA_INIT;
  GwPieces pieces;
  GwError error;
  const GwView vocabulary = GW_VIEW("[UNK]\n[CLS]\n[SEP]\nharbour\n##s\ns\nre\n-\n内\n.\n");
  static const char *const names[] = {"[UNK]", "[CLS]", "[SEP]", "harbour", "##s", "s", "re", "-",
                                      "内", "."};
  assert_ok(gw_pieces_new(&arena, vocabulary, &pieces, &error), error);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t ids[GW_WORD_PIECES];
    char text[200] = "";
    size_t n = 0;
    const size_t count = gw_pieces_of(&pieces, gw_view(cases[i].word), ids);
    for (size_t k = 0; k < count; k++) {
      const size_t length = strlen(names[ids[k]]);
      memcpy(text + n, names[ids[k]], length);
      text[n + length] = ' ';
      n += length + 1;
    }
    assert_view(((GwView){text, n - 1}), cases[i].pieces);
  }
  assert_int_equal(gw_pieces_new(&arena, GW_VIEW("a\nb\n"), &pieces, &error), GW_ERR_INPUT);
  gw_arena_free(&arena);
}

static void test_spelling(void **state)
{
  (void)state;
  uint32_t a[GW_SPELLING_FEATURES], b[GW_SPELLING_FEATURES];
  gw_spelling_rows(GW_VIEW("Harbour"), a);
  gw_spelling_rows(GW_VIEW("harbour"), b);
  assert_int_not_equal(a[0], b[0]); /* the word itself */
  assert_int_not_equal(a[1], b[1]); /* its pattern */
  assert_int_equal(a[2], b[2]);     /* lower case */
  assert_int_equal(a[7], b[7]);     /* last letter */
  gw_spelling_rows(GW_VIEW("15,000"), a);
  gw_spelling_rows(GW_VIEW("27,431"), b);
  assert_int_equal(a[1], b[1]);
  for (size_t i = 0; i < GW_SPELLING_FEATURES; i++) {
    assert_true(a[i] < GW_SPELLING_ROWS);
  }
}

static void test_name_flags(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwMap names;
  GwError error;
  assert_ok(gw_names_new(&arena, GW_VIEW("Ana\t1\nRuiz\t2\nNATO\t32\n"), &names, &error), error);
  assert_int_equal(gw_name_flags(&names, GW_VIEW("Ana")), 1);
  assert_int_equal(gw_name_flags(&names, GW_VIEW("RUIZ")), 2);
  assert_int_equal(gw_name_flags(&names, GW_VIEW("ANA")), 0); /* three capitals: an acronym */
  assert_int_equal(gw_name_flags(&names, GW_VIEW("NATO")), 32);
  assert_int_equal(gw_name_flags(&names, GW_VIEW("ruiz")), 0);
  assert_int_equal(gw_names_new(&arena, GW_VIEW("Ana 1\n"), &names, &error), GW_ERR_INPUT);
  gw_arena_free(&arena);
}

static void test_plain_words(void **state)
{
  (void)state;
  static const struct { const char *word, *plain; } cases[] = {
    {"“", "\""}, {"’s", "'s"}, {"n’t", "n't"}, {"…", "..."}, {"—", "—"}, {"café", "café"},
    {"word", "word"}, {"", ""}, {"e‑mail", "e-mail"}, {"\u00AD", "\u00AD"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char copy[GW_PLAIN_BYTES];
    assert_view(gw_plain_word(gw_view(cases[i].word), copy), cases[i].plain);
  }
  char copy[GW_PLAIN_BYTES], lengthy[3 * 300];
  for (size_t i = 0; i < sizeof lengthy; i += 3) {
    memcpy(lengthy + i, "’", 3);
  }
  const GwView word = {lengthy, sizeof lengthy};
  assert_ptr_equal(gw_plain_word(word, copy).data, lengthy);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_best_tree), cmocka_unit_test(test_best_tags),
    cmocka_unit_test(test_lemmas), cmocka_unit_test(test_pieces),
    cmocka_unit_test(test_spelling), cmocka_unit_test(test_name_flags),
    cmocka_unit_test(test_plain_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
