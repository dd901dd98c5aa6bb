/* Dates as they are written: in full, without their year, and as parts of the calendar. */
#include "extract/knowledge/timex.h"

#include <stdlib.h>

enum { FIRST_YEAR = 1000, LAST_YEAR = 2100, PLAIN_FROM = 1900, PLAIN_TO = 2040,
       MONTHS_BACK = 9, MONTHS_AHEAD = 3 };

GwTimePoint gw_time_point(GwDate unit, size_t stop)
{
  return (GwTimePoint){.begin = gw_first_day(unit), .end = gw_last_day(unit), .unit = unit,
                       .stop = stop};
}

static GwTimePoint years(int first, int last, size_t stop)
{
  return (GwTimePoint){.begin = {first, 1, 1}, .end = {last, 12, 31}, .stop = stop};
}

int gw_month_named(const GwWords *w, size_t at)
{
  static const char *const months[] = {
    "january|jan|jan.", "february|feb|feb.", "march|mar|mar.", "april|apr|apr.", "may",
    "june|jun|jun.", "july|jul|jul.", "august|aug|aug.", "september|sept|sep|sept.|sep.",
    "october|oct|oct.", "november|nov|nov.", "december|dec|dec."};
  for (int m = 0; gw_word_is_capital(w, at) && m < 12; m++) {
    if (gw_word_is(w, at, months[m])) {
      return m + 1;
    }
  }
  return 0;
}

int gw_weekday_named(const GwWords *w, size_t at)
{
  static const char *const days[] = {"monday", "tuesday", "wednesday", "thursday", "friday",
                                     "saturday", "sunday"};
  for (int d = 0; gw_word_is_capital(w, at) && d < 7; d++) {
    if (gw_word_is(w, at, days[d])) {
      return d + 1;
    }
  }
  return 0;
}

static int number_at(const GwWords *w, size_t at, bool *ordinal)
{
  *ordinal = false;
  return at < w->count ? (int)gw_numeral_small(w->words[at], ordinal) : 0;
}

static int day_at(const GwWords *w, size_t at)
{
  bool ordinal;
  const int day = number_at(w, at, &ordinal);
  return day >= 1 && day <= 31 && w->words[at].length <= 4 ? day : 0;
}

