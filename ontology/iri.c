#include "ontology/iri.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool is_hex(char c)
{
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Length of the scheme without its colon, or 0. */
static size_t scheme_length(GwView iri)
{
  size_t n = 0;
  while (n < iri.length && (is_letter(iri.data[n])
                            || (n > 0 && (is_digit(iri.data[n]) || strchr("+-.", iri.data[n]))))) {
    n++;
  }
  return n < iri.length && iri.data[n] == ':' ? n : 0;
}

/* ucschar of RFC 3987: no private use, no non-characters. */
static bool is_iri_character(uint32_t c)
{
  return (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF)
         || (c >= 0xFDF0 && c <= 0xFFEF)
         || (c >= 0x10000 && c <= 0xDFFFD && (c & 0xFFFF) <= 0xFFFD)
         || (c >= 0xE1000 && c <= 0xEFFFD);
}

static bool is_ascii_allowed(char c)
{
  return is_letter(c) || is_digit(c) || (c && strchr("-._~:/?#@!$&'()*+,;=%", c));
}

static bool characters_are_valid(GwView iri)
{
  size_t length = 0, fragments = 0;
  for (size_t at = 0; at < iri.length; at += length) {
    const char c = iri.data[at];
    const uint32_t code = gw_utf8_decode(iri, at, &length);
    if (code == GW_UTF8_INVALID || (code < 0x80 ? !is_ascii_allowed(c) : !is_iri_character(code))) {
      return false;
    }
    const bool escaped =
      at + 2 < iri.length && is_hex(iri.data[at + 1]) && is_hex(iri.data[at + 2]);
    if (c == '%' && !escaped) {
      return false;
    }
    fragments += c == '#';
  }
  return fragments <= 1;
}

/* Whether the path has a segment "." or "..". */
static bool has_dot_segment(GwView path)
{
  size_t end = 0;
  while (end < path.length && path.data[end] != '?' && path.data[end] != '#') {
    end++;
  }
  GwView rest = gw_view_slice(path, 0, end), segment;
  while (gw_view_next(&rest, '/', &segment)) {
    if (gw_view_is(segment, ".") || gw_view_is(segment, "..")) {
      return true;
    }
  }
  return false;
}

bool gw_iri_is_valid(GwView iri)
{
  const size_t scheme = scheme_length(iri);
  return scheme > 0 && iri.length > scheme + 1 && characters_are_valid(iri)
         && !has_dot_segment(gw_view_slice(iri, scheme + 1, iri.length));
}

/* Letters that have no decomposition but a customary ASCII spelling. */
static const char *ascii_spelling(uint32_t c)
{
  switch (c) {
  case 0xC6: case 0xE6: return "ae";
  case 0xD0: case 0xF0: case 0x110: case 0x111: return "d";
  case 0xD8: case 0xF8: return "o";
  case 0xDE: case 0xFE: return "th";
  case 0x131: return "i";
  case 0x141: case 0x142: return "l";
  case 0x152: case 0x153: return "oe";
  default: return NULL;
  }
}

static bool is_word(uint32_t c)
{
  const utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO)
         && (c < 0x80 || is_iri_character(c));
}

/* Apostrophes, accents and invisible characters: they part no words. */
static bool is_dropped(uint32_t c)
{
  return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0xAD || (c >= 0x300 && c <= 0x36F)
         || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
}

#define FOLDED_MOST 18 ///< code points that one can decompose to (U+FDFA)

/* The folded form of one code point; returns how many code points it has. */
static size_t fold(uint32_t c, utf8proc_int32_t out[FOLDED_MOST])
{
  const char *spelling = ascii_spelling(c);
  if (spelling) {
    size_t n = 0;
    for (; spelling[n]; n++) {
      out[n] = spelling[n];
    }
    return n;
  }
  int class = 0;
  const utf8proc_ssize_t n =
    utf8proc_decompose_char((utf8proc_int32_t)c, out, FOLDED_MOST,
                            UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD, &class);
  /* Only Latin, Greek and Cyrillic lose their marks; elsewhere marks are part of the letter. */
  if (n < 1 || n > FOLDED_MOST || out[0] >= 0x530) {
    out[0] = (utf8proc_int32_t)c;
    return 1;
  }
  return (size_t)n;
}

typedef struct {
  char *data;
  size_t length, last_break; ///< last_break: end of the last whole word
  bool gap, full;
} Slug;

static void add(Slug *slug, uint32_t c)
{
  if (is_dropped(c)) {
    return;
  }
  if (!is_word(c)) {
    slug->gap = true;
    return;
  }
  const bool joint = slug->gap && slug->length > 0;
  char bytes[4];
  const size_t n = gw_utf8_encode(c, bytes);
  if (joint) {
    slug->last_break = slug->length;
  }
  if (slug->length + joint + n > GW_SLUG_BYTES) {
    slug->full = true;
    return;
  }
  if (joint) {
    slug->data[slug->length++] = '-';
  }
  memcpy(slug->data + slug->length, bytes, n);
  slug->length += n;
  slug->gap = false;
}

GwView gw_iri_slug(GwArena *arena, GwView label)
{
  Slug slug = {gw_arena_alloc(arena, GW_SLUG_BYTES + 1, 1), 0, 0, false, false};
  size_t length = 0;
  for (size_t at = 0; slug.data && at < label.length && !slug.full; at += length) {
    const uint32_t c = gw_utf8_decode(label, at, &length);
    utf8proc_int32_t folded[FOLDED_MOST];
    const size_t n = c == GW_UTF8_INVALID ? 0 : fold(c, folded);
    for (size_t i = 0; i < n && !slug.full; i++) {
      add(&slug, (uint32_t)folded[i]);
    }
  }
  if (slug.data && slug.full && slug.last_break) {
    slug.length = slug.last_break;
  }
  if (slug.data && slug.length == 0) {
    gw_hash_name(label, slug.data);
    slug.length = 12;
  }
  return (GwView){slug.data, slug.length};
}
