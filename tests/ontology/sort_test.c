/* Sorting by digits gives the order that comparing gives. */
#include "tests/test.h"

#include "ontology/sort.h"

#include <stdlib.h>
#include <string.h>

/* SplitMix64 (Steele, Lea and Flood 2014). */
static uint64_t next(uint64_t *state)
{
  uint64_t z = (*state += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

/* Whether records stand in the order of their first words and, where these are alike, of `last`,
 * where they were numbered before. */
static bool in_order(const GwRecord *a, const GwRecord *b, size_t words)
{
  for (size_t i = 0; i < words; i++) {
    if (a->word[i] != b->word[i]) {
      return a->word[i] < b->word[i];
    }
  }
  return words == GW_RECORD_WORDS || a->word[3] < b->word[3];
}

static void check_records(size_t count, size_t words, uint64_t limit, bool room)
{
  GwArena arena = GW_ARENA_INIT;
  GwRecord *records = GW_NEW(&arena, count, GwRecord), *scratch = GW_NEW(&arena, count, GwRecord);
  uint64_t state = count + limit, sum = 0, after = 0;
  for (size_t i = 0; i < count; i++) {
    for (size_t word = 0; word < words; word++) {
      records[i].word[word] = (uint32_t)(next(&state) % limit);
    }
    if (words < GW_RECORD_WORDS) {
      records[i].word[3] = (uint32_t)i;
    }
    sum += records[i].word[0] ^ records[i].word[3];
  }
  gw_sort_records(records, room ? scratch : NULL, count, words);
  for (size_t i = 0; i < count; i++) {
    after += records[i].word[0] ^ records[i].word[3];
    if (room && i > 0 && words < GW_RECORD_WORDS) {
      assert_true(in_order(&records[i - 1], &records[i], words));
    } else if (i > 0) {
      assert_true(!in_order(&records[i], &records[i - 1], words)
                  || memcmp(&records[i - 1], &records[i], sizeof *records) == 0);
    }
  }
  assert_true(sum == after);
  gw_arena_free(&arena);
}

static void records_are_sorted_and_keep_their_order(void **state)
{
  (void)state;
  static const size_t counts[] = {0, 1, 2, 24, 25, 1000, 70000};
  static const uint64_t limits[] = {1, 3, 256, 257, 65536, 1000000, (uint64_t)1 << 32};
  for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
    for (size_t l = 0; l < sizeof limits / sizeof *limits; l++) {
      for (size_t words = 1; words <= GW_RECORD_WORDS; words++) {
        if (words != 3 || counts[c] < 70000) {
          check_records(counts[c], words, limits[l], true);
        }
      }
      check_records(counts[c], GW_RECORD_WORDS, limits[l], false);
    }
  }
}

static int compare(const void *left, const void *right)
{
  return gw_term_compare(*(const GwTerm *const *)left, *(const GwTerm *const *)right);
}

static void check_terms(const GwTerm *list, size_t count)
{
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  const GwTerm **terms = GW_NEW(&arena, count + 1, const GwTerm *);
  const GwTerm **expected = GW_NEW(&arena, count + 1, const GwTerm *);
  GwRecord *records = GW_NEW(&arena, 2 * count, GwRecord);
  for (size_t i = 0; i < count; i++) {
    terms[i] = expected[i] = &list[i];
    records[i].word[2] = (uint32_t)i;
  }
  qsort(expected, count, sizeof *expected, compare);
  assert_ok(gw_sort_terms(terms, records, records + count, count, &error), error);
  for (size_t i = 0; i < count; i++) {
    assert_ptr_equal(terms[records[i].word[2]], expected[i]);
  }
  gw_arena_free(&arena);
}

/* Pieces of few letters make terms that are alike for long and end at every place of a word. */
static void terms_are_sorted_by_their_bytes(void **state)
{
  (void)state;
  static const char *const pieces[] = {"a", "b", "\xc3\xa9", "\x01", "http://example.org/", " "};
  static const char *const languages[] = {"", "en", "de", "en-gb"};
  for (uint64_t seed = 1; seed <= 60; seed++) {
    GwArena arena = GW_ARENA_INIT;
    const size_t count = seed * seed;
    GwTerm *list = GW_NEW(&arena, count, GwTerm);
    uint64_t source = seed;
    for (size_t i = 0; i < count; i++) {
      GwView text = GW_VIEW("");
      for (size_t n = next(&source) % 12; n > 0; n--) {
        text = gw_view_format(&arena, "%.*s%s", GW_PRINT(text),
                              pieces[next(&source) % (seed % 2 ? 6 : 2)]);
      }
      list[i] = gw_typed(text, i % 2 ? "" : gw_view_format(&arena, "http://x/%zu", i).data);
      list[i].kind = next(&source) % 2 ? GW_TERM_IRI : GW_TERM_LITERAL;
      list[i].language = i % 2 ? gw_view(gw_view_format(&arena, "%s-%zu",
                                                        languages[next(&source) % 4], i).data)
                               : GW_VIEW("");
    }
    check_terms(list, count);
    gw_arena_free(&arena);
  }
}

/* Long common beginnings, equal texts of many types, and each text a prefix of the next. */
static void hostile_terms_are_sorted(void **state)
{
  (void)state;
  enum { COUNT = 3000 };
  GwArena arena = GW_ARENA_INIT;
  GwTerm *list = GW_NEW(&arena, COUNT, GwTerm);
  char *text = gw_arena_alloc(&arena, COUNT + 1, 1);
  memset(text, 'a', COUNT);
  for (size_t i = 0; i < COUNT; i++) {
    list[i] = gw_string((GwView){text, (i * 7) % COUNT});
  }
  check_terms(list, COUNT);
  for (size_t i = 0; i < COUNT; i++) {
    list[i] = gw_typed(GW_VIEW("x"), gw_view_format(&arena, "http://x/%zu", (i * 7) % COUNT).data);
  }
  check_terms(list, COUNT);
  for (size_t i = 0; i < COUNT; i++) {
    list[i] = gw_iri(gw_view_format(&arena, "http://example.org/%s%04zu", text, (i * 7) % COUNT));
  }
  check_terms(list, COUNT);
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(records_are_sorted_and_keep_their_order),
    cmocka_unit_test(terms_are_sorted_by_their_bytes),
    cmocka_unit_test(hostile_terms_are_sorted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
