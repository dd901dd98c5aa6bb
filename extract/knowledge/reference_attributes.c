/* What is known of a reference by itself: its kind, number, gender, place in the clause. */
#include "extract/knowledge/coreference.h"

#include "base/utf8.h"

#include <string.h>

enum { LENGTHS = 6, SENTENCE_BEGIN = 2 };

/* Pronouns that behave alike share a number, from 1; 0 is none of them. */
static const char *const pronouns[] = {
  "", "i|me|my|mine|myself", "you|your|yours|yourself|yourselves", "he|him|his|himself",
  "she|her|hers|herself", "it|itself", "its", "they|them|theirs|themselves|themself", "their",
  "we|us|our|ours|ourselves", "this", "that", "these", "those", "who|whom|whose|whoever",
  "which", "what|whatever", "one|oneself", "here", "there",
  ("someone|somebody|anyone|anybody|everyone|everybody|no-one|nobody|something|anything|"
   "everything|nothing"), "some|any|all|none|many|most|both|each|either|neither|another|other",
  "then|now|today|tomorrow|yesterday"};

/* Relations by the place they give a phrase; 0 is any other. */
static const char *const roles[] = {
  "", "nsubj:pass", "nsubj", "obj|iobj", "obl", "nmod:poss", "nmod", "compound", "appos", "conj",
  "root", "dep|parataxis|list|discourse|vocative"};

enum {
  PRONOUN_COUNT = sizeof pronouns / sizeof *pronouns,
  ROLE_COUNT = sizeof roles / sizeof *roles
};

static const unsigned char value_counts[GW_REFERENCE_ATTRIBUTES] = {
  [GW_REF_KIND] = GW_KIND_COUNT, [GW_REF_PRONOUN] = PRONOUN_COUNT, [GW_REF_TYPE] = 11,
  [GW_REF_NUMBER] = GW_NUMBER_COUNT, [GW_REF_GENDER] = GW_GENDER_COUNT,
  [GW_REF_ROLE] = ROLE_COUNT, [GW_REF_NER] = 5, [GW_REF_ENTITY] = GW_ENTITY_TYPE_COUNT + 1,
  [GW_REF_MODIFIED] = 4, [GW_REF_LENGTH] = LENGTHS, [GW_REF_BLOCK] = 2, [GW_REF_FIRST] = 2,
  [GW_REF_QUOTED] = 2, [GW_REF_CLAUSE] = 3, [GW_REF_DETERMINER] = 7};

size_t gw_attribute_values(GwReferenceAttribute attribute)
{
  return value_counts[attribute];
}

static unsigned char pronoun_of(const GwSentence *s, size_t head)
{
  const GwUpos upos = s->tokens[head].upos;
  if (upos != GW_PRON && upos != GW_DET && upos != GW_ADV) {
    return 0;
  }
  for (unsigned char i = 1; i < PRONOUN_COUNT; i++) {
    if (gw_lemma_is(s, head, pronouns[i])) {
      return i;
    }
  }
  return 0;
}

static size_t determiner_of(const GwSentence *s, size_t head)
{
  return gw_child(s, head, "det", 0);
}

static unsigned char determiner_kind(const GwSentence *s, size_t det)
{
  static const char *const kinds[] = {"the", "a|an", "this|that|these|those", "no",
                                      "some|any|each|every|all|both|another"};
  for (unsigned char i = 0; det != GW_NO_INDEX && i < sizeof kinds / sizeof *kinds; i++) {
    if (gw_lemma_is(s, det, kinds[i])) {
      return (unsigned char)(i + 1);
    }
  }
  return det == GW_NO_INDEX ? 0 : 6;
}

static GwReferenceKind kind_of(const GwSentence *s, const GwReference *x)
{
  const GwUpos upos = s->tokens[x->head].upos;
  const size_t det = determiner_of(s, x->head);
  if (upos == GW_PRON || upos == GW_DET || upos == GW_ADV) {
    return GW_KIND_PRONOUN;
  }
  if (upos == GW_PROPN) {
    return GW_KIND_NAME;
  }
  if (upos == GW_NUM) {
    return GW_KIND_NUMBER;
  }
  if (upos != GW_NOUN) {
    return GW_KIND_OTHER;
  }
  if (gw_child(s, x->head, "nmod:poss", 0) != GW_NO_INDEX) {
    return GW_KIND_POSSESSED;
  }
  switch (determiner_kind(s, det)) {
  case 0: return GW_KIND_BARE;
  case 1: return GW_KIND_DEFINITE;
  case 3: return GW_KIND_DEMONSTRATIVE;
  default: return GW_KIND_INDEFINITE;
  }
}

static GwNumber number_of(const GwSentence *s, size_t head)
{
  const char *const tag = s->tokens[head].xpos;
  if (gw_lemma_is(s, head, "they|them|their|theirs|themselves|we|us|our|ours|ourselves|these|"
                           "those|people|police|both|many|some|all|most")
      || gw_is_plural(s, head)) {
    return GW_PLURAL;
  }
  const bool noun = strcmp(tag, "NN") == 0 || strcmp(tag, "NNP") == 0;
  return noun || gw_lemma_is(s, head, "i|me|my|he|him|his|she|her|it|its|this|that|himself|"
                                      "herself|itself|one")
           ? GW_SINGULAR : GW_NUMBER_UNKNOWN;
}

static bool has_title(const GwSentence *s, const GwReference *x, const char *titles)
{
  for (size_t i = x->first; i <= x->last && i <= x->head; i++) {
    if (gw_lemma_is(s, i, titles)) {
      return true;
    }
  }
  return x->first > 0 && gw_lemma_is(s, x->first - 1, titles);
}

