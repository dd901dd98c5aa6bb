#include "extract/knowledge/types.h"

#include "base/utf8.h"
#include "extract/knowledge/amounts.h"

#include <string.h>

static GwEntityType type_of_mention(const GwSentence *s, size_t token)
{
  const GwToken *head = &s->tokens[token];
  const bool plural = gw_is_plural(s, token);
  switch (head->mention) {
  case GW_MENTION_PERSON:
    return plural || head->upos == GW_PRON ? GW_GROUP : GW_ROLE;
  case GW_MENTION_ORGANIZATION:
    return GW_ORGANIZATION;
  case GW_MENTION_PLACE:
    return GW_PLACE;
  case GW_MENTION_EVENT:
    return GW_EVENT;
  case GW_MENTION_TIME:
    return GW_TIME;
  case GW_MENTION_ANIMAL:
  case GW_MENTION_PLANT:
  case GW_MENTION_OBJECT:
  case GW_MENTION_SUBSTANCE:
    return GW_THING;
  case GW_MENTION_NONE:
  case GW_MENTION_ABSTRACT:
    break;
  }
  return GW_CONCEPT;
}

/* The compound that ends with the head, as lemmas: "exit ban" of "many exit bans". */
static GwView compound(const GwReader *r, const GwSentence *s, size_t first, size_t head)
{
  const size_t begin = s->tokens[first].span.begin;
  const GwView text = gw_view_slice(r->document->article->text, begin,
                                    s->tokens[head].span.begin);
  return gw_utf8_lower(r->arena, gw_view_format(r->arena, "%.*s%.*s", GW_PRINT(text),
                                                GW_PRINT(s->tokens[head].lemma)));
}

GwView gw_telling_noun(const GwReader *r, const GwSentence *s, GwPhrase phrase, size_t head,
                       GwEntityType *type)
{
  const size_t from = head >= phrase.first + 2 ? head - 2 : phrase.first;
  for (size_t first = from; first < head; first++) {
    const GwView text = compound(r, s, first, head);
    if (text.data && gw_gazetteer_noun(r->gazetteer, text, type)) {
      return text;
    }
  }
  const GwView lemma = gw_utf8_lower(r->arena, s->tokens[head].lemma);
  return lemma.data && gw_gazetteer_noun(r->gazetteer, lemma, type) ? lemma : GW_VIEW("");
}

const GwOwnKind *gw_own_kind(const GwReader *r, const GwSentence *s, GwPhrase phrase, size_t head)
{
  const size_t from = head >= phrase.first + 3 ? head - 3 : phrase.first;
  const GwOwnKind *kind = NULL;
  for (size_t first = from; first <= head && !kind; first++) {
    const GwView text = compound(r, s, first, head);
    kind = text.data ? gw_lexicon_kind(r->lexicon, text) : NULL;
  }
  return kind;
}

static bool noun_type(const GwReader *r, const GwSentence *s, GwPhrase phrase, size_t head,
                      GwEntityType *type)
{
  return gw_telling_noun(r, s, phrase, head, type).length > 0;
}

/* The noun list knows senses, the engine sees the context: it may overrule between people and
 * organisations on one side and things on the other, but not on what a law is. */
static GwEntityType reconciled(GwEntityType listed, const GwSentence *s, size_t token)
{
  const GwToken *head = &s->tokens[token];
  const GwEntityType seen = type_of_mention(s, token);
  if (listed == GW_ROLE && gw_is_plural(s, token)) {
    return GW_GROUP;
  }
  if (listed == GW_GROUP && (seen == GW_PLACE || seen == GW_ORGANIZATION)) {
    return seen;
  }
  if (listed == GW_CONCEPT || listed == GW_THING) {
    const bool better = head->mention != GW_MENTION_NONE && seen != GW_CONCEPT && seen != GW_TIME;
    return better ? seen : listed;
  }
  return listed;
}

GwEntityType gw_type_of_phrase(const GwReader *r, const GwSentence *s, GwPhrase phrase, size_t head)
{
  const GwToken *t = &s->tokens[head];
  GwEntityType type;
  if (t->upos == GW_NUM || gw_quantity_at(r, gw_sentence_number(r, s), head)) {
    return GW_QUANTITY;
  }
  if (t->upos == GW_NOUN || t->upos == GW_PROPN) {
    const GwOwnKind *own = gw_own_kind(r, s, phrase, head);
    if (own) {
      return own->type;
    }
    if (noun_type(r, s, phrase, head, &type)) {
      return reconciled(type, s, head);
    }
  }
  if (t->upos == GW_PRON || t->upos == GW_ADJ || t->upos == GW_DET) {
    return GW_GROUP;
  }
  return type_of_mention(s, head);
}

