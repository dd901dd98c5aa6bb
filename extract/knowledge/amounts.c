/* Finding quantities and times in sentences. */
#include "extract/knowledge/amounts.h"

static void add_timex(GwReader *r, GwTimex timex)
{
  GwKnowledge *k = r->knowledge;
  GwTimex *grown = gw_arena_grow(r->arena, k->timexes, k->timex_count, &k->timex_capacity,
                                 sizeof *grown);
  if (!grown) {
    r->failed = true;
    return;
  }
  k->timexes = grown;
  k->timexes[k->timex_count++] = timex;
}

static void add_quantity(GwReader *r, GwQuantity quantity)
{
  GwKnowledge *k = r->knowledge;
  GwQuantity *grown = gw_arena_grow(r->arena, k->quantities, k->quantity_count,
                                    &k->quantity_capacity, sizeof *grown);
  if (!grown) {
    r->failed = true;
    return;
  }
  k->quantities = grown;
  k->quantities[k->quantity_count++] = quantity;
}

/* "One" alone: a number only before what it counts, not in "one of them" or "one might think". */
static bool is_bare_one(const GwWords *w, const GwQuantity *q)
{
  return q->first == q->number && q->last == q->number && gw_word_is(w, q->number, "one|a");
}

static bool is_number(const GwWords *w, const GwQuantity *q)
{
  const GwToken *t = &w->sentence->tokens[q->number];
  return !is_bare_one(w, q) || (t->deprel && t->upos == GW_NUM
                                && gw_relates(w->sentence, q->number, "nummod"));
}

/* Places in the sentence that belong to a time. */
static bool in_timex(const GwKnowledge *k, size_t from, size_t first, size_t last)
{
  for (size_t i = from; i < k->timex_count; i++) {
    if (k->timexes[i].first <= last && first <= k->timexes[i].last) {
      return true;
    }
  }
  return false;
}

static void scan_timexes(GwReader *r, const GwWords *w, size_t sentence, GwClock *clock)
{
  for (size_t i = 0; i < w->count && !r->failed; i++) {
    GwTimex timex;
    if (gw_timex_read(w, i, *clock, &timex)) {
      timex.sentence = sentence;
      clock->told = timex.end.year ? timex.end.year
                    : timex.begin.year ? timex.begin.year : clock->told;
      add_timex(r, timex);
      i = timex.last > i ? timex.last : i;
    }
  }
}

static void scan_quantities(GwReader *r, const GwWords *w, size_t sentence, size_t timexes)
{
  size_t end = 0;
  for (size_t i = 0; i < w->count && !r->failed; i++) {
    GwQuantity q;
    const GwView lemma = w->sentence->tokens[i].lemma;
    const bool verb = w->sentence->tokens[i].upos == GW_VERB;
    const bool found = gw_quantity_read(r->lexicon, w, i, &q)
                         ? !in_timex(r->knowledge, timexes, q.number, q.last)
                           && is_number(w, &q)
                         : verb && gw_quantity_of_verb(r->lexicon, w, i, lemma, &q);
    if (found && q.first >= end) {
      q.sentence = sentence;
      add_quantity(r, q);
      end = q.last + 1;
      i = q.last > i ? q.last : i;
    }
  }
}

void gw_scan_amounts(GwReader *r, size_t sentence, GwClock *clock)
{
  GwWords words;
  const size_t timexes = r->knowledge->timex_count;
  if (!gw_words_of(r->arena, gw_sentence(r, sentence), &words)) {
    r->failed = true;
    return;
  }
  if (sentence == 0 || gw_sentence(r, sentence - 1)->block != gw_sentence(r, sentence)->block) {
    clock->told = 0;                  /* a paragraph tells of its own years */
  }
  scan_timexes(r, &words, sentence, clock);
  scan_quantities(r, &words, sentence, timexes);
}

