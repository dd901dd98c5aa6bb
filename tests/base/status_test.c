#include "tests/test.h"

#include "base/hash.h"

#include <string.h>

static GwStatus passes_on(GwStatus first, bool *reached)
{
  GW_TRY(first);
  *reached = true;
  return GW_OK;
}

static void test_try_returns_the_failure(void **state)
{
  (void)state;
  bool reached = false;
  assert_int_equal(passes_on(GW_ERR_IO, &reached), GW_ERR_IO);
  assert_false(reached);
  assert_int_equal(passes_on(GW_OK, &reached), GW_OK);
  assert_true(reached);
}

static void test_fail_fills_the_message(void **state)
{
  (void)state;
  GwError error = {GW_OK, ""};
  assert_int_equal(gw_fail(&error, GW_ERR_INPUT, "%s:%d: no verb", "a.txt", 3), GW_ERR_INPUT);
  assert_int_equal(error.status, GW_ERR_INPUT);
  assert_string_equal(error.message, "a.txt:3: no verb");
  assert_int_equal(gw_fail(NULL, GW_ERR_RDF, "nobody listens"), GW_ERR_RDF);
  assert_int_equal(gw_fail_memory(&error), GW_ERR_MEMORY);
  assert_string_equal(error.message, "out of memory");
}

static void test_long_message_is_cut(void **state)
{
  (void)state;
  GwError error;
  gw_fail(&error, GW_ERR_IO, "%*s", 5000, "x");
  assert_int_equal(strlen(error.message), sizeof error.message - 1);
}

/* The manual page promises these. */
static void test_exit_statuses(void **state)
{
  (void)state;
  assert_int_equal(gw_exit_status(GW_OK), 0);
  assert_int_equal(gw_exit_status(GW_ERR_MEMORY), 1);
  assert_int_equal(gw_exit_status(GW_ERR_RDF), 1);
  assert_int_equal(gw_exit_status(GW_ERR_USAGE), 2);
  assert_int_equal(gw_exit_status(GW_ERR_INPUT), 3);
  assert_int_equal(gw_exit_status(GW_ERR_IO), 4);
  assert_int_equal(gw_exit_status(GW_ERR_CHILD), 5);
  assert_int_equal(gw_exit_status(GW_ERR_REMOTE), 7);
}

/* XXH3's published value for no bytes: names of contents must not change between versions. */
static void test_hash_is_xxh3(void **state)
{
  (void)state;
  char name[13];
  assert_true(gw_hash(GW_VIEW("")) == 0x2d06800538d394c2ULL);
  gw_hash_name(GW_VIEW(""), name);
  assert_string_equal(name, "c324468d497f");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_try_returns_the_failure),
    cmocka_unit_test(test_fail_fills_the_message),
    cmocka_unit_test(test_long_message_is_cut),
    cmocka_unit_test(test_exit_statuses),
    cmocka_unit_test(test_hash_is_xxh3),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
