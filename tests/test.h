/** @file test.h
 * What every unit test includes: cmocka with what it needs, and checks of the base types.
 */
#ifndef GW_TESTS_TEST_H
#define GW_TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/status.h"
#include "base/view.h"

/** A view holds exactly these characters. */
#define assert_view(view, text)                                      \
  do {                                                               \
    const GwView got_ = (view), want_ = gw_view(text);               \
    if (!gw_view_equal(got_, want_)) {                               \
      fail_msg("%s is '%.*s', not '%s'", #view, GW_PRINT(got_), want_.data); \
    }                                                                \
  } while (0)

/** A call succeeds; otherwise its message is shown. */
#define assert_ok(call, error)                               \
  do {                                                       \
    if ((call) != GW_OK) {                                   \
      fail_msg("%s failed: %s", #call, (error).message);     \
    }                                                        \
  } while (0)

#endif
