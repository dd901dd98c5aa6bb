#include "extract/knowledge/pronouns.h"

#include "extract/knowledge/coreference.h"
#include "extract/knowledge/quotes.h"

/* Ties of this probability and above are right nine times in ten on GUM dev
 * (doc/quality.md). */
#define SURE 0.7
#define LIKELY 0.5 ///< enough where grammar says the same
#define EVENT 0.8  ///< that "this" means what the sentence before says

static bool is_personal(const GwSentence *s, size_t token)
{
  return s->tokens[token].upos == GW_PRON
         && gw_lemma_is(s, token, "he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|"
                                  "their|theirs|themselves");
}

/* "The ban lasted long, and it changed ...": is the entity the subject of a clause that the
 * pronoun's clause is coordinated with or depends on? */
static bool is_parallel_subject(const GwReader *r, size_t sentence, size_t pronoun, size_t entity)
{
  const GwSentence *s = gw_sentence(r, sentence);
  size_t at = gw_relates(s, pronoun, "nsubj") ? gw_parent(s, pronoun) : GW_NO_INDEX;
  for (size_t up = at == GW_NO_INDEX ? at : gw_parent(s, at);
       up != GW_NO_INDEX && gw_relates(s, at, "conj|advcl|ccomp"); up = gw_parent(s, at)) {
    const size_t subject = gw_child(s, up, "nsubj", 0);
    const size_t m = subject == GW_NO_INDEX ? subject
                                            : gw_mention_at(r->knowledge, sentence, subject);
    if (m != GW_NO_INDEX && subject < pronoun) {
      return r->knowledge->mentions[m].entity == entity;
    }
    at = up;
  }
  return false;
}

/* "I" in direct speech is who speaks, else whose turn it is in an interview. */
static size_t said_by(GwReader *r, size_t sentence, size_t pronoun)
{
  const size_t turn = gw_turn_speaker(r, sentence);
  return turn == GW_NO_INDEX && gw_is_direct_speech(r, sentence, pronoun)
           ? gw_quote_speaker(r, sentence) : turn;
}

size_t gw_pronoun_entity(GwReader *r, size_t sentence, size_t pronoun)
{
  const GwSentence *s = gw_sentence(r, sentence);
  double probability = 0;
  if (gw_lemma_is(s, pronoun, "I|i|me|my|myself")) {
    return said_by(r, sentence, pronoun);
  }
  const size_t entity = is_personal(s, pronoun)
                          ? gw_tied_entity(r, sentence, pronoun, &probability) : GW_NO_INDEX;
  const bool sure = probability >= SURE
                    || (probability >= LIKELY && is_parallel_subject(r, sentence, pronoun, entity));
  return sure ? entity : GW_NO_INDEX;
}

double gw_meaning_certainty(const GwReader *r, size_t sentence, size_t token)
{
  const GwKnowledge *k = r->knowledge;
  const size_t reference = k->references->of_token[k->sentence_start[sentence] + token];
  const size_t m = gw_mention_at(k, sentence, token);
  const GwSentence *s = gw_sentence(r, sentence);
  double probability = 1;
  if (m == GW_NO_INDEX && s->tokens[token].upos == GW_PRON && gw_lemma_is(s, token, "this|that")
      && s->tokens[token].xpos[0] != 'W') {
    return EVENT;
  }
  if (reference == GW_NO_INDEX || (s->tokens[token].upos == GW_PRON && !is_personal(s, token))
      || (m != GW_NO_INDEX && k->mentions[m].entity == k->references->items[reference].entity)) {
    return 1;
  }
  const size_t entity = gw_tied_entity(r, sentence, token, &probability);
  const size_t meant = m == GW_NO_INDEX ? entity : k->mentions[m].entity;
  return entity != GW_NO_INDEX && entity == meant ? probability : 1;
}
