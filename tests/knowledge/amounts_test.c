/* Tables of texts and the amounts and times that they speak of: quantities.tsv, timexes.tsv. Each
 * line has a text, with the article's date before it in timexes.tsv, and all that is found in it,
 * in text order, separated by "; ". */
#include "base/buffer.h"
#include "base/file.h"
#include "extract/knowledge/amounts.h"
#include "tests/knowledge/tables.h"
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

enum { LIMIT = 1000 * 1000, FAILURES = 5 };

static GwView read_table(GwArena *arena, const char *name)
{
  const char *const folder = getenv("GRAPHWRIGHT_SOURCE");
  GwView content = GW_VIEW("");
  GwError error = {0};
  const GwView path = gw_view_format(arena, "%s/tests/knowledge/%s", folder ? folder : ".", name);
  assert_ok(gw_file_read(arena, path.data, LIMIT, &content, &error), error);
  return content;
}

/* The text's tokens as one document, its amounts scanned with the article's date. */
static GwKnowledge scan(GwArena *arena, GwView text, GwView date)
{
  static GwArticle article;
  static GwDocument document;
  GwError error = {0};
  assert_ok(gw_article_parse(arena, "table", text, &article, &error), error);
  assert_ok(gw_tokenize(arena, &article, &document, &error), error);
  GwKnowledge knowledge = {.document = &document};
  GwReader reader = {.arena = arena, .lexicon = resources.lexicon, .document = &document,
                     .knowledge = &knowledge};
  GwClock clock = {gw_date_from_iso(date), 0};
  for (size_t i = 0; i < document.sentence_count; i++) {
    gw_scan_amounts(&reader, i, &clock);
  }
  assert_false(reader.failed);
  return knowledge;
}

static void join(GwBuffer *out, GwView value)
{
  gw_buffer_text(out, out->length ? "; " : "");
  gw_buffer_append(out, value);
}

static void write_quantities(GwArena *arena, const GwKnowledge *k, GwBuffer *out)
{
  for (size_t i = 0; i < k->quantity_count; i++) {
    join(out, gw_quantity_write(arena, &k->quantities[i]));
  }
}

static void write_timexes(GwArena *arena, const GwKnowledge *k, GwBuffer *out)
{
  for (size_t i = 0; i < k->timex_count; i++) {
    join(out, gw_timex_write(arena, &k->timexes[i]));
  }
}

/* Whether one line of a table comes out as it says; other results are shown. */
static bool check_line(GwView line, bool timed)
{
  GwArena arena = GW_ARENA_INIT;
  GwBuffer out = GW_BUFFER_INIT;
  GwView date = GW_VIEW(""), text, wanted = GW_VIEW("");
  assert_true(!timed || gw_view_next(&line, '\t', &date));
  assert_true(gw_view_next(&line, '\t', &text));
  gw_view_next(&line, '\t', &wanted);
  const GwKnowledge knowledge = scan(&arena, text, date);
  (timed ? write_timexes : write_quantities)(&arena, &knowledge, &out);
  const GwView got = gw_view_trim(gw_buffer_view(&out));
  const bool same = gw_view_equal(got, gw_view_trim(wanted));
  if (!same) {
    print_message("# \"%.*s\" (%.*s): expected '%.*s' but got '%.*s'\n", GW_PRINT(text),
                  GW_PRINT(date), GW_PRINT(wanted), GW_PRINT(got));
  }
  gw_buffer_free(&out);
  gw_arena_free(&arena);
  return same;
}

static void check_table(const char *name, bool timed, size_t least)
{
  GwArena arena = GW_ARENA_INIT;
  GwView rest = read_table(&arena, name), line;
  size_t lines = 0, wrong = 0;
  while (gw_view_next(&rest, '\n', &line)) {
    if (line.length && line.data[0] != '#') {
      wrong += !check_line(line, timed);
      lines++;
    }
  }
  gw_arena_free(&arena);
  assert_true(lines > least);
  assert_int_equal(wrong, 0);
}

static void quantities_are_read(void **state)
{
  (void)state;
  check_table("quantities.tsv", false, 100);
}

static void times_are_read(void **state)
{
  (void)state;
  check_table("timexes.tsv", true, 100);
}

/* Any text without a dash of sense gives at worst nothing. */
static void nonsense_is_harmless(void **state)
{
  static const char *const pieces[] = {"a", "and", "half", "of", "hundred", "-", "1,0", "2019", "%",
                                       "to", "between", "million", "$", "ago", "the", "past",
                                       "99999999999999999999", "May", "first", "every", "1/2",
                                       "up", "in", "week", "dozen"};
  const size_t count = sizeof pieces / sizeof *pieces;
  unsigned seed = 7;
  (void)state;
  for (int round = 0; round < 400; round++) {
    GwArena arena = GW_ARENA_INIT;
    GwBuffer text = GW_BUFFER_INIT;
    for (int i = 0; i < 12; i++) {
      seed = seed * 1103515245u + 12345u;
      gw_buffer_format(&text, "%s ", pieces[(seed >> 16) % count]);
    }
    const GwKnowledge k = scan(&arena, gw_buffer_view(&text), GW_VIEW("2024-02-29"));
    for (size_t i = 0; i < k.timex_count; i++) {
      assert_true(k.timexes[i].first <= k.timexes[i].last);
      assert_true(gw_timex_write(&arena, &k.timexes[i]).length > 0);
    }
    for (size_t i = 0; i < k.quantity_count; i++) {
      assert_true(k.quantities[i].first <= k.quantities[i].number);
      assert_true(gw_quantity_write(&arena, &k.quantities[i]).length > 0);
    }
    gw_buffer_free(&text);
    gw_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(quantities_are_read),
    cmocka_unit_test(times_are_read),
    cmocka_unit_test(nonsense_is_harmless),
  };
  return cmocka_run_group_tests(tests, open_tables, close_tables);
}
