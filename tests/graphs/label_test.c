#include "tests/test.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "graphs/views/label.h"

static const struct {
  const char *text;
  size_t width, lines;
  const char *wrapped;
} cases[] = {
  {"", 10, 2, ""},
  {"   ", 10, 2, ""},
  {"one", 10, 2, "one"},
  {"  one \n two\t", 10, 2, "one two"},
  {"one two", 3, 2, "one\ntwo"},
  {"exactly ten", 11, 1, "exactly ten"},
  /* even lines: not "free electricity for" and "irrigation" */
  {"free electricity for irrigation", 22, 3, "free electricity\nfor irrigation"},
  {"Punjab Preservation of Subsoil Water Act", 22, 3, "Punjab Preservation\nof Subsoil Water Act"},
  /* cut */
  {"one two three four", 5, 2, "one\ntwo\xE2\x80\xA6"},
  {"one two three four", 3, 1, "one\xE2\x80\xA6"},
  /* a word wider than a line is broken */
  {"Donaudampfschiff", 8, 3, "Donaudam\npfschiff"},
  {"a Donaudampfschiff b", 8, 2, "a\nDonaudam\xE2\x80\xA6"},
  /* ideographs are two columns wide and need no spaces */
  {"\xE4\xB8\xAD\xE5\x9B\xBD\xE5\x86\x9C\xE4\xB8\x9A", 4, 2,
   "\xE4\xB8\xAD\xE5\x9B\xBD\n\xE5\x86\x9C\xE4\xB8\x9A"},
  {"\xE4\xB8\xAD\xE5\x9B\xBD\xE5\x86\x9C", 5, 1, "\xE4\xB8\xAD\xE5\x9B\xBD\xE2\x80\xA6"},
  /* a combining accent and a family joined by U+200D stay with what they belong to */
  {"e\xCC\x81" "e\xCC\x81" "e\xCC\x81", 2, 2, "e\xCC\x81" "e\xCC\x81\ne\xCC\x81"},
  {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 x", 2, 2,
   "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\nx"},
  /* invalid bytes pass through */
  {"a\xFF\xFE z", 3, 2, "a\xFF\xFE\nz"},
};

static void test_cases(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const GwView text = gw_view(cases[i].text);
    assert_view(gw_label_wrap(&arena, text, cases[i].width, cases[i].lines), cases[i].wrapped);
  }
  gw_arena_free(&arena);
}

/* Of any text: no more lines than allowed, no line wider, nothing lost but white space. */
static void check_wrapped(GwView text, GwView wrapped, size_t width, size_t lines)
{
  GwView line, rest = wrapped;
  size_t count = 0, at = 0;
  while (gw_view_next(&rest, '\n', &line)) {
    count++;
    assert_true(gw_utf8_count(line) <= width + 1); /* the ellipsis may stick out */
    assert_int_equal(gw_utf8_invalid_at(line), line.length);
  }
  assert_true(count <= lines);
  for (size_t i = 0; i < wrapped.length; i++) {
    const char c = wrapped.data[i];
    while (at < text.length && text.data[at] == ' ') {
      at++;
    }
    if (c != '\n' && c != ' ' && at < text.length && text.data[at] == c) {
      at++;
    } else if (c != '\n' && c != ' ') {
      assert_view(gw_view_slice(wrapped, i, wrapped.length), "\xE2\x80\xA6");
      break;
    }
  }
}

static void test_random_texts(void **state)
{
  (void)state;
  static const char *const parts[] = {"a", "bc", "word", "  ", " ", "-", "\xC3\xA9", "longer"};
  GwArena arena = GW_ARENA_INIT;
  uint32_t seed = 7;
  for (size_t round = 0; round < 3000; round++) {
    GwBuffer text = GW_BUFFER_INIT;
    for (size_t i = 0; i < round % 40; i++) {
      seed = seed * 1664525u + 1013904223u;
      gw_buffer_text(&text, parts[(seed >> 16) % 8]);
    }
    const size_t width = 1 + round % 23, lines = 1 + round % 4;
    const GwView view = gw_buffer_view(&text);
    check_wrapped(view, gw_label_wrap(&arena, view, width, lines), width, lines);
    gw_buffer_free(&text);
  }
  gw_arena_free(&arena);
}

static void test_huge_text_is_cut(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  const size_t huge = (size_t)10 << 20;
  char *data = gw_arena_alloc(&arena, huge, 1);
  assert_non_null(data);
  for (size_t i = 0; i < huge; i++) {
    data[i] = 'x';
  }
  const GwView wrapped = gw_label_wrap(&arena, (GwView){data, huge}, 10, 2);
  assert_view(wrapped, "xxxxxxxxxx\nxxxxxxxxxx\xE2\x80\xA6");
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_cases),
    cmocka_unit_test(test_random_texts),
    cmocka_unit_test(test_huge_text_is_cut),
  };
  return cmocka_run_group_tests_name("label", tests, NULL, NULL);
}
