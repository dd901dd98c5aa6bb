/* Who wrote the article, from a line that says nothing else. */
#include "extract/article/blocks.h"

#include "base/utf8.h"

#include <string.h>

enum { BYLINE_BYTES = 160, NAME_WORDS = 8 };

/* Words of names that are written small: "Ursula von der Leyen", "Jane Doe and John Smith". */
static bool is_particle(GwView word)
{
  static const char *const particles[] = {"de", "del", "della", "der", "den", "di", "da", "do",
                                          "dos", "du", "la", "le", "van", "von", "zu", "bin",
                                          "ibn", "al", "el", "y", "e", "and", "&", NULL};
  for (const char *const *p = particles; *p; p++) {
    if (gw_view_is(word, *p)) {
      return true;
    }
  }
  return false;
}

static bool is_name_word(GwView word)
{
  size_t length = 0;
  const uint32_t first = gw_utf8_decode(word, 0, &length);
  return is_particle(word) || (gw_utf8_is_letter(first) && !gw_utf8_is_lower(first));
}

static bool looks_like_name(GwView name)
{
  size_t words = 0;
  GwView word;
  while (gw_view_next(&name, ' ', &word)) {
    if (word.length && !is_name_word(word)) {
      return false;
    }
    words += word.length > 0;
  }
  return words >= 2 && words <= NAME_WORDS;
}

/* Cuts off the first prefix of the list that the text starts with. */
static bool cut_prefix(GwView *text, const char *const *prefixes)
{
  for (; *prefixes; prefixes++) {
    if (gw_starts_letters(*text, *prefixes)) {
      *text = gw_view_trim(gw_view_slice(*text, strlen(*prefixes), text->length));
      return true;
    }
  }
  return false;
}

/* "Jane Doe, Reuters", "Jane Doe | 3 June 2024", "Jane Doe in Brussels": the name alone. */
static GwView without_rest(GwView name)
{
  static const char *const ends[] = {",", "|", ";", " in ", " for ", " at ", " – ", " — ", " - ",
                                     " · ", "\n", NULL};
  for (const char *const *e = ends; *e; e++) {
    name.length = gw_view_find(name, gw_view(*e), 0);
  }
  return gw_view_trim(name);
}

static bool has_small_letter(GwView text)
{
  size_t length = 0;
  for (size_t at = 0; at < text.length; at += length) {
    if (gw_utf8_is_lower(gw_utf8_decode(text, at, &length))) {
      return true;
    }
  }
  return false;
}

/* "FRANZ O'NEIL-MÜLLER" -> "Franz O'Neil-Müller": a capital after all that is no letter. */
static GwView in_title_case(GwArena *arena, GwView name)
{
  char *out = GW_NEW(arena, 2 * name.length + 4, char);
  size_t n = 0, length = 0;
  bool inside = false;
  for (size_t at = 0; out && at < name.length; at += length) {
    const uint32_t c = gw_utf8_decode(name, at, &length);
    const GwView one = gw_view_slice(name, at, at + length);
    const GwView kept = inside ? gw_utf8_lower(arena, one) : one;
    if (!kept.data) {
      return kept;
    }
    memcpy(out + n, kept.data, kept.length);
    n += kept.length;
    inside = gw_utf8_is_letter(c);
  }
  return (GwView){out, out ? n : 0};
}

GwStatus gw_byline_read(GwArena *arena, GwView text, GwView *name, GwError *error)
{
  static const char *const starts[] = {"written by ", "words by ", "text by ", "story by ",
                                       "reported by ", "by ", "by: ", "author: ", "authors: ",
                                       NULL};
  static const char *const titles[] = {"dr ", "dr. ", "prof ", "prof. ", "professor ", "mr ",
                                       "mr. ", "ms ", "ms. ", "mrs ", "mrs. ", "sir ", NULL};
  *name = (GwView){"", 0};
  GwView rest = gw_view_trim(text);
  if (rest.length > BYLINE_BYTES || !cut_prefix(&rest, starts)) {
    return GW_OK;
  }
  while (cut_prefix(&rest, titles)) {
  }
  rest = without_rest(rest);
  if (!looks_like_name(rest)) {
    return GW_OK;
  }
  *name = has_small_letter(rest) ? rest : in_title_case(arena, rest);
  return name->data ? GW_OK : gw_fail_memory(error);
}
