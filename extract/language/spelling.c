#include "extract/language/spelling.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#define CHARACTERS 40 ///< of a word that are looked at
#define PATTERN 12

/* FNV-1a (Fowler, Noll, Vo), 32 bits. */
static uint32_t fnv(uint32_t hash, const char *bytes, size_t length)
{
  for (size_t i = 0; i < length; i++) {
    hash = (hash ^ (unsigned char)bytes[i]) * 16777619U;
  }
  return hash;
}

static uint32_t row_of(const char *kind, const char *bytes, size_t length)
{
  const uint32_t hash = fnv(fnv(2166136261U, kind, strlen(kind)), bytes, length);
  return hash % GW_SPELLING_ROWS;
}

/* The word's first characters and where each starts. */
typedef struct {
  uint32_t characters[CHARACTERS];
  size_t starts[CHARACTERS + 1];
  size_t count;
} Letters;

static Letters letters_of(GwView word)
{
  Letters l = {.count = 0};
  size_t length = 0;
  for (size_t at = 0; at < word.length && l.count < CHARACTERS; at += length) {
    l.starts[l.count] = at;
    l.characters[l.count++] = gw_utf8_decode(word, at, &length);
    l.starts[l.count] = at + length;
  }
  return l;
}

static uint32_t kind_of(uint32_t c)
{
  return gw_utf8_is_upper(c) ? 'X' : gw_utf8_is_lower(c) ? 'x' : gw_utf8_is_digit(c) ? 'd'
         : gw_utf8_is_letter(c) ? 'l' : c;
}

static uint32_t pattern_row(const Letters *l)
{
  uint32_t kinds[PATTERN];
  char text[4 * PATTERN];
  size_t n = 0, length = 0;
  for (size_t i = 0; i < l->count && n < PATTERN; i++) {
    const uint32_t kind = kind_of(l->characters[i]);
    if (n < 2 || kinds[n - 1] != kind || kinds[n - 2] != kind) {
      kinds[n++] = kind;
      length += gw_utf8_encode(kind, text + length);
    }
  }
  return row_of("p", text, length);
}

static uint32_t lower_row(const Letters *l)
{
  char text[4 * CHARACTERS];
  size_t length = 0;
  for (size_t i = 0; i < l->count; i++) {
    const uint32_t c = l->characters[i];
    /* U+0130 has no single lower-case letter. */
    const uint32_t low = c == 0x130 ? c : (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
    length += gw_utf8_encode(low, text + length);
  }
  return row_of("W", text, length);
}

void gw_spelling_rows(GwView word, uint32_t rows[GW_SPELLING_FEATURES])
{
  static const char *const prefixes[] = {"a1", "a2", "a3", "a4"};
  static const char *const suffixes[] = {"z1", "z2", "z3", "z4"};
  const Letters l = letters_of(word);
  const size_t end = l.count ? l.starts[l.count] : 0;
  rows[0] = row_of("w", word.data, end);
  rows[1] = pattern_row(&l);
  rows[2] = lower_row(&l);
  for (size_t n = 1; n <= 4; n++) {
    const size_t kept = n < l.count ? n : l.count;
    const size_t from = l.count ? l.starts[l.count - kept] : 0;
    rows[2 + n] = row_of(prefixes[n - 1], word.data, l.count ? l.starts[kept] : 0);
    rows[6 + n] = row_of(suffixes[n - 1], word.data + from, end - from);
  }
}

static bool read_number(GwView digits, size_t *number)
{
  *number = 0;
  for (size_t i = 0; i < digits.length; i++) {
    if (digits.data[i] < '0' || digits.data[i] > '9' || *number > 100000) {
      return false;
    }
    *number = *number * 10 + (size_t)(digits.data[i] - '0');
  }
  return digits.length > 0;
}

GwStatus gw_names_new(GwArena *arena, GwView text, GwMap *names, GwError *error)
{
  GwView line, token;
  *names = gw_map_new(arena);
  for (size_t number = 1; gw_view_next(&text, '\n', &line); number++) {
    size_t flags = 0;
    if (!gw_view_next(&line, '\t', &token) || !read_number(line, &flags)) {
      return gw_fail(error, GW_ERR_INPUT, "names, line %zu: 'token TAB flags' expected", number);
    }
    if (!gw_map_set(names, token, flags)) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

static bool is_capitals(GwView word)
{
  for (size_t i = 0; i < word.length; i++) {
    if (word.data[i] < 'A' || word.data[i] > 'Z') {
      return false;
    }
  }
  return true;
}

unsigned gw_name_flags(const GwMap *names, GwView word)
{
  char title[64];
  size_t flags = gw_map_get(names, word);
  if ((flags == GW_MAP_ABSENT || !flags) && word.length > 3 && word.length < sizeof title
      && is_capitals(word)) {
    title[0] = word.data[0];
    for (size_t i = 1; i < word.length; i++) {
      title[i] = (char)(word.data[i] - 'A' + 'a');
    }
    flags = gw_map_get(names, (GwView){title, word.length});
  }
  return flags == GW_MAP_ABSENT ? 0 : (unsigned)flags;
}
