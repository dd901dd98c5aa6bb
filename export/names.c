#include "export/names.h"

#include "base/utf8.h"
#include "ontology/iri.h"

static size_t count_words(GwView text)
{
  size_t words = 0, length = 0;
  bool within = false;
  for (size_t at = 0; at < text.length; at += length) {
    const bool space = gw_utf8_is_space(gw_utf8_decode(text, at, &length));
    words += !space && !within;
    within = !space;
  }
  return words;
}

/* The words of a key, from its beginning and from its end. */
static GwView first_word(GwView key)
{
  return gw_view_slice(key, 0, gw_view_find(key, GW_VIEW("-"), 0));
}

static GwView last_word(GwView key)
{
  size_t begin = key.length;
  while (begin > 0 && key.data[begin - 1] != '-') {
    begin--;
  }
  return gw_view_slice(key, begin, key.length);
}

static void drop_first(GwName *name, GwView word)
{
  name->key = gw_view_slice(name->key, word.length + 1, name->key.length);
  name->words -= name->words > 1;
}

static void drop_last(GwName *name, GwView word)
{
  name->key.length -= word.length + 1;
  name->words -= name->words > 1;
}

/* What is left over is always a word at least. */
static void trim(const GwMerging *table, GwName *name, bool person)
{
  for (;;) {
    const GwView first = first_word(name->key), last = last_word(name->key);
    if (first.length == name->key.length) {
      return;
    }
    if (gw_view_is(first, "the")
        || (person && gw_merging_word(table, first) & GW_WORD_TITLE)) {
      drop_first(name, first);
    } else if (!person && gw_merging_word(table, last) & GW_WORD_SUFFIX) {
      drop_last(name, last);
    } else {
      return;
    }
  }
}

static bool is_acronym(GwView text)
{
  size_t capitals = 0, length = 0;
  for (size_t at = 0; at < text.length; at += length) {
    const uint32_t c = gw_utf8_decode(text, at, &length);
    if (!gw_utf8_is_upper(c) && c != '.') {
      return false;
    }
    capitals += c != '.';
  }
  return capitals >= 3;
}

GwName gw_name_read(GwArena *arena, const GwMerging *table, GwView text, bool person)
{
  GwName name = {.text = text, .key = GW_VIEW(""), .words = count_words(text),
                 .acronym = is_acronym(text)};
  if (text.length > 0 && text.length <= GW_SLUG_BYTES && name.words > 0) {
    name.key = gw_iri_slug(arena, text);
    if (name.key.data) {
      trim(table, &name, person);
    }
  }
  return name;
}

static bool is_small_word(GwView word)
{
  static const char *const small[] = {"of", "the", "for", "and", "on", "in", "to", "de", "des",
                                      "du", "la", "le", "et", "und", "für", "der", "&"};
  for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
    if (gw_view_is(word, small[i])) {
      return true;
    }
  }
  return false;
}

GwView gw_name_initials(GwArena *arena, GwView text)
{
  char *initials = gw_arena_alloc(arena, text.length + 1, 1);
  GwView rest = text, word;
  size_t count = 0, length = 0, bytes = 0;
  while (initials && gw_view_next(&rest, ' ', &word)) {
    if (word.length == 0 || is_small_word(word)) {
      continue;
    }
    if (!gw_utf8_is_upper(gw_utf8_decode(word, 0, &length))) {
      return GW_VIEW("");
    }
    for (size_t i = 0; i < length; i++) {
      initials[bytes++] = word.data[i];
    }
    count++;
  }
  if (!initials) {
    return (GwView){NULL, 0};
  }
  return count < 3 ? GW_VIEW("") : gw_iri_slug(arena, (GwView){initials, bytes});
}
