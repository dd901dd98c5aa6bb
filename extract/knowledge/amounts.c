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

static void scan_timexes(GwReader *r, const GwWords *w, size_t sentence, GwDate now)
{
  for (size_t i = 0; i < w->count && !r->failed; i++) {
    GwTimex timex;
    if (gw_timex_read(w, i, now, &timex)) {
      timex.sentence = sentence;
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

void gw_scan_amounts(GwReader *r, size_t sentence, GwDate now)
{
  GwWords words;
  const size_t timexes = r->knowledge->timex_count;
  if (!gw_words_of(r->arena, gw_sentence(r, sentence), &words)) {
    r->failed = true;
    return;
  }
  scan_timexes(r, &words, sentence, now);
  scan_quantities(r, &words, sentence, timexes);
}

GwQuantity *gw_quantity_at(const GwReader *r, size_t sentence, size_t token)
{
  const GwKnowledge *k = r->knowledge;
  for (size_t i = k->quantity_start[sentence]; i < k->quantity_start[sentence + 1]; i++) {
    GwQuantity *q = &k->quantities[i];
    if (q->number <= token && token <= q->last) {
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

/* The head of a quantity's words: the one that hangs on none of the others. */
static size_t head_of(const GwSentence *s, const GwQuantity *q)
{
  for (size_t i = q->number; i <= q->last; i++) {
    const size_t up = gw_parent(s, i);
    if (s->tokens[i].upos != GW_PUNCT && (up == GW_NO_INDEX || up < q->number || up > q->last)) {
      return i;
    }
  }
  return q->number;
}

static bool is_of(const GwSentence *s, size_t complement)
{
  const size_t preposition = gw_child(s, complement, "case", 0);
  return preposition != GW_NO_INDEX && gw_lemma_is(s, preposition, "of");
}

/* What is counted: the noun that the number modifies, or what follows with "of". */
static size_t counted_by(const GwSentence *s, const GwQuantity *q)
{
  const size_t head = head_of(s, q), up = gw_parent(s, head);
  if (gw_relates(s, head, "nummod|compound|nmod:unmarked") && up != GW_NO_INDEX && up > q->last) {
    return up;
  }
  for (size_t i = gw_child(s, head, "nmod|obl", q->last); i != GW_NO_INDEX;
       i = gw_child(s, head, "nmod|obl", i + 1)) {
    if (is_of(s, i)) {
      return i;
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
  const GwDate now = gw_date_from_iso(gw_view(r->document->article->date));
  if (!make_starts(r)) {
    return;
  }
  for (size_t i = 0; i < r->document->sentence_count && !r->failed; i++) {
    if (gw_is_running_text(r, i)) {
      gw_scan_amounts(r, i, now);
    }
    k->timex_start[i + 1] = k->timex_count;
    k->quantity_start[i + 1] = k->quantity_count;
  }
  for (size_t i = 0; i < k->quantity_count; i++) {
    GwQuantity *q = &k->quantities[i];
    q->counted = counted_by(gw_sentence(r, q->sentence), q);
  }
}

size_t gw_measured(const GwReader *r, size_t sentence, size_t token)
{
  const GwQuantity *q = gw_quantity_at(r, sentence, token);
  const bool part = !q || q->share || gw_view_is(q->unit, "unit:PERCENT");
  const bool measure = q && (q->unit.length || q->currency.length || q->amount.approximate);
  return part || !measure || q->counted == GW_NO_INDEX || q->counted <= q->last ? token
                                                                               : q->counted;
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
    const bool plain = !one && !q->share && q->unit.length == 0 && q->currency.length == 0;
    if (q->counted == head && plain && q->first <= first
        && first <= q->last && q->last < head) {
      return q->last + 1;
    }
  }
  return first;
}
