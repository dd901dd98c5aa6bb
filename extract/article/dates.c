/* Dates that stand on a line of their own, as English writes them. */
#include "extract/article/blocks.h"

#include <stdio.h>
#include <string.h>
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
  static const char *const fillers[] = {"published", "posted", "updated", "last", "modified",
                                        "revised", "released", "issued", "first", "date", "on",
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

/* All of `rest` is words of one date and fillers. */
static bool read_words(GwView rest, Date *d)
{
  GwView word;
  while (gw_view_next(&rest, ' ', &word)) {
    word = gw_view_trim(word);
    while (word.length > 1 && (word.data[word.length - 1] == ','
                               || word.data[word.length - 1] == ':')) {
      word.length--;
    }
    if (word.length && !add_word(word, d)) {
      return false;
    }
  }
  return true;
}

bool gw_date_read(GwView text, char iso[11])
{
  Date d = {0, 0, 0};
  text = gw_view_trim(text);
  if (text.length > DATE_BYTES) {
    return false;
  }
  return read_iso(text, &d) ? write_iso(d, iso)
                            : read_words(text, &d) && d.year && write_iso(d, iso);
}

bool gw_is_day(GwView text)
{
  Date d = {0, 0, 0};
  text = gw_view_trim(text);
  return text.length <= DATE_BYTES
         && (read_iso(text, &d) || (read_words(text, &d) && d.month && (d.day || d.year)));
}

/* Where the words that announce a later version begin, or the text's length. */
static size_t find_update(GwView text)
{
  static const char *const marks[] = {"updated", "last updated", "last modified", "modified",
                                      "revised", NULL};
  size_t first = text.length;
  for (size_t at = 0; at < text.length && first == text.length; at++) {
    for (const char *const *m = marks; *m; m++) {
      if (gw_starts_letters(gw_view_slice(text, at, text.length), *m)
          && (at == 0 || strchr(" (|;,-", text.data[at - 1]))) {
        first = at < first ? at : first;
      }
    }
  }
  return first;
}

static GwView without_separators(GwView text)
{
  text = gw_view_trim(text);
  while (text.length && strchr("|;,-()\n ", text.data[text.length - 1])) {
    text.length--;
  }
  while (text.length && strchr("|;,-() ", text.data[0])) {
    text = gw_view_slice(text, 1, text.length);
  }
  return text;
}

bool gw_dates_read(GwView text, char published[11], char modified[11])
{
  char first[11] = "", last[11] = "";
  if (text.length > 2 * DATE_BYTES) {
    return false;
  }
  const size_t update = find_update(text);
  const GwView before = without_separators(gw_view_slice(text, 0, update));
  const GwView after = without_separators(gw_view_slice(text, update, text.length));
  if ((before.length && !gw_date_read(before, first))
      || (after.length && !gw_date_read(after, last)) || before.length + after.length == 0) {
    return false;
  }
  if (published[0] == '\0') {          /* of several the first counts */
    memcpy(published, first, sizeof first);
  }
  if (last[0]) {                       /* of several changes the last one */
    memcpy(modified, last, sizeof last);
  }
  return true;
}
