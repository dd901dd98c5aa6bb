/* The calendar against facts that an almanac gives, and against itself. */
#include "extract/knowledge/calendar.h"
#include "extract/knowledge/decimal.h"
#include "tests/test.h"

static void weekdays_are_those_of_almanacs(void **state)
{
  (void)state;
  assert_int_equal(gw_weekday((GwDate){1970, 1, 1}), 3);
  assert_int_equal(gw_weekday((GwDate){2000, 2, 29}), 1);
  assert_int_equal(gw_weekday((GwDate){1900, 3, 1}), 3);
  assert_int_equal(gw_weekday((GwDate){2024, 2, 29}), 3);
  assert_int_equal(gw_weekday((GwDate){1, 1, 1}), 0);
}

/* Every day of 800 years follows the one before and comes back from its number. */
static void days_follow_each_other(void **state)
{
  (void)state;
  const long first = gw_day_number((GwDate){1600, 1, 1});
  const long last = gw_day_number((GwDate){2399, 12, 31});
  GwDate before = gw_day_of_number(first - 1);
  assert_int_equal(last - first + 1, 2 * 146097);
  for (long n = first; n <= last; n++) {
    const GwDate d = gw_day_of_number(n);
    const bool next = d.day == before.day + 1 || (d.day == 1 && before.day
                                                  == gw_month_days(before.year, before.month));
    assert_true(gw_date_exists(d) && next && gw_day_number(d) == n);
    before = d;
  }
}

static void leap_years_have_29_days(void **state)
{
  (void)state;
  assert_int_equal(gw_month_days(2024, 2), 29);
  assert_int_equal(gw_month_days(2023, 2), 28);
  assert_int_equal(gw_month_days(1900, 2), 28);
  assert_int_equal(gw_month_days(2000, 2), 29);
  assert_int_equal(gw_month_days(2000, 13), 0);
}

static void months_are_added(void **state)
{
  (void)state;
  const GwDate leap = gw_add_months((GwDate){2024, 1, 31}, 1);
  const GwDate back = gw_add_months((GwDate){2024, 1, 31}, -2);
  const GwDate years = gw_add_months((GwDate){2024, 2, 29}, 12);
  assert_true(leap.year == 2024 && leap.month == 2 && leap.day == 29);
  assert_true(back.year == 2023 && back.month == 11 && back.day == 30);
  assert_true(years.year == 2025 && years.month == 2 && years.day == 28);
  assert_int_equal(gw_add_months((GwDate){9999, 12, 1}, 1).year, 0);
  assert_int_equal(gw_add_months((GwDate){1, 1, 1}, -1).year, 0);
  assert_int_equal(gw_add_months((GwDate){2024, 0, 0}, -24).year, 2022);
}

static void only_days_that_exist_are_read(void **state)
{
  static const char *const wrong[] = {"2023-02-29", "2023-13", "2023-00-10", "2023-04-31", "202",
                                      "20230101", "2023/01/01", "", "0000", "2023-1-1"};
  (void)state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    assert_int_equal(gw_date_from_iso(gw_view(wrong[i])).year, 0);
  }
  assert_int_equal(gw_date_from_iso(GW_VIEW("2024-02-29")).day, 29);
  assert_int_equal(gw_date_from_iso(GW_VIEW("2024-02")).month, 2);
}

static void durations_are_written(void **state)
{
  static const struct {
    GwDuration duration;
    const char *text;
  } cases[] = {{{12, true}, "P1Y"}, {{18, true}, "P18M"}, {{14 * 86400, false}, "P14D"},
               {{5400, false}, "PT90M"}, {{7200, false}, "PT2H"}, {{61, false}, "PT61S"}};
  GwArena arena = GW_ARENA_INIT;
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_view(gw_duration_write(&arena, cases[i].duration), cases[i].text);
  }
  gw_arena_free(&arena);
}

static void decimals_are_exact(void **state)
{
  GwArena arena = GW_ARENA_INIT;
  GwDecimal d;
  (void)state;
  assert_true(gw_decimal_multiply(gw_decimal(12, -1), gw_decimal(1, 6), &d));
  assert_view(gw_decimal_write(&arena, d), "1200000");
  assert_true(gw_decimal_add(gw_decimal(2, 0), gw_decimal(5, -1), &d));
  assert_view(gw_decimal_write(&arena, d), "2.5");
  assert_view(gw_decimal_write(&arena, gw_decimal(5, -3)), "0.005");
  assert_view(gw_decimal_write(&arena, gw_decimal(0, 7)), "0");
  assert_view(gw_decimal_write(&arena, gw_decimal_ratio(1, 3)), "0.333333");
  assert_view(gw_decimal_write(&arena, gw_decimal_ratio(2, 3)), "0.666667");
  assert_true(gw_decimal_compare(gw_decimal(1, 30), gw_decimal(9, 0)) > 0);
  assert_true(gw_decimal_compare(gw_decimal(25, -1), gw_decimal(250, -2)) == 0);
  assert_true(gw_decimal_compare(gw_decimal(1, -9), gw_decimal(1, -8)) < 0);
  gw_arena_free(&arena);
}

static void too_much_is_refused(void **state)
{
  GwDecimal d;
  uint64_t whole;
  (void)state;
  assert_false(gw_decimal_multiply(gw_decimal(UINT64_MAX / 10 * 10 + 1, 0), gw_decimal(3, 0), &d));
  assert_false(gw_decimal_multiply(gw_decimal(1, 30), gw_decimal(1, 30), &d));
  assert_false(gw_decimal_add(gw_decimal(1, 30), gw_decimal(1, 0), &d));
  assert_false(gw_decimal_whole(gw_decimal(5, -1), 100, &whole));
  assert_false(gw_decimal_whole(gw_decimal(1, 9), 100, &whole));
  assert_true(gw_decimal_whole(gw_decimal(1, 2), 100, &whole) && whole == 100);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(weekdays_are_those_of_almanacs),
    cmocka_unit_test(days_follow_each_other),
    cmocka_unit_test(leap_years_have_29_days),
    cmocka_unit_test(months_are_added),
    cmocka_unit_test(only_days_that_exist_are_read),
    cmocka_unit_test(durations_are_written),
    cmocka_unit_test(decimals_are_exact),
    cmocka_unit_test(too_much_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
