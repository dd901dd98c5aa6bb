/* What the network sees of a pair: both references' attributes, how they compare, how far apart
 * they stand, and some of these together. Every feature is present or not. */
#include "extract/knowledge/coreference.h"

#include <string.h>

enum { PRONOUNS = 23, ROLES = 12, TYPES = 11, ENTITIES = GW_ENTITY_TYPE_COUNT + 1 };

/* How two references compare; each has the number of values given below. */
typedef enum {
  SENTENCES, REFERENCES, LEMMA, KEY, NAME, ENTITY, TYPE, ENTITY_TYPE, NUMBER, GENDER, NESTED, LINK,
  ROLE, SALIENCE, RECENT, MODIFIERS, WORDS, BLOCK, QUOTE, NEXT, COMPARISONS
} Comparison;

enum { DISTANCES = 9, SALIENCES = 5, LINKS = 9, RECENTS = 5 };

static const unsigned char comparison_values[COMPARISONS] = {
  [SENTENCES] = DISTANCES, [REFERENCES] = DISTANCES, [LEMMA] = 3, [KEY] = 4, [NAME] = 5,
  [ENTITY] = 3, [TYPE] = 2, [ENTITY_TYPE] = 3, [NUMBER] = 3, [GENDER] = 3, [NESTED] = 3,
  [LINK] = LINKS, [ROLE] = 2, [SALIENCE] = SALIENCES, [RECENT] = RECENTS, [MODIFIERS] = 4,
  [WORDS] = 4, [BLOCK] = 2, [QUOTE] = 4, [NEXT] = 2};

/* Features that are two or three at once. */
typedef enum {
  PRONOUN_PRONOUN, PRONOUN_TYPE, PRONOUN_ENTITY, PRONOUN_ROLE, PRONOUN_SENTENCES,
  PRONOUN_NUMBER, KIND_KIND, KIND_KEY, KIND_LEMMA, KIND_SENTENCES, TYPE_TYPE, KIND_MODIFIERS,
  DETERMINERS, PRONOUN_RECENT, CONJUNCTIONS
} Conjunction;

static const unsigned short conjunction_values[CONJUNCTIONS] = {
  [PRONOUN_PRONOUN] = PRONOUNS * PRONOUNS, [PRONOUN_TYPE] = PRONOUNS * TYPES,
  [PRONOUN_ENTITY] = PRONOUNS * ENTITIES, [PRONOUN_ROLE] = PRONOUNS * ROLES,
  [PRONOUN_SENTENCES] = PRONOUNS * DISTANCES,
  [PRONOUN_NUMBER] = PRONOUNS * GW_NUMBER_COUNT * GW_GENDER_COUNT,
  [KIND_KIND] = GW_KIND_COUNT * GW_KIND_COUNT, [KIND_KEY] = GW_KIND_COUNT * GW_KIND_COUNT * 4,
  [KIND_LEMMA] = GW_KIND_COUNT * 3 * 4, [KIND_SENTENCES] = GW_KIND_COUNT * DISTANCES * 4,
  [TYPE_TYPE] = TYPES * TYPES, [KIND_MODIFIERS] = GW_KIND_COUNT * 4 * 4,
  [DETERMINERS] = 7 * 7 * 3, [PRONOUN_RECENT] = PRONOUNS * RECENTS};

/* A reference that is tied to nothing: its own block of features. */
typedef enum { KEYS_BEFORE, LEMMAS_BEFORE, NAME_BEFORE, BEGIN, HEADING_KIND, FRESH } Fresh;
static const unsigned char fresh_values[FRESH] = {
  [KEYS_BEFORE] = 3, [LEMMAS_BEFORE] = 3, [NAME_BEFORE] = 2, [BEGIN] = 3,
  [HEADING_KIND] = 3 * GW_KIND_COUNT};

typedef struct {
  unsigned short *features;
  size_t count, base;
} List;

/* Add value `value` of a group of `values` features; the groups stand one after another. */
static void put(List *list, size_t value, size_t values)
{
  if (list->count < GW_PAIR_FEATURES) {
    list->features[list->count++] = (unsigned short)(list->base + value);
  }
  list->base += values;
}

