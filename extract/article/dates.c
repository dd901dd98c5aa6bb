/* Dates that stand on a line of their own, as English writes them. */
#include "extract/article/blocks.h"

#include <stdio.h>
#include <strings.h>

#define DATE_BYTES 80 ///< no date is longer

static const char *const months[] = {"january", "february", "march", "april", "may", "june",
                                     "july", "august", "september", "october", "november",
                                     "december"};
static const char *const weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday",
                                       "saturday", "sunday"};

/* Number (from 1) of a name in full or by three or four letters with or without a dot. */
static unsigned name_number(GwView word, const char *const *names, size_t count)
{
  if (word.length && word.data[word.length - 1] == '.') {
    word.length--;
  }
  for (unsigned i = 0; i < count; i++) {
    const size_t full = gw_view(names[i]).length;
    if (word.length <= full && (word.length == full || word.length == 3 || word.length == 4)
        && strncasecmp(word.data, names[i], word.length) == 0) {
      return i + 1;
    }
  }
  return 0;
}

/* A number with an optional ordinal ending; 0 when it is none. */
static unsigned number_of(GwView word)
{
  unsigned value = 0;
  size_t i = 0;
  for (; i < word.length && i < 4 && word.data[i] >= '0' && word.data[i] <= '9'; i++) {
    value = value * 10 + (unsigned)(word.data[i] - '0');
  }
  const size_t rest = word.length - i;
  const bool ordinal = rest == 2 && i <= 2 && (word.data[i] == 's' || word.data[i] == 'n'
                                               || word.data[i] == 'r' || word.data[i] == 't');
  return i && (rest == 0 || ordinal) ? value : 0;
}

typedef struct {
  unsigned year, month, day;
} Date;

static bool write_iso(Date d, char iso[11])
{
  if (d.year < 1000 || d.year > 2999 || d.month > 12 || d.day > 31 || (d.day && !d.month)) {
    return false;
  }
  if (d.day) {
    snprintf(iso, 11, "%04u-%02u-%02u", d.year % 10000, d.month % 100, d.day % 100);
  } else if (d.month) {
    snprintf(iso, 11, "%04u-%02u", d.year % 10000, d.month % 100);
  } else {
    snprintf(iso, 11, "%04u", d.year % 10000);
  }
  return d.month > 0;
}

static bool read_iso(GwView text, Date *d)
{
  GwView year, month;
  if (text.length != 10 || !gw_view_next(&text, '-', &year) || !gw_view_next(&text, '-', &month)
      || year.length != 4) {
    return false;
  }
  *d = (Date){number_of(year), number_of(month), number_of(text)};
  return d->year && d->month && d->day;
}

/* Words around a date that say nothing of the day: "Published", "at", "10:30", "GMT". */
static bool is_filler(GwView word)
{
  static const char *const fillers[] = {"published", "posted", "updated", "last", "date", "on",
                                        "at", "of", "the", "am", "pm", "a.m.", "p.m.", "gmt",
                                        "utc", "bst", "cet", "cest", "est", "edt", "et", "pst",
                                        "pdt", "|", "-", "–", "—", "·", NULL};
  for (const char *const *f = fillers; *f; f++) {
    if (word.length == gw_view(*f).length && strncasecmp(word.data, *f, word.length) == 0) {
      return true;
    }
  }
  size_t i = 0, colons = 0;
  for (; i < word.length && (word.data[i] == ':' || (word.data[i] >= '0' && word.data[i] <= '9'));
       i++) {
    colons += word.data[i] == ':';
  }
  const GwView rest = gw_view_slice(word, i, word.length);
  return colons > 0 && (rest.length == 0 || gw_view_is(rest, "am") || gw_view_is(rest, "pm"));
}

static bool add_word(GwView word, Date *d)
{
  const unsigned number = number_of(word), month = name_number(word, months, 12);
  if (number >= 1000 && !d->year) {
    d->year = number;
  } else if (number && number <= 31 && !d->day) {
    d->day = number;
  } else if (month && !d->month) {
    d->month = month;
  } else {
    return name_number(word, weekdays, 7) > 0 || is_filler(word);
  }
  return true;
}

bool gw_date_read(GwView text, char iso[11])
{
  Date d = {0, 0, 0};
  GwView rest = gw_view_trim(text), word;
  if (rest.length > DATE_BYTES) {
    return false;
  }
  if (read_iso(rest, &d)) {
    return write_iso(d, iso);
  }
  while (gw_view_next(&rest, ' ', &word)) {
    word = gw_view_trim(word);
    while (word.length > 1 && (word.data[word.length - 1] == ','
                               || word.data[word.length - 1] == ':')) {
      word.length--;
    }
    if (word.length && !add_word(word, &d)) {
      return false;
    }
  }
  return d.year && write_iso(d, iso);
}
