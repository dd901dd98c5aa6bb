#include "base/utf8.h"
#include "extract/language/document.h"
#include "extract/language/tokenize.h"
#include "extract/language/words.h"

#include <string.h>

/* The tokens of one block on their way into sentences. */
typedef struct {
  GwArena *arena;
  const GwArticle *article;
  GwDocument *document;
  size_t capacity;
  size_t block;
  const GwSpan *spans;
  size_t count;
} Splitter;

static GwView form(const Splitter *s, size_t i)
{
  return gw_view_slice(s->article->text, s->spans[i].begin, s->spans[i].end);
}

static bool touches_next(const Splitter *s, size_t i)
{
  return i + 1 < s->count && s->spans[i].end == s->spans[i + 1].begin;
}

static uint32_t first_of(GwView text)
{
  size_t length = 0;
  return text.length ? gw_utf8_decode(text, 0, &length) : 0;
}

static bool is_closer(GwView text)
{
  static const char *const closers[] = {"\"", "”", "’", "'", ")", "]", "»", "''"};
  for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
    if (gw_view_is(text, closers[i])) {
      return true;
    }
  }
  return false;
}

static bool is_opener(uint32_t c)
{
  return c == '"' || c == 0x201C || c == 0x2018 || c == '\'' || c == '`' || c == '(' || c == '['
         || c == 0xAB;
}

/* First character of token i or, after opening quotes and brackets, of what they open. */
static uint32_t opening(const Splitter *s, size_t i)
{
  while (i + 1 < s->count && is_opener(first_of(form(s, i)))) {
    i++;
  }
  return i < s->count ? first_of(form(s, i)) : 0;
}

static bool may_begin(uint32_t c)
{
  return gw_utf8_is_upper(c) || gw_utf8_is_digit(c) || gw_utf8_is_cjk(c)
         || (gw_utf8_is_letter(c) && !gw_utf8_is_lower(c));
}

/* Whether an abbreviation's dot also ends the sentence. */
static bool abbreviation_ends(const Splitter *s, size_t i)
{
  const GwView word = form(s, i);
  if (gw_introduces(word) || gw_is_numbering(word) || word.length <= 2) {
    return false;
  }
  const GwView next = form(s, i + 1);
  const uint32_t first = first_of(next);
  return gw_starts_sentences(next)
         || ((first == '"' || first == 0x201C) && may_begin(opening(s, i + 1)));
}

/* A reference mark after the full stop: "[6]", or "4" without a space. */
static size_t reference_end(const Splitter *s, size_t i)
{
  size_t at = i + 1;
  if (at + 2 < s->count && gw_view_is(form(s, at), "[")) {
    at++;
    while (at < s->count && at < i + 8 && gw_utf8_is_digit(first_of(form(s, at)))) {
      at++;
      at += at < s->count && gw_view_is(form(s, at), ",");
    }
    return at > i + 2 && at < s->count && gw_view_is(form(s, at), "]") ? at : i;
  }
  const bool note = touches_next(s, i) && at < s->count && form(s, at).length <= 3
                    && gw_utf8_is_digit(first_of(form(s, at))) && !touches_next(s, at);
  return note ? at : i;
}

/* Quotation marks and brackets that close right after token i, and reference marks. */
static size_t closers_end(const Splitter *s, size_t i, size_t limit)
{
  size_t last = i;
  while (last < limit && touches_next(s, last) && is_closer(form(s, last + 1))) {
    last++;
  }
  for (size_t end = reference_end(s, last); end > last && end <= limit;
       end = reference_end(s, last)) {
    last = end;
  }
  return last;
}

/* "1." or "b." at the start of a sentence numbers it. */
static bool is_enumerator(const Splitter *s, size_t first, size_t i)
{
  const GwView word = form(s, first);
  return i == first + 1 && gw_view_is(form(s, i), ".") && touches_next(s, first)
         && (gw_utf8_is_digit(first_of(word)) || word.length == 1);
}

/* The full stops of Chinese and Japanese need no space after them. */
static bool is_wide_stop(GwView word)
{
  return gw_view_is(word, "。") || gw_view_is(word, "！") || gw_view_is(word, "？");
}

