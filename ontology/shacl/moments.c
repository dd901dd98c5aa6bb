/* Dates, times and durations. */
#include "ontology/shacl/literals.h"

#include <math.h>
#include <string.h>

#define DAY 86400.0
#define ZONE_LIMIT (14 * 3600.0) ///< the farthest time zone from UTC

typedef struct {
  GwView text;
  size_t at;
} Cursor;

static bool at_digit(const Cursor *c)
{
  return c->at < c->text.length && c->text.data[c->at] >= '0' && c->text.data[c->at] <= '9';
}

static bool take(Cursor *c, char wanted)
{
  const bool there = c->at < c->text.length && c->text.data[c->at] == wanted;
  c->at += there;
  return there;
}

/* Digits as a number, and how many there were. */
static size_t take_digits(Cursor *c, double *value)
{
  const size_t begin = c->at;
  for (*value = 0; at_digit(c); c->at++) {
    *value = 10 * *value + (c->text.data[c->at] - '0');
  }
  return c->at - begin;
}

static bool take_two(Cursor *c, double least, double most, double *value)
{
  return take_digits(c, value) == 2 && *value >= least && *value <= most;
}

static bool take_fraction(Cursor *c, double *value)
{
  double unit = 0.1;
  if (!take(c, '.')) {
    return true;
  }
  const size_t begin = c->at;
  for (; at_digit(c); c->at++, unit /= 10) {
    *value += unit * (c->text.data[c->at] - '0');
  }
  return c->at > begin;
}

/* At least four digits; more do not begin with 0. */
static bool take_year(Cursor *c, double *year)
{
  const bool negative = take(c, '-');
  const size_t begin = c->at, digits = take_digits(c, year);
  if (digits < 4 || (digits > 4 && c->text.data[begin] == '0')) {
    return false;
  }
  *year = negative ? -*year : *year;
  return true;
}

static bool take_zone(Cursor *c, GwMoment *moment)
{
  double hours, minutes;
  moment->zoned = c->at < c->text.length;
  if (!moment->zoned || take(c, 'Z')) {
    return c->at == c->text.length;
  }
  const bool west = take(c, '-');
  if ((!west && !take(c, '+')) || !take_two(c, 0, 14, &hours) || !take(c, ':')
      || !take_two(c, 0, hours < 14 ? 59 : 0, &minutes)) {
    return false;
  }
  moment->seconds += (west ? 1 : -1) * (hours * 3600 + minutes * 60);
  return c->at == c->text.length;
}

static double days_of_month(double year, double month)
{
  static const double days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = fmod(year, 4) == 0 && (fmod(year, 100) != 0 || fmod(year, 400) == 0);
  return days[(int)month - 1] + (month == 2 && leap);
}

/* Days since 1 January of the year 1 in the Gregorian calendar. */
static double day_number(double year, double month, double day)
{
  const double before = year - 1;
  double days = 365 * before + floor(before / 4) - floor(before / 100) + floor(before / 400);
  for (double m = 1; m < month; m++) {
    days += days_of_month(year, m);
  }
  return days + day - 1;
}

static bool take_clock(Cursor *c, double *seconds)
{
  double hours, minutes, rest;
  if (!take_two(c, 0, 24, &hours) || !take(c, ':') || !take_two(c, 0, 59, &minutes)
      || !take(c, ':') || !take_two(c, 0, 59, &rest) || !take_fraction(c, &rest)) {
    return false;
  }
  *seconds = hours * 3600 + minutes * 60 + rest;
  return *seconds <= DAY;
}

/* What the lexical forms are made of: Year, Month, Day, clock Time; the rest stands as it is. */
static const struct {
  const char *type, *form;
} forms[] = {
  {"dateTime", "Y-M-DTC"}, {"dateTimeStamp", "Y-M-DTC"}, {"date", "Y-M-D"}, {"time", "C"},
  {"gYear", "Y"}, {"gYearMonth", "Y-M"}, {"gMonth", "--M"}, {"gMonthDay", "--M-D"},
  {"gDay", "---D"},
};

