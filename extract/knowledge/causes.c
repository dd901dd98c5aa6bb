/* Causes told by connectives: "because", "due to", "as a result of", "spurred by", "amid". */
#include "extract/knowledge/causes.h"

#include "base/utf8.h"
#include "extract/knowledge/arguments.h"

static const double stated = 0.85, hinted = 0.6; ///< confidence of a told and of a hinted cause

GwEnd gw_cause_end(GwReader *r, size_t sentence, size_t token, size_t except)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t entity = gw_is_verbal(s, token) ? gw_clause_entity(r, sentence, token, except)
                                               : gw_entity_of(r, sentence, token);
  return (GwEnd){entity, token};
}

void gw_state_cause(GwReader *r, size_t sentence, GwEnd cause, GwEnd effect, size_t governor,
                    GwCauseReading reading)
{
  const bool inverted = gw_view_starts(reading.relation, GW_VIEW("-"));
  const GwView name = gw_view_slice(reading.relation, inverted ? 1 : 0, reading.relation.length);
  const GwRelation *relation = gw_lexicon_relation(r->lexicon, name);
  if (!relation || cause.entity == GW_NO_INDEX || effect.entity == GW_NO_INDEX) {
    return;
  }
  const GwContext context = gw_context(r, sentence, governor);
  GwStatement st = gw_statement_new(&context, sentence, governor, *relation, reading.rule,
                                    reading.confidence);
  st.polarity = GW_POSITIVE;          /* "not working because of heat": heat is the cause, */
  if (st.modality != GW_QUESTIONED && st.modality != GW_CONDITIONAL) {
    st.modality = GW_ACTUAL;          /* and of "should work", too: the effect's words say so */
  }
  st.modality = reading.hinted && st.modality == GW_ACTUAL ? GW_POSSIBLE : st.modality;
  st.subject = inverted ? effect.entity : cause.entity;
  st.subject_token = inverted ? effect.token : cause.token;
  st.object_kind = GW_OBJECT_ENTITY;
  st.object = inverted ? cause.entity : effect.entity;
  st.object_token = inverted ? cause.token : effect.token;
  gw_add_statement(r, st);
}

/* The effect that a cause hangs on: the noun it modifies, or the clause without it. */
static GwEnd effect_of(GwReader *r, size_t sentence, size_t governor, size_t cause)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t mention = gw_mention_at(r->knowledge, sentence, governor);
  if (mention != GW_NO_INDEX && !gw_is_verbal(s, governor)) {
    return (GwEnd){r->knowledge->mentions[mention].entity, governor};
  }
  return (GwEnd){gw_is_verbal(s, governor) ? gw_clause_entity(r, sentence, governor, cause)
                                           : GW_NO_INDEX, governor};
}

/* "a result of" between "as" and the flood: the words from the preposition of `noun` to that of
 * the noun that `noun` only leads to; in lower case. The empty view when there is no such noun. */
static GwView long_marker(GwReader *r, const GwSentence *s, size_t noun, size_t *complement)
{
  const size_t first = gw_child(s, noun, "case", 0);
  *complement = gw_child(s, noun, "nmod", noun);
  const size_t last = *complement == GW_NO_INDEX ? GW_NO_INDEX
                                                 : gw_child(s, *complement, "case", noun);
  if (first == GW_NO_INDEX || last != noun + 1 || first > noun) {
    return GW_VIEW("");
  }
  const GwView text = gw_phrase_text(r->document, s, (GwPhrase){first, last});
  const GwView lower = gw_utf8_lower(r->arena, text);
  return lower.data ? lower : GW_VIEW("");
}

GwView gw_cause_marker(GwReader *r, const GwSentence *s, size_t noun, size_t *cause,
                       const char *class_name)
{
  const GwView plain = gw_lexicon_value(r->lexicon, class_name,
                                        gw_marker(r->arena, s, noun, "case"));
  *cause = noun;
  if (plain.length) {
    return plain;
  }
  size_t complement;
  const GwView value = gw_lexicon_value(r->lexicon, class_name,
                                        long_marker(r, s, noun, &complement));
  *cause = value.length ? complement : noun;
  return value;
}

/* "because of heat", "in the wake of a strike": a noun as cause. */
static void read_noun_cause(GwReader *r, size_t sentence, size_t noun)
{
  size_t first;
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t governor = gw_parent(s, noun);
  GwCauseReading reading = {gw_cause_marker(r, s, noun, &first, "cause"), "cause-preposition",
                            stated, false};
  if (!reading.relation.length) {
    reading = (GwCauseReading){gw_cause_marker(r, s, noun, &first, "cause-hint"), "cause-hint",
                               hinted, true};
  }
  if (governor == GW_NO_INDEX || !reading.relation.length
      || (reading.hinted && (gw_is_time_phrase(r, s, first) || !gw_is_verbal(s, governor)))) {
    return;
  }
  GwTokens causes = {{0}, 0};
  gw_add_coordinated(s, first, &causes);
  const GwEnd effect = effect_of(r, sentence, governor, noun);
  for (size_t i = 0; i < causes.count; i++) {
    const size_t cause = causes.tokens[i];
    gw_state_cause(r, sentence, (GwEnd){gw_entity_of(r, sentence, cause), cause}, effect,
                   governor, reading);
  }
}

/* "because prices rose": a clause as cause. */
static void read_clause_cause(GwReader *r, size_t sentence, size_t clause)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t governor = gw_parent(s, clause);
  const GwView marker = gw_marker(r->arena, s, clause, "mark");
  const GwView relation = gw_lexicon_value(r->lexicon, "cause", marker);
  if (governor != GW_NO_INDEX && relation.length) {
    gw_state_cause(r, sentence,
                   (GwEnd){gw_clause_entity(r, sentence, clause, GW_NO_INDEX), clause},
                   effect_of(r, sentence, governor, clause), governor,
                   (GwCauseReading){relation, "cause-conjunction", stated, false});
  }
}

/* Participles of causal verbs beside a clause: "Spurred by bans, people leave" has the clause as
 * effect; "..., leading to protests" has it as cause. */
static void read_participle(GwReader *r, size_t sentence, size_t verb)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t main = gw_parent(s, verb);
  bool inverted;
  const GwRelation relation = gw_lexicon_map(r->lexicon, r->arena, "relation",
                                             s->tokens[verb].lemma, &inverted);
  if (main == GW_NO_INDEX || relation.kind != GW_RELATION_CAUSE || !gw_is_passive(s, verb)
      || gw_child(s, verb, "mark|nsubj", 0) != GW_NO_INDEX) {
    return;
  }
  const GwFrame f = gw_frame(r, sentence, verb);
  for (size_t i = 0; i < f.subjects.count; i++) {
    const size_t cause = f.subjects.tokens[i];
    gw_state_cause(r, sentence, (GwEnd){gw_entity_of(r, sentence, cause), cause},
                   effect_of(r, sentence, main, verb), main,
                   (GwCauseReading){GW_VIEW("causes"), "cause-participle", 0.8, false});
  }
}

void gw_read_causes(GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t t = 0; t < s->token_count && !r->failed; t++) {
    if (gw_relates(s, t, "obl|nmod") || (gw_is_nominal(s, t) && gw_relates(s, t, "advcl"))) {
      read_noun_cause(r, sentence, t);
    } else if (gw_relates(s, t, "advcl")) {
      read_clause_cause(r, sentence, t);
      read_participle(r, sentence, t);
    }
  }
  gw_read_results(r, sentence);
}
