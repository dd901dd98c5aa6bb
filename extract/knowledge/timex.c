#include "extract/knowledge/timex.h"

static bool is_open(GwDate d)
{
  return d.year == 0;
}

/* Words that stand before a time without changing it. */
static size_t leading(const GwWords *w, size_t at, bool *approximate)
{
  size_t here = at;
  *approximate = false;
  here += gw_word_is(w, here, "the") ? 1 : 0;
  if (gw_word_is(w, here, "beginning|start|end|middle|rest|course|turn")
      && gw_word_is(w, here + 1, "of")) {
    *approximate = true;
    here += gw_word_is(w, here + 2, "the") ? 3 : 2;
  }
  while (gw_word_is(w, here, "early|late|mid|mid-|around|about|circa|c.|ca.|earlier|later")) {
    *approximate = true;
    here += gw_word_is(w, here + 1, "-|in") ? 2 : 1;
  }
  return here;
}

/* A weekday before a date says nothing more: "Tuesday, 4 March 2024". */
static size_t after_weekday(const GwWords *w, size_t at)
{
  const size_t next = gw_word_is(w, at + 1, ",") ? at + 2 : at + 1;
  return gw_weekday_named(w, at) ? next : at;
}

static bool read_point(const GwWords *w, size_t at, GwClock clock, GwTimePoint *p)
{
  bool approximate;
  const size_t from = leading(w, at, &approximate), date = after_weekday(w, from);
  if ((date > from && gw_read_date(w, date, clock, p) && p->begin.day == p->end.day && p->unit.day)
      || gw_read_date(w, from, clock, p) || gw_read_relative(w, from, clock.today, p)) {
    p->approximate = p->approximate || approximate;
    return true;
  }
  return false;
}

/* The year of the end is that of the beginning too: "from March to May 2020". */
static void share_year(const GwTimePoint *to, GwTimePoint *from)
{
  if (from->yearless && !to->yearless && to->begin.year && from->unit.month) {
    GwDate d = from->unit;
    d.year = to->begin.year - (d.month > to->begin.month ? 1 : 0);
    if (gw_date_exists(d)) {
      const size_t stop = from->stop;
      *from = gw_time_point(d, stop);
    }
  }
}

/* "2019–22": the year within the same century. */
static bool read_short_year(const GwWords *w, size_t at, const GwTimePoint *from, GwTimePoint *to)
{
  bool ordinal;
  const unsigned year = at < w->count && w->words[at].length == 2
                          ? gw_numeral_small(w->words[at], &ordinal) : 0;
  const bool plain = from->unit.year && !from->unit.month && year && !ordinal;
  const int full = from->unit.year - from->unit.year % 100 + (int)year;
  *to = gw_time_point((GwDate){full, 0, 0}, at + 1);
  return plain && full > from->unit.year;
}

static bool read_span(const GwWords *w, size_t at, GwClock clock, GwTimePoint *p)
{
  const bool between = gw_word_is(w, at, "between"), from = gw_word_is(w, at, "from");
  GwTimePoint to;
  if (!read_point(w, at + (between || from), clock, p)) {
    return false;
  }
  const char *links = between ? "and" : from ? "to|until|till|through|-|–" : "to|through|-|–";
  if (!gw_word_is(w, p->stop, links)
      || !(read_short_year(w, p->stop + 1, p, &to) || read_point(w, p->stop + 1, clock, &to))) {
    return !between && !from;
  }
  share_year(&to, p);
  p->end = to.end;
  p->unit = (GwDate){0, 0, 0};
  p->stop = to.stop;
  p->yearless = to.yearless;
  p->approximate = p->approximate || to.approximate;
  return !is_open(p->begin) && !is_open(p->end)
         && gw_day_number(p->begin) < gw_day_number(p->end);
}

/* "Since", "until", "before": spans that are open on one side. */
static bool open_side(const GwWords *w, size_t at, GwTimePoint *p)
{
  const GwDate none = {0, 0, 0};
  if (gw_word_is(w, at, "since|from") || (gw_word_is(w, at, "as") && gw_word_is(w, at + 1, "of"))) {
    p->end = none;
  } else if (gw_word_is(w, at, "after")) {
    p->begin = gw_day_of_number(gw_day_number(p->end) + 1);
    p->end = none;
  } else if (gw_word_is(w, at, "before")) {
    p->end = gw_day_of_number(gw_day_number(p->begin) - 1);
    p->begin = none;
  } else if (gw_word_is(w, at, "until|till|by")) {
    p->begin = none;
  } else {
    return false;
  }
  p->unit = none;
  return true;
}

/* "The end of 2020": by then the year is over; it does not begin a span. */
static bool read_calendar(const GwWords *w, size_t at, GwClock clock, GwTimex *x)
{
  GwTimePoint p;
  size_t from = at;
  bool found = read_span(w, at, clock, &p);
  const size_t words = gw_word_is(w, at, "as") && gw_word_is(w, at + 1, "of") ? 2 : 1;
  if (!found && gw_word_is(w, at, "since|from|after|before|until|till|by|as")) {
    from = at + words;
    found = read_span(w, from, clock, &p) && !is_open(p.begin) && !is_open(p.end);
    found = found && open_side(w, at, &p);
  }
  if (!found || (is_open(p.begin) && is_open(p.end))) {
    return false;
  }
  *x = (GwTimex){.first = at, .last = p.stop - 1, .kind = GW_TIMEX_CALENDAR, .begin = p.begin,
                 .end = p.end, .unit = p.unit, .approximate = p.approximate};
  return true;
}

bool gw_timex_read(const GwWords *words, size_t at, GwClock clock, GwTimex *timex)
{
  return read_calendar(words, at, clock, timex) || gw_read_recurring(words, at, timex)
         || gw_read_length(words, at, timex);
}

static GwView write_calendar(GwArena *arena, const GwTimex *x)
{
  const char *mark = x->approximate ? "~" : "";
  if (!is_open(x->unit)) {
    return gw_view_format(arena, "%s%.*s", mark, GW_PRINT(gw_date_write(arena, x->unit)));
  }
  const GwView begin = is_open(x->begin) ? GW_VIEW("..") : gw_date_write(arena, x->begin);
  const GwView end = is_open(x->end) ? GW_VIEW("..") : gw_date_write(arena, x->end);
  return gw_view_format(arena, "%s%.*s/%.*s", mark, GW_PRINT(begin), GW_PRINT(end));
}

GwView gw_timex_write(GwArena *arena, const GwTimex *x)
{
  const char *mark = x->approximate ? "~" : "";
  if (x->kind == GW_TIMEX_CALENDAR) {
    return write_calendar(arena, x);
  }
  const GwView lower = x->lower.amount ? gw_duration_write(arena, x->lower) : GW_VIEW("");
  const GwView upper = x->upper.amount ? gw_duration_write(arena, x->upper) : GW_VIEW("");
  if (x->kind == GW_TIMEX_RECURRING) {
    return gw_view_format(arena, "every %.*s", GW_PRINT(lower));
  }
  return gw_view_equal(lower, upper)
           ? gw_view_format(arena, "%s%.*s", mark, GW_PRINT(lower))
           : gw_view_format(arena, "%s%.*s..%.*s", mark, GW_PRINT(lower), GW_PRINT(upper));
}
