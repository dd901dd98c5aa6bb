/* Times reckoned from the article's date. */
#include "extract/knowledge/hedges.h"
#include "extract/knowledge/timex.h"

#include <string.h>

bool gw_speaks_of_future(const GwWords *w)
{
  for (size_t i = 0; i < w->count; i++) {
    if (gw_word_is(w, i, "will|'ll|’ll|upcoming|forthcoming")) {
      return true;
    }
  }
  return false;
}

/* The day `days` after the article's, when the article's date is a day. */
static bool day_from(GwDate now, long days, size_t stop, GwTimePoint *p)
{
  const GwDate day = now.day ? gw_day_of_number(gw_day_number(now) + days) : (GwDate){0, 0, 0};
  *p = gw_time_point(day, stop);
  return day.year > 0;
}

/* "Today" is the article's day when something happened or will happen; in the present it may mean
 * these times. */
static bool is_this_day(const GwWords *w, size_t at)
{
  const GwToken *tokens = w->sentence->tokens;
  bool tagged = false, past = false;
  for (size_t i = 0; i < w->count; i++) {
    const char *const tag = tokens[i].xpos ? tokens[i].xpos : "";
    tagged = tagged || (strcmp(tag, "") != 0 && strcmp(tag, "FW") != 0);
    past = past || strcmp(tag, "VBD") == 0;
  }
  return !gw_word_is(w, at + 1, "'s|’s") && (!tagged || past || gw_speaks_of_future(w));
}

static bool read_near_day(const GwWords *w, size_t at, GwDate now, GwTimePoint *p)
{
  if (gw_word_is(w, at, "today|tonight")) {
    return is_this_day(w, at) && day_from(now, 0, at + 1, p);
  }
  if (gw_word_is(w, at, "this") && gw_word_is(w, at + 1, "morning|afternoon|evening")) {
    return day_from(now, 0, at + 2, p);
  }
  if (gw_word_is(w, at, "yesterday")) {
    return day_from(now, -1, at + 1, p);
  }
  if (gw_word_is(w, at, "last") && gw_word_is(w, at + 1, "night")) {
    return day_from(now, -1, at + 2, p);
  }
  return gw_word_is(w, at, "tomorrow") && day_from(now, 1, at + 1, p);
}

/* -1 for "last", 0 for "this", 1 for "next". */
static bool direction(const GwWords *w, size_t at, int *step)
{
  *step = gw_word_is(w, at, "last|past|previous") ? -1 : gw_word_is(w, at, "next|coming") ? 1 : 0;
  return *step || gw_word_is(w, at, "this|current");
}

/* "On Tuesday": the last one, the article's day included; the next one if it is to come. */
static bool read_weekday(const GwWords *w, size_t at, GwDate now, GwTimePoint *p)
{
  int step = 0;
  const bool told = direction(w, at, &step);
  const int day = gw_weekday_named(w, at + told);
  const bool other = at > 0 && gw_word_is(w, at - 1, "that|the|a|every|each|one|following|/");
  if (!day || now.day == 0 || other) {
    return false;
  }
  const int today = gw_weekday(now);
  long days = (day - 1) - today;      /* this week's */
  if (!told) {
    days = gw_speaks_of_future(w) ? (days + 7) % 7 : -((today - (day - 1) + 7) % 7);
  } else if (step < 0) {
    days = days >= 0 ? days - 7 : days;
  } else if (step > 0) {
    days = days <= 0 ? days + 7 : days;
  }
  return day_from(now, days, at + told + 1, p);
}

static bool read_week(GwDate now, int step, size_t stop, GwTimePoint *p)
{
  if (now.day == 0) {
    return false;
  }
  const long monday = gw_day_number(now) - gw_weekday(now) + 7L * step;
  p->begin = gw_day_of_number(monday);
  p->end = gw_day_of_number(monday + 6);
  p->unit = (GwDate){0, 0, 0};
  p->stop = stop;
  return p->begin.year > 0 && p->end.year > 0;
}

static bool read_years(int first, int count, size_t stop, GwTimePoint *p)
{
  *p = (GwTimePoint){.begin = {first, 1, 1}, .end = {first + count - 1, 12, 31}, .stop = stop};
  return first > 0;
}

/* "Last March": the one before this month. */
static bool read_named_month(const GwWords *w, size_t at, int step, GwDate now, GwTimePoint *p)
{
  const int month = gw_month_named(w, at);
  if (!month || now.month == 0) {
    return false;
  }
  const int shift = step < 0 ? (month >= now.month ? -1 : 0)
                    : step > 0 ? (month <= now.month ? 1 : 0) : 0;
  *p = gw_time_point((GwDate){now.year + shift, month, 0}, at + 1);
  return true;
}

