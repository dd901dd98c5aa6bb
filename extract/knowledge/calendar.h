/** @file calendar.h
 * Days of the Gregorian calendar and lengths of time, and how XML Schema writes them.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_CALENDAR_H
#define GW_EXTRACT_KNOWLEDGE_CALENDAR_H

#include "base/view.h"

#include <stdint.h>

/** A day, month (`day` 0) or year (`month` 0); `year` 0: unknown. Years 1 to 9999. */
typedef struct {
  int year, month, day;
} GwDate;

/** From "2023-09-05", "2023-09" or "2023"; year 0 when the text is none or no such day exists. */
GwDate gw_date_from_iso(GwView text);

/** Is there such a day, month or year? */
bool gw_date_exists(GwDate date);

int gw_month_days(int year, int month);

/** Number of a day, counted from 1 January of the year 1, which is 0 and a Monday; and back. */
long gw_day_number(GwDate date);
GwDate gw_day_of_number(long number);

/** 0 for Monday to 6 for Sunday. */
int gw_weekday(GwDate date);

/** The month that lies `months` later or, when negative, earlier; the day is kept, cut to the
 * month's length. Year 0 outside the calendar. */
GwDate gw_add_months(GwDate date, long months);

/** First and last day of what a date names. */
GwDate gw_first_day(GwDate date);
GwDate gw_last_day(GwDate date);

/** "2024-03-04", "2024-03" or "2024"; in the arena. */
GwView gw_date_write(GwArena *arena, GwDate date);

/** A length of time: months, or seconds; 0 stands for none. */
typedef struct {
  uint64_t amount;
  bool months;
} GwDuration;

/** "P1Y", "P18M", "P14D", "PT90M": valid for xsd:duration; in the arena. */
GwView gw_duration_write(GwArena *arena, GwDuration duration);

#endif
