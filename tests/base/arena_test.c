#include "tests/test.h"

#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

static void test_alloc_is_zeroed_and_aligned(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  for (size_t size = 1; size < 300; size += 7) {
    unsigned char *bytes = gw_arena_alloc(&arena, 1, size);
    assert_non_null(bytes);
    assert_int_equal((uintptr_t)bytes % alignof(max_align_t), 0);
    for (size_t i = 0; i < size; i++) {
      assert_int_equal(bytes[i], 0);
    }
    memset(bytes, 0xff, size);
  }
  gw_arena_free(&arena);
}

static void test_allocations_do_not_overlap(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  unsigned char *blocks[200];
  for (size_t i = 0; i < 200; i++) {
    blocks[i] = gw_arena_alloc(&arena, 100 + i * 11, 1);
    assert_non_null(blocks[i]);
    memset(blocks[i], (int)i, 100 + i * 11);
  }
  for (size_t i = 0; i < 200; i++) {
    assert_int_equal(blocks[i][0], i);
    assert_int_equal(blocks[i][99 + i * 11], i);
  }
  gw_arena_free(&arena);
}

static void test_large_and_empty(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  char *large = gw_arena_alloc(&arena, 10, 1000000);
  assert_non_null(large);
  large[9999999] = 'x';
  assert_non_null(gw_arena_alloc(&arena, 0, 8));
  assert_ptr_not_equal(gw_arena_alloc(&arena, 0, 8), gw_arena_alloc(&arena, 0, 8));
  gw_arena_free(&arena);
}

static void test_overflow_is_refused(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  assert_null(gw_arena_alloc(&arena, SIZE_MAX, 2));
  assert_null(gw_arena_alloc(&arena, SIZE_MAX / 2 + 1, 2));
  assert_null(gw_arena_alloc(&arena, 1, SIZE_MAX));
  assert_non_null(gw_arena_alloc(&arena, 1, 1));
  gw_arena_free(&arena);
}

static void test_grow_keeps_items(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  size_t *items = NULL, capacity = 0;
  for (size_t n = 0; n < 1000; n++) {
    items = gw_arena_grow(&arena, items, n, &capacity, sizeof *items);
    assert_non_null(items);
    assert_true(capacity > n);
    items[n] = n * n;
  }
  for (size_t n = 0; n < 1000; n++) {
    assert_int_equal(items[n], n * n);
  }
  gw_arena_free(&arena);
}

static void test_usable_after_free(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  assert_non_null(gw_arena_alloc(&arena, 5, 5));
  gw_arena_free(&arena);
  assert_null(arena.blocks);
  assert_non_null(gw_arena_alloc(&arena, 5, 5));
  gw_arena_free(&arena);
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_alloc_is_zeroed_and_aligned),
    cmocka_unit_test(test_allocations_do_not_overlap),
    cmocka_unit_test(test_large_and_empty),
    cmocka_unit_test(test_overflow_is_refused),
    cmocka_unit_test(test_grow_keeps_items),
    cmocka_unit_test(test_usable_after_free),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
