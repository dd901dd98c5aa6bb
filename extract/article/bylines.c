/* Who wrote the article, from a line that says nothing else. */
#include "extract/article/blocks.h"

#include "base/utf8.h"

#include <string.h>

enum { BYLINE_BYTES = 160, NAME_WORDS = 8, AUTHORS = 16 };

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

bool gw_looks_like_name(GwView name)
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

/* What follows "By" and its like, without titles; empty when the text is no byline. */
static GwView after_by(GwView text)
{
  static const char *const starts[] = {"written by ", "words by ", "text by ", "story by ",
                                       "reported by ", "report by ", "analysis by ", "opinion by ",
                                       "by ", "by: ", "author: ", "authors: ", NULL};
  GwView rest = gw_view_trim(text);
  return rest.length <= BYLINE_BYTES && cut_prefix(&rest, starts) ? gw_without_titles(rest)
                                                                  : GW_VIEW("");
}

GwView gw_without_titles(GwView name)
{
  static const char *const titles[] = {"dr ", "dr. ", "prof ", "prof. ", "professor ", "mr ",
                                       "mr. ", "ms ", "ms. ", "mrs ", "mrs. ", "sir ", NULL};
  while (cut_prefix(&name, titles)) {
  }
  return name;
}

GwView gw_name_in_small_letters(GwArena *arena, GwView name)
{
  return has_small_letter(name) ? name : in_title_case(arena, name);
}

GwStatus gw_byline_read(GwArena *arena, GwView text, GwView *name, GwError *error)
{
  *name = (GwView){"", 0};
  const GwView rest = without_rest(after_by(text));
  if (!gw_looks_like_name(rest)) {
    return GW_OK;
  }
  *name = gw_name_in_small_letters(arena, rest);
  return name->data ? GW_OK : gw_fail_memory(error);
}

GwStatus gw_author_add(GwArena *arena, GwArticle *article, GwView name, GwError *error)
{
  name = gw_name_in_small_letters(arena, gw_without_titles(name));
  GwAuthor *authors = GW_NEW(arena, article->author_count + 1, GwAuthor);
  if (!name.data || !authors) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < article->author_count; i++) {
    authors[i] = article->authors[i];
  }
  authors[article->author_count] = (GwAuthor){name, {"", 0}, {"", 0}};
  article->authors = authors;
  article->author_count++;
  return GW_OK;
}

/* Where the words that join the last name of a list begin, or the text's length. */
static size_t find_and(GwView text, size_t *length)
{
  const size_t and = gw_view_find(text, GW_VIEW(" and "), 0);
  const size_t capital = gw_view_find(text, GW_VIEW(" AND "), 0);
  const size_t sign = gw_view_find(text, GW_VIEW(" & "), 0);
  const size_t word = and < capital ? and : capital;
  *length = sign < word ? 3 : 5;
  return sign < word ? sign : word;
}

/* "A B, C D and E F": the names before the last one are divided by commas. */
GwStatus gw_authors_add(GwArena *arena, GwArticle *article, GwView rest, GwError *error)
{
  size_t length = 0;
  while (rest.length) {
    size_t end = find_and(rest, &length);
    const size_t comma = gw_view_find(rest, GW_VIEW(","), 0);
    length = comma < end ? 1 : length;
    end = comma < end ? comma : end;
    const GwView name = gw_view_trim(gw_view_slice(rest, 0, end));
    if (gw_looks_like_name(gw_without_titles(name)) && article->author_count < AUTHORS) {
      GW_TRY(gw_author_add(arena, article, name, error));
    }
    rest = end < rest.length ? gw_view_trim(gw_view_slice(rest, end + length, rest.length))
                             : GW_VIEW("");
    if (gw_view_starts(rest, GW_VIEW("and "))) {
      rest = gw_view_slice(rest, 4, rest.length);
    }
  }
  return GW_OK;
}

/* Up to a bar, a dash or the place that is reported from. */
static GwView without_place(GwView names)
{
  static const char *const ends[] = {"|", ";", " in ", " – ", " — ", " - ", " · ", "\n", NULL};
  for (const char *const *e = ends; *e; e++) {
    names.length = gw_view_find(names, gw_view(*e), 0);
  }
  return gw_view_trim(names);
}

GwStatus gw_byline_authors(GwArena *arena, GwView text, GwArticle *article, GwError *error)
{
  size_t length = 0;
  const GwView names = without_place(after_by(text));
  if (find_and(names, &length) < names.length) {
    return gw_authors_add(arena, article, names, error);
  }
  const GwView name = without_rest(names);
  if (!gw_looks_like_name(name)) {
    return GW_OK;
  }
  GW_TRY(gw_author_add(arena, article, name, error));
  const size_t comma = gw_view_find(names, GW_VIEW(","), 0), rest = name.length;
  if (comma < names.length) {
    gw_office_read(gw_view_trim(gw_view_slice(names, comma + 1, names.length)),
                   &article->authors[article->author_count - 1]);
  } else if (rest < names.length && gw_view_starts(gw_view_slice(names, rest, names.length),
                                                   GW_VIEW(" for "))) {
    article->authors[article->author_count - 1].affiliation =
      gw_view_trim(gw_view_slice(names, rest + 5, names.length));
  }
  return GW_OK;
}