/* "University of Vienna": the noun that says what is named is not always the last word. */
static bool type_by_noun(const GwReader *r, const GwSentence *s, GwPhrase phrase, size_t head,
                         GwEntityType *type)
{
  static const GwEntityType telling[] = {GW_LAW, GW_POLICY, GW_GOVERNMENT, GW_PARTY,
                                         GW_UNIVERSITY, GW_COMPANY, GW_ORGANIZATION, GW_EVENT,
                                         GW_WORK, GW_PLACE, GW_CONDITION};
  GwEntityType found;
  if (phrase.first == phrase.last || !noun_type(r, s, phrase, head, &found)) {
    return false;
  }
  for (size_t i = 0; i < sizeof telling / sizeof *telling; i++) {
    if (telling[i] == found) {
      *type = found;
      return true;
    }
  }
  return false;
}

static bool has_word(const GwSentence *s, GwPhrase phrase, const char *alternatives)
{
  for (size_t i = phrase.first; i <= phrase.last; i++) {
    if (gw_lemma_is(s, i, alternatives)) {
      return true;
    }
  }
  return false;
}

/* "Harvard University" and "University of Vienna", but not "Oxford University Press". */
static bool is_university(const GwSentence *s, GwPhrase phrase)
{
  for (size_t i = phrase.first; i <= phrase.last; i++) {
    if (gw_lemma_is(s, i, "university|college|universities")
        && (i == phrase.last || gw_lemma_is(s, i + 1, "of"))) {
      return true;
    }
  }
  return false;
}

GwEntityType gw_type_of_name(const GwReader *r, const GwSentence *s, GwPhrase phrase,
                             size_t head, GwNer ner)
{
  GwEntityType type;
  if (ner == GW_NER_PER) {
    return GW_PERSON;
  }
  const GwOwnKind *own = gw_own_kind(r, s, phrase, head);
  if (own) {
    return own->type;
  }
  if (is_university(s, phrase)) {
    return GW_UNIVERSITY;
  }
  if (ner == GW_NER_ORG && has_word(s, phrase, "party")) {
    return GW_PARTY;
  }
  if (ner == GW_NER_ORG
      && has_word(s, phrase, "ministry|government|senate|parliament|congress|cabinet|"
                             "army|police")) {
    return GW_GOVERNMENT;
  }
  if (ner == GW_NER_ORG && has_word(s, phrase, "inc|corp|ltd|company|plc|gmbh|group|inc.|corp.")) {
    return GW_COMPANY;
  }
  if (type_by_noun(r, s, phrase, head, &type)
      && (ner != GW_NER_LOC || type == GW_GOVERNMENT)) {
    return type;
  }
  switch (ner) {
  case GW_NER_ORG:
    return GW_ORGANIZATION;
  case GW_NER_LOC:
    return GW_PLACE;
  default:
    return gw_type_of_phrase(r, s, phrase, head);
  }
}

/* "Victor", "Guy" and "Jonah" are nouns as well, but before a surname they are given names. */
static bool is_only_given_name(const GwReader *r, const GwSentence *s, size_t token, GwView lower)
{
  bool feminine;
  return s->tokens[token].upos == GW_PROPN
         && gw_gazetteer_given_name(r->gazetteer, lower, &feminine)
         && !gw_lemma_is(s, token, "ameer|amir|baron|deacon|dean|don|duke|earl|general|judge|king|"
                                   "major|marquis|marshal|princess");
}

bool gw_is_title(const GwReader *r, const GwSentence *s, size_t token)
{
  GwEntityType type;
  if (gw_lemma_is(s, token, "dr|dr.|mr|mr.|mrs|mrs.|ms|ms.|prof|prof.|sir|lord|lady|st.|rev.")) {
    return true;
  }
  const GwView lower = gw_utf8_lower(r->arena, s->tokens[token].form);
  return lower.data && gw_gazetteer_noun(r->gazetteer, lower, &type) && type == GW_ROLE
         && !is_only_given_name(r, s, token, lower);
}

bool gw_is_place(GwEntityType type)
{
  return type == GW_COUNTRY || type == GW_CITY || type == GW_PLACE;
}

bool gw_is_actor(GwEntityType type)
{
  return type <= GW_COUNTRY || type == GW_GROUP || type == GW_ROLE;
}
