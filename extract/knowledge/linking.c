#include "extract/knowledge/linking.h"

#include "base/utf8.h"

/* A link needs THRESHOLD and a lead of MARGIN over any other entity of that name. The scale is
 * that of the priors; the numbers were chosen on GUM's training part (measure_links.py). */
#define THRESHOLD 50
#define MARGIN 15
#define COUNTRY_BONUS 20   /* the article speaks of the entity's country */
#define REGION_BONUS 40    /* it speaks of the region that the entity's label tells */
#define COUNTRY_PENALTY 15 /* it speaks of others, and the name could be of many countries */
#define DOMINANT 80        /* prior from which an acronym stands without its expansion */
#define DOMINANT_SHORT 90  /* the same for one of two letters */
#define DISTINCT_WORDS 3   /* words from which an organisation's name is hardly shared */
#define HEAD_SURNAME 25    /* prior of a surname of a head of state or government */
#define CHOICES 64         /* at most: names with more candidates are ambiguous anyway */

typedef struct {
  const GwKnownEntity *entity;
  unsigned prior;    ///< the best of its forms
  size_t words;      ///< of the longest of its forms
  bool spelled_out;  ///< one of them is no acronym
  unsigned needed;   ///< prior that an acronym needs to stand alone: two letters need more
  bool fullest;      ///< the article's fullest form, or its end, is one of them
} Choice;

typedef struct {
  const GwGazetteer *gazetteer;
  GwEntityType type;
  const GwView *names; ///< forms of the name, fullest first
  size_t name_count;
  const GwView *countries;
  size_t country_count;
} Context;

static size_t words_of(GwView name)
{
  size_t words = 0, length = 0;
  bool inside = false;
  for (size_t at = 0; at < name.length; at += length) {
    const uint32_t c = gw_utf8_decode(name, at, &length);
    const bool space = c != GW_UTF8_INVALID && gw_utf8_is_space(c);
    words += gw_utf8_is_cjk(c) || (!space && !inside); /* an ideograph is a word */
    inside = !space;
  }
  return words;
}

/* One word without a small letter: "IOM", "U.N.", "G7". */
static bool is_acronym(GwView name)
{
  size_t length = 0;
  for (size_t at = 0; at < name.length; at += length) {
    const uint32_t c = gw_utf8_decode(name, at, &length);
    if (c == GW_UTF8_INVALID || gw_utf8_is_lower(c) || gw_utf8_is_space(c) || gw_utf8_is_cjk(c)) {
      return false;
    }
  }
  return true;
}

