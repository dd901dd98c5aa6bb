#include "ontology/shacl/literals.h"

#include "ontology/vocabulary.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef enum { STRING, BOOLEAN, INTEGER, DECIMAL, FLOATING, MOMENT, PERIOD, OTHER } Kind;

typedef struct {
  const char *name; ///< after GW_XSD
  Kind kind;
  const char *least, *most; ///< of an integer; NULL for no bound
} Datatype;

/* XML Schema 1.1, part 2, section 3. */
static const Datatype datatypes[] = {
  {"string", STRING, NULL, NULL}, {"boolean", BOOLEAN, NULL, NULL},
  {"integer", INTEGER, NULL, NULL}, {"decimal", DECIMAL, NULL, NULL},
  {"double", FLOATING, NULL, NULL}, {"float", FLOATING, NULL, NULL},
  {"date", MOMENT, NULL, NULL}, {"dateTime", MOMENT, NULL, NULL},
  {"dateTimeStamp", MOMENT, NULL, NULL}, {"time", MOMENT, NULL, NULL},
  {"gYear", MOMENT, NULL, NULL}, {"gYearMonth", MOMENT, NULL, NULL},
  {"gMonth", MOMENT, NULL, NULL}, {"gMonthDay", MOMENT, NULL, NULL},
  {"gDay", MOMENT, NULL, NULL}, {"duration", PERIOD, NULL, NULL},
  {"yearMonthDuration", PERIOD, NULL, NULL}, {"dayTimeDuration", PERIOD, NULL, NULL},
  {"nonNegativeInteger", INTEGER, "0", NULL}, {"positiveInteger", INTEGER, "1", NULL},
  {"nonPositiveInteger", INTEGER, NULL, "0"}, {"negativeInteger", INTEGER, NULL, "-1"},
  {"long", INTEGER, "-9223372036854775808", "9223372036854775807"},
  {"int", INTEGER, "-2147483648", "2147483647"}, {"short", INTEGER, "-32768", "32767"},
  {"byte", INTEGER, "-128", "127"}, {"unsignedLong", INTEGER, "0", "18446744073709551615"},
  {"unsignedInt", INTEGER, "0", "4294967295"}, {"unsignedShort", INTEGER, "0", "65535"},
  {"unsignedByte", INTEGER, "0", "255"},
};

static const Datatype other = {"", OTHER, NULL, NULL};

GwView gw_literal_datatype(const GwTerm *literal)
{
  return literal->datatype.length ? literal->datatype
         : literal->language.length ? GW_VIEW(GW_RDF "langString") : GW_VIEW(GW_XSD "string");
}

static const Datatype *datatype_of(const GwTerm *term)
{
  const GwView iri = gw_literal_datatype(term), xsd = GW_VIEW(GW_XSD);
  for (size_t i = 0; term->kind == GW_TERM_LITERAL && gw_view_starts(iri, xsd)
                     && i < sizeof datatypes / sizeof *datatypes; i++) {
    if (gw_view_is(gw_view_slice(iri, xsd.length, iri.length), datatypes[i].name)) {
      return &datatypes[i];
    }
  }
  return &other;
}

/* A decimal number by its digits, however many. */
typedef struct {
  bool negative;
  GwView whole, fraction; ///< without leading zeros; without trailing ones
} Digits;

static size_t digits_from(GwView text, size_t at)
{
  while (at < text.length && text.data[at] >= '0' && text.data[at] <= '9') {
    at++;
  }
  return at;
}

/* The end of a decimal number that begins at the text's start; 0 for none. */
static size_t read_digits(GwView text, Digits *d)
{
  size_t begin = text.length && (text.data[0] == '-' || text.data[0] == '+');
  const size_t point = digits_from(text, begin);
  const bool pointed = point < text.length && text.data[point] == '.';
  const size_t end = pointed ? digits_from(text, point + 1) : point;
  d->negative = begin && text.data[0] == '-';
  if (end - begin < 1u + pointed) {
    return 0;
  }
  while (begin < point && text.data[begin] == '0') {
    begin++;
  }
  d->whole = gw_view_slice(text, begin, point);
  d->fraction = pointed ? gw_view_slice(text, point + 1, end) : GW_VIEW("");
  while (d->fraction.length && d->fraction.data[d->fraction.length - 1] == '0') {
    d->fraction.length--;
  }
  d->negative = d->negative && d->whole.length + d->fraction.length > 0;
  return end;
}

static int compare_sizes(const Digits *a, const Digits *b)
{
  if (a->whole.length != b->whole.length) {
    return a->whole.length < b->whole.length ? -1 : 1;
  }
  const int whole = gw_view_compare(a->whole, b->whole);
  return whole ? whole : gw_view_compare(a->fraction, b->fraction);
}

static GwOrdering compare_digits(const Digits *a, const Digits *b)
{
  if (a->negative != b->negative) {
    return a->negative ? GW_LESS : GW_GREATER;
  }
  const int order = a->negative ? compare_sizes(b, a) : compare_sizes(a, b);
  return order < 0 ? GW_LESS : order > 0 ? GW_GREATER : GW_SAME;
}

