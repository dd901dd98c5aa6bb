#include "extract/knowledge/word_sets.h"

#include "base/buffer.h"

bool gw_set_is_empty(const GwWordSet *set)
{
  uint64_t any = 0;
  for (size_t i = 0; i < GW_SET_WORDS / 64; i++) {
    any |= set->bits[i];
  }
  return any == 0;
}

size_t gw_set_count(const GwWordSet *set)
{
  size_t count = 0;
  for (size_t t = 0; t < GW_SET_WORDS; t++) {
    count += gw_set_has(set, t);
  }
  return count;
}

GwWordSet gw_set_union(const GwWordSet *a, const GwWordSet *b)
{
  GwWordSet both;
  for (size_t i = 0; i < GW_SET_WORDS / 64; i++) {
    both.bits[i] = a->bits[i] | b->bits[i];
  }
  return both;
}

GwWordSet gw_set_minus(const GwWordSet *a, const GwWordSet *b)
{
  GwWordSet rest;
  for (size_t i = 0; i < GW_SET_WORDS / 64; i++) {
    rest.bits[i] = a->bits[i] & ~b->bits[i];
  }
  return rest;
}

static bool is_kept(const GwSentence *s, size_t token, size_t head, const char *without,
                    const char *never)
{
  size_t at = token;
  for (size_t steps = 0; at != head; steps++) {
    const size_t up = gw_parent(s, at);
    if (up == GW_NO_INDEX || steps > s->token_count || gw_relates(s, at, never)
        || (up == head && gw_relates(s, at, without))) {
      return false;
    }
    at = up;
  }
  return true;
}

GwWordSet gw_set_below(const GwSentence *s, size_t head, const char *without, const char *never)
{
  GwWordSet set = {{0}};
  for (size_t t = 0; t < s->token_count && t < GW_SET_WORDS; t++) {
    if (is_kept(s, t, head, without, never)) {
      gw_set_add(&set, t);
    }
  }
  return set;
}

static size_t next_in(const GwWordSet *set, size_t from, size_t count)
{
  while (from < count && !gw_set_has(set, from)) {
    from++;
  }
  return from;
}

static bool separates(const GwSentence *s, size_t token)
{
  return s->tokens[token].upos == GW_PUNCT && gw_lemma_is(s, token, ",|;|:|.|-|--|–|—|...|!|?");
}

static size_t last_of(const GwWordSet *set, size_t count)
{
  size_t last = count;
  while (last > 0 && !gw_set_has(set, last - 1)) {
    last--;
  }
  return last;                          /* one behind it */
}

/* "(WHO)": brackets around all of it. */
static void unbracket(const GwSentence *s, GwWordSet *set, size_t count)
{
  const size_t first = next_in(set, 0, count), end = last_of(set, count);
  if (end > 0 && gw_lemma_is(s, first, "(|[") && gw_lemma_is(s, end - 1, ")|]")) {
    gw_set_remove(set, first);
    gw_set_remove(set, end - 1);
  }
}

void gw_set_trim(const GwSentence *s, GwWordSet *set)
{
  const size_t count = s->token_count < GW_SET_WORDS ? s->token_count : GW_SET_WORDS;
  unbracket(s, set, count);
  bool begins = true;                   /* nothing is kept so far, or a separator was last */
  for (size_t t = next_in(set, 0, count); t < count; t = next_in(set, t + 1, count)) {
    const bool separator = separates(s, t);
    if (separator && begins) {
      gw_set_remove(set, t);
    }
    begins = separator;
  }
  for (size_t end = last_of(set, count); end > 0 && separates(s, end - 1);
       end = last_of(set, count)) {
    gw_set_remove(set, end - 1);
  }
}

GwView gw_set_text(GwArena *arena, const GwSentence *s, const GwWordSet *set)
{
  GwBuffer out = GW_BUFFER_INIT;
  const size_t count = s->token_count < GW_SET_WORDS ? s->token_count : GW_SET_WORDS;
  size_t before = GW_NO_INDEX;
  for (size_t t = next_in(set, 0, count); t < count; t = next_in(set, t + 1, count)) {
    const bool joined = before != GW_NO_INDEX && before + 1 == t && !s->tokens[before].space_after;
    gw_buffer_text(&out, before == GW_NO_INDEX || joined ? "" : " ");
    gw_buffer_append(&out, s->tokens[t].form);
    before = t;
  }
  const GwView text = gw_view_format(arena, "%.*s", GW_PRINT(gw_buffer_view(&out)));
  gw_buffer_free(&out);
  return text;
}