/* "This week", "last month", "next year"; "the next year" depends on what was said before. */
static bool read_unit(const GwWords *w, size_t at, GwDate now, GwTimePoint *p)
{
  int step = 0;
  const bool the = at > 0 && gw_word_is(w, at - 1, "the");
  if (!direction(w, at, &step) || (the && !gw_word_is(w, at, "current"))) {
    return false;
  }
  const size_t stop = at + 2;
  if (gw_word_is(w, at + 1, "week")) {
    return read_week(now, step, stop, p);
  }
  if (gw_word_is(w, at + 1, "month") && now.month) {
    *p = gw_time_point(gw_add_months((GwDate){now.year, now.month, 0}, step), stop);
    return p->unit.year > 0;
  }
  if (gw_word_is(w, at + 1, "year")) {
    *p = gw_time_point((GwDate){now.year + step, 0, 0}, stop);
    return p->unit.year > 0;
  }
  if (gw_word_is(w, at + 1, "decade")) {
    return read_years(now.year - now.year % 10 + 10 * step, 10, stop, p);
  }
  if (gw_word_is(w, at + 1, "century")) {
    return read_years(now.year - now.year % 100 + 100 * step, 100, stop, p);
  }
  return read_named_month(w, at + 1, step, now, p);
}

/* The article's date moved by a length; as exact as the length's unit is. */
static GwDate moved(GwDate now, GwDuration unit, uint64_t count, bool back)
{
  const long sign = back ? -1 : 1;
  if (count > 100000) {
    return (GwDate){0, 0, 0};
  }
  if (unit.months) {
    return gw_add_months(now, sign * (long)(count * unit.amount));
  }
  return now.day ? gw_day_of_number(gw_day_number(now)
                                    + sign * (long)(count * (unit.amount / 86400)))
                 : (GwDate){0, 0, 0};
}

/* "Three months ago": that month; "nearly ten years ago": about that year. */
static bool read_ago(const GwWords *w, size_t at, GwDate now, GwTimePoint *p)
{
  GwNumeral n;
  uint64_t count = 1;
  size_t unit_at = at + 1;
  if (gw_numeral_read(w, at, false, &n) && !n.indefinite) {
    unit_at = n.end;
    if (!gw_decimal_whole(n.value, 100000, &count)) {
      return false;
    }
  } else if (!gw_word_is(w, at, "a|an")) {
    return false;
  }
  const GwDuration unit = unit_at < w->count ? gw_time_unit(w->words[unit_at]) : (GwDuration){0, 0};
  if (!unit.amount || !gw_word_is(w, unit_at + 1, "ago") || (!unit.months && unit.amount < 86400)
      || (unit.months && unit.amount == 1 && !now.month)) {
    return false;
  }
  GwDate then = moved(now, unit, count, true);
  then.day = unit.months ? 0 : then.day;
  then.month = unit.months && unit.amount >= 12 ? 0 : then.month;
  *p = gw_time_point(then, unit_at + 2);
  p->approximate = gw_hedge_before(w, at, true).approximate
                   || (unit.amount > 12 && unit.months) || unit.amount == 7 * 86400;
  return then.year > 0;
}

/* "The past five years", "the last decade", "the next three months", up to or from today. */
static bool read_stretch(const GwWords *w, size_t at, GwDate now, GwTimePoint *p)
{
  int step = 0;
  GwNumeral n;
  uint64_t count = 1;
  size_t unit_at = at + 1;
  const bool the = at > 0 && gw_word_is(w, at - 1, "the|these");
  if (!direction(w, at, &step) || !step || now.year == 0) {
    return false;
  }
  if (gw_numeral_read(w, at + 1, false, &n) && !n.indefinite) {
    unit_at = n.end;
    if (!gw_decimal_whole(n.value, 10000, &count)) {
      return false;
    }
  } else if (!the || step > 0 || (unit_at < w->count && gw_view_ends(w->words[unit_at],
                                                                      GW_VIEW("s")))) {
    return false;                     /* "the past decades": how many? */
  }
  const GwDuration unit = unit_at < w->count ? gw_time_unit(w->words[unit_at]) : (GwDuration){0, 0};
  const GwDate other = moved(now, unit, count, step < 0);
  if (!unit.amount || (!unit.months && unit.amount < 86400) || other.year == 0
      || gw_word_is(w, unit_at + 1, "of")) {
    return false;
  }
  p->begin = gw_first_day(step < 0 ? other : now);
  p->end = gw_last_day(step < 0 ? now : other);
  p->unit = (GwDate){0, 0, 0};
  p->stop = unit_at + 1;
  return true;
}

bool gw_read_relative(const GwWords *w, size_t at, GwDate now, GwTimePoint *p)
{
  *p = (GwTimePoint){.stop = at};
  if (now.year == 0 || at >= w->count) {
    return false;
  }
  return read_ago(w, at, now, p) || read_stretch(w, at, now, p) || read_near_day(w, at, now, p)
         || read_weekday(w, at, now, p) || read_unit(w, at, now, p);
}
