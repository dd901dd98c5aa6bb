/** @file cases.h
 * Tests whose cases are files: every NAME.txt of a folder is turned into text by a function and
 * compared with NAME.expected beside it. With GRAPHWRIGHT_WRITE_EXPECTED=1 in the environment
 * the expected files are written instead, to be read before they are committed.
 */
#ifndef GW_TESTS_CASES_H
#define GW_TESTS_CASES_H

#include "base/buffer.h"
#include "base/file.h"
#include "tests/test.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/** Turns one case's file into what is compared; fails the test itself. */
typedef void (*GwCase)(GwArena *arena, const char *path, GwBuffer *out);

enum { GW_CASES = 64 };

static GwCase gw_case_run;

static const char *gw_case_source(void)
{
  const char *source = getenv("GRAPHWRIGHT_SOURCE");
  return source ? source : GW_SOURCE_FOLDER;
}

static void gw_case_test(void **state)
{
  const char *path = *state;
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  GwBuffer out = GW_BUFFER_INIT;
  GwView expected;
  const GwView stem = {path, strlen(path) - strlen(".txt")};
  const GwView beside = gw_view_format(&arena, "%.*s.expected", GW_PRINT(stem));
  gw_case_run(&arena, path, &out);
  if (getenv("GRAPHWRIGHT_WRITE_EXPECTED")) {
    assert_ok(gw_file_write(beside.data, gw_buffer_view(&out), &error), error);
  }
  assert_ok(gw_file_read(&arena, beside.data, 1000 * 1000, &expected, &error), error);
  assert_false(out.failed);
  if (!gw_view_equal(expected, gw_buffer_view(&out))) {
    fail_msg("%s: expected\n%.*s\nbut got\n%.*s", path, GW_PRINT(expected),
             GW_PRINT(gw_buffer_view(&out)));
  }
  gw_buffer_free(&out);
  gw_arena_free(&arena);
}

static int gw_case_order(const struct dirent **a, const struct dirent **b)
{
  return strcmp((*a)->d_name, (*b)->d_name);
}

/** Run all cases of a folder (relative to the source folder) as one group of tests. */
static int gw_cases_run(const char *folder, GwCase run)
{
  GwArena arena = GW_ARENA_INIT;
  struct CMUnitTest tests[GW_CASES];
  struct dirent **entries = NULL;
  size_t count = 0;
  const GwView full = gw_view_format(&arena, "%s/%s", gw_case_source(), folder);
  const int found = scandir(full.data, &entries, NULL, gw_case_order);
  for (int i = 0; i < found; i++) {
    const GwView name = gw_view(entries[i]->d_name);
    if (gw_view_ends(name, GW_VIEW(".txt")) && count < GW_CASES) {
      const GwView path = gw_view_format(&arena, "%s/%.*s", full.data, GW_PRINT(name));
      tests[count++] = (struct CMUnitTest){
        .name = gw_view_copy(&arena, name), .test_func = gw_case_test,
        .initial_state = gw_view_copy(&arena, path)};
    }
    free(entries[i]);
  }
  free(entries);
  gw_case_run = run;
  const int failed = count ? _cmocka_run_group_tests(folder, tests, count, NULL, NULL) : 1;
  gw_arena_free(&arena);
  return failed;
}

#endif