static void put_attributes(List *list, const GwReference *x)
{
  for (size_t a = 0; a < GW_REFERENCE_ATTRIBUTES; a++) {
    put(list, x->attributes[a], gw_attribute_values((GwReferenceAttribute)a));
  }
}

static size_t bucket(size_t distance)
{
  static const size_t limits[DISTANCES - 1] = {0, 1, 2, 3, 5, 8, 15, 30};
  size_t i = 0;
  while (i < DISTANCES - 1 && distance > limits[i]) {
    i++;
  }
  return i;
}

static size_t at_most(size_t value, size_t most)
{
  return value < most ? value : most;
}

static bool contains(GwView text, GwView part)
{
  return part.length >= 3 && gw_view_find(text, part, 0) < text.length;
}

static size_t compare_keys(const GwReference *x, const GwReference *y)
{
  return gw_view_equal(x->key, y->key) ? 1 : contains(y->key, x->key) ? 2
         : contains(x->key, y->key) ? 3 : 0;
}

static size_t compare_names(const GwReference *x, const GwReference *y)
{
  const bool a = x->name != GW_NO_INDEX, b = y->name != GW_NO_INDEX;
  return a && b ? (x->name == y->name ? 1 : 2) : a ? 3 : b ? 4 : 0;
}

static size_t compare_entities(const GwReference *x, const GwReference *y)
{
  return x->entity == GW_NO_INDEX || y->entity == GW_NO_INDEX ? 0 : x->entity == y->entity ? 1 : 2;
}

/* 0: one is unknown, 1: the same, 2: different. */
static size_t compare_values(const GwReference *x, const GwReference *y, GwReferenceAttribute a)
{
  const unsigned char v = x->attributes[a], w = y->attributes[a];
  return v == 0 || w == 0 ? 0 : v == w ? 1 : 2;
}

static size_t compare_genders(const GwReference *x, const GwReference *y)
{
  const unsigned char v = x->attributes[GW_REF_GENDER], w = y->attributes[GW_REF_GENDER];
  const bool person = (v == GW_ANIMATE && w != GW_NEUTER) || (w == GW_ANIMATE && v != GW_NEUTER);
  return v == 0 || w == 0 ? 0 : v == w || person ? 1 : 2;
}

static bool in_span(const GwReference *inner, const GwReference *outer)
{
  return outer->first <= inner->head && inner->head <= outer->last;
}

static size_t governor(const GwSentence *s, size_t head)
{
  const size_t up = gw_parent(s, head);
  return up == GW_NO_INDEX ? head : up;
}

/* Grammar between two references of one sentence: 1 apposition, 2 "y is x", 3 relative clause of
 * y, 4 arguments of one verb, 5 x belongs to an argument of y's verb, 6 coordinated, 7 y is the
 * subject of a clause above x's, 8 x reflexive. */
static size_t link_between(const GwSentence *s, const GwReference *x, const GwReference *y)
{
  if (x->sentence != y->sentence) {
    return 0;
  }
  const size_t up = governor(s, x->head), other = governor(s, y->head);
  if (up == y->head) {
    return gw_relates(s, x->head, "appos") ? 1 : gw_relates(s, x->head, "conj") ? 6 : 0;
  }
  if (other == x->head && gw_relates(s, y->head, "nsubj")) {
    return 2;
  }
  if (gw_relates(s, up, "acl:relcl") && governor(s, up) == y->head) {
    return 3;
  }
  if (up == other) {
    const GwView form = s->tokens[x->head].form;
    return gw_view_ends(form, GW_VIEW("self")) || gw_view_ends(form, GW_VIEW("selves")) ? 8 : 4;
  }
  if (governor(s, up) == other && gw_relates(s, x->head, "nmod:poss")) {
    return 5;
  }
  return gw_relates(s, y->head, "nsubj") && gw_below(s, x->head, other) ? 7 : 0;
}

static bool has_word(const GwSentence *s, const GwReference *x, GwView lemma)
{
  for (size_t i = x->first; i <= x->last; i++) {
    if (gw_view_equal(s->tokens[i].lemma, lemma)) {
      return true;
    }
  }
  return false;
}

