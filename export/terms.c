#include "export/terms.h"

#include "ontology/vocabulary.h"

#include <string.h>

void gw_write_iri(GwBuffer *out, GwView iri)
{
  size_t plain = 0;
  gw_buffer_char(out, '<');
  for (size_t i = 0; i < iri.length; i++) {
    const unsigned char c = (unsigned char)iri.data[i];
    if (c <= ' ' || c == 0x7F || strchr("<>\"{}|^`\\", c)) {
      gw_buffer_append(out, gw_view_slice(iri, plain, i));
      gw_buffer_format(out, "\\u%04X", c);
      plain = i + 1;
    }
  }
  gw_buffer_append(out, gw_view_slice(iri, plain, iri.length));
  gw_buffer_char(out, '>');
}

/* The letter that follows the backslash, or 0 for a character without a short escape. */
static char escape_letter(unsigned char c)
{
  switch (c) {
  case '"': return '"';
  case '\\': return '\\';
  case '\b': return 'b';
  case '\t': return 't';
  case '\n': return 'n';
  case '\f': return 'f';
  case '\r': return 'r';
  default: return 0;
  }
}

void gw_write_quoted(GwBuffer *out, GwView text)
{
  size_t plain = 0;
  gw_buffer_char(out, '"');
  for (size_t i = 0; i < text.length; i++) {
    const unsigned char c = (unsigned char)text.data[i];
    if (c >= ' ' && c != '"' && c != '\\' && c != 0x7F) {
      continue;
    }
    gw_buffer_append(out, gw_view_slice(text, plain, i));
    if (escape_letter(c)) {
      const char escape[2] = {'\\', escape_letter(c)};
      gw_buffer_append(out, (GwView){escape, 2});
    } else {
      gw_buffer_format(out, "\\u%04X", c);
    }
    plain = i + 1;
  }
  if (plain < text.length) {
    gw_buffer_append(out, gw_view_slice(text, plain, text.length));
  }
  gw_buffer_char(out, '"');
}

static size_t digits(GwView text, size_t from)
{
  size_t at = from;
  while (at < text.length && text.data[at] >= '0' && text.data[at] <= '9') {
    at++;
  }
  return at - from;
}

#define BARE_FRACTION 6 ///< rdflib reads bare decimals below 0.000001 with an exponent

bool gw_literal_is_bare(const GwTerm *literal)
{
  const GwView text = literal->value;
  if (gw_view_is(literal->datatype, GW_XSD "boolean")) {
    return gw_view_is(text, "true") || gw_view_is(text, "false");
  }
  const size_t sign = text.length > 0 && text.data[0] == '-';
  const size_t whole = digits(text, sign);
  if (whole == 0 || (text.data[sign] == '0' && (whole > 1 || sign))) {
    return false;
  }
  const size_t end = sign + whole;
  if (gw_view_is(literal->datatype, GW_XSD "integer")) {
    return end == text.length;
  }
  if (!gw_view_is(literal->datatype, GW_XSD "decimal") || end == text.length
      || text.data[end] != '.') {
    return false;
  }
  const size_t fraction = digits(text, end + 1);
  return fraction > 0 && fraction <= BARE_FRACTION && end + 1 + fraction == text.length;
}
