#include "extract/knowledge/quotes.h"

#include "extract/knowledge/arguments.h"
#include "extract/knowledge/context.h"

enum { LOOK_BACK = 6, LOOK_AHEAD = 12, TERM_TOKENS = 5 };

typedef enum { NO_MARK, OPENS, CLOSES, TOGGLES } Mark;

static Mark mark_of(const GwSentence *s, size_t token)
{
  const GwView form = s->tokens[token].form;
  if (gw_view_is(form, "“") || gw_view_is(form, "«") || gw_view_is(form, "``")) {
    return OPENS;
  }
  if (gw_view_is(form, "”") || gw_view_is(form, "»") || gw_view_is(form, "''")) {
    return CLOSES;
  }
  return gw_view_is(form, "\"") ? TOGGLES : NO_MARK;
}

static bool mark_sentence(const GwReader *r, size_t sentence, bool open)
{
  const GwSentence *s = gw_sentence(r, sentence);
  bool *quoted = r->quoted + r->knowledge->sentence_start[sentence];
  for (size_t t = 0; t < s->token_count; t++) {
    const Mark mark = mark_of(s, t);
    if (mark != NO_MARK) {
      open = mark == OPENS || (mark == TOGGLES && !open);
    }
    quoted[t] = open || mark != NO_MARK;
  }
  return open;
}

void gw_mark_quotes(GwReader *r)
{
  const size_t count = r->document->sentence_count;
  bool open = false;
  r->quoted = GW_NEW(r->arena, r->knowledge->sentence_start[count] + 1, bool);
  if (!r->quoted) {
    r->failed = true;
    return;
  }
  for (size_t i = 0; i < count; i++) {
    const GwSentence *s = gw_sentence(r, i);
    const bool new_block = i == 0 || gw_sentence(r, i - 1)->block != s->block;
    const Mark first = s->token_count ? mark_of(s, 0) : NO_MARK;
    /* A paragraph inside a long quotation begins with a mark again: it opens nothing anew. */
    open = mark_sentence(r, i, open && !(new_block && first != CLOSES));
  }
}

static bool is_quoted(const GwReader *r, size_t sentence, size_t token)
{
  return r->quoted[r->knowledge->sentence_start[sentence] + token];
}

bool gw_is_quoted_term(const GwReader *r, size_t sentence, size_t token)
{
  const size_t count = gw_sentence(r, sentence)->token_count;
  size_t first = token, last = token;
  if (!r->quoted || !is_quoted(r, sentence, token)) {
    return false;
  }
  while (first > 0 && is_quoted(r, sentence, first - 1)) {
    first--;
  }
  while (last + 1 < count && is_quoted(r, sentence, last + 1)) {
    last++;
  }
  return last - first + 1 <= TERM_TOKENS && (first > 0 || last + 1 < count);
}

bool gw_is_direct_speech(const GwReader *r, size_t sentence, size_t token)
{
  if (!r->quoted) {
    return false;
  }
  for (size_t t = 0; t <= token; t++) {
    if (!is_quoted(r, sentence, t)) {
      return false;
    }
  }
  return true;
}

static bool ends_quoted(const GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  return s->token_count && is_quoted(r, sentence, s->token_count - 1)
         && mark_of(s, s->token_count - 1) == NO_MARK;
}

/* Whoever a verb of saying outside the quotation marks has as its subject; `said` tells whether
 * there is such a verb. */
static size_t speaker_in(GwReader *r, size_t sentence, bool *said)
{
  const GwSentence *s = gw_sentence(r, sentence);
  *said = false;
  for (size_t t = 0; t < s->token_count; t++) {
    if (is_quoted(r, sentence, t) || !gw_speech_relation(r, s, t).length) {
      continue;
    }
    const GwFrame f = gw_frame(r, sentence, t);
    if (f.subjects.count && !is_quoted(r, sentence, f.subjects.tokens[0])) {
      *said = true;
      return gw_speaker_of(r, sentence, f.subjects.tokens[0]);
    }
  }
  return GW_NO_INDEX;
}

static bool same_block(const GwReader *r, size_t a, size_t b)
{
  return gw_sentence(r, a)->block == gw_sentence(r, b)->block;
}

size_t gw_quote_speaker(GwReader *r, size_t sentence)
{
  bool said = false;
  size_t last = sentence;
  while (ends_quoted(r, last) && last - sentence < LOOK_AHEAD
         && last + 1 < r->document->sentence_count && same_block(r, last + 1, sentence)) {
    last++;
  }
  size_t speaker = speaker_in(r, last, &said);
  for (size_t i = sentence; !said && i > 0 && sentence - i < LOOK_BACK; i--) {
    if (!same_block(r, i - 1, sentence)) {
      break;
    }
    speaker = speaker_in(r, i - 1, &said);
  }
  return speaker;
}
