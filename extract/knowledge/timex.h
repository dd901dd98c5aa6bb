/** @file timex.h
 * Expressions of time and what they mean: days, months, years and spans of the calendar,
 * lengths, and how often. What TIMEX3 (Pustejovsky et al. 2003) calls DATE, DURATION and SET.
 *
 * Only forms are looked at. "Last year" and the like are reckoned from the article's date;
 * without one, and where it depends on what was said before ("the next day"), they stay open.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_TIMEX_H
#define GW_EXTRACT_KNOWLEDGE_TIMEX_H

#include "extract/knowledge/calendar.h"
#include "extract/knowledge/knowledge.h"
#include "extract/knowledge/numerals.h"

typedef enum { GW_TIMEX_CALENDAR, GW_TIMEX_DURATION, GW_TIMEX_RECURRING } GwTimexKind;

struct GwTimex {
  size_t sentence, first, last; ///< words, inclusive, with "since", "between", "for"
  GwTimexKind kind;
  GwDate begin, end;            ///< of the calendar: first and last day; year 0: open
  GwDate unit;                  ///< the day, month or year that this is; year 0: none, a span
  GwDuration lower, upper;      ///< of a duration, equal when exact; both the period of recurring
  bool approximate;
};

/** What the reading of a time depends on. */
typedef struct {
  GwDate today; ///< the article's date; year 0 for none
  int told;     ///< the year that the text spoke of last; 0 for none
} GwClock;

/** Read the longest expression of time that begins at word `at`. False when there is none that has
 * a value. */
bool gw_timex_read(const GwWords *words, size_t at, GwClock clock, GwTimex *timex);

/** "2023-07-20", "2019-01-01/2022-12-31", "2018-01-01/..", "P5Y", "P5Y..P10Y", "every P1M", with
 * "~" before what is approximate; in the arena. */
GwView gw_timex_write(GwArena *arena, const GwTimex *timex);

/** A point or span of the calendar while it is being read. */
typedef struct {
  GwDate begin, end, unit;
  size_t stop;      ///< one past its last word
  bool yearless;    ///< its year is only supposed
  bool approximate;
} GwTimePoint;

/** The point that is exactly this day, month or year. */
GwTimePoint gw_time_point(GwDate unit, size_t stop);

/** Dates, months, years, decades, centuries, quarters (timex_dates.c). */
bool gw_read_date(const GwWords *words, size_t at, GwClock clock, GwTimePoint *point);

/** Times reckoned from the article's date (timex_relative.c). */
bool gw_read_relative(const GwWords *words, size_t at, GwDate now, GwTimePoint *point);

/** "Five to ten years", "a decade", "half a year", and "every month" (timex_lengths.c). */
bool gw_read_length(const GwWords *words, size_t at, GwTimex *timex);
bool gw_read_recurring(const GwWords *words, size_t at, GwTimex *timex);

/** The length of a unit of time ("weeks"); amount 0 when the word is none. */
GwDuration gw_time_unit(GwView word);

/** `amount` times a length; amount 0 when the result is not whole. */
GwDuration gw_duration_times(GwDecimal amount, GwDuration unit);

/** Month (1 to 12) and weekday (1 for Monday to 7) that a capitalised word names; else 0. */
int gw_month_named(const GwWords *words, size_t at);
int gw_weekday_named(const GwWords *words, size_t at);

/** Does the sentence speak of what is to come ("will")? */
bool gw_speaks_of_future(const GwWords *words);

#endif
