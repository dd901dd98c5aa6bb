#include "tests/test.h"

#include "base/buffer.h"

#include <string.h>

static void test_empty_buffer_has_a_view(void **state)
{
  (void)state;
  GwBuffer buffer = GW_BUFFER_INIT;
  assert_view(gw_buffer_view(&buffer), "");
  gw_buffer_append(&buffer, (GwView){NULL, 0});
  assert_view(gw_buffer_view(&buffer), "");
  gw_buffer_free(&buffer);
}

static void test_appends_in_order(void **state)
{
  (void)state;
  GwBuffer buffer = GW_BUFFER_INIT;
  gw_buffer_text(&buffer, "one ");
  gw_buffer_append(&buffer, gw_view_slice(GW_VIEW("a two b"), 2, 5));
  gw_buffer_char(&buffer, ' ');
  gw_buffer_format(&buffer, "%d %s", 3, "three");
  gw_buffer_text(&buffer, NULL);
  assert_view(gw_buffer_view(&buffer), "one two 3 three");
  assert_int_equal(buffer.data[buffer.length], '\0');
  gw_buffer_free(&buffer);
}

static void test_grows_and_keeps_nul_bytes(void **state)
{
  (void)state;
  GwBuffer buffer = GW_BUFFER_INIT;
  for (size_t i = 0; i < 100000; i++) {
    gw_buffer_char(&buffer, (char)(i % 251));
  }
  assert_false(buffer.failed);
  assert_int_equal(buffer.length, 100000);
  for (size_t i = 0; i < 100000; i++) {
    assert_int_equal(buffer.data[i], (char)(i % 251));
  }
  gw_buffer_free(&buffer);
}

static void test_long_format(void **state)
{
  (void)state;
  GwBuffer buffer = GW_BUFFER_INIT;
  gw_buffer_format(&buffer, "%*s|", 5000, "x");
  assert_int_equal(buffer.length, 5001);
  assert_view(gw_view_slice(gw_buffer_view(&buffer), 4998, 5001), " x|");
  gw_buffer_free(&buffer);
}

static void test_failure_is_remembered(void **state)
{
  (void)state;
  GwBuffer buffer = GW_BUFFER_INIT;
  const volatile size_t too_much = SIZE_MAX / 2; /* no compiler may see that "" is shorter */
  gw_buffer_text(&buffer, "kept");
  gw_buffer_append(&buffer, (GwView){"", too_much});
  assert_true(buffer.failed);
  gw_buffer_text(&buffer, " lost");
  assert_view(gw_buffer_view(&buffer), "kept");
  gw_buffer_free(&buffer);
  assert_false(buffer.failed);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_empty_buffer_has_a_view),
    cmocka_unit_test(test_appends_in_order),
    cmocka_unit_test(test_grows_and_keeps_nul_bytes),
    cmocka_unit_test(test_long_format),
    cmocka_unit_test(test_failure_is_remembered),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
