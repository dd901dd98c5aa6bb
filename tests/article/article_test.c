/* Reading an article: what is refused, what is changed, and that it takes linear time. */
#include "tests/test.h"

#include "extract/article/article.h"
#include "extract/article/blocks.h"

#include <stdlib.h>
#include <string.h>

static GwStatus parse(GwArena *arena, GwView raw, GwArticle *article, GwError *error)
{
  return gw_article_parse(arena, "a.txt", raw, article, error);
}

static void test_refuses_what_is_no_text(void **state)
{
  (void)state;
  static const struct { GwView raw; const char *message; } cases[] = {
    {{"", 0}, "a.txt: the file holds no text"},
    {{" \n\t \r\n", 6}, "a.txt: the file holds no text"},
    {{"\xEF\xBB\xBF", 3}, "a.txt: the file holds no text"},
    {{"\xC2\xA0\xE3\x80\x80\n", 6}, "a.txt: the file holds no text"},
    {{"\x01\x02", 2}, "a.txt: the file holds no text"},
    {{"a\0b", 3}, "a.txt: byte 1 is NUL"},
    {{"a\nb\xFF", 4}, "a.txt:2: byte 3 is not valid UTF-8"},
    {{"caf\xE9 au lait", 12}, "a.txt:1: byte 3 is not valid UTF-8"},
    {{"cut \xE4\xB8", 6}, "a.txt:1: byte 4 is not valid UTF-8"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwArticle article;
    GwError error;
    assert_int_equal(parse(&arena, cases[i].raw, &article, &error), GW_ERR_INPUT);
    assert_memory_equal(error.message, cases[i].message, strlen(cases[i].message));
    gw_arena_free(&arena);
  }
}

static void test_normalises_line_ends_and_controls(void **state)
{
  (void)state;
  static const struct { const char *raw, *text; } cases[] = {
    {"\xEF\xBB\xBFOne.\r\nTwo.\r\n", "One.\nTwo.\n"},
    {"One.\rTwo.\r\rThree.", "One.\nTwo.\n\nThree."},
    {"One.\fTwo.\vThree.", "One.\nTwo.\nThree."},
    {"One\x07 two\x7F\x1B three.", "One two three."},
    {"One\xC2\x85Two\xC2\x80 three\xE2\x80\xA8" "Four", "One\nTwo three\nFour"},
    {"Tab\tstays, \xC2\xA0 too.", "Tab\tstays, \xC2\xA0 too."},
    {"\xEF\xBB\xBF\xEF\xBB\xBFTwice.", "\xEF\xBB\xBFTwice."},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwArticle article;
    GwError error;
    assert_ok(parse(&arena, gw_view(cases[i].raw), &article, &error), error);
    assert_view(article.text, cases[i].text);
    gw_arena_free(&arena);
  }
}

/* The same article has the same name in IRIs, however its lines end. */
static void test_id_does_not_depend_on_line_ends(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwArticle unix_ends, windows_ends, other;
  GwError error;
  assert_ok(parse(&arena, GW_VIEW("Text.\n\nMore.\n"), &unix_ends, &error), error);
  assert_ok(parse(&arena, GW_VIEW("Text.\r\n\r\nMore.\r\n"), &windows_ends, &error), error);
  assert_ok(parse(&arena, GW_VIEW("Text.\n\nMore!\n"), &other, &error), error);
  assert_string_equal(unix_ends.id, windows_ends.id);
  assert_string_not_equal(unix_ends.id, other.id);
  assert_int_equal(strlen(unix_ends.id), 12);
  gw_arena_free(&arena);
}

static void test_missing_file(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwError error;
  assert_int_equal(gw_article_load(&arena, "/does/not/exist.txt", &article, &error), GW_ERR_IO);
  assert_non_null(strstr(error.message, "/does/not/exist.txt"));
  gw_arena_free(&arena);
}

static void test_character_offsets(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwError error;
  assert_ok(parse(&arena, GW_VIEW("é内\xF0\x9F\x9A\xA2x."), &article, &error), error);
  assert_int_equal(gw_article_character(&article, 0), 0);
  assert_int_equal(gw_article_character(&article, 2), 1);
  assert_int_equal(gw_article_character(&article, 5), 2);
  assert_int_equal(gw_article_character(&article, 9), 3);
  assert_int_equal(gw_article_character(&article, article.text.length), 5);
  gw_arena_free(&arena);
}

static void test_dates(void **state)
{
  (void)state;
  static const struct { const char *text, *iso; } cases[] = {
    {"5 September 2023", "2023-09-05"}, {"September 5, 2023", "2023-09-05"},
    {"Sept. 5, 2023", "2023-09-05"}, {"5th of September 2023", "2023-09-05"},
    {"2023-09-05", "2023-09-05"}, {"Tuesday, 5 September 2023", "2023-09-05"},
    {"Published: 5 Sep 2023, 10:30 GMT", "2023-09-05"}, {"May 2021", "2021-05"},
    {"Updated on May 1st, 2021 at 9:05pm", "2021-05-01"},
    {"2023", NULL}, {"5 September", NULL}, {"September 2023 was warm", NULL},
    {"45 September 2023", NULL}, {"2023-13-05", NULL}, {"", NULL}, {"May", NULL},
    {"5 September 2023 2024", NULL}, {"20230905", NULL}, {"1 2 2023", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char iso[11] = "";
    const bool read = gw_date_read(gw_view(cases[i].text), iso);
    if (read != (cases[i].iso != NULL) || (read && strcmp(iso, cases[i].iso) != 0)) {
      fail_msg("'%s' was read as '%s'", cases[i].text, read ? iso : "no date");
    }
  }
}

static void test_bylines(void **state)
{
  (void)state;
  static const struct { const char *text, *name; } cases[] = {
    {"By Jane Doe", "Jane Doe"}, {"BY JANE DOE", "Jane Doe"},
    {"WRITTEN BY DR FRANZISKA PLÜMMER", "Franziska Plümmer"},
    {"Written by Prof. Dr. Øyvind Ås", "Øyvind Ås"},
    {"BY JEAN-LUC D'ARTAGNAN", "Jean-Luc D'Artagnan"},
    {"By Ursula von der Lehn and John Smith", "Ursula von der Lehn and John Smith"},
    {"By Jane Doe, Harbour News", "Jane Doe"}, {"By Jane Doe in Brussels", "Jane Doe"},
    {"By Jane Doe | 3 June 2024", "Jane Doe"}, {"Author: Jane Doe", "Jane Doe"},
    {"By John Smith Jr.", "John Smith Jr."},
    {"By Monday the army had left", ""}, {"By the river", ""}, {"Jane Doe", ""},
    {"By", ""}, {"By Jane", ""}, {"", ""}, {"Bystanders Saw Nothing", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwError error;
    GwView name;
    assert_ok(gw_byline_read(&arena, gw_view(cases[i].text), &name, &error), error);
    assert_view(name, cases[i].name);
    gw_arena_free(&arena);
  }
}

/* A pattern repeated: ten megabytes of the first, two of the others. */
static GwView large(GwArena *arena, const char *pattern, bool first)
{
  const size_t size = (first ? 10 : 2) * 1000 * 1000, n = strlen(pattern);
  char *text = gw_arena_alloc(arena, size + n, 1);
  assert_non_null(text);
  for (size_t i = 0; i < size; i++) {
    text[i] = pattern[i % n];
  }
  return (GwView){text, size - size % n};
}

/* Nothing here is quadratic: each of these would take minutes. */
static void test_large_inputs(void **state)
{
  (void)state;
  static const char *const patterns[] = {"One line. ", "x", "a ", "A\n\n", "A\n", "- A\n", "1. A\n",
                                         "The same sentence, all of forty letters long. ",
                                         "The same line, which has about fifty letters.\n\n",
                                         "“", "By A B\n\n", "1 May 2020\n\n", ".”’)", "# A\n\n",
                                         "Q: Why?\nA: No.\n", "A B: C\n", "| a | b |\n",
                                         "Interview\n\nWhy?\n\n", "References\n\n", "*", "#"};
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwArticle article;
    GwError error;
    const GwView raw = large(&arena, patterns[i], i == 0);
    assert_ok(parse(&arena, raw, &article, &error), error);
    assert_int_equal(article.text.length, raw.length);
    assert_true(article.block_count > 0);
    gw_arena_free(&arena);
  }
}

/* Markdown's marks around blocks stand in none. */
static bool is_left_out(GwView text)
{
  for (size_t i = 0; i < text.length; i++) {
    if (!strchr("#=*> \t\n", text.data[i])) {
      return false;
    }
  }
  return true;
}

/* Blocks are in order, do not overlap, and hold all that is not white space. */
static void check_cover(GwView text, const GwArticle *article)
{
  size_t at = 0;
  for (size_t b = 0; b <= article->block_count; b++) {
    const bool last = b == article->block_count;
    const size_t begin = last ? text.length : article->blocks[b].span.begin;
    assert_true(at <= begin);
    assert_true(is_left_out(gw_view_slice(text, at, begin)));
    if (!last) {
      assert_true(article->blocks[b].span.begin < article->blocks[b].span.end);
      at = article->blocks[b].span.end;
    }
  }
}

static void test_random_layouts(void **state)
{
  (void)state;
  static const char *const parts[] = {"\n", "\n\n", " ", "A heading", "One sentence. And two.",
                                      "- item", "1. item", "By Jane Doe", "3 May 2020", "\t",
                                      "DISCLAIMER: x", "References", "“Quote”", "内卷", "?", ".",
                                      "## Marked", "== Two ==", "**Bold**", "> ", "Q: Why?",
                                      "A: So it is.", "**Jane Doe:** ", "ROME (Agency) — ",
                                      "| a | b |"};
  uint32_t seed = 7;
  for (size_t round = 0; round < 3000; round++) {
    GwArena arena = GW_ARENA_INIT;
    GwArticle article;
    GwError error;
    char text[600] = "x";
    size_t n = 1;
    for (size_t k = 0; k < 24; k++) {
      seed = seed * 1664525U + 1013904223U;
      const char *part = parts[(seed >> 16) % (sizeof parts / sizeof *parts)];
      memcpy(text + n, part, strlen(part));
      n += strlen(part);
    }
    assert_ok(parse(&arena, (GwView){text, n}, &article, &error), error);
    check_cover(article.text, &article);
    gw_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_refuses_what_is_no_text),
    cmocka_unit_test(test_normalises_line_ends_and_controls),
    cmocka_unit_test(test_id_does_not_depend_on_line_ends),
    cmocka_unit_test(test_missing_file),
    cmocka_unit_test(test_character_offsets),
    cmocka_unit_test(test_dates),
    cmocka_unit_test(test_bylines),
    cmocka_unit_test(test_large_inputs),
    cmocka_unit_test(test_random_layouts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