static bool is_content(const GwSentence *s, size_t token, size_t head)
{
  const GwUpos upos = s->tokens[token].upos;
  return token != head
         && (upos == GW_NOUN || upos == GW_PROPN || upos == GW_ADJ || upos == GW_NUM);
}

/* 0: x has no modifiers, 1: y has them all, 2: some, 3: none of them. */
static size_t compare_modifiers(const GwReader *r, const GwReference *x, const GwReference *y)
{
  const GwSentence *s = gw_sentence(r, x->sentence), *t = gw_sentence(r, y->sentence);
  size_t own = 0, shared = 0;
  for (size_t i = x->first; i <= x->last; i++) {
    if (is_content(s, i, x->head)) {
      own++;
      shared += has_word(t, y, s->tokens[i].lemma);
    }
  }
  return own == 0 ? 0 : shared == own ? 1 : shared ? 2 : 3;
}

/* Is the head of one a word of the other? 1: x's of y, 2: y's of x, 3: both. */
static size_t compare_words(const GwReader *r, const GwReference *x, const GwReference *y)
{
  const GwSentence *s = gw_sentence(r, x->sentence), *t = gw_sentence(r, y->sentence);
  return (has_word(t, y, s->tokens[x->head].lemma) ? 1u : 0u)
         + (has_word(s, x, t->tokens[y->head].lemma) ? 2u : 0u);
}

static bool may_agree(const GwReference *x, const GwReference *y)
{
  return compare_values(x, y, GW_REF_NUMBER) != 2 && compare_genders(x, y) != 2
         && !in_span(x, y);
}

/* How many references between the two agree with x. */
static size_t agreeing_between(const GwReferences *all, size_t x, size_t y)
{
  size_t found = 0;
  for (size_t i = y + 1; i < x && found < RECENTS - 1; i++) {
    found += may_agree(&all->items[x], &all->items[i])
             && all->items[i].attributes[GW_REF_KIND] != GW_KIND_NUMBER;
  }
  return found;
}

/* Everything that is compared, in `v`. */
static void compare(const GwReader *r, const GwReferences *all, size_t xi, size_t yi,
                    size_t v[COMPARISONS])
{
  const GwReference *x = &all->items[xi], *y = &all->items[yi];
  const bool same_form = gw_view_equal(gw_sentence(r, x->sentence)->tokens[x->head].form,
                                       gw_sentence(r, y->sentence)->tokens[y->head].form);
  v[SENTENCES] = bucket(x->sentence - y->sentence);
  v[REFERENCES] = bucket(xi - yi - 1);
  v[LEMMA] = !gw_view_equal(x->lemma, y->lemma) ? 0 : same_form ? 2 : 1;
  v[KEY] = compare_keys(x, y);
  v[NAME] = compare_names(x, y);
  v[ENTITY] = compare_entities(x, y);
  v[TYPE] = x->attributes[GW_REF_TYPE] == y->attributes[GW_REF_TYPE];
  v[ENTITY_TYPE] = compare_values(x, y, GW_REF_ENTITY);
  v[NUMBER] = compare_values(x, y, GW_REF_NUMBER);
  v[GENDER] = compare_genders(x, y);
  v[NESTED] = in_span(x, y) ? 1 : in_span(y, x) ? 2 : 0;
  v[LINK] = link_between(gw_sentence(r, x->sentence), x, y);
  v[ROLE] = x->attributes[GW_REF_ROLE] == y->attributes[GW_REF_ROLE];
  v[SALIENCE] = at_most(y->keys_before, SALIENCES - 1);
  v[RECENT] = agreeing_between(all, xi, yi);
  v[MODIFIERS] = compare_modifiers(r, x, y);
  v[WORDS] = compare_words(r, x, y);
  v[BLOCK] = gw_sentence(r, x->sentence)->block == gw_sentence(r, y->sentence)->block;
  v[QUOTE] = x->attributes[GW_REF_QUOTED] + 2u * y->attributes[GW_REF_QUOTED];
  v[NEXT] = x->sentence == y->sentence && y->last + 2 >= x->first && y->last < x->first;
}

