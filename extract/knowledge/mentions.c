/* Mentions: the noun phrases of the text, named ones by the engine's name tags. */
#include "extract/knowledge/reader.h"
#include "extract/knowledge/statements.h"
#include "extract/knowledge/types.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

bool gw_is_running_text(const GwReader *r, size_t sentence)
{
  const size_t block = gw_sentence(r, sentence)->block;
  const GwBlockKind kind = r->document->article->blocks[block].kind;
  return kind == GW_BLOCK_PARAGRAPH || kind == GW_BLOCK_NOTE;
}

bool gw_is_stating(const GwReader *r, size_t sentence)
{
  static const char *const formal[] = {"disclaimer", "image credit", "photo", "copyright", "©",
                                       "picture", NULL};
  const GwBlock *block = &r->document->article->blocks[gw_sentence(r, sentence)->block];
  const GwView text = gw_view_slice(r->document->article->text, block->span.begin,
                                    block->span.end);
  for (const char *const *f = formal; block->kind == GW_BLOCK_NOTE && *f; f++) {
    if (text.length >= strlen(*f) && strncasecmp(text.data, *f, strlen(*f)) == 0) {
      return false;
    }
  }
  return gw_is_running_text(r, sentence);
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
  while (p.first < p.last && (gw_lemma_is(s, p.first, "the|a|an")
                              || s->tokens[p.first].upos == GW_PUNCT)) {
    p.first++;
  }
  return p;
}

static bool begins_upper(const GwToken *t)
{
  const char c = t->form.length ? t->form.data[0] : ' ';
  return !(c >= 'a' && c <= 'z');
}

/* A proper noun that the engine did not tag: its capitalised modifiers belong to the name. */
static GwPhrase untagged_name(const GwSentence *s, size_t head)
{
  GwPhrase p = gw_noun_phrase(s, head);
  while (p.first < head && !begins_upper(&s->tokens[p.first])) {
    p.first++;
  }
  while (p.last > head && s->tokens[p.last].upos != GW_PROPN && s->tokens[p.last].upos != GW_NUM) {
    p.last--;
  }
  return p;
}

static bool is_name_word(const GwSentence *s, size_t token)
{
  return s->tokens[token].upos == GW_PROPN && begins_upper(&s->tokens[token]);
}

/* Names that the engine cut short: "White Paper" of "White Paper Protests", "Reserve Bank" of
 * "Reserve Bank of India". */
