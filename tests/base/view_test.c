#include "tests/test.h"

#include "base/view.h"

static void test_of_strings(void **state)
{
  (void)state;
  assert_int_equal(gw_view(NULL).length, 0);
  assert_non_null(gw_view(NULL).data);
  assert_int_equal(gw_view("visa").length, 4);
  assert_int_equal(GW_VIEW("a\0b").length, 3);
}

static void test_equality(void **state)
{
  (void)state;
  assert_true(gw_view_equal((GwView){NULL, 0}, GW_VIEW("")));
  assert_true(gw_view_equal(GW_VIEW("ban"), gw_view_slice(GW_VIEW("bans"), 0, 3)));
  assert_false(gw_view_equal(GW_VIEW("ban"), GW_VIEW("bans")));
  assert_false(gw_view_equal(GW_VIEW("a\0b"), GW_VIEW("a\0c")));
  assert_true(gw_view_is(GW_VIEW("ban"), "ban"));
  assert_false(gw_view_is(GW_VIEW("ban"), "Ban"));
}

static void test_starts_and_ends(void **state)
{
  (void)state;
  const GwView text = GW_VIEW("export ban");
  assert_true(gw_view_starts(text, GW_VIEW("export")));
  assert_true(gw_view_starts(text, GW_VIEW("")));
  assert_false(gw_view_starts(text, GW_VIEW("export bans")));
  assert_true(gw_view_ends(text, GW_VIEW("ban")));
  assert_true(gw_view_ends(text, text));
  assert_false(gw_view_ends(text, GW_VIEW("an export ban")));
  assert_false(gw_view_ends(text, GW_VIEW("export")));
}

/* Each text is before the next. */
static void test_order_is_of_bytes(void **state)
{
  (void)state;
  static const char *const sorted[] = {"", " ", "A", "AB", "B", "a", "ab", "b", "\xC3\xA9",
                                       "\xE4\xB8\xAD"};
  const size_t n = sizeof sorted / sizeof *sorted;
  for (size_t i = 0; i < n; i++) {
    for (size_t k = 0; k < n; k++) {
      const int order = gw_view_compare(gw_view(sorted[i]), gw_view(sorted[k]));
      assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
    }
  }
}

static void test_trim(void **state)
{
  (void)state;
  static const struct { const char *text, *trimmed; } cases[] = {
    {"", ""}, {" \t\n\v\f\r ", ""}, {"a", "a"}, {" a b ", "a b"}, {"\na\n", "a"},
    {"\xC2\xA0x", "\xC2\xA0x"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_view(gw_view_trim(gw_view(cases[i].text)), cases[i].trimmed);
  }
}

static void test_find(void **state)
{
  (void)state;
  static const struct { const char *text, *needle; size_t from, at; } cases[] = {
    {"banana", "an", 0, 1}, {"banana", "an", 2, 3}, {"banana", "an", 4, 6}, {"banana", "", 2, 2},
    {"", "a", 0, 0}, {"ban", "banana", 0, 3}, {"ban", "n", 3, 3}, {"ban", "n", 9, 3},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(gw_view_find(gw_view(cases[i].text), gw_view(cases[i].needle),
                                  cases[i].from), cases[i].at);
  }
}

static void test_next_cuts_fields(void **state)
{
  (void)state;
  GwView rest = GW_VIEW("name\t\tqid"), field;
  assert_true(gw_view_next(&rest, '\t', &field));
  assert_view(field, "name");
  assert_true(gw_view_next(&rest, '\t', &field));
  assert_view(field, "");
  assert_true(gw_view_next(&rest, '\t', &field));
  assert_view(field, "qid");
  assert_false(gw_view_next(&rest, '\t', &field));
}

static void test_copies_are_terminated(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  assert_string_equal(gw_view_copy(&arena, gw_view_slice(GW_VIEW("exit ban"), 0, 4)), "exit");
  assert_string_equal(gw_view_copy(&arena, (GwView){NULL, 0}), "");
  const GwView formatted = gw_view_format(&arena, "%s-%zu", "p", (size_t)12);
  assert_view(formatted, "p-12");
  assert_int_equal(formatted.data[4], '\0');
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_of_strings),
    cmocka_unit_test(test_equality),
    cmocka_unit_test(test_starts_and_ends),
    cmocka_unit_test(test_order_is_of_bytes),
    cmocka_unit_test(test_trim),
    cmocka_unit_test(test_find),
    cmocka_unit_test(test_next_cuts_fields),
    cmocka_unit_test(test_copies_are_terminated),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
