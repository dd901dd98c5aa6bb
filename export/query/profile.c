#include "export/query/profile.h"

#include "ontology/vocabulary.h"

#include <string.h>

/* Whether a text has the shape of a pattern, in which 'd' stands for a digit. */
static bool has_shape(GwView text, const char *pattern)
{
  if (text.length != strlen(pattern)) {
    return false;
  }
  for (size_t i = 0; i < text.length; i++) {
    const bool digit = text.data[i] >= '0' && text.data[i] <= '9';
    if (pattern[i] == 'd' ? !digit : text.data[i] != pattern[i]) {
      return false;
    }
  }
  return true;
}

static bool is_canonical_integer(GwView text)
{
  const size_t sign = text.length > 0 && text.data[0] == '-';
  const size_t digits = text.length - sign;
  for (size_t i = sign; i < text.length; i++) {
    if (text.data[i] < '0' || text.data[i] > '9') {
      return false;
    }
  }
  return digits > 0 && digits <= 9 && (text.data[sign] != '0' || (digits == 1 && !sign));
}

static size_t kind_of_type(const GwTerm *term)
{
  static const char *const numbers[] = {GW_XSD "integer", GW_XSD "decimal", GW_XSD "double"};
  const GwView type = term->datatype;
  if (gw_view_is(type, GW_XSD "boolean")) {
    return GW_KIND_BOOLEAN;
  }
  if (gw_view_is(type, GW_XSD "date")) {
    return has_shape(term->value, "dddd-dd-dd") ? GW_KIND_DATE : GW_KIND_OTHER;
  }
  if (gw_view_is(type, GW_XSD "dateTime")) {
    return has_shape(term->value, "dddd-dd-ddTdd:dd:ddZ") ? GW_KIND_INSTANT : GW_KIND_OTHER;
  }
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    if (gw_view_is(type, numbers[i])) {
      return i == 0 && is_canonical_integer(term->value) ? GW_KIND_INTEGER : GW_KIND_NUMBER;
    }
  }
  return GW_KIND_OTHER;
}

size_t gw_kind_of(const GwTerm *term)
{
  if (term->kind == GW_TERM_IRI) {
    return GW_KIND_IRI;
  }
  size_t kind = term->language.length ? GW_KIND_WORDS : GW_KIND_STRING;
  if (term->datatype.length) {
    kind = kind_of_type(term);
  }
  for (size_t i = 0; i < term->value.length; i++) {
    const unsigned char c = (unsigned char)term->value.data[i];
    kind |= c >= 0x80 ? GW_KIND_BEYOND : 0;
    kind |= c == '\n' || c == '\r' ? GW_KIND_LINES : 0;
  }
  return kind;
}

GwStatus gw_profile_make(GwArena *arena, const GwQuad *triples, size_t count, GwProfile *profile,
                         GwError *error)
{
  *profile = (GwProfile){gw_map_new(arena), 0};
  for (size_t i = 0; i < count; i++) {
    const GwView predicate = triples[i].predicate->value;
    const size_t known = gw_map_get(&profile->objects, predicate);
    const size_t kinds = (known == GW_MAP_ABSENT ? 0 : known) | gw_kind_of(triples[i].object);
    profile->all_objects |= kinds;
    if (kinds != known && !gw_map_set(&profile->objects, predicate, kinds)) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}
