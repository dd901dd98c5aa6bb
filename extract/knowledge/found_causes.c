/* Causes that the engine found, weighed against what the rules read.
 *
 * The engine learnt from news what annotators take for a cause, purposes and motives among it. So
 * its word alone is stated as possible, and only where it is sure and a word that may tell a cause
 * ("as", "since", "over") stands before it; where a rule reads the same, the two together are surer
 * than the rule. */
#include "base/utf8.h"
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/causes.h"
#include "extract/knowledge/context.h"

static const double sure = 0.9;         ///< probability from which the engine's word alone counts
static const double trust = 0.5;        ///< share of the rule's doubt that agreement takes away
static const double alone = 0.65;       ///< confidence of what the engine alone is certain of

static bool is_causal(const GwStatement *st)
{
  return st->relation.kind == GW_RELATION_CAUSE || st->relation.kind == GW_RELATION_PREVENT;
}

static bool lies_in(size_t token, size_t first, size_t last)
{
  return first <= token && token <= last;
}

/* Does the statement link the two spans, from cause to effect or (`turned`) the other way? */
static bool links(const GwStatement *st, const GwCause *c, bool turned)
{
  const size_t cause = turned ? st->object_token : st->subject_token;
  const size_t effect = turned ? st->subject_token : st->object_token;
  return lies_in(cause, c->cause_first, c->cause_last)
         && lies_in(effect, c->effect_first, c->effect_last);
}

/* A word that can tell a cause signals it, and is the one before the cause: verbs of causing are
 * read as such, and purposes and conditions are none. */
static bool is_signalled(const GwReader *r, const GwSentence *s, const GwCause *c)
{
  const size_t t = c->signal_first;
  if (!c->signalled || !gw_relates(s, t, "case|mark|advmod") || !gw_below(s, t, c->cause)) {
    return false;
  }
  const size_t other = gw_child(s, c->cause, "mark|case", 0);
  const size_t second = gw_child(s, c->cause, "mark", t + 1);
  const GwView form = gw_utf8_lower(r->arena, s->tokens[t].form);
  return form.data && gw_lexicon_value(r->lexicon, "cause-sign", form).length
         && (other == t || other == GW_NO_INDEX)
         && (second == GW_NO_INDEX || !gw_lemma_is(s, second, "to"));  /* "for us to see": an aim */
}

static void state_found(GwReader *r, size_t sentence, const GwCause *c)
{
  const GwSentence *s = gw_sentence(r, sentence);
  if (c->probability < sure || !is_signalled(r, s, c) || gw_below(s, c->effect, c->cause)
      || gw_is_mere_comment(r, s, c->cause)) {
    return;
  }
  const bool below = gw_below(s, c->cause, c->effect);
  size_t branch = c->cause;
  while (below && gw_parent(s, branch) != c->effect) {
    branch = gw_parent(s, branch);    /* the effect is named without what tells its cause */
  }
  gw_state_cause(r, sentence, gw_cause_end(r, sentence, c->cause, GW_NO_INDEX),
                 gw_cause_end(r, sentence, c->effect, below ? branch : GW_NO_INDEX), c->effect,
                 (GwCauseReading){GW_VIEW("causes"), "cause-found", alone * c->probability, true});
}

void gw_read_found_causes(GwReader *r, size_t sentence, size_t first_statement)
{
  const GwSentence *s = gw_sentence(r, sentence);
  GwKnowledge *k = r->knowledge;
  for (size_t i = 0; i < s->cause_count && !r->failed; i++) {
    const GwCause *c = &s->causes[i];
    bool told = false;
    const size_t end = k->statement_count;
    for (size_t n = first_statement; n < end; n++) {
      GwStatement *st = &k->statements[n];
      if (is_causal(st) && links(st, c, false)) {
        st->confidence += (1 - st->confidence) * trust * c->probability;
        told = true;
      }
      told = told || (is_causal(st) && links(st, c, true));
    }
    if (!told) {
      state_found(r, sentence, c);
    }
  }
}
