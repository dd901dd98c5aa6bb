/* Spans of names: what the engine tagged, completed where it was cut short, and names that the
 * gazetteer knows. */
#include "extract/knowledge/name_spans.h"

#include "base/utf8.h"
#include "extract/knowledge/types.h"

enum { LISTED_TOKENS = 9 };

bool gw_begins_upper(const GwToken *t)
{
  const char c = t->form.length ? t->form.data[0] : ' ';
  return !(c >= 'a' && c <= 'z');
}

bool gw_is_name_particle(const GwSentence *s, size_t token)
{
  return token > 0 && token + 1 < s->token_count && !gw_begins_upper(&s->tokens[token])
         && gw_lemma_is(s, token, "de|do|da|dos|das|del|della|di|du|des|van|von|der|ibn|bin|y|e")
         && gw_begins_upper(&s->tokens[token + 1]) && s->tokens[token + 1].upos != GW_PUNCT
         && gw_begins_upper(&s->tokens[token - 1])
         && (s->tokens[token - 1].upos == GW_PROPN
             || (token > 1 && s->tokens[token - 1].upos == GW_NOUN));
}

static bool has_capital(const GwDocument *d, const GwSentence *s, GwPhrase p)
{
  const GwView text = gw_phrase_text(d, s, p);
  for (size_t at = 0, length = 1; at < text.length; at += length) {
    const uint32_t c = gw_utf8_decode(text, at, &length);
    if (gw_utf8_is_upper(c) || gw_utf8_is_digit(c) || gw_utf8_is_cjk(c)) {
      return true;
    }
  }
  return false;
}

/* The run of name tags that `token` is in. */
static GwPhrase name_span(const GwSentence *s, size_t token)
{
  GwPhrase p = {token, token};
  const GwNer ner = s->tokens[token].ner;
  while (p.first > 0 && !s->tokens[p.first].ner_begins && s->tokens[p.first - 1].ner == ner) {
    p.first--;
  }
  while (p.last + 1 < s->token_count && s->tokens[p.last + 1].ner == ner
         && !s->tokens[p.last + 1].ner_begins) {
    p.last++;
  }
  return p;
}

/* The word of a span on which the others hang: its first one that depends on one outside. */
static size_t head_of_span(const GwSentence *s, GwPhrase p)
{
  for (size_t i = p.first; i <= p.last; i++) {
    const size_t up = gw_parent(s, i);
    const bool outside = up == GW_NO_INDEX || up < p.first || up > p.last;
    if (outside && s->tokens[i].upos != GW_PUNCT) {
      return i;
    }
  }
  return p.last;
}

/* Titles, and a clitic at the end, are no part of a person's name. */
static GwPhrase bare_name(const GwReader *r, const GwSentence *s, GwPhrase p)
{
  while (p.first < p.last && s->tokens[p.first].ner == GW_NER_PER
         && gw_is_title(r, s, p.first)) {
    p.first++;
  }
  while (p.last > p.first && (gw_relates(s, p.last, "case")
                              || s->tokens[p.last].upos == GW_PUNCT)
         && !gw_lemma_is(s, p.last, "jr.|sr.|inc.|corp.|co.|ltd.")) {
    p.last--;
  }
  while (p.first < p.last
         && (s->tokens[p.first].upos == GW_PUNCT       /* but "The" of "in The Hague" stays */
             || (gw_lemma_is(s, p.first, "the|a|an")
                 && (p.first == 0 || !gw_begins_upper(&s->tokens[p.first]))))) {
    p.first++;
  }
  return p;
}

static bool is_name_word(const GwSentence *s, size_t token)
{
  return s->tokens[token].upos == GW_PROPN && gw_begins_upper(&s->tokens[token]);
}

/* Names that the engine cut short: "White Paper" of "White Paper Protests", "Reserve Bank" of
 * "Reserve Bank of India". */
static GwPhrase completed_name(const GwSentence *s, GwPhrase p, GwNer ner)
{
  if (p.first > 1 && gw_view_is(s->tokens[p.first - 1].form, "The")) {
    p.first--;                        /* "in The Hague" */
  }
  while (p.last + 1 < s->token_count && is_name_word(s, p.last + 1)
         && s->tokens[p.last + 1].ner == GW_NER_NONE
         && gw_parent(s, p.last) != GW_NO_INDEX
         && (gw_relates(s, p.last, "compound") && gw_parent(s, p.last) > p.last)) {
    p.last++;
  }
  const size_t of = p.last + 1;
  const bool joins = ner == GW_NER_ORG && of + 1 < s->token_count && gw_lemma_is(s, of, "of|for");
  const size_t noun = joins ? gw_parent(s, of) : GW_NO_INDEX;
  if (joins && noun != GW_NO_INDEX && noun > of && is_name_word(s, of + 1)
      && is_name_word(s, noun) && gw_below(s, noun, head_of_span(s, p))) {
    p.last = noun;
    while (p.last + 1 < s->token_count && is_name_word(s, p.last + 1)
           && gw_below(s, p.last + 1, noun)) {
      p.last++;
    }
  }
  return p;
}