/* Whether a sentence from token `first` on ends after token i; `last` gets its last token,
 * closers included. */
static bool ends_after(const Splitter *s, size_t first, size_t i, size_t *last)
{
  const GwView word = form(s, i);
  const char mark = word.data[word.length - 1];
  const bool wide = is_wide_stop(word);
  const bool full = wide || gw_view_ends(word, GW_VIEW("…")) || strchr(".!?", mark) != NULL;
  if (!full || i + 1 >= s->count || is_enumerator(s, first, i)) {
    return false;
  }
  *last = closers_end(s, i, first + GW_SENTENCE_TOKENS - 1);
  if (*last + 1 >= s->count || wide || touches_next(s, *last)) {
    return wide;
  }
  const bool quoted = *last > i;
  if (mark == '.' && word.length > 1 && gw_utf8_is_letter(first_of(word))) {
    return !quoted && abbreviation_ends(s, i);
  }
  const uint32_t next = opening(s, *last + 1);
  const bool trails_off = word.length > 1 && (mark == '.' || (unsigned char)mark >= 0x80);
  const bool is_letter = gw_utf8_is_letter(next);
  return may_begin(next) || (!quoted && !trails_off && is_letter);
}

static GwStatus add_sentence(Splitter *s, size_t first, size_t last, GwError *error)
{
  GwDocument *d = s->document;
  d->sentences = gw_arena_grow(s->arena, d->sentences, d->sentence_count, &s->capacity,
                               sizeof *d->sentences);
  GwToken *tokens = d->sentences ? GW_NEW(s->arena, last - first + 1, GwToken) : NULL;
  if (!tokens) {
    return gw_fail_memory(error);
  }
  for (size_t i = first; i <= last; i++) {
    GwToken *t = &tokens[i - first];
    t->span = s->spans[i];
    t->form = form(s, i);
    t->space_after = !touches_next(s, i);
    t->inside_word = i > first && s->spans[i - 1].end == s->spans[i].begin;
    t->lemma = t->form;
    t->upos = GW_X;
    t->xpos = "FW";
    t->deprel = "dep";
  }
  d->sentences[d->sentence_count++] = (GwSentence){
    .span = {s->spans[first].begin, s->spans[last].end}, .block = s->block, .tokens = tokens,
    .token_count = last - first + 1};
  return GW_OK;
}

/* Where to cut a sentence that is too long: after the last ; , ) in its second half. */
static size_t forced_end(const Splitter *s, size_t first)
{
  const size_t limit = first + GW_SENTENCE_TOKENS - 1;
  for (size_t i = limit; i > first + GW_SENTENCE_TOKENS / 2; i--) {
    const GwView word = form(s, i);
    if (gw_view_is(word, ";") || gw_view_is(word, ",") || gw_view_is(word, ")")) {
      return i;
    }
  }
  return limit;
}

static GwStatus split_block(Splitter *s, GwError *error)
{
  size_t first = 0, last = 0;
  for (size_t i = 0; i < s->count; i++) {
    if (i - first + 1 > GW_SENTENCE_TOKENS) {
      last = forced_end(s, first);
    } else if (s->article->one_sentence_a_block || !ends_after(s, first, i, &last)) {
      continue;
    }
    GW_TRY(add_sentence(s, first, last, error));
    first = last + 1;
    i = last;
  }
  return first < s->count ? add_sentence(s, first, s->count - 1, error) : GW_OK;
}

GwStatus gw_tokenize(GwArena *arena, const GwArticle *article, GwDocument *document,
                     GwError *error)
{
  *document = (GwDocument){.article = article};
  Splitter s = {.arena = arena, .article = article, .document = document};
  for (size_t b = 0; b < article->block_count; b++) {
    GwTokenList tokens = {.arena = arena};
    if (article->blocks[b].kind == GW_BLOCK_REPEATED) {
      continue;
    }
    GW_TRY(gw_tokenize_span(&tokens, article->text, article->blocks[b].span, error));
    s.block = b;
    s.spans = tokens.spans;
    s.count = tokens.count;
    GW_TRY(split_block(&s, error));
  }
  return GW_OK;
}