/* A single word that is a common noun as well: "turkey", "apple". */
static bool is_noun(const GwGazetteer *gazetteer, GwView name)
{
  char lower[64];
  GwEntityType type;
  if (name.length > sizeof lower) {
    return false;
  }
  for (size_t i = 0; i < name.length; i++) {
    const char c = name.data[i];
    lower[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
  }
  return gw_gazetteer_noun(gazetteer, (GwView){lower, name.length}, &type);
}

static bool is_place(GwEntityType type)
{
  return type == GW_COUNTRY || type == GW_CITY || type == GW_PLACE;
}

static bool is_organization(GwEntityType type)
{
  return type == GW_ORGANIZATION || type == GW_INTERNATIONAL_ORGANIZATION || type == GW_GOVERNMENT
         || type == GW_PARTY || type == GW_COMPANY || type == GW_UNIVERSITY;
}

/* Whether what the engine took for `context->type` can be an entity of `known`. Countries act as
 * organisations; institutions are places; without a type, one word must not be a common noun. */
static bool type_fits(const Context *context, GwEntityType known, GwView name)
{
  const bool long_name = words_of(name) > 1;
  switch (context->type) {
  case GW_PERSON: return known == GW_PERSON || known == GW_GROUP;
  case GW_ORGANIZATION:
    return is_organization(known) || known == GW_COUNTRY || known == GW_GROUP;
  case GW_PLACE:
    return is_place(known) || (is_organization(known) && known != GW_PARTY && long_name);
  default:
    return long_name || is_acronym(name)
           || (!is_organization(known) && !is_noun(context->gazetteer, name));
  }
}

/* Whether a word of the name is a country or a people of it: "Australian Red Cross". */
static bool word_names(const GwGazetteer *gazetteer, GwView word, GwView country)
{
  size_t found = 0;
  const GwKnownEntity *people = gw_gazetteer_demonym(gazetteer, word);
  const GwCandidate *candidates = gw_gazetteer_find(gazetteer, word, &found);
  return (people && gw_view_equal(people->country, country))
         || (found && candidates->entity->type == GW_COUNTRY
             && gw_view_equal(candidates->entity->country, country));
}

/* Whether the article, or the name itself, speaks of the entity's country. */
static bool in_context(const Context *context, const GwKnownEntity *entity)
{
  if (entity->country.length == 0) {
    return false;
  }
  for (size_t i = 0; i < context->country_count; i++) {
    const GwKnownEntity *country = gw_gazetteer_entity(context->gazetteer, context->countries[i]);
    if (country && gw_view_equal(country->country, entity->country)) {
      return true;
    }
  }
  for (size_t i = 0; i < context->name_count; i++) {
    GwView rest = context->names[i], word;
    while (gw_view_next(&rest, ' ', &word)) {
      if (word_names(context->gazetteer, word, entity->country)) {
        return true;
      }
    }
  }
  return false;
}

/* "Oregon" of "Portland, Oregon": does the article speak of it? */
static bool in_region(const Context *context, const GwKnownEntity *entity)
{
  const size_t comma = gw_view_find(entity->label, GW_VIEW(", "), 0);
  if (comma == entity->label.length || !is_place(entity->type)) {
    return false;
  }
  const GwView region = gw_view_slice(entity->label, comma + 2, entity->label.length);
  for (size_t i = 0; i < context->country_count; i++) {
    const GwKnownEntity *place = gw_gazetteer_entity(context->gazetteer, context->countries[i]);
    if (place && gw_view_equal(place->label, region)) {
      return true;
    }
  }
  return false;
}

/* Whether the name's form is likely to be shared by organisations of several countries. */
static bool widespread(const Choice *choice)
{
  const GwEntityType type = choice->entity->type;
  return type == GW_PARTY || (is_organization(type) && choice->words < DISTINCT_WORDS);
}

static unsigned score(const Context *context, const Choice *choice)
{
  unsigned value = choice->prior;
  if (choice->entity->type == GW_COUNTRY) {
    return value;
  }
  if (in_region(context, choice->entity)) {
    value += REGION_BONUS;
  } else if (in_context(context, choice->entity)) {
    value += COUNTRY_BONUS;
  } else if (choice->entity->country.length && widespread(choice)) {
    value -= value < COUNTRY_PENALTY ? value : COUNTRY_PENALTY;
  }
  return value;
}

/* A surname alone, a bare acronym, and a short form whose full form is unknown prove nothing. */
static bool proven(const Choice *choice)
{
  return choice->fullest && (choice->spelled_out || choice->prior >= choice->needed)
         && (choice->entity->type != GW_PERSON || choice->words > 1);
}

static void add(Choice *choices, size_t *count, GwCandidate candidate, GwView name, bool fullest)
{
  size_t at = 0;
  while (at < *count && choices[at].entity != candidate.entity) {
    at++;
  }
  if (at == CHOICES) {
    return;
  }
  *count += at == *count;
  Choice *choice = &choices[at];
  const size_t words = words_of(name);
  choice->entity = candidate.entity;
  choice->prior = candidate.prior > choice->prior ? candidate.prior : choice->prior;
  choice->words = words > choice->words ? words : choice->words;
  choice->spelled_out |= !is_acronym(name);
  choice->needed = name.length <= 2 ? DOMINANT_SHORT : DOMINANT;
  choice->fullest |= fullest;
}

/* The fullest form itself, or the name that a title stands before ("President Donald Trump"). */
static bool is_fullest(GwView fullest, GwView name)
{
  const size_t rest = fullest.length - name.length;
  return gw_view_equal(fullest, name)
         || (words_of(name) > 1 && gw_view_ends(fullest, name) && fullest.data[rest - 1] == ' ');
}

static size_t collect(const Context *context, Choice *choices)
{
  const GwView *names = context->names;
  size_t count = 0;
  for (size_t i = 0; i < context->name_count; i++) {
    size_t found = 0;
    const GwCandidate *candidates = gw_gazetteer_find(context->gazetteer, names[i], &found);
    for (size_t k = 0; k < found; k++) {
      if (type_fits(context, candidates[k].entity->type, names[i])) {
        add(choices, &count, candidates[k], names[i], is_fullest(names[0], names[i]));
      }
    }
  }
  return count;
}

const GwKnownEntity *gw_link_choose(const GwGazetteer *gazetteer, const GwView *names,
                                    size_t name_count, GwEntityType type,
                                    const GwView *countries, size_t country_count)
{
  const Context context = {gazetteer, type, names, name_count, countries, country_count};
  Choice choices[CHOICES] = {{.entity = NULL}};
  const size_t count = collect(&context, choices);
  const Choice *best = NULL;
  unsigned highest = 0, second = 0;
  for (size_t i = 0; i < count; i++) {
    const unsigned value = score(&context, &choices[i]);
    if (!best || value > highest) {
      second = highest;
      highest = value;
      best = &choices[i];
    } else if (value > second) {
      second = value;
    }
  }
  const bool certain = best && highest >= THRESHOLD && highest - second >= MARGIN;
  return certain && proven(best) ? best->entity : NULL;
}

/* Names of institutions of which a country has one. */
static bool is_national(GwView name)
{
  static const char *const names[] = {
    "Congress", "Senate", "Parliament", "Constitution", "Supreme Court", "House of Representatives",
    "National Assembly", "Reserve Bank", "Central Bank", "House of Commons", "House of Lords",
    "Constitutional Court", "Bundestag", "Federal Reserve", NULL};
  for (const char *const *n = names; *n; n++) {
    if (gw_view_is(name, *n)) {
      return true;
    }
  }
  return false;
}

/* An institution of the country by one full name, when no other has that name. */
static const GwKnownEntity *find_institution(const GwGazetteer *gazetteer, GwView full,
                                             const GwKnownEntity *country)
{
  size_t count = 0;
  const GwCandidate *c = gw_gazetteer_find(gazetteer, full, &count);
  const bool sure = count > 0 && c[0].prior >= THRESHOLD
                    && (count == 1 || c[0].prior - c[1].prior >= MARGIN);
  const GwEntityType type = sure ? c[0].entity->type : GW_CONCEPT;
  const bool fits = (is_organization(type) && type != GW_PARTY && type != GW_COMPANY)
                    || type == GW_LAW;
  const GwView own = fits ? c[0].entity->country : GW_VIEW("");
  return fits && (own.length == 0 || gw_view_equal(own, country->country)) ? c[0].entity : NULL;
}

/* "Indian" of "Indian Parliament" is cut off and tells the country. */
static const GwKnownEntity *cut_country(const GwGazetteer *gazetteer, GwView *name)
{
  size_t count = 0;
  const size_t space = gw_view_find(*name, GW_VIEW(" "), 0);
  const GwView word = gw_view_slice(*name, 0, space);
  const GwKnownEntity *country = gw_gazetteer_demonym(gazetteer, word);
  const GwCandidate *c = country ? NULL : gw_gazetteer_find(gazetteer, word, &count);
  if (count && c[0].entity->type == GW_COUNTRY) {
    country = c[0].entity;
  }
  if (country && space < name->length) {
    *name = gw_view_slice(*name, space + 1, name->length);
  }
  return country;
}

const GwKnownEntity *gw_link_national(const GwGazetteer *gazetteer, GwView name,
                                      const GwKnownEntity *country)
{
  const GwKnownEntity *told = cut_country(gazetteer, &name), *found = NULL;
  country = told ? told : country;
  if (!country || !is_national(name)) {
    return NULL;
  }
  GwArena arena = GW_ARENA_INIT;
  const GwView label = country->label;
  const GwView full[] = {
    gw_view_format(&arena, "%.*s %.*s", GW_PRINT(label), GW_PRINT(name)),
    gw_view_format(&arena, "%.*s of %.*s", GW_PRINT(name), GW_PRINT(label)),
    gw_view_format(&arena, "%.*s of the %.*s", GW_PRINT(name), GW_PRINT(label))};
  for (size_t i = 0; i < sizeof full / sizeof *full && !found; i++) {
    found = full[i].data ? find_institution(gazetteer, full[i], country) : NULL;
  }
  gw_arena_free(&arena);
  return found;
}

const GwKnownEntity *gw_link_head(const GwGazetteer *gazetteer, GwView surname,
                                  const GwView *countries, size_t country_count)
{
  size_t count = 0, heads = 0;
  const Context context = {gazetteer, GW_PERSON, &surname, 1, countries, country_count};
  const GwCandidate *c = gw_gazetteer_find(gazetteer, surname, &count);
  const GwKnownEntity *head = NULL;
  for (size_t i = 0; i < count; i++) {
    if (c[i].entity->type == GW_PERSON && c[i].prior >= HEAD_SURNAME) {
      head = c[i].entity;
      heads++;
    }
  }
  return heads == 1 && in_context(&context, head) ? head : NULL;
}