/* The longest run of two words or more from `first` on that the gazetteer knows as a name. */
static const GwKnownEntity *listed_name(const GwReader *r, const GwSentence *s, size_t first,
                                        GwPhrase *name)
{
  const size_t end = s->token_count - 1;
  size_t last = first + LISTED_TOKENS < end ? first + LISTED_TOKENS : end;
  if (gw_relates(s, first, "det")) {
    return NULL;
  }
  for (; last > first && gw_begins_upper(&s->tokens[first]); last--) {
    size_t count = 0;
    const GwPhrase p = {first, last};
    const GwCandidate *c = gw_begins_upper(&s->tokens[last])
      ? gw_gazetteer_find(r->gazetteer, gw_phrase_text(r->document, s, p), &count) : NULL;
    if (count) {
      *name = p;
      return c[0].entity;
    }
  }
  return NULL;
}

static GwNer ner_of_type(GwEntityType type)
{
  switch (type) {
  case GW_PERSON:
    return GW_NER_PER;
  case GW_COUNTRY:
  case GW_CITY:
  case GW_PLACE:
    return GW_NER_LOC;
  case GW_EVENT:
  case GW_LAW:
  case GW_WORK:
    return GW_NER_OTH;
  default:
    return GW_NER_ORG;
  }
}

bool gw_is_covered(const GwReader *r, size_t from, size_t until, size_t token)
{
  for (size_t m = from; m < until; m++) {
    const GwMention *mention = &r->knowledge->mentions[m];
    if (mention->first <= token && token <= mention->last) {
      return true;
    }
  }
  return false;
}

/* "Águas do Lurio": a name whose first part the engine did not tag. */
static bool begins_with_particle(const GwSentence *s, size_t t, GwPhrase *name, GwNer *ner)
{
  GwPhrase p = {t, t};
  if (s->tokens[t].ner != GW_NER_NONE || !gw_begins_upper(&s->tokens[t])) {
    return false;
  }
  while (gw_is_name_particle(s, p.last + 1)) {
    p.last += 2;
    while (p.last + 1 < s->token_count && !s->tokens[p.last + 1].ner_begins
           && s->tokens[p.last + 1].ner != GW_NER_NONE) {
      p.last++;
    }
  }
  *ner = s->tokens[p.last].ner == GW_NER_PER ? GW_NER_OTH : s->tokens[p.last].ner;
  *name = p;
  return p.last > p.first;
}

/* The name that begins at `t`: the longer of the tagged and the listed one. */
static bool name_at(const GwReader *r, const GwSentence *s, size_t t, GwPhrase *name, GwNer *ner)
{
  GwPhrase listed;
  const bool tagged = s->tokens[t].ner_begins && s->tokens[t].ner != GW_NER_OTH
                      && s->tokens[t].ner != GW_NER_NONE;
  *ner = s->tokens[t].ner;
  if (tagged) {
    const GwPhrase bare = bare_name(r, s, name_span(s, t));
    *name = completed_name(s, bare, *ner);
    *ner = *ner == GW_NER_LOC && name->last > bare.last ? GW_NER_OTH : *ner;
  }
  const GwKnownEntity *known = listed_name(r, s, t, &listed);
  if (known && (!tagged || listed.last > name->last)) {
    *name = listed;
    *ner = ner_of_type(known->type);
  }
  return (tagged || known) && has_capital(r->document, s, *name);
}

void gw_find_names(GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  GwPhrase name = {0, 0};
  GwNer ner;
  for (size_t t = 0; t < s->token_count; t++) {
    if (!begins_with_particle(s, t, &name, &ner) && !name_at(r, s, t, &name, &ner)) {
      continue;
    }
    const size_t head = head_of_span(s, name);
    if (s->tokens[head].upos != GW_ADJ || name.last > name.first) {
      gw_add_mention(r, (GwMention){sentence, name.first, name.last, head, GW_NO_INDEX, true,
                                    ner});
      t = name.last;
    }
  }
}
