#include "extract/knowledge/pronouns.h"

#include "extract/knowledge/types.h"

#include <string.h>

enum { SENTENCES_BACK = 1 };

static bool is_plural_mention(const GwSentence *s, const GwMention *m)
{
  return gw_is_plural(s, m->head)
         || gw_child(s, m->head, "conj", 0) != GW_NO_INDEX
         || gw_lemma_is(s, m->head, "people|police|those");
}

static bool is_animate(GwEntityType type)
{
  return type == GW_PERSON || type == GW_GROUP || type == GW_ROLE;
}

/* May `pronoun` stand for the mention, by number and by whether it speaks of people? */
static bool agrees(const GwReader *r, const GwSentence *of_pronoun, size_t pronoun,
                   const GwMention *m)
{
  const GwEntity *e = &r->knowledge->entities[m->entity];
  const bool plural = is_plural_mention(gw_sentence(r, m->sentence), m);
  if (gw_lemma_is(of_pronoun, pronoun, "they|their|them|themselves")) {
    return plural || e->type == GW_ORGANIZATION || e->type == GW_COMPANY;
  }
  if (gw_lemma_is(of_pronoun, pronoun, "it|its|itself")) {
    return !plural && !is_animate(e->type);
  }
  return false;
}

static bool is_singular_person(const GwReader *r, const GwMention *m)
{
  const GwEntity *e = &r->knowledge->entities[m->entity];
  const GwSentence *s = gw_sentence(r, m->sentence);
  return e->type == GW_PERSON
         || (e->type == GW_ROLE && s->tokens[m->head].mention == GW_MENTION_PERSON
             && !is_plural_mention(s, m));
}

/* Persons that a sentence mentions before a token, and the one among them that is a subject.
 * Unnamed persons count where they are subjects, and all of them in the pronoun's own sentence. */
typedef struct {
  size_t count, subject; ///< entity of the first subject that is a person
  bool pronoun;          ///< "he" or "she" is a subject
} Persons;

/* "Mr Smith" is not "she". */
static bool title_contradicts(const GwSentence *s, const GwMention *m, bool female)
{
  return m->first > 0
         && gw_lemma_is(s, m->first - 1, female ? "mr|mr.|sir|lord|king|prince|chairman"
                                                : "mrs|mrs.|ms|ms.|miss|lady|queen|princess");
}

static Persons persons_before(const GwReader *r, size_t sentence, size_t end, bool female,
                              bool own)
{
  const GwSentence *s = gw_sentence(r, sentence);
  Persons found = {0, GW_NO_INDEX, false};
  size_t last = GW_NO_INDEX;
  for (size_t t = 0; t < end; t++) {
    const size_t m = gw_mention_at(r->knowledge, sentence, t);
    const bool subject = gw_relates(s, t, "nsubj");
    found.pronoun = found.pronoun || (subject && gw_lemma_is(s, t, "he|she"));
    if (m == GW_NO_INDEX || !is_singular_person(r, &r->knowledge->mentions[m])
        || title_contradicts(s, &r->knowledge->mentions[m], female)) {
      continue;
    }
    const size_t entity = r->knowledge->mentions[m].entity;
    const bool named = r->knowledge->entities[entity].named;
    found.count += entity != last && (named || subject || own);
    last = named || subject || own ? entity : last;
    if (subject && found.subject == GW_NO_INDEX) {
      found.subject = entity;
    }
  }
  return found;
}

/* "He" and "she": the only person before the pronoun in its sentence, if that is a subject, else
 * the person that the sentences before are about. Where two come into question, nobody. */
static size_t person_meant(const GwReader *r, size_t sentence, size_t pronoun)
{
  const bool female = gw_lemma_is(gw_sentence(r, sentence), pronoun, "she|her");
  const Persons here = persons_before(r, sentence, pronoun, female, true);
  if (here.count > 0) {
    return here.count == 1 ? here.subject : GW_NO_INDEX;
  }
  size_t others = 0;
  for (size_t at = sentence; at > 0 && others <= SENTENCES_BACK;) {
    at--;
    const Persons before = persons_before(r, at, gw_sentence(r, at)->token_count, female, false);
    if (before.subject != GW_NO_INDEX
        && r->knowledge->entities[before.subject].named) {
      return before.subject;
    }
    if (before.count > 1) {
      return GW_NO_INDEX;
    }
    others += !before.pronoun;
  }
  return GW_NO_INDEX;
}

static size_t subject_mention(const GwReader *r, size_t sentence, size_t predicate)
{
  const size_t subject = gw_child(gw_sentence(r, sentence), predicate, "nsubj", 0);
  return subject == GW_NO_INDEX ? GW_NO_INDEX : gw_mention_at(r->knowledge, sentence, subject);
}

/* "The ban lasted long, and it changed ...": the subject of the clause that this one is
 * coordinated with or depends on. */
static size_t parallel_subject(const GwReader *r, size_t sentence, size_t pronoun)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t clause = gw_relates(s, pronoun, "nsubj") ? gw_parent(s, pronoun) : GW_NO_INDEX;
  size_t up = clause == GW_NO_INDEX ? GW_NO_INDEX : gw_parent(s, clause);
  for (size_t at = clause;
       at != GW_NO_INDEX && up != GW_NO_INDEX && gw_relates(s, at, "conj|advcl|ccomp");
       at = up, up = gw_parent(s, at)) {
    const size_t m = subject_mention(r, sentence, up);
    if (m != GW_NO_INDEX && r->knowledge->mentions[m].head < pronoun
        && agrees(r, s, pronoun, &r->knowledge->mentions[m])) {
      return r->knowledge->mentions[m].entity;
    }
  }
  return GW_NO_INDEX;
}

size_t gw_pronoun_entity(const GwReader *r, size_t sentence, size_t pronoun)
{
  const GwSentence *s = gw_sentence(r, sentence);
  if (gw_lemma_is(s, pronoun, "he|she|him|his|her")) {
    return person_meant(r, sentence, pronoun);
  }
  if (gw_lemma_is(s, pronoun, "I|i|me|my|myself")) {
    return gw_turn_speaker(r, sentence);
  }
  return parallel_subject(r, sentence, pronoun);
}