static bool is_integer(GwView text, const Datatype *type)
{
  Digits value, bound;
  const bool plain = read_digits(text, &value) == text.length && text.length
                     && !memchr(text.data, '.', text.length);
  if (plain && type->least) {
    read_digits(gw_view(type->least), &bound);
    if (compare_digits(&value, &bound) == GW_LESS) {
      return false;
    }
  }
  if (plain && type->most) {
    read_digits(gw_view(type->most), &bound);
    return compare_digits(&value, &bound) != GW_GREATER;
  }
  return plain;
}

static bool read_floating(GwView text, double *value)
{
  static const char *const words[] = {"INF", "+INF", "-INF", "NaN"};
  static const double values[] = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, (double)NAN};
  Digits digits;
  for (size_t i = 0; i < 4; i++) {
    if (gw_view_is(text, words[i])) {
      *value = values[i];
      return true;
    }
  }
  size_t at = read_digits(text, &digits);
  if (at && at < text.length && (text.data[at] == 'e' || text.data[at] == 'E')) {
    at++;
    at += at < text.length && (text.data[at] == '+' || text.data[at] == '-');
    const size_t end = digits_from(text, at);
    at = end > at ? end : 0;
  }
  if (!at || at != text.length) {
    return false;
  }
  char number[512]; /* terminated, unlike a view */
  *value = (double)NAN;
  if (text.length < sizeof number) {
    memcpy(number, text.data, text.length);
    number[text.length] = '\0';
    *value = strtod(number, NULL);
  }
  return true;
}

static bool is_period(GwView text, const char *name)
{
  GwPeriod period;
  const size_t length = text.length;
  const bool days = gw_view_find(text, GW_VIEW("D"), 0) < length
                    || gw_view_find(text, GW_VIEW("T"), 0) < length;
  const bool years = gw_view_find(text, GW_VIEW("Y"), 0) < length
                     || gw_view_find(text, GW_VIEW("M"), 0) < gw_view_find(text, GW_VIEW("T"), 0);
  return gw_period_read(text, &period) && !(days && strcmp(name, "yearMonthDuration") == 0)
         && !(years && strcmp(name, "dayTimeDuration") == 0);
}

static bool is_boolean(GwView text)
{
  return gw_view_is(text, "true") || gw_view_is(text, "false") || gw_view_is(text, "1")
         || gw_view_is(text, "0");
}

bool gw_literal_is_valid(const GwTerm *literal)
{
  const Datatype *type = datatype_of(literal);
  const GwView text = literal->value;
  Digits digits;
  GwMoment moment;
  double number;
  switch (type->kind) {
  case BOOLEAN: return is_boolean(text);
  case INTEGER: return is_integer(text, type);
  case DECIMAL: return text.length && read_digits(text, &digits) == text.length;
  case FLOATING: return read_floating(text, &number);
  case MOMENT: return gw_moment_read(text, type->name, &moment);
  case PERIOD: return is_period(text, type->name);
  case STRING:
  case OTHER: break;
  }
  return true;
}

static GwOrdering compare_floating(const GwTerm *a, const GwTerm *b)
{
  double x, y;
  if (!read_floating(a->value, &x) || !read_floating(b->value, &y) || isnan(x) || isnan(y)) {
    return GW_INCOMPARABLE;
  }
  return x < y ? GW_LESS : x > y ? GW_GREATER : GW_SAME;
}

static GwOrdering compare_exact(const GwTerm *a, const GwTerm *b)
{
  Digits x, y;
  read_digits(a->value, &x);
  read_digits(b->value, &y);
  return compare_digits(&x, &y);
}

static GwOrdering compare_times(const GwTerm *a, const GwTerm *b, const Datatype *type)
{
  GwMoment x, y;
  GwPeriod p, q;
  if (type->kind == PERIOD) {
    gw_period_read(a->value, &p);
    gw_period_read(b->value, &q);
    return gw_period_compare(p, q);
  }
  gw_moment_read(a->value, type->name, &x);
  gw_moment_read(b->value, type->name, &y);
  return gw_moment_compare(x, y);
}

static bool is_number(Kind kind)
{
  return kind == INTEGER || kind == DECIMAL || kind == FLOATING;
}

GwOrdering gw_literal_compare(const GwTerm *a, const GwTerm *b)
{
  const Datatype *x = datatype_of(a), *y = datatype_of(b);
  if (x->kind == OTHER || y->kind == OTHER || !gw_literal_is_valid(a) || !gw_literal_is_valid(b)) {
    return GW_INCOMPARABLE;
  }
  if (is_number(x->kind) && is_number(y->kind)) {
    return x->kind == FLOATING || y->kind == FLOATING ? compare_floating(a, b)
                                                      : compare_exact(a, b);
  }
  if (x->kind != y->kind || (x->kind == MOMENT && x != y)) {
    return GW_INCOMPARABLE;
  }
  if (x->kind == STRING || x->kind == BOOLEAN) { /* "false" comes before "true" */
    const int order = gw_view_compare(a->value, b->value);
    return order < 0 ? GW_LESS : order > 0 ? GW_GREATER : GW_SAME;
  }
  return compare_times(a, b, x);
}
