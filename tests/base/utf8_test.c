#include "tests/test.h"

#include "base/utf8.h"

static void test_decode(void **state)
{
  (void)state;
  static const struct { const char *text; uint32_t c; size_t length; } cases[] = {
    {"a", 'a', 1}, {"\xC3\xA9", 0xE9, 2}, {"\xE4\xB8\xAD", 0x4E2D, 3},
    {"\xF0\x9F\x9A\xA2", 0x1F6A2, 4}, {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
    {"\x80", GW_UTF8_INVALID, 1},             /* a continuation alone */
    {"\xC3", GW_UTF8_INVALID, 1},             /* cut */
    {"\xE4\xB8", GW_UTF8_INVALID, 1},         /* cut */
    {"\xC0\xAF", GW_UTF8_INVALID, 1},         /* overlong */
    {"\xE0\x80\x80", GW_UTF8_INVALID, 1},     /* overlong */
    {"\xED\xA0\x80", GW_UTF8_INVALID, 1},     /* surrogate */
    {"\xF4\x90\x80\x80", GW_UTF8_INVALID, 1}, /* past the last code point */
    {"\xFF", GW_UTF8_INVALID, 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    size_t length = 0;
    assert_int_equal(gw_utf8_decode(gw_view(cases[i].text), 0, &length), cases[i].c);
    assert_int_equal(length, cases[i].length);
  }
}

/* What is encoded is decoded again, over all code points in steps. */
static void test_round_trip(void **state)
{
  (void)state;
  for (uint32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
    char bytes[4];
    size_t length = 0;
    const size_t n = gw_utf8_encode(c, bytes);
    if (c >= 0xD800 && c <= 0xDFFF) {
      assert_int_equal(gw_utf8_invalid_at((GwView){bytes, n}), 0);
      continue;
    }
    assert_int_equal(gw_utf8_decode((GwView){bytes, n}, 0, &length), c);
    assert_int_equal(length, n);
  }
}

static void test_encode_refuses_what_is_no_code_point(void **state)
{
  (void)state;
  char bytes[4];
  assert_int_equal(gw_utf8_encode(0x110000, bytes), 0);
  assert_int_equal(gw_utf8_encode(GW_UTF8_INVALID, bytes), 0);
}

static void test_invalid_at(void **state)
{
  (void)state;
  assert_int_equal(gw_utf8_invalid_at(GW_VIEW("")), 0);
  assert_int_equal(gw_utf8_invalid_at(GW_VIEW("Li \xE6\x9D\x8E")), 6);
  assert_int_equal(gw_utf8_invalid_at(GW_VIEW("ok \xE6\x9D")), 3);
  assert_int_equal(gw_utf8_invalid_at(GW_VIEW("caf\xE9 au lait")), 3);
}

static void test_count(void **state)
{
  (void)state;
  assert_int_equal(gw_utf8_count(GW_VIEW("")), 0);
  assert_int_equal(gw_utf8_count(GW_VIEW("run \xE6\xB6\xA6")), 5);
}

static void test_categories(void **state)
{
  (void)state;
  assert_true(gw_utf8_is_upper('A') && gw_utf8_is_upper(0xC9) && gw_utf8_is_upper(0x1C5));
  assert_false(gw_utf8_is_upper('a') || gw_utf8_is_upper(0x4E2D) || gw_utf8_is_upper('1'));
  assert_true(gw_utf8_is_lower('a') && gw_utf8_is_lower(0xE9));
  assert_true(gw_utf8_is_letter(0x4E2D) && gw_utf8_is_letter(0x2B0));
  assert_false(gw_utf8_is_letter('1') || gw_utf8_is_letter('_'));
  assert_true(gw_utf8_is_digit('0') && gw_utf8_is_digit(0x0663));
  assert_false(gw_utf8_is_digit(0xBD));
  assert_true(gw_utf8_is_punct('.') && gw_utf8_is_punct(0x201C) && gw_utf8_is_punct(0x2014));
  assert_false(gw_utf8_is_punct('$') || gw_utf8_is_punct('+'));
  assert_true(gw_utf8_is_space(' ') && gw_utf8_is_space('\n') && gw_utf8_is_space(0xA0)
              && gw_utf8_is_space(0x3000) && gw_utf8_is_space(0x2029));
  assert_false(gw_utf8_is_space(0x200B) || gw_utf8_is_space('x'));
  assert_true(gw_utf8_is_cjk(0x4E00) && gw_utf8_is_cjk(0x9FFF) && gw_utf8_is_cjk(0x20000));
  assert_false(gw_utf8_is_cjk('a') || gw_utf8_is_cjk(0xAC00));
}

static void test_lower(void **state)
{
  (void)state;
  static const struct { const char *text, *lower; } cases[] = {
    {"", ""}, {"IOM", "iom"}, {"\xC3\x89TAT", "\xC3\xA9tat"}, {"\xE4\xB8\xAD", "\xE4\xB8\xAD"},
    {"\xC4\xB0", "\xC4\xB0"}, {"\xC8\xBA", "\xE2\xB1\xA5"}, {"a\xFFZ", "a\xFFz"},
  };
  GwArena arena = GW_ARENA_INIT;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_view(gw_utf8_lower(&arena, gw_view(cases[i].text)), cases[i].lower);
  }
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_decode),
    cmocka_unit_test(test_round_trip),
    cmocka_unit_test(test_encode_refuses_what_is_no_code_point),
    cmocka_unit_test(test_invalid_at),
    cmocka_unit_test(test_count),
    cmocka_unit_test(test_categories),
    cmocka_unit_test(test_lower),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
