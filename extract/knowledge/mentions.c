/* Mentions: the noun phrases of the text, named ones by the engine's name tags. */
#include "extract/knowledge/amounts.h"
#include "extract/knowledge/name_spans.h"
#include "extract/knowledge/reader.h"
#include "extract/knowledge/statements.h"
#include "extract/knowledge/types.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

static GwBlockKind block_kind(const GwReader *r, size_t sentence)
{
  return r->document->article->blocks[gw_sentence(r, sentence)->block].kind;
}

bool gw_is_running_text(const GwReader *r, size_t sentence)
{
  return gw_block_states(block_kind(r, sentence));
}

bool gw_is_stating(const GwReader *r, size_t sentence)
{
  static const char *const formal[] = {"disclaimer", "copyright", "©", "all rights", "the views",
                                       "all views", "views expressed", "the opinions", "contact",
                                       "media contact", "press contact", "for further information",
                                       "for more information", "published by", "issued by",
                                       NULL};
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

/* A proper noun that the engine did not tag: its capitalised modifiers belong to the name. */
static GwPhrase untagged_name(const GwSentence *s, size_t head)
{
  GwPhrase p = gw_noun_phrase(s, head);
  while (p.first < head && !gw_begins_upper(&s->tokens[p.first])) {
    p.first++;
  }
  while (p.last > head && s->tokens[p.last].upos != GW_PROPN && s->tokens[p.last].upos != GW_NUM) {
    p.last--;
  }
  return p;
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

static void add(GwReader *r, size_t sentence, GwPhrase p, size_t head, bool named)
{
  const GwNer ner = named ? gw_sentence(r, sentence)->tokens[head].ner : GW_NER_NONE;
  gw_add_mention(r, (GwMention){sentence, p.first, p.last, head, GW_NO_INDEX, named, ner});
}

/* "President" of "President Ruto": the office is read with the name. */
static bool is_title_of_next(const GwReader *r, const GwSentence *s, size_t sentence, size_t t)
{
  const size_t next = t + 1 < s->token_count ? t + 1 : t;
  const size_t m = gw_mention_at(r->knowledge, sentence, next);
  return next != t && s->tokens[t].upos == GW_PROPN && m != GW_NO_INDEX
         && r->knowledge->mentions[m].ner == GW_NER_PER && r->knowledge->mentions[m].first == next
         && gw_is_title(r, s, t);
}

static bool heads_mention(const GwReader *r, const GwSentence *s, size_t t)
{
  const GwToken *token = &s->tokens[t];
  if (gw_relates(s, t, "compound|flat|fixed|goeswith|amod|advmod|discourse|case|mark|cc|det|"
                       "nmod:unmarked|obl:unmarked|aux|cop")) {
    return false;
  }
  if ((token->upos == GW_NUM && gw_counted(s, t) != t)
      || gw_measured(r, gw_sentence_number(r, s), t) != t) {
    return false;
  }
  if (token->upos == GW_SYM && gw_quantity_at(r, gw_sentence_number(r, s), t)) {
    return true;                      /* "$" of "$4.25", "%" */
  }
  if (gw_is_nominal(s, t)) {
    return (!gw_is_time_phrase(r, s, t) || gw_relates(s, t, "obj|nsubj"))
           && !gw_is_linking_phrase(s, t);
  }
  if (token->upos == GW_PRON || token->upos == GW_DET) {
    return gw_lemma_is(s, t, "those|that") && token->mention == GW_MENTION_PERSON
           && gw_child(s, t, "acl|nmod", 0) != GW_NO_INDEX;
  }
  return token->upos == GW_ADJ && gw_relates(s, t, "nsubj|obj|obl|nmod|iobj")
         && gw_child(s, t, "det", 0) != GW_NO_INDEX;
}

/* A proper noun; at a sentence's start a known common noun is capitalised for its place alone. */
static bool is_proper(const GwReader *r, const GwSentence *s, size_t t)
{
  GwEntityType type;
  const bool inside = t > 0 && s->tokens[t - 1].upos != GW_PUNCT;
  if (!(s->tokens[t].upos == GW_PROPN || (s->tokens[t].upos == GW_NOUN && inside))
      || !gw_begins_upper(&s->tokens[t])) {
    return false;
  }
  const GwView lower = gw_utf8_lower(r->arena, s->tokens[t].lemma);
  return t > 0 || !lower.data || !gw_gazetteer_noun(r->gazetteer, lower, &type);
}

static void find_phrases(GwReader *r, size_t sentence, size_t from)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t names = r->knowledge->mention_count;
  for (size_t t = 0; t < s->token_count; t++) {
    if (gw_is_covered(r, from, names, t) || !heads_mention(r, s, t)
        || is_title_of_next(r, s, sentence, t)) {
      continue;
    }
    const bool named = is_proper(r, s, t) && !gw_quantity_at(r, sentence, t);
    GwPhrase p = named ? untagged_name(s, t) : gw_noun_phrase(s, t);
    if (!named && !gw_is_amount_phrase(r, sentence, t, &p)) {
      p = (GwPhrase){gw_after_count(r, sentence, p.first, t), gw_before_rate(r, sentence, p, t)};
    }
    const bool overlaps = named
                          && gw_is_covered(r, from, r->knowledge->mention_count, p.first);
    add(r, sentence, overlaps ? (GwPhrase){t, t} : p, t, named);
  }
}

/* The label before a turn names its speaker, whatever the engine takes it for. */
static void find_speaker(GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwView name = r->document->article->blocks[s->block].speaker;
  if (name.length && !gw_view_is(name, GW_INTERVIEWEE)) {
    gw_add_mention(r, (GwMention){.sentence = sentence, .entity = GW_NO_INDEX, .named = true,
                                  .ner = GW_NER_PER});
  }
}

/* Bylines and dates are read as such; what promotes other texts names nothing of this one. */
static bool holds_mentions(GwBlockKind kind)
{
  return kind != GW_BLOCK_BYLINE && kind != GW_BLOCK_DATE && kind != GW_BLOCK_REPEATED
         && kind != GW_BLOCK_PROMOTION && kind != GW_BLOCK_KICKER && kind != GW_BLOCK_SPEAKER;
}

void gw_find_mentions(GwReader *r)
{
  for (size_t i = 0; i < r->document->sentence_count; i++) {
    const size_t from = r->knowledge->mention_count;
    if (block_kind(r, i) == GW_BLOCK_SPEAKER) {
      find_speaker(r, i);
    } else if (holds_mentions(block_kind(r, i))) {
      gw_find_names(r, i);
    }
    if (gw_is_running_text(r, i)) {
      find_phrases(r, i, from);
    }
  }
}
