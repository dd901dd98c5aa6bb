/* Statements inside noun phrases: titles, appositions, possession, examples. */
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/name_spans.h"
#include "extract/knowledge/statements.h"
#include "extract/knowledge/types.h"

#include <string.h>

static size_t entity_at(const GwReader *r, size_t sentence, size_t token)
{
  const size_t m = gw_mention_at(r->knowledge, sentence, token);
  return m == GW_NO_INDEX ? GW_NO_INDEX : r->knowledge->mentions[m].entity;
}

static size_t add(GwReader *r, size_t sentence, size_t token, const char *relation, GwEnd subject,
                  GwEnd object, const char *rule, double confidence)
{
  const GwContext context = GW_PLAIN_FACT;
  GwStatement st = gw_statement_new(&context, sentence, token, gw_canonical(r, relation), rule,
                                    confidence);
  st.subject = subject.entity;
  st.subject_token = subject.token;
  st.object_kind = GW_OBJECT_ENTITY;
  st.object = object.entity;
  st.object_token = object.token;
  return object.entity == GW_NO_INDEX ? GW_NO_INDEX : gw_add_statement(r, st);
}

/* Entity of an office or role that has no mention of its own: "President" before a name. */
static size_t office_entity(GwReader *r, size_t sentence, GwPhrase phrase)
{
  const size_t entity = gw_action_entity(r, sentence, phrase.last, phrase, GW_ROLE);
  if (entity != GW_NO_INDEX) {
    r->knowledge->entities[entity].clause = false;
  }
  return entity;
}

/* "Chinese President Xi Jinping", "the economist Ashok Gulati". */
static void read_title(GwReader *r, size_t sentence, size_t mention)
{
  const GwMention m = r->knowledge->mentions[mention];
  const GwSentence *s = gw_sentence(r, sentence);
  if (!m.named || r->knowledge->entities[m.entity].type != GW_PERSON || m.first == 0
      || !gw_is_nominal(s, m.first - 1)
      || !gw_is_title(r, s, m.first - 1) || s->tokens[m.first - 1].upos == GW_PUNCT
      || gw_lemma_is(s, m.first - 1, "dr|dr.|mr|mr.|mrs|mrs.|ms|ms.|miss|madam|sir|prof|"
                                         "prof.")) {
    return;
  }
  GwPhrase p = {m.first - 1, m.first - 1};
  while (p.first > 0 && gw_relates(s, p.first - 1, "compound|amod")
         && !gw_gazetteer_demonym(r->gazetteer, s->tokens[p.first - 1].form)) {
    p.first--;
  }
  const bool office = gw_begins_upper(&s->tokens[p.last]);
  const size_t before = p.first ? p.first - 1 : 0;
  const GwKnownEntity *country = gw_gazetteer_demonym(r->gazetteer, s->tokens[before].form);
  const size_t role = office_entity(r, sentence, p);
  const size_t st = add(r, sentence, p.last, office ? "holdsOffice" : "isA",
                        (GwEnd){m.entity, m.head}, (GwEnd){role, p.last}, "title", 0.93);
  if (country && st != GW_NO_INDEX) {
    const size_t entity = gw_known_entity(r, country, sentence, before);
    if (r->knowledge->entities[m.entity].country == GW_NO_INDEX) {
      r->knowledge->entities[m.entity].country = entity;
    }
  }
}

static bool has_digit(const GwSentence *s, size_t token)
{
  const GwPhrase p = gw_subtree(s, token);
  for (size_t i = p.first; i <= p.last; i++) {
    if (s->tokens[i].upos == GW_NUM) {
      return true;
    }
  }
  return false;
}

/* "Porto, Portugal": a place, then what it lies in. */
static bool lies_in(const GwSentence *s, size_t token, const GwEntity *place,
                    const GwEntity *around)
{
  const size_t first = gw_subtree(s, token).first;
  return gw_is_place(place->type) && place->type != GW_COUNTRY && gw_is_place(around->type)
         && gw_lemma_is(s, first, ",") && gw_child(s, token, "case|conj", 0) == GW_NO_INDEX;
}

static void describe(GwReader *r, size_t sentence, size_t apposition, GwEnd who, GwEnd what,
                     double confidence)
{
  const GwContext context = GW_PLAIN_FACT;
  if (!gw_read_noun_relation(r, sentence, what.token, &context, who)
      || !gw_is_mere_relation(gw_sentence(r, sentence), what.token)) {
    add(r, sentence, apposition, "isA", who, what, "apposition", confidence);
  }
}

/* "Narendra Modi, the prime minister": an apposition says what its noun is. */
static void read_apposition(GwReader *r, size_t sentence, size_t token)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t noun = gw_parent(s, token);
  size_t left = noun == GW_NO_INDEX ? GW_NO_INDEX : entity_at(r, sentence, noun);
  if (left == GW_NO_INDEX && noun != GW_NO_INDEX) {
    left = gw_entity_of(r, sentence, noun);
  }
  const size_t right = entity_at(r, sentence, token);
  if (s->tokens[token].upos == GW_ADJ || s->tokens[token].upos == GW_NUM
      || (noun != GW_NO_INDEX && s->tokens[noun].upos == GW_NUM)
      || s->tokens[token].mention == GW_MENTION_TIME || has_digit(s, token)) {
    return;                           /* "(c. 1230)", "(hence draconian)" */
  }
  if (left == GW_NO_INDEX || right == GW_NO_INDEX || left == right) {
    return;
  }
  const GwEnd before = {left, noun}, after = {right, token};
  const GwEntity *a = &r->knowledge->entities[left], *b = &r->knowledge->entities[right];
  if (a->named && !b->named) {
    describe(r, sentence, token, before, after, 0.88);
  } else if (b->named && !a->named) {
    describe(r, sentence, token, after, before, 0.85);
  } else if (!a->named) {
    describe(r, sentence, token, before, after, 0.75);
  } else if (lies_in(s, token, a, b)) {
    add(r, sentence, token, "locatedIn", before, after, "location", 0.85);
  }
}