GwQuantity *gw_quantity_at(const GwReader *r, size_t sentence, size_t token)
{
  const GwKnowledge *k = r->knowledge;
  for (size_t i = k->quantity_start[sentence]; i < k->quantity_start[sentence + 1]; i++) {
    GwQuantity *q = &k->quantities[i];
    if (q->first <= token && token <= q->last) {
      return q;
    }
  }
  return NULL;
}

const GwTimex *gw_timex_at(const GwReader *r, size_t sentence, size_t token)
{
  const GwKnowledge *k = r->knowledge;
  for (size_t i = k->timex_start[sentence]; i < k->timex_start[sentence + 1]; i++) {
    const GwTimex *x = &k->timexes[i];
    if (x->first <= token && token <= x->last) {
      return x;
    }
  }
  return NULL;
}

size_t gw_sentence_number(const GwReader *r, const GwSentence *s)
{
  return (size_t)(s - r->document->sentences);
}

static bool is_of(const GwSentence *s, size_t complement)
{
  const size_t preposition = gw_child(s, complement, "case", 0);
  return preposition != GW_NO_INDEX && gw_lemma_is(s, preposition, "of");
}

/* The noun after the quantity that follows a word of it with "of". */
static size_t complement_of(const GwSentence *s, size_t word, size_t last)
{
  for (size_t i = gw_child(s, word, "nmod|obl", last + 1); i != GW_NO_INDEX;
       i = gw_child(s, word, "nmod|obl", i + 1)) {
    if (is_of(s, i)) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

/* What is counted: the noun that a number modifies, or what follows with "of". */
static size_t counted_by(const GwSentence *s, const GwQuantity *q)
{
  for (size_t i = q->number; i <= q->last; i++) {
    const size_t up = gw_parent(s, i);
    if (gw_relates(s, i, "nummod|compound|nmod:unmarked|nmod:poss") && up != GW_NO_INDEX
        && up > q->last) {
      return up;
    }
  }
  for (size_t i = q->number; i <= q->last; i++) {
    const size_t complement = complement_of(s, i, q->last);
    if (complement != GW_NO_INDEX) {
      return complement;
    }
  }
  return GW_NO_INDEX;
}

/* Room for the numbers of quantities and times before each sentence. */
static bool make_starts(GwReader *r)
{
  GwKnowledge *k = r->knowledge;
  k->timex_start = GW_NEW(r->arena, r->document->sentence_count + 1, size_t);
  k->quantity_start = GW_NEW(r->arena, r->document->sentence_count + 1, size_t);
  r->failed = r->failed || !k->timex_start || !k->quantity_start;
  return !r->failed;
}

void gw_find_amounts(GwReader *r)
{
  GwKnowledge *k = r->knowledge;
  GwClock clock = {gw_date_from_iso(gw_view(r->document->article->date)), 0};
  if (!make_starts(r)) {
    return;
  }
  for (size_t i = 0; i < r->document->sentence_count && !r->failed; i++) {
    if (gw_is_running_text(r, i)) {
      gw_scan_amounts(r, i, &clock);
    }
    k->timex_start[i + 1] = k->timex_count;
    k->quantity_start[i + 1] = k->quantity_count;
  }
  for (size_t i = 0; i < k->quantity_count; i++) {
    GwQuantity *q = &k->quantities[i];
    q->counted = counted_by(gw_sentence(r, q->sentence), q);
  }
}

bool gw_is_hedge(const GwReader *r, size_t sentence, size_t token)
{
  const GwQuantity *q = token == GW_NO_INDEX ? NULL : gw_quantity_at(r, sentence, token);
  return q && token < q->number;
}

bool gw_is_amount_phrase(const GwReader *r, size_t sentence, size_t head, GwPhrase *phrase)
{
  const GwQuantity *q = gw_quantity_at(r, sentence, head);
  if (!q || q->counted != GW_NO_INDEX) {
    return false;
  }
  const bool rated = q->per_word != GW_NO_INDEX && q->per_word <= q->last + 2;
  *phrase = (GwPhrase){q->first, rated ? q->per_word : q->last};
  return true;
}

bool gw_is_within_count(const GwReader *r, size_t sentence, size_t token)
{
  const GwQuantity *q = gw_quantity_at(r, sentence, token);
  return q && q->counted != GW_NO_INDEX && q->counted > q->last
         && gw_sentence(r, sentence)->tokens[token].upos == GW_NUM;
}

size_t gw_measured(const GwReader *r, size_t sentence, size_t token)
{
  const GwQuantity *q = gw_quantity_at(r, sentence, token);
  if (!q || q->counted == GW_NO_INDEX || q->counted <= q->last) {
    return token;
  }
  const bool part = (q->share || gw_view_is(q->unit, "unit:PERCENT"))
                    && !gw_is_within_count(r, sentence, token);
  const bool measure = q->unit.length || q->currency.length || q->amount.approximate
                       || gw_is_within_count(r, sentence, token);
  return part || !measure ? token : q->counted;
}

bool gw_is_change_verb(const GwReader *r, const GwSentence *s, size_t verb)
{
  return gw_lexicon_value(r->lexicon, "change", s->tokens[verb].lemma).length > 0;
}

/* "By", "from" or "to" before a quantity, with nothing but a measure between it and the verb. */
static bool stands_after(const GwSentence *s, const GwQuantity *q, size_t verb)
{
  for (size_t i = q->first; i > verb + 1; i--) {
    if (s->tokens[i - 1].upos == GW_VERB || gw_is_quote(s, i - 1)) {
      return false;
    }
  }
  return verb < q->first && q->first > 0 && gw_lemma_is(s, q->first - 1, "by|from|to");
}

bool gw_is_change_amount(const GwReader *r, size_t sentence, size_t token, size_t verb)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwQuantity *q = gw_quantity_at(r, sentence, token);
  if (!q || verb >= s->token_count || !gw_is_change_verb(r, s, verb)
      || gw_view_is(q->unit, "gw:Factor")) {
    return false;
  }
  const bool bare = q->counted == GW_NO_INDEX || q->share || q->unit.length;
  const bool object = bare && (q->unit.length || q->share) && gw_parent(s, token) == verb
                      && gw_child(s, token, "case", 0) == GW_NO_INDEX
                      && gw_relates(s, token, "obj|obl|advmod|xcomp|dep");
  return object || stands_after(s, q, verb);
}

size_t gw_before_rate(const GwReader *r, size_t sentence, GwPhrase phrase, size_t head)
{
  const GwKnowledge *k = r->knowledge;
  for (size_t i = k->quantity_start[sentence]; i < k->quantity_start[sentence + 1]; i++) {
    const GwQuantity *q = &k->quantities[i];
    if (q->counted == head && q->per_word != GW_NO_INDEX && q->per_word > head + 1
        && q->per_word <= phrase.last) {
      return q->per_word - 2;
    }
  }
  return phrase.last;
}

size_t gw_after_count(const GwReader *r, size_t sentence, size_t first, size_t head)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t determiner = gw_child(s, head, "det|nmod:poss", 0);
  if (determiner != GW_NO_INDEX && determiner < head
      && gw_lemma_is(s, determiner, "the|these|those|this|that|all|both|every|each|no")) {
    return first;
  }
  if (gw_child(s, head, "nmod:poss", 0) != GW_NO_INDEX) {
    return first;
  }
  const GwKnowledge *k = r->knowledge;
  for (size_t i = k->quantity_start[sentence]; i < k->quantity_start[sentence + 1]; i++) {
    const GwQuantity *q = &k->quantities[i];
    const bool one = q->first == q->last && gw_lemma_is(s, q->number, "one");
    const bool share = q->share && s->tokens[q->last].upos != GW_NUM;   /* "one in five" */
    const bool plain = !one && !share && q->unit.length == 0 && q->currency.length == 0;
    if (q->counted == head && plain && q->first <= first
        && first <= q->last && q->last < head) {
      return q->last + 1;
    }
  }
  return first;
}
