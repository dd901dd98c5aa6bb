/* Whom relative clauses speak of. */
#include "extract/knowledge/arguments.h"

#include <string.h>

bool gw_is_ranked(const GwSentence *s, size_t noun)
{
  for (size_t i = gw_child(s, noun, "amod|nummod", 0); i != GW_NO_INDEX;
       i = gw_child(s, noun, "amod|nummod", i + 1)) {
    if (gw_lemma_is(s, i, "first|second|third|last|latest|only|next|youngest|oldest|largest")) {
      return true;
    }
  }
  return false;
}

/* "The number of people who left": people left, not their number. */
static size_t people_of(const GwSentence *s, size_t noun)
{
  const bool amount = gw_lemma_is(s, noun, "number|majority|minority|lot|share|proportion|"
                                           "percentage|handful|dozen|hundred|thousand|million");
  const size_t of = amount ? gw_child(s, noun, "nmod", noun) : GW_NO_INDEX;
  const size_t preposition = of == GW_NO_INDEX ? of : gw_child(s, of, "case", 0);
  return preposition != GW_NO_INDEX && gw_lemma_is(s, preposition, "of") ? of : noun;
}

static bool is_named(const GwReader *r, size_t sentence, size_t token)
{
  const size_t m = gw_mention_at(r->knowledge, sentence, token);
  return gw_lemma_is(gw_sentence(r, sentence), token, "he|she")
         || (m != GW_NO_INDEX && r->knowledge->mentions[m].named);
}

size_t gw_bearer(const GwReader *r, size_t sentence, size_t noun)
{
  const GwSentence *s = gw_sentence(r, sentence);
  size_t head = noun;
  while (gw_relates(s, head, "conj") && gw_parent(s, head) != GW_NO_INDEX) {
    head = gw_parent(s, head);
  }
  const bool became = gw_relates(s, head, "xcomp") && gw_is_verbal(s, gw_parent(s, head));
  const size_t being = became ? gw_parent(s, head) : head;
  const size_t subject = gw_child(s, head, "cop", 0) == GW_NO_INDEX && !became
                           ? GW_NO_INDEX : gw_child(s, being, "nsubj", 0);
  const size_t described = gw_relates(s, head, "appos") ? gw_parent(s, head) : subject;
  const bool known = is_named(r, sentence, noun);
  return described != GW_NO_INDEX && !known && is_named(r, sentence, described)
           ? described : people_of(s, noun);
}

static bool is_human(const GwReader *r, size_t sentence, size_t token)
{
  const size_t m = gw_mention_at(r->knowledge, sentence, token);
  const GwEntityType type = m == GW_NO_INDEX ? GW_CONCEPT
    : r->knowledge->entities[r->knowledge->mentions[m].entity].type;
  return gw_sentence(r, sentence)->tokens[token].mention == GW_MENTION_PERSON || type == GW_PERSON
         || type == GW_GROUP || type == GW_ROLE;
}

/* "Which" takes no person: of "the ban for all persons, which ..." it is the ban. */
static size_t not_human(const GwReader *r, size_t sentence, size_t noun)
{
  const GwSentence *s = gw_sentence(r, sentence);
  size_t at = noun;
  while (at != GW_NO_INDEX && is_human(r, sentence, at)) {
    const bool inside = gw_relates(s, at, "nmod|acl|obl|obj|appos");
    at = inside ? gw_parent(s, at) : GW_NO_INDEX;
  }
  return at != GW_NO_INDEX && gw_is_nominal(s, at) ? at : noun;
}

/* The noun that the roles take the pronoun for ("R-ARG1" stands for the "ARG1"), if the tree lets
 * it: of "credit for pasture, which the bank gave" it may be the credit. */
static size_t referent(const GwSentence *s, size_t pronoun, size_t noun)
{
  for (size_t i = 0; i < s->role_count; i++) {
    const GwRole *role = &s->roles[i];
    if (role->argument == pronoun && strncmp(role->role, "R-", 2) == 0) {
      const size_t found = gw_argument_with_role(s, role->predicate, role->role + 2);
      const bool beside = found != GW_NO_INDEX && found < pronoun && gw_is_nominal(s, found)
                          && gw_below(s, noun, found);
      return beside ? found : noun;
    }
  }
  return noun;
}

size_t gw_antecedent(const GwReader *r, size_t sentence, size_t pronoun)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t at = pronoun; at != GW_NO_INDEX; at = gw_parent(s, at)) {
    if (gw_relates(s, at, "acl:relcl")) {
      const size_t up = gw_parent(s, at);
      const bool apart = gw_lemma_is(s, pronoun, "which") && pronoun > 0
                         && s->tokens[pronoun - 1].upos == GW_PUNCT;
      const size_t noun = up != GW_NO_INDEX && apart ? referent(s, pronoun, up) : up;
      return noun != GW_NO_INDEX && gw_lemma_is(s, pronoun, "which")
               ? not_human(r, sentence, noun) : noun;
    }
  }
  return GW_NO_INDEX;
}
