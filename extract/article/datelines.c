/* Datelines: where and when a report was filed, before its first sentence. */
#include "extract/article/blocks.h"

#include "base/utf8.h"

#include <string.h>

enum { DATELINE_BYTES = 100, PLACE_WORDS = 4 };

/* Where the dash that ends a dateline stands, or the text's length; `length` of the dash. */
static size_t find_dash(GwView text, size_t *length)
{
  static const char *const dashes[] = {" — ", " – ", " -- ", " - ", "— ", NULL};
  const GwView start = gw_view_slice(text, 0, text.length < DATELINE_BYTES ? text.length
                                                                           : DATELINE_BYTES);
  size_t first = start.length;
  for (const char *const *d = dashes; *d; d++) {
    const size_t at = gw_view_find(start, gw_view(*d), 0);
    if (at < first) {
      first = at;
      *length = strlen(*d);
    }
  }
  return first < start.length ? first : text.length;
}

static bool in_capitals(GwView text)
{
  size_t length = 0;
  for (size_t at = 0; at < text.length; at += length) {
    const uint32_t c = gw_utf8_decode(text, at, &length);
    if (gw_utf8_is_lower(c) || gw_utf8_is_digit(c) || c == '\n' || c == ':') {
      return false;
    }
  }
  return text.length > 2;
}

static bool begins_upper(GwView text)
{
  size_t length = 0, at = 0;
  const GwView quote = GW_VIEW("“");
  at = gw_view_starts(text, quote) ? quote.length : gw_view_starts(text, GW_VIEW("\"")) ? 1 : 0;
  return at < text.length && gw_utf8_is_upper(gw_utf8_decode(text, at, &length));
}

static size_t words_of(GwView text)
{
  size_t words = 0;
  GwView word;
  while (gw_view_next(&text, ' ', &word)) {
    words += word.length > 0;
  }
  return words;
}

/* "(Agency)" or "/Agency/" at the end: cut off and returned. */
static GwView cut_agency(GwView *line)
{
  static const char *const pairs[] = {"()", "//", NULL};
  for (const char *const *p = pairs; *p; p++) {
    const size_t open = line->length ? gw_view_find(*line, (GwView){*p, 1}, 0) : 0;
    if (open > 0 && open + 2 < line->length && line->data[line->length - 1] == (*p)[1]) {
      const GwView agency = gw_view_slice(*line, open + 1, line->length - 1);
      *line = gw_view_trim(gw_view_slice(*line, 0, open));
      return agency;
    }
  }
  return GW_VIEW("");
}

/* What follows the place and its region: a day or nothing; false when it is something else. */
static bool read_rest(GwView rest, GwView *day)
{
  *day = GW_VIEW("");
  while (rest.length) {
    rest = gw_view_trim(rest);
    if (gw_is_day(rest)) {
      *day = rest;
      return true;
    }
    const size_t comma = gw_view_find(rest, GW_VIEW(","), 0);
    const GwView region = gw_view_slice(rest, 0, comma);
    if (!begins_upper(region) || words_of(region) > PLACE_WORDS) {
      return false;
    }
    rest = gw_view_slice(rest, comma < rest.length ? comma + 1 : comma, rest.length);
  }
  return true;
}

size_t gw_dateline_read(GwView text, GwView *dateline, GwView *agency, GwView *day)
{
  size_t dash = 0;
  const size_t end = find_dash(text, &dash);
  if (end == text.length) {
    return 0;
  }
  const GwView line = gw_view_slice(text, 0, end);
  GwView rest = line;
  *agency = cut_agency(&rest);
  const size_t comma = gw_view_find(rest, GW_VIEW(","), 0);
  const GwView place = gw_view_slice(rest, 0, comma);
  rest = gw_view_slice(rest, comma < rest.length ? comma + 1 : comma, rest.length);
  if (!begins_upper(place) || words_of(place) > PLACE_WORDS || !read_rest(rest, day)) {
    return 0;
  }
  const GwView after = gw_view_slice(text, end + dash, text.length);
  const bool said = agency->length > 0 || day->length > 0;
  if (!begins_upper(after) || !(in_capitals(place) || (said && gw_looks_like_name(place))
                                || (day->length && words_of(place) == 1))) {
    return 0;
  }
  *dateline = line;
  return end + dash;
}
