#include "ontology/term.h"

#include "base/utf8.h"
#include "ontology/iri.h"
#include "ontology/vocabulary.h"

#include <string.h>

GwTerm gw_iri(GwView iri)
{
  return (GwTerm){GW_TERM_IRI, iri, {NULL, 0}, {NULL, 0}};
}

GwTerm gw_string(GwView text)
{
  return (GwTerm){GW_TERM_LITERAL, text, {NULL, 0}, {NULL, 0}};
}

GwTerm gw_text(GwView text, const char *language)
{
  return (GwTerm){GW_TERM_LITERAL, text, {NULL, 0}, gw_view(language)};
}

GwTerm gw_typed(GwView text, const char *datatype)
{
  return (GwTerm){GW_TERM_LITERAL, text, gw_view(datatype), {NULL, 0}};
}

int gw_term_compare(const GwTerm *a, const GwTerm *b)
{
  if (a->kind != b->kind) {
    return a->kind == GW_TERM_IRI ? -1 : 1;
  }
  int order = gw_view_compare(a->value, b->value);
  order = order ? order : gw_view_compare(a->datatype, b->datatype);
  return order ? order : gw_view_compare(a->language, b->language);
}

bool gw_term_equal(const GwTerm *a, const GwTerm *b)
{
  return a->kind == b->kind && gw_view_equal(a->value, b->value)
         && gw_view_equal(a->datatype, b->datatype) && gw_view_equal(a->language, b->language);
}

static GwStatus check_iri(GwView iri, GwError *error)
{
  if (gw_iri_is_valid(iri)) {
    return GW_OK;
  }
  return gw_fail(error, GW_ERR_RDF, "<%.*s> is no absolute IRI that every reader takes",
                 iri.length > 200 ? 200 : (int)iri.length, iri.data ? iri.data : "");
}

/* NUL, U+FFFE and U+FFFF are refused: RDF readers do not agree on them. */
static bool text_is_portable(GwView text)
{
  return gw_utf8_invalid_at(text) == text.length
         && !(text.length && memchr(text.data, '\0', text.length))
         && gw_view_find(text, GW_VIEW("\xEF\xBF\xBE"), 0) == text.length
         && gw_view_find(text, GW_VIEW("\xEF\xBF\xBF"), 0) == text.length;
}

/* Language tags are compared without regard to case: kept in lower case. */
static bool lower_language(GwView tag, char out[GW_LANGUAGE_BYTES])
{
  size_t part = 0;
  bool first = true;
  for (size_t i = 0; i < tag.length && i < GW_LANGUAGE_BYTES - 1; i++) {
    const char c = tag.data[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool allowed = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && !first);
    if ((c == '-' && part == 0) || (c != '-' && !allowed) || part > 8) {
      return false;
    }
    part = c == '-' ? 0 : part + 1;
    first = first && c != '-';
    out[i] = upper ? (char)(c - 'A' + 'a') : c;
  }
  return tag.length < GW_LANGUAGE_BYTES && part > 0 && part <= 8;
}

static GwStatus normalize_boolean(GwTerm *term, GwError *error)
{
  static const struct {
    const char *form, *canonical;
  } forms[] = {{"true", "true"}, {"false", "false"}, {"1", "true"}, {"0", "false"}};
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    if (gw_view_is(term->value, forms[i].form)) {
      term->value = gw_view(forms[i].canonical);
      return GW_OK;
    }
  }
  return gw_fail(error, GW_ERR_RDF, "\"%.*s\" is no xsd:boolean",
                 term->value.length > 100 ? 100 : (int)term->value.length, term->value.data);
}

static GwStatus normalize_language(GwTerm *term, char language[GW_LANGUAGE_BYTES], GwError *error)
{
  if (term->datatype.length || !lower_language(term->language, language)) {
    return gw_fail(error, GW_ERR_RDF, "\"%.*s\" is no language tag for a plain literal",
                   term->language.length > 100 ? 100 : (int)term->language.length,
                   term->language.data);
  }
  term->language.data = language;
  return GW_OK;
}

GwStatus gw_term_normalize(GwTerm *term, char language[GW_LANGUAGE_BYTES], GwError *error)
{
  if (term->kind == GW_TERM_IRI) {
    return check_iri(term->value, error);
  }
  if (!text_is_portable(term->value)) {
    return gw_fail(error, GW_ERR_RDF, "a literal is not valid UTF-8 text");
  }
  if (term->language.length) {
    return normalize_language(term, language, error);
  }
  if (gw_view_is(term->datatype, GW_XSD "string")) {
    term->datatype = GW_VIEW("");
  }
  if (term->datatype.length == 0) {
    return GW_OK;
  }
  GW_TRY(check_iri(term->datatype, error));
  return gw_view_is(term->datatype, GW_XSD "boolean") ? normalize_boolean(term, error) : GW_OK;
}
