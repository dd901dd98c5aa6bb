#include "extract/language/lemma.h"

#include "base/utf8.h"

#include <string.h>

static GwView cased(GwArena *arena, char kind, GwView form)
{
  size_t first = 0;
  if (kind == 'k' || form.length == 0) {
    return form;
  }
  if (kind == 'l') {
    return gw_utf8_lower(arena, form);
  }
  gw_utf8_decode(form, 0, &first);
  const GwView rest = gw_utf8_lower(arena, gw_view_slice(form, first, form.length));
  return rest.data ? gw_view_format(arena, "%.*s%.*s", (int)first, form.data, GW_PRINT(rest))
                   : rest;
}

/* Bytes of `text` without its last `drop` characters, or all of it when it has fewer. */
static size_t shortened(GwView text, size_t drop)
{
  size_t end = text.length;
  for (; drop > 0 && end > 0; drop--) {
    do {
      end--;
    } while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80);
  }
  return drop ? text.length : end;
}

GwView gw_lemma(GwArena *arena, const char *rule, GwView form)
{
  GwView rest = gw_view(rule), kind, digits, append = rest;
  if (rule[0] == '=') {
    return gw_view(rule + 1);
  }
  if (!gw_view_next(&rest, '|', &kind) || kind.length != 1 || !gw_view_next(&rest, '|', &digits)) {
    return form;
  }
  append = rest;
  size_t drop = 0;
  for (size_t i = 0; i < digits.length; i++) {
    drop = drop * 10 + (size_t)(digits.data[i] - '0');
  }
  const GwView base = cased(arena, kind.data[0], form);
  if (!base.data) {
    return base;
  }
  if (drop > gw_utf8_count(base)) {
    return base;
  }
  return gw_view_format(arena, "%.*s%.*s", (int)shortened(base, drop), base.data,
                        GW_PRINT(append));
}

GwStatus gw_lemmas_new(GwArena *arena, GwView text, GwMap *known, GwError *error)
{
  GwView line;
  *known = gw_map_new(arena);
  while (gw_view_next(&text, '\n', &line)) {
    if (!gw_map_set(known, line, 1)) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

/* Is it a listed verb? False also when memory is out. */
static bool is_known_verb(GwArena *arena, const GwMap *known, GwView lemma)
{
  const GwView line = gw_view_format(arena, "VERB\t%.*s", GW_PRINT(lemma));
  return line.data && gw_map_get(known, line) != GW_MAP_ABSENT;
}

typedef struct {
  const char *form, *lemma;
} Irregular;

static const Irregular irregular_verbs[] = {
#define IRREGULAR(form, lemma) {form, lemma},
#include "extract/language/irregular_verbs.def"
#undef IRREGULAR
};

/* The lemma of a listed past form; data NULL for others. */
static GwView irregular_lemma(GwView lower)
{
  size_t low = 0, high = sizeof irregular_verbs / sizeof *irregular_verbs;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int order = gw_view_compare(lower, gw_view(irregular_verbs[middle].form));
    if (order == 0) {
      return gw_view(irregular_verbs[middle].lemma);
    }
    low = order > 0 ? middle + 1 : low;
    high = order > 0 ? high : middle;
  }
  return (GwView){NULL, 0};
}

GwView gw_lemma_choose(GwArena *arena, const GwMap *known, const char *const *rules, size_t count,
                       const char *tag, const char *xpos, GwView form)
{
  const bool verb = strcmp(tag, "VERB") == 0;
  const GwView lower = gw_utf8_lower(arena, form);
  const bool base = strlen(xpos) != 3 || strncmp(xpos, "VB", 2) != 0 || xpos[2] == 'P';
  if (verb && base && lower.data && is_known_verb(arena, known, lower)) {
    return lower;
  }
  const bool past = strcmp(xpos, "VBD") == 0 || strcmp(xpos, "VBN") == 0;
  const GwView listed = verb && past && lower.data ? irregular_lemma(lower) : (GwView){NULL, 0};
  if (listed.data) {
    return listed;
  }
  for (size_t i = 0; i < count && verb; i++) {
    const GwView lemma = gw_lemma(arena, rules[i], form);
    if (!lemma.data || is_known_verb(arena, known, lemma)) {
      return lemma;
    }
  }
  return gw_lemma(arena, rules[0], form);
}
