#include "tests/test.h"

#include "base/child.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const GwChildLimits limits = {.cpu_seconds = 20, .wall_seconds = 20,
                                     .memory_bytes = (size_t)1 << 30, .output_bytes = 1000};

static int greet(void *data, int fd)
{
  printf("not for the user\n");
  return write(fd, data, strlen(data)) > 0 ? 7 : 8;
}

static int crash(void *data, int fd)
{
  (void)data;
  (void)fd;
  (void)signal(SIGSEGV, SIG_DFL); /* also where a sanitizer would report it */
  (void)raise(SIGSEGV);
  return 0;
}

static int sleep_long(void *data, int fd)
{
  (void)data;
  (void)fd;
  sleep(60);
  return 0;
}

static int chatter(void *data, int fd)
{
  (void)data;
  while (write(fd, "0123456789", 10) == 10) {
  }
  return 0;
}

static int leave(void *data, int fd)
{
  (void)data;
  (void)fd;
  exit(3);
}

static void test_output_and_status(void **state)
{
  (void)state;
  char text[] = "good day";
  GwBuffer out = GW_BUFFER_INIT;
  GwError error = {GW_OK, ""};
  int status = 0;
  assert_ok(gw_child_run(&limits, greet, text, &out, &status, &error), error);
  assert_int_equal(status, 7);
  assert_true(gw_view_is(gw_buffer_view(&out), "good day"));
  gw_buffer_free(&out);
  assert_ok(gw_child_run(&limits, leave, NULL, &out, &status, &error), error);
  assert_int_equal(status, 3);
  assert_int_equal(out.length, 0);
  gw_buffer_free(&out);
}

static void test_failures(void **state)
{
  (void)state;
  static const struct {
    GwChildTask task;
    unsigned seconds;
    const char *says;
  } cases[] = {
    {crash, 20, "it died of signal 11"},
    {sleep_long, 1, "it ran past 1 s"},
    {chatter, 20, "its output is larger than 1000 bytes"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    GwChildLimits within = limits;
    GwBuffer out = GW_BUFFER_INIT;
    GwError error = {GW_OK, ""};
    int status = 0;
    within.wall_seconds = cases[i].seconds;
    assert_int_equal(gw_child_run(&within, cases[i].task, NULL, &out, &status, &error),
                     GW_ERR_CHILD);
    assert_non_null(strstr(error.message, cases[i].says));
    gw_buffer_free(&out);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_output_and_status),
    cmocka_unit_test(test_failures),
  };
  return cmocka_run_group_tests_name("child", tests, NULL, NULL);
}
