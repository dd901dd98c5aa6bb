#include "extract/knowledge/calendar.h"

#include <inttypes.h>

enum { LAST_YEAR = 9999, DAYS_OF_400_YEARS = 146097 };

static bool is_leap(int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int gw_month_days(int year, int month)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month < 1 || month > 12 ? 0 : days[month - 1] + (month == 2 && is_leap(year));
}

bool gw_date_exists(GwDate d)
{
  return d.year >= 1 && d.year <= LAST_YEAR && d.month >= 0 && d.month <= 12 && d.day >= 0
         && (d.day == 0 || (d.month > 0 && d.day <= gw_month_days(d.year, d.month)));
}

/* The number that `count` digits from `at` make, or -1. */
static int digits(GwView text, size_t at, size_t count)
{
  int value = 0;
  for (size_t i = at; i < at + count; i++) {
    if (i >= text.length || text.data[i] < '0' || text.data[i] > '9') {
      return -1;
    }
    value = 10 * value + (text.data[i] - '0');
  }
  return value;
}

GwDate gw_date_from_iso(GwView text)
{
  const GwDate none = {0, 0, 0};
  GwDate d = {digits(text, 0, 4), 0, 0};
  if (text.length != 4 && text.length != 7 && text.length != 10) {
    return none;
  }
  if (text.length >= 7) {
    d.month = text.data[4] == '-' ? digits(text, 5, 2) : -1;
  }
  if (text.length == 10) {
    d.day = text.data[7] == '-' ? digits(text, 8, 2) : -1;
  }
  const bool whole = (text.length < 7 || d.month > 0) && (text.length < 10 || d.day > 0);
  return whole && gw_date_exists(d) ? d : none;
}

/* Days before 1 January of a year. */
static long days_before_year(int year)
{
  const long past = year - 1;
  return 365 * past + past / 4 - past / 100 + past / 400;
}

long gw_day_number(GwDate date)
{
  long number = days_before_year(date.year) + (date.day ? date.day - 1 : 0);
  for (int m = 1; m < date.month; m++) {
    number += gw_month_days(date.year, m);
  }
  return number;
}

GwDate gw_day_of_number(long number)
{
  if (number < 0 || number >= days_before_year(LAST_YEAR + 1)) {
    return (GwDate){0, 0, 0};
  }
  GwDate d = {(int)(number * 400 / DAYS_OF_400_YEARS) + 1, 1, 1};
  while (days_before_year(d.year) > number) {
    d.year--;
  }
  while (days_before_year(d.year + 1) <= number) {
    d.year++;
  }
  long rest = number - days_before_year(d.year);
  while (rest >= gw_month_days(d.year, d.month)) {
    rest -= gw_month_days(d.year, d.month++);
  }
  d.day = (int)rest + 1;
  return d;
}

int gw_weekday(GwDate date)
{
  return (int)(gw_day_number(date) % 7);
}

GwDate gw_add_months(GwDate date, long months)
{
  const long limit = 12L * LAST_YEAR;
  const long first = 12L * (date.year - 1) + (date.month ? date.month - 1 : 0);
  if (months < -limit || months > limit || first + months < 0 || first + months >= limit) {
    return (GwDate){0, 0, 0};
  }
  const long month = first + months;
  GwDate d = {(int)(month / 12) + 1, date.month ? (int)(month % 12) + 1 : 0, date.day};
  if (d.day > 0 && d.day > gw_month_days(d.year, d.month)) {
    d.day = gw_month_days(d.year, d.month);
  }
  return d;
}

GwDate gw_first_day(GwDate date)
{
  return (GwDate){date.year, date.month ? date.month : 1, date.day ? date.day : 1};
}

GwDate gw_last_day(GwDate date)
{
  const int month = date.month ? date.month : 12;
  return (GwDate){date.year, month, date.day ? date.day : gw_month_days(date.year, month)};
}

GwView gw_date_write(GwArena *arena, GwDate date)
{
  return date.day ? gw_view_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day)
         : date.month ? gw_view_format(arena, "%04d-%02d", date.year, date.month)
                      : gw_view_format(arena, "%04d", date.year);
}

GwView gw_duration_write(GwArena *arena, GwDuration d)
{
  static const uint64_t units[] = {86400, 3600, 60};
  if (d.months) {
    return d.amount % 12 ? gw_view_format(arena, "P%" PRIu64 "M", d.amount)
                         : gw_view_format(arena, "P%" PRIu64 "Y", d.amount / 12);
  }
  for (size_t i = 0; i < 3; i++) {
    if (d.amount % units[i] == 0) {
      return gw_view_format(arena, "P%s%" PRIu64 "%c", i ? "T" : "", d.amount / units[i],
                            "DHM"[i]);
    }
  }
  return gw_view_format(arena, "PT%" PRIu64 "S", d.amount);
}
