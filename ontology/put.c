#include "ontology/description.h"

#include "base/utf8.h"
#include "extract/article/blocks.h"

#include <string.h>

GwStatus gw_put_triple(GwDescription *d, GwView subject, GwView predicate, GwTerm object,
                       GwError *error)
{
  return gw_graph_add_to(d->graph, gw_graph_of(d, subject), subject, predicate, object, error);
}

GwStatus gw_put(GwDescription *d, GwView subject, const char *predicate, GwTerm object,
                GwError *error)
{
  return gw_put_triple(d, subject, gw_view(predicate), object, error);
}

GwStatus gw_put_iri(GwDescription *d, GwView subject, const char *predicate, GwView object,
                    GwError *error)
{
  return gw_put(d, subject, predicate, gw_iri(object), error);
}

GwStatus gw_put_type(GwDescription *d, GwView subject, const char *class, GwError *error)
{
  return gw_put(d, subject, GW_RDF "type", gw_iri(gw_view(class)), error);
}

GwStatus gw_put_number(GwDescription *d, GwView subject, const char *predicate, size_t number,
                       GwError *error)
{
  const GwView text = gw_view_format(d->arena, "%zu", number);
  if (!text.data) {
    return gw_fail_memory(error);
  }
  return gw_put(d, subject, predicate, gw_typed(text, GW_XSD "integer"), error);
}

/* Chinese or Japanese characters and no Latin letter: no English. */
static bool is_foreign(GwView text)
{
  size_t length = 0;
  bool cjk = false;
  for (size_t at = 0; at < text.length; at += length) {
    const uint32_t c = gw_utf8_decode(text, at, &length);
    if (c < 0x250 && gw_utf8_is_letter(c)) {
      return false;
    }
    cjk = cjk || gw_utf8_is_cjk(c) || (c >= 0x3040 && c <= 0x30FF);
  }
  return cjk;
}

/* U+FFFE and U+FFFF, which no graph takes, become U+FFFD: offsets stay what they are. */
static void replace_noncharacters(char *text, size_t length)
{
  for (size_t i = 0; i + 2 < length; i++) {
    if (memcmp(text + i, "\xEF\xBF\xBE", 3) == 0 || memcmp(text + i, "\xEF\xBF\xBF", 3) == 0) {
      text[i + 2] = '\xBD';
    }
  }
}

GwStatus gw_words(GwDescription *d, GwView text, GwTerm *term, GwError *error)
{
  char *copy = gw_view_copy(d->arena, text);
  if (!copy) {
    return gw_fail_memory(error);
  }
  replace_noncharacters(copy, text.length);
  const GwView words = {copy, text.length};
  *term = is_foreign(words) ? gw_string(words) : gw_text(words, "en");
  return GW_OK;
}

/* The number that `count` digits from `at` make; 0 when there are others. */
static unsigned digits(GwView text, size_t at, size_t count)
{
  unsigned value = 0;
  for (size_t i = at; i < at + count; i++) {
    if (i >= text.length || text.data[i] < '0' || text.data[i] > '9') {
      return 0;
    }
    value = 10 * value + (unsigned)(text.data[i] - '0');
  }
  return value;
}

static unsigned days_of(unsigned year, unsigned month)
{
  static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[month - 1] + (month == 2 && leap);
}

/* The XML Schema type of "2024-03-04", "2024-03" or "2024", or NULL. */
static const char *date_type(GwView iso)
{
  const unsigned year = digits(iso, 0, 4);
  if (year < 1000 || year > 2999 || iso.length == 4) {
    return year >= 1000 && year <= 2999 ? GW_XSD "gYear" : NULL;
  }
  const unsigned month = iso.data[4] == '-' ? digits(iso, 5, 2) : 0;
  if (month < 1 || month > 12 || iso.length == 7) {
    return month >= 1 && month <= 12 ? GW_XSD "gYearMonth" : NULL;
  }
  const unsigned day = iso.data[7] == '-' && iso.length == 10 ? digits(iso, 8, 2) : 0;
  return day >= 1 && day <= days_of(year, month) ? GW_XSD "date" : NULL;
}

bool gw_date_term(GwArena *arena, GwView text, bool year, GwTerm *term)
{
  char iso[11];
  GwView date = gw_view_trim(text);
  if (!date_type(date) && gw_date_read(date, iso)) {
    date = gw_view(iso);
  }
  const char *type = date_type(date);
  const char *copy = type && (year || date.length > 4) ? gw_view_copy(arena, date) : NULL;
  if (copy) {
    *term = gw_typed(gw_view(copy), type);
  }
  return copy != NULL;
}

GwStatus gw_join(GwDescription *d, GwView head, GwView tail, GwView *joined, GwError *error)
{
  char *data = gw_arena_alloc(d->arena, head.length + tail.length + 1, 1);
  if (!data) {
    return gw_fail_memory(error);
  }
  memcpy(data, head.data, head.length);
  if (tail.length) {
    memcpy(data + head.length, tail.data, tail.length);
  }
  *joined = (GwView){data, head.length + tail.length};
  return GW_OK;
}
