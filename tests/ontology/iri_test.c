/* Which IRIs are accepted, and how labels become names. */
#include "tests/test.h"

#include "ontology/iri.h"

static void absolute_iris_are_valid(void **state)
{
  (void)state;
  static const char *const good[] = {
    "http://example.org/", "https://graphwright.org/ns#rel-go", "urn:x:y", "urn:isbn:0-123",
    "http://example.org/\u6da6\u5b66", "http://example.org/caf%C3%A9", "tag:a@b.c,2024:x",
    "http://example.org/a?b=c&d=e#f", "http://example.org/a..b/...", "mailto:a@example.org",
    "http://example.org/\U0001F600", "http://example.org/x?y=/../z",
  };
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    if (!gw_iri_is_valid(gw_view(good[i]))) {
      fail_msg("<%s> is refused", good[i]);
    }
  }
}

static void other_text_is_not(void **state)
{
  (void)state;
  static const char *const bad[] = {
    "", "x", "/a/b", "example.org/a", "//example.org/", ":a", "1a:b", "http:", "a b:c",
    "http://example.org/a b", "http://example.org/<a>", "http://example.org/\"", "a:{b}",
    "http://example.org/a\\b", "http://example.org/a^b", "http://example.org/`", "a:b|c",
    "http://example.org/%", "http://example.org/%2", "http://example.org/%zz", "a:b\n",
    "http://example.org/#a#b", "http://example.org/a/../b", "http://example.org/./b",
    "http://example.org/..", "http://example.org/\x7f", "http://example.org/\xff",
    "http://example.org/\ue000", "http://example.org/\ufffe", "http://[::1]/", "_:b",
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    if (gw_iri_is_valid(gw_view(bad[i]))) {
      fail_msg("<%s> is accepted", bad[i]);
    }
  }
}

static void labels_become_names(void **state)
{
  (void)state;
  static const char *const names[][2] = {
    {"Spain", "spain"},
    {"  European  Commission ", "european-commission"},
    {"Jos\u00e9 Antonio Gonz\u00e1lez", "jose-antonio-gonzalez"},
    {"Jose\u0301", "jose"},
    {"People's Republic", "peoples-republic"},
    {"people\u2019s war", "peoples-war"},
    {"U.S.", "u-s"},
    {"15,000 per year", "15-000-per-year"},
    {"\u0141\u00f3d\u017a, Stra\u00dfe, \u00c6sir, \u00d8re", "lodz-strasse-aesir-ore"},
    {"\u6da6\u5b66 (run philosophy)", "\u6da6\u5b66-run-philosophy"},
    {"\u041a\u0438\u0457\u0432", "\u043a\u0438\u0456\u0432"},
    {"\uff21\uff22", "ab"},
    {"\u304c\u304f", "\u304c\u304f"},
    {"zero\u200bwidth", "zerowidth"},
    {"_x_", "x"},
    {"a%2Fb?c#d<e>", "a-2fb-c-d-e"},
  };
  GwArena arena = GW_ARENA_INIT;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    assert_view(gw_iri_slug(&arena, gw_view(names[i][0])), names[i][1]);
  }
  gw_arena_free(&arena);
}

static void long_labels_are_cut_between_words(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  const GwView words = GW_VIEW("one two three four five six seven eight nine ten eleven twelve "
                               "thirteen fourteen fifteen sixteen");
  assert_view(gw_iri_slug(&arena, words),
              "one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve-thirteen-fourteen");
  char long_word[300];
  for (size_t i = 0; i < sizeof long_word; i++) {
    long_word[i] = 'a';
  }
  assert_int_equal(gw_iri_slug(&arena, (GwView){long_word, sizeof long_word}).length,
                   GW_SLUG_BYTES);
  gw_arena_free(&arena);
}

static void labels_without_letters_have_a_name(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  const GwView one = gw_iri_slug(&arena, GW_VIEW("?!")), other = gw_iri_slug(&arena, GW_VIEW("?"));
  assert_int_equal(one.length, 12);
  assert_int_equal(gw_iri_slug(&arena, GW_VIEW("")).length, 12);
  assert_false(gw_view_equal(one, other));
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(absolute_iris_are_valid),
    cmocka_unit_test(other_text_is_not),
    cmocka_unit_test(labels_become_names),
    cmocka_unit_test(long_labels_are_cut_between_words),
    cmocka_unit_test(labels_without_letters_have_a_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