/* Four figures that can be a year. */
static int year_at(const GwWords *w, size_t at)
{
  bool ordinal;
  const int year = number_at(w, at, &ordinal);
  return !ordinal && year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* "2000 people" counts; "the 2010 elections" does not. */
static bool counts_next(const GwWords *w, size_t at, int year)
{
  if (gw_word_is(w, at + 1, "people|men|women|children|workers|refugees|migrants|soldiers|troops|"
                            "jobs|households|families|dollars|euros|pounds|%|percent|per|km|kg|"
                            "tonnes|tons|miles|kilometres|kilometers|metres|meters|years|months|"
                            "weeks|days|hours|times|million|billion|trillion|thousand|°|m|"
                            "ft|feet|acres|square|cubic|words|points|+|year|"
                            "bce|bc|b.c.")) {
    return true;
  }
  if (year >= PLAIN_FROM && year <= PLAIN_TO) {
    return false;
  }
  const GwView next = at + 1 < w->count ? w->words[at + 1] : GW_VIEW("");
  return gw_view_ends(next, GW_VIEW("s")) && !gw_word_is_capital(w, at + 1) && next.length > 3
         && !gw_word_is(w, at + 1, "was|his|this|has|its");
}

/* Words before which four figures are no year: "$2000", "No. 1984", "Route 1950". */
static bool is_numbered(const GwWords *w, size_t at)
{
  const bool beside = at > 1 && gw_word_is(w, at - 1, "-") && gw_word_is(w, at - 2, "post|pre");
  return beside || (at > 0 && gw_word_is(w, at - 1, "$|£|€|¥|us$|a$|no.|nos.|number|route|page|"
                                                    "resolution|p.|pp.|room|flight|about|some|"
                                                    "than|nearly|almost|over|least|most|rule|bill|"
                                                    "r.|#|/|.|:"));
}

/* Figures that are seldom a year need a word before them that goes with years. */
static bool is_likely_year(const GwWords *w, size_t at, int year)
{
  return (year >= PLAIN_FROM && year <= PLAIN_TO)
         || (at > 0 && gw_word_is(w, at - 1, "in|since|of|by|until|till|from|to|before|after|"
                                             "during|early|late|mid|(|–|-|and|between|year|the|"
                                             "around|circa|c.|ca.|,|summer|spring|autumn|winter|ad|"
                                             "through|as"));
}

static bool read_year(const GwWords *w, size_t at, GwTimePoint *p)
{
  const int year = year_at(w, at);
  if (year && is_likely_year(w, at, year) && !is_numbered(w, at) && !counts_next(w, at, year)) {
    *p = gw_time_point((GwDate){year, 0, 0}, at + 1);
    return true;
  }
  bool ordinal;
  const int early = number_at(w, at, &ordinal);
  if (early && !ordinal && gw_word_is(w, at + 1, "ad|ce|a.d.|c.e.")) {
    *p = gw_time_point((GwDate){early, 0, 0}, at + 2);
    return true;
  }
  const int after = gw_word_is(w, at, "ad|a.d.") ? number_at(w, at + 1, &ordinal) : 0;
  *p = gw_time_point((GwDate){after, 0, 0}, at + 2);
  return after > 0 && !ordinal;
}

static bool read_iso(const GwWords *w, size_t at, GwTimePoint *p)
{
  const GwDate d = gw_date_from_iso(w->words[at]);
  *p = gw_time_point(d, at + 1);
  return d.month > 0;
}

/* The year nearest to the article's date, rather before it than after, in which the day lies; in
 * a tale of other years ("In 1832 ... On 30 May ...") it stays open. */
static int supposed_year(const GwWords *w, GwDate d, GwClock clock)
{
  const GwDate now = clock.today;
  const bool future = gw_speaks_of_future(w);
  const int month = now.month ? now.month : 6;
  const int ahead = future ? MONTHS_BACK : MONTHS_AHEAD;
  int distance = d.month - month;
  if (now.year == 0 || (clock.told && abs(clock.told - now.year) > 1)) {
    return 0;
  }
  return distance > ahead ? now.year - 1 : distance < ahead - 12 ? now.year + 1 : now.year;
}

/* An optional comma and a year after a date; without one it is supposed. */
static bool finish_date(const GwWords *w, GwDate d, size_t stop, GwClock clock, GwTimePoint *p)
{
  const size_t skip = gw_word_is(w, stop, ",|of|in") ? 1 : 0;
  const int year = year_at(w, stop + skip);
  if (gw_word_is(w, stop, "of|the|that") && gw_word_is(w, stop + 1, "the|that|same|following|next|"
                                                                    "year|previous")) {
    return false;                     /* "March of the following year" */
  }
  bool ordinal;
  if (!year && number_at(w, stop + skip, &ordinal) && !gw_word_is(w, stop, ",|in")) {
    return false;                     /* "December of 384" */
  }
  d.year = year ? year : supposed_year(w, d, clock);
  *p = gw_time_point(d, year ? stop + skip + 1 : stop);
  p->yearless = !year;
  if (d.year == 0) {                  /* no article date: only a range can give the year */
    d.year = 4;
    *p = gw_time_point(d, stop);
    p->begin.year = p->end.year = p->unit.year = 0;
    p->yearless = true;
  }
  return gw_date_exists(d);
}

/* "4 March", "4th of March", "the 4th of March". */
static bool read_day_month(const GwWords *w, size_t at, GwClock clock, GwTimePoint *p)
{
  const bool named = gw_word_is(w, at + 1, "of");
  const int day = day_at(w, at) || !named ? day_at(w, at) : (int)gw_numeral_ordinal(w->words[at]);
  const size_t of = day && gw_word_is(w, at + 1, "of") ? 1 : 0;
  const int month = day ? gw_month_named(w, at + 1 + of) : 0;
  return month && finish_date(w, (GwDate){0, month, day}, at + 2 + of, clock, p);
}

static bool read_month_day(const GwWords *w, size_t at, GwClock clock, GwTimePoint *p)
{
  const int month = gw_month_named(w, at);
  const size_t the = month && gw_word_is(w, at + 1, "the") ? 1 : 0;
  const int day = month ? day_at(w, at + 1 + the) : 0;
  return day && !gw_word_is(w, at + 2 + the, "%|percent|people|million")
         && finish_date(w, (GwDate){0, month, day}, at + 2 + the, clock, p);
}

static bool read_month(const GwWords *w, size_t at, GwClock clock, GwTimePoint *p)
{
  const int month = gw_month_named(w, at);
  const size_t skip = gw_word_is(w, at + 1, ",|of") ? 1 : 0;
  const bool dated = month && year_at(w, at + 1 + skip);
  const bool led = at > 0 && gw_word_is(w, at - 1, "in|since|until|till|by|from|to|of|early|late|"
                                                   "mid|mid-|and|between|during|through|before|"
                                                   "after|-|–");
  const bool impossible = at > 0 && day_at(w, at - 1);   /* "31 April" */
  return month && !impossible && (dated || led)
         && finish_date(w, (GwDate){0, month, 0}, at + 1, clock, p);
}

static bool is_dash(const GwWords *w, size_t at)
{
  return gw_word_is(w, at, "-|–|to|and|/");
}

static bool join_days(GwDate first, int last_day, GwTimePoint *p)
{
  GwDate d = p->unit;
  first.year = d.year;
  d.day = last_day;
  p->begin = first;
  p->end = d;
  p->unit = (GwDate){0, 0, 0};
  first.year = first.year ? first.year : 4;
  d.year = first.year;
  return gw_date_exists(first) && gw_date_exists(d) && first.day < d.day;
}

/* "4–6 March 2024" and "March 4–6, 2024". */
static bool read_days(const GwWords *w, size_t at, GwClock clock, GwTimePoint *p)
{
  const int day = day_at(w, at), month = gw_month_named(w, at);
  if (day && is_dash(w, at + 1) && day_at(w, at + 2) && read_day_month(w, at + 2, clock, p)) {
    return join_days((GwDate){0, p->unit.month, day}, day_at(w, at + 2), p);
  }
  const int first = month ? day_at(w, at + 1) : 0;
  const int last = first && is_dash(w, at + 2) ? day_at(w, at + 3) : 0;
  return last && finish_date(w, (GwDate){0, month, last}, at + 4, clock, p)
         && join_days((GwDate){0, month, first}, last, p);
}

/* "1990s", "mid-1990s", "nineties". */
static bool read_decade(const GwWords *w, size_t at, GwTimePoint *p)
{
  static const char *const names[] = {"twenties", "thirties", "forties", "fifties", "sixties",
                                      "seventies", "eighties", "nineties"};
  GwView word = w->words[at];
  const bool mid = gw_view_starts(word, GW_VIEW("mid-"));
  word = mid ? gw_view_slice(word, 4, word.length) : word;
  int year = 0;
  for (int i = 0; at > 0 && gw_word_is(w, at - 1, "the|early|late|mid|-") && i < 8; i++) {
    year = gw_view_is(word, names[i]) ? 1920 + 10 * i : year;
  }
  if (word.length == 5 && gw_view_ends(word, GW_VIEW("0s"))) {
    bool ordinal;
    year = (int)gw_numeral_small(gw_view_slice(word, 0, 4), &ordinal);
  }
  *p = years(year, year + 9, at + 1);
  p->approximate = mid;
  return year >= FIRST_YEAR && year <= LAST_YEAR && (year % 100 || year == 2000);
}

/* "19th century", "nineteenth-century": as commonly reckoned, from 1800 to 1899. */
static bool read_century(const GwWords *w, size_t at, GwTimePoint *p)
{
  bool ordinal = false;
  const int figure = number_at(w, at, &ordinal);
  const int number = ordinal ? figure : (int)gw_numeral_ordinal(w->words[at]);
  const size_t next = gw_word_is(w, at + 1, "-") ? at + 2 : at + 1;
  if (number < 2 || number > 21 || !gw_word_is(w, next, "century|centuries")
      || gw_word_is(w, next + 1, "bc|bce|b.c.|after|before")) {
    return false;
  }
  *p = years(100 * (number - 1), 100 * number - 1, next + 1);
  return true;
}

/* "The first quarter of 2020", "the second half of 2016". */
static bool read_part_of_year(const GwWords *w, size_t at, GwTimePoint *p)
{
  bool ordinal;
  const int figure = number_at(w, at, &ordinal);
  const int number = ordinal ? figure : (int)gw_numeral_ordinal(w->words[at]);
  const int size = gw_word_is(w, at + 1, "quarter") ? 3 : gw_word_is(w, at + 1, "half") ? 6 : 0;
  const size_t of = gw_word_is(w, at + 2, "of") ? at + 3 : at + 2;
  const int year = number && size ? year_at(w, of) : 0;
  if (!year || number * size > 12) {
    return false;
  }
  p->begin = (GwDate){year, (number - 1) * size + 1, 1};
  p->end = gw_last_day((GwDate){year, number * size, 0});
  p->unit = (GwDate){0, 0, 0};
  p->stop = of + 1;
  return true;
}

/* The summer of one hemisphere is the winter of the other: only the year is sure, nearly. */
static bool read_season(const GwWords *w, size_t at, GwTimePoint *p)
{
  const size_t of = gw_word_is(w, at + 1, "of") ? at + 2 : at + 1;
  if (!gw_word_is(w, at, "spring|summer|autumn|fall|winter") || !year_at(w, of)) {
    return false;
  }
  *p = gw_time_point((GwDate){year_at(w, of), 0, 0}, of + 1);
  p->approximate = true;
  return true;
}

bool gw_read_date(const GwWords *w, size_t at, GwClock clock, GwTimePoint *p)
{
  *p = (GwTimePoint){.stop = at};
  if (at >= w->count || w->words[at].length == 0) {
    return false;
  }
  return read_days(w, at, clock, p) || read_day_month(w, at, clock, p)
         || read_month_day(w, at, clock, p) || read_month(w, at, clock, p) || read_iso(w, at, p)
         || read_century(w, at, p) || read_part_of_year(w, at, p) || read_decade(w, at, p)
         || read_season(w, at, p) || read_year(w, at, p);
}