static bool take_form(Cursor *c, const char *form, GwMoment *moment)
{
  double year = 4, month = 1, day = 1, clock = 0; /* a leap year, for 29 February */
  bool good = true;
  for (; *form && good; form++) {
    switch (*form) {
    case 'Y': good = take_year(c, &year); break;
    case 'M': good = take_two(c, 1, 12, &month); break;
    case 'D': good = take_two(c, 1, days_of_month(year, month), &day); break;
    case 'C': good = take_clock(c, &clock); break;
    default: good = take(c, *form); break;
    }
  }
  if (good) {
    moment->seconds = DAY * day_number(year, month, day) + clock;
  }
  return good && take_zone(c, moment);
}

bool gw_moment_read(GwView text, const char *type, GwMoment *moment)
{
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    if (strcmp(forms[i].type, type) == 0) {
      Cursor c = {text, 0};
      return take_form(&c, forms[i].form, moment)
             && (moment->zoned || strcmp(type, "dateTimeStamp") != 0);
    }
  }
  return false;
}

/* "3Y": the units of `units` in their order, each at most once; at least one is found. */
static bool take_units(Cursor *c, const char *units, double values[3])
{
  bool any = false;
  for (size_t i = 0; i < 3; i++) {
    const size_t begin = c->at;
    double value;
    values[i] = 0;
    const bool number = take_digits(c, &value) && take_fraction(c, &value);
    const bool whole = gw_view_find(gw_view_slice(c->text, begin, c->at), GW_VIEW("."), 0)
                       == c->at - begin;
    if (number && (whole || units[i] == 'S') && take(c, units[i])) {
      values[i] = value;
      any = true;
    } else {
      c->at = begin;
    }
  }
  return any;
}

bool gw_period_read(GwView text, GwPeriod *period)
{
  Cursor c = {text, 0};
  double dates[3], clock[3] = {0, 0, 0};
  const double sign = take(&c, '-') ? -1 : 1;
  if (!take(&c, 'P')) {
    return false;
  }
  const bool any = take_units(&c, "YMD", dates);
  const bool timed = take(&c, 'T');
  if ((timed && !take_units(&c, "HMS", clock)) || (!timed && !any) || c.at != text.length) {
    return false;
  }
  period->months = sign * (12 * dates[0] + dates[1]);
  period->seconds = sign * (DAY * dates[2] + 3600 * clock[0] + 60 * clock[1] + clock[2]);
  return true;
}

static GwOrdering order(double a, double b)
{
  return a < b ? GW_LESS : a > b ? GW_GREATER : GW_SAME;
}

/* XML Schema 1.1 part 2, section D.2.2: without a zone it can be any within 14 hours. */
GwOrdering gw_moment_compare(GwMoment a, GwMoment b)
{
  if (a.zoned == b.zoned) {
    return order(a.seconds, b.seconds);
  }
  return a.seconds < b.seconds - ZONE_LIMIT   ? GW_LESS
         : a.seconds > b.seconds + ZONE_LIMIT ? GW_GREATER : GW_INCOMPARABLE;
}

/* The shortest and the longest time that months can take. */
static double least_seconds(GwPeriod p)
{
  const double years = floor(fabs(p.months) / 12), rest = fabs(p.months) - 12 * years;
  return p.seconds + (p.months < 0 ? -DAY * (366 * years + 31 * rest)
                                   : DAY * (365 * years + 28 * rest));
}

static double most_seconds(GwPeriod p)
{
  return -least_seconds((GwPeriod){-p.months, -p.seconds});
}

/* A month has 28 to 31 days: "P1M" and "P30D" do not compare. */
GwOrdering gw_period_compare(GwPeriod a, GwPeriod b)
{
  if (a.months == b.months) {
    return order(a.seconds, b.seconds);
  }
  if (a.seconds == b.seconds) {
    return order(a.months, b.months);
  }
  return most_seconds(a) < least_seconds(b)   ? GW_LESS
         : least_seconds(a) > most_seconds(b) ? GW_GREATER : GW_INCOMPARABLE;
}