/* Of a person's full name, by the given name. */
static GwGender gender_of_name(const GwReader *r, const GwReference *x)
{
  const GwEntity *e = x->name == GW_NO_INDEX ? NULL : &r->knowledge->entities[x->name];
  const size_t end = e ? gw_view_find(e->label, GW_VIEW(" "), 0) : 0;
  bool feminine = false;
  if (!e || e->type != GW_PERSON || end == e->label.length) {
    return GW_GENDER_UNKNOWN;
  }
  const GwView given = gw_utf8_lower(r->arena, gw_view_slice(e->label, 0, end));
  const bool known = given.data
                     && gw_gazetteer_given_name(r->gazetteer, given, &feminine);
  return !known ? GW_GENDER_UNKNOWN : feminine ? GW_FEMININE : GW_MASCULINE;
}

/* By the engine's mention type, or by the name tag where it has none. */
static GwMentionType type_of(const GwToken *head)
{
  static const GwMentionType of_names[] = {
    [GW_NER_NONE] = GW_MENTION_NONE, [GW_NER_PER] = GW_MENTION_PERSON,
    [GW_NER_LOC] = GW_MENTION_PLACE, [GW_NER_ORG] = GW_MENTION_ORGANIZATION,
    [GW_NER_OTH] = GW_MENTION_NONE};
  return head->mention == GW_MENTION_NONE ? of_names[head->ner] : head->mention;
}

static GwGender gender_of(const GwReader *r, const GwSentence *s, const GwReference *x)
{
  const GwMentionType type = type_of(&s->tokens[x->head]);
  if (has_title(s, x, "he|him|his|himself|mr|mr.|sir|lord|king|prince|man|boy|father|son|brother|"
                      "husband|uncle|emperor|chairman|gentleman|grandfather|guy|actor")) {
    return GW_MASCULINE;
  }
  if (has_title(s, x, "she|her|herself|mrs|mrs.|ms|ms.|miss|lady|queen|princess|woman|girl|mother|"
                      "daughter|sister|wife|aunt|empress|actress|grandmother|madam")) {
    return GW_FEMININE;
  }
  if (gw_lemma_is(s, x->head, "it|its|itself|which")) {
    return GW_NEUTER;
  }
  const GwGender named = gender_of_name(r, x);
  if (named != GW_GENDER_UNKNOWN) {
    return named;
  }
  const bool person = x->name != GW_NO_INDEX
                      && r->knowledge->entities[x->name].type == GW_PERSON;
  return type == GW_MENTION_PERSON || person ? GW_ANIMATE
         : type == GW_MENTION_ANIMAL ? GW_GENDER_UNKNOWN : GW_NEUTER;
}

static unsigned char role_of(const GwSentence *s, size_t head)
{
  for (unsigned char i = 1; i < ROLE_COUNT; i++) {
    if (gw_relates(s, head, roles[i])) {
      return i;
    }
  }
  return 0;
}

/* 0: the only word, 1: with words before, 2: after its head, 3: both. */
static unsigned char modified(const GwSentence *s, const GwReference *x)
{
  size_t first = x->first;
  while (first < x->head && gw_relates(s, first, "det")) {
    first++;
  }
  return (unsigned char)((first < x->head ? 1 : 0) + (x->last > x->head ? 2 : 0));
}

static unsigned char length_of(const GwReference *x)
{
  static const size_t limits[LENGTHS - 1] = {1, 2, 3, 6, 12};
  unsigned char i = 0;
  while (i < LENGTHS - 1 && x->last - x->first + 1 > limits[i]) {
    i++;
  }
  return i;
}

static bool is_quoted(const GwSentence *s, size_t head)
{
  bool open = false;
  for (size_t i = 0; i < head; i++) {
    open = gw_is_quote(s, i) ? gw_lemma_is(s, i, "“|‘|``|«") || (gw_lemma_is(s, i, "\"") && !open)
                             : open;
  }
  return open;
}

/* In the main clause, in one that depends on it, or in a relative clause. */
static unsigned char clause_of(const GwSentence *s, size_t head)
{
  unsigned char found = 0;
  for (size_t at = head, steps = 0; at != GW_NO_INDEX && steps < s->token_count; steps++) {
    if (gw_relates(s, at, "acl")) {
      return 2;
    }
    found = gw_relates(s, at, "ccomp|advcl|xcomp|csubj") ? 1 : found;
    at = gw_parent(s, at);
  }
  return found;
}

void gw_describe_reference(const GwReader *r, GwReference *x)
{
  const GwSentence *s = gw_sentence(r, x->sentence);
  unsigned char *const a = x->attributes;
  a[GW_REF_KIND] = (unsigned char)kind_of(s, x);
  a[GW_REF_PRONOUN] = pronoun_of(s, x->head);
  a[GW_REF_TYPE] = (unsigned char)type_of(&s->tokens[x->head]);
  a[GW_REF_NUMBER] = (unsigned char)number_of(s, x->head);
  a[GW_REF_GENDER] = (unsigned char)gender_of(r, s, x);
  a[GW_REF_ROLE] = role_of(s, x->head);
  a[GW_REF_NER] = (unsigned char)s->tokens[x->head].ner;
  a[GW_REF_ENTITY] = x->entity == GW_NO_INDEX
                       ? 0 : (unsigned char)(1 + r->knowledge->entities[x->entity].type);
  a[GW_REF_MODIFIED] = modified(s, x);
  a[GW_REF_LENGTH] = length_of(x);
  a[GW_REF_BLOCK] = gw_is_running_text(r, x->sentence);
  a[GW_REF_FIRST] = x->first < SENTENCE_BEGIN;
  a[GW_REF_QUOTED] = is_quoted(s, x->head);
  a[GW_REF_CLAUSE] = clause_of(s, x->head);
  a[GW_REF_DETERMINER] = determiner_kind(s, determiner_of(s, x->head));
}