/* "the government's policy": the possessor has it. */
static void read_possession(GwReader *r, size_t sentence, size_t token)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t noun = gw_parent(s, token);
  const size_t owner = gw_entity_of(r, sentence, token);
  const size_t owned = noun == GW_NO_INDEX ? GW_NO_INDEX : entity_at(r, sentence, noun);
  if (owner == GW_NO_INDEX || owned == GW_NO_INDEX || r->knowledge->entities[owned].named) {
    return;
  }
  add(r, sentence, token, "has", (GwEnd){owner, token}, (GwEnd){owned, noun}, "possessive",
      0.88);
}

/* "destinations such as Canada or Australia": each is an example. */
static void read_examples(GwReader *r, size_t sentence, size_t token)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwView marker = gw_marker(r->arena, s, token, "case");
  const size_t noun = gw_parent(s, token);
  if (noun == GW_NO_INDEX
      || !(gw_view_is(marker, "such as") || gw_view_is(marker, "including"))) {
    return;
  }
  GwTokens examples = {{0}, 0};
  gw_add_coordinated(s, token, &examples);
  const size_t kind = entity_at(r, sentence, noun);
  for (size_t i = 0; i < examples.count && kind != GW_NO_INDEX; i++) {
    const size_t example = examples.tokens[i];
    add(r, sentence, example, "exampleOf",
        (GwEnd){gw_entity_of(r, sentence, example), example}, (GwEnd){kind, noun}, "example",
        0.88);
  }
}

static bool is_named_place(const GwReader *r, size_t entity)
{
  const GwEntity *e = &r->knowledge->entities[entity];
  return e->named && gw_is_place(e->type);
}

static bool is_locative(GwView preposition)
{
  return gw_view_is(preposition, "in") || gw_view_is(preposition, "at")
         || gw_view_is(preposition, "near");
}

/* Is the place part of the noun's phrase, or right behind a place's or organisation's name? */
static bool lies_somewhere(const GwReader *r, const GwSentence *s, size_t mention,
                           size_t preposition)
{
  const GwMention *m = &r->knowledge->mentions[mention];
  const GwEntityType type = r->knowledge->entities[m->entity].type;
  return preposition <= m->last
         || (preposition == m->last + 1 && (gw_is_place(type) || type <= GW_UNIVERSITY)
             && type != GW_PERSON && !gw_relates(s, m->head, "obl"));
}

/* "importers in West Africa": where those that are spoken of are. */
static void read_location(GwReader *r, size_t sentence, size_t token)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t noun = gw_parent(s, token);
  const size_t m = noun == GW_NO_INDEX ? GW_NO_INDEX : gw_mention_at(r->knowledge, sentence, noun);
  if (m == GW_NO_INDEX || !is_locative(gw_marker(r->arena, s, token, "case"))
      || !lies_somewhere(r, s, m, gw_child(s, token, "case", 0))) {
    return;
  }
  const size_t bearer = gw_bearer(r, sentence, noun);     /* "Lagoa, a town in Brazil": Lagoa */
  const size_t who = bearer == noun ? r->knowledge->mentions[m].entity
                                    : gw_entity_of(r, sentence, bearer);
  GwTokens places = {{0}, 0};
  gw_add_coordinated(s, token, &places);
  for (size_t i = 0; i < places.count; i++) {
    const size_t place = entity_at(r, sentence, places.tokens[i]);
    if (place != GW_NO_INDEX && is_named_place(r, place)) {
      add(r, sentence, places.tokens[i], "locatedIn",
          (GwEnd){who, bearer}, (GwEnd){place, places.tokens[i]},
          "location", 0.88);
    }
  }
}

/* "the town of Namoru": Namoru is a town. */
static void read_class(GwReader *r, size_t sentence, size_t noun)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t name = gw_named_by_complement(s, noun);
  const size_t entity = name == GW_NO_INDEX ? name : entity_at(r, sentence, name);
  if (entity != GW_NO_INDEX) {
    const size_t class = office_entity(r, sentence, (GwPhrase){noun, noun});
    if (class != GW_NO_INDEX) {
      r->knowledge->entities[class].type = GW_PLACE;
    }
    add(r, sentence, noun, "isA", (GwEnd){entity, name}, (GwEnd){class, noun}, "class",
        0.93);
  }
}

void gw_read_nominals(GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t t = 0; t < s->token_count && !r->failed; t++) {
    const size_t mention = gw_mention_at(r->knowledge, sentence, t);
    if (mention != GW_NO_INDEX) {
      read_title(r, sentence, mention);
    }
    read_class(r, sentence, t);
    if (gw_relates(s, t, "appos")) {
      read_apposition(r, sentence, t);
    } else if (gw_relates(s, t, "nmod:poss")) {
      read_possession(r, sentence, t);
    } else if (gw_relates(s, t, "nmod")) {
      read_examples(r, sentence, t);
      read_location(r, sentence, t);
    }
  }
}
