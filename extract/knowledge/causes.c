/* Causes told by connectives: "because", "due to", "spurred by", "resulting in". */
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/statements.h"

/* The effect that a cause hangs on: the noun it modifies, or the clause. */
static size_t effect_of(GwReader *r, size_t sentence, size_t governor, size_t cause)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t mention = gw_mention_at(r->knowledge, sentence, governor);
  if (mention != GW_NO_INDEX && !gw_is_verbal(s, governor)) {
    return r->knowledge->mentions[mention].entity;
  }
  return gw_is_verbal(s, governor) ? gw_clause_entity(r, sentence, governor, cause)
                                   : GW_NO_INDEX;
}

static void add(GwReader *r, size_t sentence, GwEnd cause, size_t effect, size_t governor,
                const char *rule, double confidence)
{
  const GwContext context = gw_context(r, sentence, governor);
  GwStatement st = gw_statement_new(&context, sentence, governor, gw_canonical(r, "causes"), rule,
                                    confidence);
  st.polarity = GW_POSITIVE;          /* "not working because of heat": heat is the cause, */
  if (st.modality != GW_QUESTIONED && st.modality != GW_CONDITIONAL) {
    st.modality = GW_ACTUAL;          /* and of "should work", too: the effect's words say so */
  }
  st.subject = cause.entity;
  st.subject_token = cause.token;
  st.object_kind = GW_OBJECT_ENTITY;
  st.object = effect;
  st.object_token = governor;
  if (cause.entity != GW_NO_INDEX && effect != GW_NO_INDEX) {
    gw_add_statement(r, st);
  }
}

/* "because of heat", "due to a strike": a noun as cause. */
static void read_noun_cause(GwReader *r, size_t sentence, size_t noun)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t governor = gw_parent(s, noun);
  const GwView marker = gw_marker(r->arena, s, noun, "case");
  if (governor == GW_NO_INDEX || !gw_lexicon_value(r->lexicon, "cause", marker).length) {
    return;
  }
  GwTokens causes = {{0}, 0};
  gw_add_coordinated(s, noun, &causes);
  const size_t effect = effect_of(r, sentence, governor, noun);
  for (size_t i = 0; i < causes.count; i++) {
    const size_t cause = causes.tokens[i];
    add(r, sentence, (GwEnd){gw_entity_of(r, sentence, cause, NULL), cause}, effect, governor,
        "cause-preposition", 0.85);
  }
}

/* "because prices rose": a clause as cause. */
static void read_clause_cause(GwReader *r, size_t sentence, size_t clause)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t governor = gw_parent(s, clause);
  const GwView marker = gw_marker(r->arena, s, clause, "mark");
  if (governor != GW_NO_INDEX && gw_lexicon_value(r->lexicon, "cause", marker).length) {
    add(r, sentence, (GwEnd){gw_clause_entity(r, sentence, clause, GW_NO_INDEX), clause},
        effect_of(r, sentence, governor, clause),
        governor, "cause-conjunction", 0.85);
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
    add(r, sentence, (GwEnd){gw_entity_of(r, sentence, cause, NULL), cause},
        effect_of(r, sentence, main, verb), main, "cause-participle", 0.8);
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
}