static void put_conjunctions(List *list, const GwReference *x, const GwReference *y,
                             const size_t v[COMPARISONS])
{
  const unsigned char *const a = x->attributes, *const b = y->attributes;
  const size_t p = a[GW_REF_PRONOUN], kind = a[GW_REF_KIND];
  const size_t number = b[GW_REF_NUMBER] * (size_t)GW_GENDER_COUNT + b[GW_REF_GENDER];
  const size_t values[CONJUNCTIONS] = {
    [PRONOUN_PRONOUN] = p * PRONOUNS + b[GW_REF_PRONOUN],
    [PRONOUN_TYPE] = p * TYPES + b[GW_REF_TYPE],
    [PRONOUN_ENTITY] = p * ENTITIES + b[GW_REF_ENTITY],
    [PRONOUN_ROLE] = p * ROLES + b[GW_REF_ROLE],
    [PRONOUN_SENTENCES] = p * DISTANCES + v[SENTENCES],
    [PRONOUN_NUMBER] = p * GW_NUMBER_COUNT * GW_GENDER_COUNT + number,
    [KIND_KIND] = kind * GW_KIND_COUNT + b[GW_REF_KIND],
    [KIND_KEY] = (kind * GW_KIND_COUNT + b[GW_REF_KIND]) * 4 + v[KEY],
    [KIND_LEMMA] = (kind * 3 + v[LEMMA]) * 4 + v[MODIFIERS],
    [KIND_SENTENCES] = (kind * DISTANCES + v[SENTENCES]) * 4 + v[KEY],
    [TYPE_TYPE] = a[GW_REF_TYPE] * (size_t)TYPES + b[GW_REF_TYPE],
    [KIND_MODIFIERS] = (kind * 4 + v[MODIFIERS]) * 4 + b[GW_REF_MODIFIED],
    [DETERMINERS] = (a[GW_REF_DETERMINER] * 7u + b[GW_REF_DETERMINER]) * 3 + v[LEMMA],
    [PRONOUN_RECENT] = p * RECENTS + v[RECENT]};
  for (size_t i = 0; i < CONJUNCTIONS; i++) {
    put(list, values[i], conjunction_values[i]);
  }
}

static size_t attributes_width(void)
{
  size_t width = 0;
  for (size_t a = 0; a < GW_REFERENCE_ATTRIBUTES; a++) {
    width += gw_attribute_values((GwReferenceAttribute)a);
  }
  return width;
}

static void put_fresh(List *list, const GwReference *x)
{
  const size_t place = at_most(x->sentence, 2);
  put(list, at_most(x->keys_before, 2), fresh_values[KEYS_BEFORE]);
  put(list, at_most(x->lemmas_before, 2), fresh_values[LEMMAS_BEFORE]);
  put(list, x->named_before, fresh_values[NAME_BEFORE]);
  put(list, place, fresh_values[BEGIN]);
  put(list, place * GW_KIND_COUNT + x->attributes[GW_REF_KIND], fresh_values[HEADING_KIND]);
}

size_t gw_pair_features(const GwReader *r, const GwReferences *all, size_t reference,
                        size_t antecedent, unsigned short *features)
{
  List list = {features, 0, 0};
  const GwReference *x = &all->items[reference];
  if (antecedent == GW_NO_INDEX) {
    put_attributes(&list, x);
    put_fresh(&list, x);
    return list.count;
  }
  for (size_t i = 0; i < FRESH; i++) {
    list.base += fresh_values[i];
  }
  list.base += attributes_width();
  size_t v[COMPARISONS];
  compare(r, all, reference, antecedent, v);
  put_attributes(&list, x);
  put_attributes(&list, &all->items[antecedent]);
  for (size_t i = 0; i < COMPARISONS; i++) {
    put(&list, v[i], comparison_values[i]);
  }
  put_conjunctions(&list, x, &all->items[antecedent], v);
  return list.count;
}

size_t gw_feature_count(void)
{
  size_t count = 3 * attributes_width();
  for (size_t i = 0; i < FRESH; i++) {
    count += fresh_values[i];
  }
  for (size_t i = 0; i < COMPARISONS; i++) {
    count += comparison_values[i];
  }
  for (size_t i = 0; i < CONJUNCTIONS; i++) {
    count += conjunction_values[i];
  }
  return count;
}
