/* URLs of stores, and what servers say as one harmless line. */
#include "tests/test.h"

#include "export/http.h"
#include "export/url.h"

#include <string.h>

static void test_which_are_accepted(void **state)
{
  (void)state;
  static const char *const good[] = {
    "http://localhost/", "https://example.org", "HTTPS://example.org:8890/store?key=1",
    "http://[::1]:3030/ds", "http://127.0.0.1:7001/?access-token=x", "http://bücher.example/"};
  static const char *const bad[] = {
    "", "store", "//example.org/", "ftp://example.org/", "file:///etc/passwd", "http://",
    "http://me@example.org/", "http://me:pass@example.org/", "https://:pass@example.org/",
    "http://example.org/#part", "http://example.org:99999/", "http://exa mple.org/",
    "javascript:alert(1)"};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    GwError error = {GW_OK, ""};
    assert_ok(gw_url_check(good[i], &error), error);
  }
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    GwError error = {GW_OK, ""};
    if (gw_url_check(bad[i], &error) != GW_ERR_USAGE || strstr(error.message, "pass@")) {
      fail_msg("'%s': %s", bad[i], error.message);
    }
  }
}

static void test_names_of_graphs(void **state)
{
  (void)state;
  static const struct {
    const char *store, *graph, *url;
  } cases[] = {
    {"http://h/s", "", "http://h/s?default"},
    {"http://h/s", "http://e.org/g", "http://h/s?graph=http%3A%2F%2Fe.org%2Fg"},
    {"http://h/s?k=1", "x:g", "http://h/s?k=1&graph=x%3Ag"},
    {"http://h/s?k=1&", "x:g", "http://h/s?k=1&graph=x%3Ag"},
    {"http://h/s?", "", "http://h/s?default"},
    {"http://h/s", "x:é?a=b&c#d%20+~", "http://h/s?graph=x%3A%C3%A9%3Fa%3Db%26c%23d%2520%2B~"},
  };
  GwArena arena = GW_ARENA_INIT;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_string_equal(gw_url_of_graph(&arena, cases[i].store, gw_view(cases[i].graph)),
                        cases[i].url);
  }
  gw_arena_free(&arena);
}

static void test_what_is_shown(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  assert_string_equal(gw_url_shown(&arena, "https://me:pw@h:81/s?token=1#x"), "https://h:81/s");
  assert_string_equal(gw_url_shown(&arena, "http://h"), "http://h/");
  assert_string_equal(gw_url_shown(&arena, "no URL"), "the store");
  gw_arena_free(&arena);
}

static void test_where_they_lead(void **state)
{
  (void)state;
  assert_true(gw_url_same_origin("http://h/a", "HTTP://H:80/b?c"));
  assert_true(gw_url_same_origin("https://h", "https://h:443/"));
  assert_false(gw_url_same_origin("http://h/", "https://h/"));
  assert_false(gw_url_same_origin("http://h/", "http://h:8080/"));
  assert_false(gw_url_same_origin("http://h/", "http://h.example/"));
  assert_false(gw_url_same_origin("http://h/", "no URL"));
  static const char *const open[] = {"http://example.org/", "http://127.evil.example/",
                                     "http://localhost.example/", "http://10.0.0.1/",
                                     "http://[::2]/", "http://128.0.0.1/"};
  static const char *const closed[] = {"https://example.org/", "HTTPS://10.0.0.1/",
                                       "http://localhost:1/", "http://LocalHost/",
                                       "http://127.0.0.1/", "http://127.9.9.9/", "http://[::1]/"};
  for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
    assert_true(gw_url_is_open(open[i]));
    assert_false(gw_url_is_local(open[i]));
  }
  for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
    assert_false(gw_url_is_open(closed[i]));
  }
}

static void test_words_of_servers(void **state)
{
  (void)state;
  static const struct {
    const char *text, *line;
  } cases[] = {
    {"", ""}, {"  plain  words \n more", "plain words"}, {"a\tb\rc", "a b c"},
    {"\x1b[31mred", "[31mred"}, {"caf\xC3\xA9", "caf\xC3\xA9"}, {"caf\xE9!", "caf !"},
    {"\xC2\x9B" "1m", "1m"}, {"\xE2\x80\xAE" "x\xE2\x81\xA6y", "x y"},
    {"123456789012345678901234567890", "123456789012345"},
    {"12345678901234\xC3\xA9", "12345678901234"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char line[16];
    gw_http_words(gw_view(cases[i].text), line, sizeof line);
    assert_string_equal(line, cases[i].line);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_which_are_accepted), cmocka_unit_test(test_names_of_graphs),
    cmocka_unit_test(test_what_is_shown),      cmocka_unit_test(test_where_they_lead),
    cmocka_unit_test(test_words_of_servers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
