#include "extract/knowledge/pronouns.h"

#include "extract/knowledge/types.h"

#include <string.h>

enum { SENTENCES_BACK = 3 };

static bool is_plural_mention(const GwSentence *s, const GwMention *m)
{
  const char *tag = s->tokens[m->head].xpos;
  return strcmp(tag, "NNS") == 0 || strcmp(tag, "NNPS") == 0
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

/* The only person named in the sentences before (and in this one before the pronoun). */
static size_t only_person(const GwReader *r, size_t sentence, size_t pronoun)
{
  const GwKnowledge *k = r->knowledge;
  size_t found = GW_NO_INDEX;
  for (size_t back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
    const size_t at = sentence - back;
    const GwSentence *s = gw_sentence(r, at);
    for (size_t t = 0; t < s->token_count && (back || t < pronoun); t++) {
      const size_t m = gw_mention_at(k, at, t);
      const size_t e = m == GW_NO_INDEX ? GW_NO_INDEX : k->mentions[m].entity;
      if (e != GW_NO_INDEX && k->entities[e].type == GW_PERSON && e != found) {
        if (found != GW_NO_INDEX) {
          return GW_NO_INDEX;
        }
        found = e;
      }
    }
    if (found != GW_NO_INDEX && back) {
      return found;
    }
  }
  return found;
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
    return only_person(r, sentence, pronoun);
  }
  return parallel_subject(r, sentence, pronoun);
}
