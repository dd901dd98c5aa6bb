#include "tests/test.h"

#include "base/map.h"

static void test_empty_map_has_nothing(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  const GwMap map = gw_map_new(&arena);
  assert_int_equal(gw_map_get(&map, GW_VIEW("key")), GW_MAP_ABSENT);
  assert_int_equal(gw_map_get(&map, GW_VIEW("")), GW_MAP_ABSENT);
  gw_arena_free(&arena);
}

static void test_set_replaces(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwMap map = gw_map_new(&arena);
  assert_true(gw_map_set(&map, GW_VIEW("ban"), 1));
  assert_true(gw_map_set(&map, GW_VIEW("bank"), 2));
  assert_true(gw_map_set(&map, GW_VIEW("ban"), 3));
  assert_int_equal(map.count, 2);
  assert_int_equal(gw_map_get(&map, GW_VIEW("ban")), 3);
  assert_int_equal(gw_map_get(&map, GW_VIEW("bank")), 2);
  assert_int_equal(gw_map_get(&map, GW_VIEW("ba")), GW_MAP_ABSENT);
  gw_arena_free(&arena);
}

static void test_empty_key_is_a_key(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwMap map = gw_map_new(&arena);
  assert_true(gw_map_set(&map, (GwView){NULL, 0}, 7));
  assert_int_equal(gw_map_get(&map, GW_VIEW("")), 7);
  assert_int_equal(map.count, 1);
  gw_arena_free(&arena);
}

static void test_keys_may_hold_nul(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwMap map = gw_map_new(&arena);
  assert_true(gw_map_set(&map, GW_VIEW("a\0b"), 1));
  assert_true(gw_map_set(&map, GW_VIEW("a\0c"), 2));
  assert_int_equal(gw_map_get(&map, GW_VIEW("a\0b")), 1);
  assert_int_equal(gw_map_get(&map, GW_VIEW("a\0c")), 2);
  gw_arena_free(&arena);
}

static void test_many_keys(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwMap map = gw_map_new(&arena);
  for (size_t i = 0; i < 20000; i++) {
    assert_true(gw_map_set(&map, gw_view_format(&arena, "key %zu", i), i));
  }
  assert_int_equal(map.count, 20000);
  assert_true(map.capacity >= 2 * map.count);
  for (size_t i = 0; i < 20000; i++) {
    assert_int_equal(gw_map_get(&map, gw_view_format(&arena, "key %zu", i)), i);
    assert_int_equal(gw_map_get(&map, gw_view_format(&arena, "no %zu", i)), GW_MAP_ABSENT);
  }
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_empty_map_has_nothing),
    cmocka_unit_test(test_set_replaces),
    cmocka_unit_test(test_empty_key_is_a_key),
    cmocka_unit_test(test_keys_may_hold_nul),
    cmocka_unit_test(test_many_keys),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
