#include "export/terms.h"

#include "ontology/vocabulary.h"

void gw_write_iri(GwBuffer *out, GwView iri)
{
  gw_buffer_char(out, '<');
  gw_buffer_append(out, iri);
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

static void write_escape(GwBuffer *out, unsigned char c)
{
  if (escape_letter(c)) {
    const char escape[2] = {'\\', escape_letter(c)};
    gw_buffer_append(out, (GwView){escape, 2});
  } else {
    gw_buffer_format(out, "\\u%04X", c);
  }
}

void gw_write_quoted(GwBuffer *out, GwView text)
{
  static const bool escaped[256] = {
    [0 ... 0x1F] = true, ['"'] = true, ['\\'] = true, [0x7F] = true};
  size_t plain = 0;
  gw_buffer_char(out, '"');
  for (size_t i = 0; i < text.length; i++) {
    if (escaped[(unsigned char)text.data[i]]) {
      gw_buffer_append(out, gw_view_slice(text, plain, i));
      write_escape(out, (unsigned char)text.data[i]);
      plain = i + 1;
    }
  }
  if (plain < text.length) {
    gw_buffer_append(out, gw_view_slice(text, plain, text.length));
  }
  gw_buffer_char(out, '"');
}

void gw_write_object(GwBuffer *out, const GwTerm *object)
{
  if (object->kind == GW_TERM_IRI) {
    gw_write_iri(out, object->value);
    return;
  }
  gw_write_quoted(out, object->value);
  if (object->language.length) {
    gw_buffer_char(out, '@');
    gw_buffer_append(out, object->language);
  } else if (object->datatype.length) {
    gw_buffer_append(out, GW_VIEW("^^"));
    gw_write_iri(out, object->datatype);
  }
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