static GwPhrase completed_name(const GwSentence *s, GwPhrase p, GwNer ner)
{
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

static void add(GwReader *r, size_t sentence, GwPhrase p, size_t head, bool named)
{
  gw_add_mention(r, (GwMention){sentence, p.first, p.last, head, GW_NO_INDEX, named});
}

/* Nouns in phrases that only link sentences: "as a result", "for example". */
bool gw_is_linking_phrase(const GwSentence *s, size_t head)
{
  const size_t preposition = gw_child(s, head, "case", 0);
  return gw_relates(s, head, "obl|advmod") && preposition != GW_NO_INDEX
         && gw_lemma_is(s, preposition, "for|in|as|at|on|by|of")
         && gw_child(s, head, "nmod|amod|acl|compound", 0) == GW_NO_INDEX
         && gw_lemma_is(s, head, "example|instance|fact|particular|addition|result|order|sum|turn|"
                                 "contrast|general|course|way|effect|moment|case|least|average|"
                                 "consequence|hand|end|total|such");
}

static bool is_time_word(const GwReader *r, const GwSentence *s, size_t head)
{
  GwEntityType type;
  const GwToken *t = &s->tokens[head];
  return t->mention == GW_MENTION_TIME
         || (t->ner == GW_NER_NONE && gw_gazetteer_noun(r->gazetteer, t->lemma, &type)
             && type == GW_TIME)
         || (t->upos == GW_NUM && t->form.length == 4 && gw_relates(s, head, "obl|nmod"));
}

static bool heads_mention(const GwReader *r, const GwSentence *s, size_t t)
{
  const GwToken *token = &s->tokens[t];
  if (gw_relates(s, t, "compound|flat|fixed|goeswith|amod|advmod|discourse|case|mark|cc|det|"
                       "nmod:unmarked|obl:unmarked|aux|cop")) {
    return false;
  }
  if (token->upos == GW_NUM && gw_counted(s, t) != t) {
    return false;
  }
  if (gw_is_nominal(s, t)) {
    return !is_time_word(r, s, t) && !gw_is_linking_phrase(s, t);
  }
  if (token->upos == GW_PRON || token->upos == GW_DET) {
    return gw_lemma_is(s, t, "those|that") && token->mention == GW_MENTION_PERSON
           && gw_child(s, t, "acl|nmod", 0) != GW_NO_INDEX;
  }
  return token->upos == GW_ADJ && gw_relates(s, t, "nsubj|obj|obl|nmod|iobj")
         && gw_child(s, t, "det", 0) != GW_NO_INDEX;
}

static bool is_covered(const GwReader *r, size_t from, size_t token)
{
  for (size_t m = from; m < r->knowledge->mention_count; m++) {
    const GwMention *mention = &r->knowledge->mentions[m];
    if (mention->first <= token && token <= mention->last) {
      return true;
    }
  }
  return false;
}

/* A name whose phrase has another head, as in "a UN report", is a mention of its own. */
static void find_names(GwReader *r, size_t sentence, size_t from)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t t = 0; t < s->token_count; t++) {
    const GwNer ner = s->tokens[t].ner;
    if (ner != GW_NER_NONE && ner != GW_NER_OTH && s->tokens[t].ner_begins) {
      const GwPhrase name = completed_name(s, bare_name(r, s, name_span(s, t)), ner);
      const size_t head = head_of_span(s, name);
      if (s->tokens[head].upos != GW_ADJ && has_capital(r->document, s, name)
          && !is_covered(r, from, t)) {
        add(r, sentence, name, head, true);
      }
    }
  }
}

/* A proper noun; at a sentence's start a known common noun is capitalised for its place alone. */
static bool is_proper(const GwReader *r, const GwSentence *s, size_t t)
{
  GwEntityType type;
  if (s->tokens[t].upos != GW_PROPN || !begins_upper(&s->tokens[t])) {
    return false;
  }
  const GwView lower = gw_utf8_lower(r->arena, s->tokens[t].lemma);
  return t > 0 || !lower.data || !gw_gazetteer_noun(r->gazetteer, lower, &type);
}

static void find_phrases(GwReader *r, size_t sentence, size_t from)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t until = r->knowledge->mention_count;
  for (size_t t = 0; t < s->token_count; t++) {
    bool taken = false;
    for (size_t m = from; m < until && !taken; m++) {
      const GwMention *name = &r->knowledge->mentions[m];
      taken = name->first <= t && t <= name->last;
    }
    if (taken || !heads_mention(r, s, t)) {
      continue;
    }
    const bool named = is_proper(r, s, t);
    const GwPhrase p = named ? untagged_name(s, t) : gw_noun_phrase(s, t);
    if (!named || !is_covered(r, from, p.first)) {
      add(r, sentence, p, t, named);
    } else {
      add(r, sentence, (GwPhrase){t, t}, t, named);
    }
  }
}

void gw_find_mentions(GwReader *r)
{
  const GwArticle *article = r->document->article;
  for (size_t i = 0; i < r->document->sentence_count; i++) {
    const GwBlockKind kind = article->blocks[gw_sentence(r, i)->block].kind;
    if (kind == GW_BLOCK_BYLINE || kind == GW_BLOCK_DATE || kind == GW_BLOCK_REPEATED) {
      continue;
    }
    const size_t from = r->knowledge->mention_count;
    find_names(r, i, from);
    if (gw_is_running_text(r, i)) {
      find_phrases(r, i, from);
    }
  }
}
