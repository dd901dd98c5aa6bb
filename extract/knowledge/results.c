/* Effects told by what stands with them: adverbs that point back ("as a result", "so"), predicates
 * ("is the cause of", "is responsible for") and demonstratives ("This led to ..."). */
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/causes.h"

#include <string.h>

static const double within = 0.8, across = 0.7; ///< confidence in a sentence, and between two

size_t gw_main_event(const GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t t = 0; t < s->token_count; t++) {
    if (s->tokens[t].head == 0) {
      const size_t reported = gw_speech_relation(r, s, t).length ? gw_reported_complement(s, t)
                                                                 : GW_NO_INDEX;
      const size_t event = reported == GW_NO_INDEX ? t : reported;
      return gw_is_verbal(s, event) ? event : GW_NO_INDEX;
    }
  }
  return GW_NO_INDEX;
}

size_t gw_event_before(GwReader *r, size_t sentence)
{
  if (sentence == 0 || !gw_is_stating(r, sentence - 1)
      || gw_sentence(r, sentence)->block != gw_sentence(r, sentence - 1)->block) {
    return GW_NO_INDEX;
  }
  const size_t event = gw_main_event(r, sentence - 1);
  return event == GW_NO_INDEX ? event
                              : gw_clause_entity(r, sentence - 1, event, GW_NO_INDEX);
}

/* Is the verb one of causing or preventing, alone or with its oblique ("lead to")? */
static bool is_causal_verb(const GwReader *r, const GwSentence *s, size_t verb)
{
  bool inverted;
  const GwView lemma = s->tokens[verb].lemma;
  GwRelation relation = gw_lexicon_map(r->lexicon, r->arena, "relation", lemma, &inverted);
  const size_t oblique = gw_child(s, verb, "obl", verb);
  if (oblique != GW_NO_INDEX && gw_child(s, verb, "obj", 0) == GW_NO_INDEX) {
    const GwView marker = gw_marker(r->arena, s, oblique, "case");
    const GwView joined = gw_view_format(r->arena, "%.*s %.*s", GW_PRINT(lemma),
                                         GW_PRINT(marker));
    relation = gw_lexicon_map(r->lexicon, r->arena, "relation", joined, &inverted);
  }
  return relation.kind == GW_RELATION_CAUSE || relation.kind == GW_RELATION_PREVENT
         || gw_lexicon_value(r->lexicon, "causative", lemma).length;
}

/* An empty "this" or "that": no relative pronoun, with no noun of its own. */
static bool is_demonstrative(const GwSentence *s, size_t token)
{
  const GwToken *t = &s->tokens[token];
  return strcmp(t->xpos, "DT") == 0 && t->upos == GW_PRON && gw_lemma_is(s, token, "this|that")
         && gw_child(s, token, "acl|nmod", 0) == GW_NO_INDEX;
}

size_t gw_event_of_demonstrative(GwReader *r, size_t sentence, size_t pronoun)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t governor = gw_parent(s, pronoun);
  if (!is_demonstrative(s, pronoun) || governor == GW_NO_INDEX) {
    return GW_NO_INDEX;
  }
  const GwView marker = gw_marker(r->arena, s, pronoun, "case");
  const bool cause = gw_relates(s, pronoun, "obl")
                     && gw_lexicon_value(r->lexicon, "cause", marker).length;
  const bool subject = gw_relates(s, pronoun, "nsubj") && !gw_relates(s, pronoun, "nsubj:pass")
                       && s->tokens[governor].upos == GW_VERB && is_causal_verb(r, s, governor);
  return cause || subject ? gw_event_before(r, sentence) : GW_NO_INDEX;
}

/* The words of an adverb that points back to a cause: "therefore", "as a result". */
static GwView result_words(GwReader *r, const GwSentence *s, size_t t)
{
  if (gw_relates(s, t, "advmod|cc|mark")) {
    return s->tokens[t].lemma;
  }
  if (!gw_relates(s, t, "obl") || gw_child(s, t, "nmod|acl|amod", 0) != GW_NO_INDEX) {
    return GW_VIEW("");
  }
  const GwView marker = gw_marker(r->arena, s, t, "case");
  return gw_view_format(r->arena, "%.*s %.*s", GW_PRINT(marker), GW_PRINT(s->tokens[t].lemma));
}

/* Does the clause say what may or is to be? "So (that) they could leave" is a purpose. */
static bool has_modal(const GwSentence *s, size_t clause)
{
  for (size_t a = gw_child(s, clause, "aux", 0); a != GW_NO_INDEX;
       a = gw_child(s, clause, "aux", a + 1)) {
    if (strcmp(s->tokens[a].xpos, "MD") == 0) {
      return true;
    }
  }
  return false;
}

/* "So" stands before its clause's subject; elsewhere it is one of degree or manner. */
static bool opens_clause(const GwSentence *s, size_t adverb, size_t clause)
{
  const size_t subject = gw_child(s, clause, "nsubj|csubj", 0);
  return adverb < clause && (subject == GW_NO_INDEX || (adverb < subject && subject < clause));
}

/* The clause of the same sentence whose effect `clause` is, or GW_NO_INDEX. */
static size_t clause_before(const GwSentence *s, size_t clause)
{
  const size_t up = gw_parent(s, clause);
  const bool beside = gw_relates(s, clause, "conj|parataxis|advcl");
  return beside && up < clause && gw_is_verbal(s, up) ? up : GW_NO_INDEX;
}

/* "As a result, ...", "..., so ...": the clause is the effect of the one before it, or of what the
 * sentence before says. */
static void read_result(GwReader *r, size_t sentence, size_t adverb)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t clause = gw_parent(s, adverb);
  if (clause == GW_NO_INDEX || !gw_is_verbal(s, clause)) {
    return;
  }
  const GwView relation = gw_lexicon_value(r->lexicon, "result", result_words(r, s, adverb));
  const bool so = gw_lemma_is(s, adverb, "so");
  if (!relation.length || !opens_clause(s, adverb, clause) || (so && has_modal(s, clause))) {
    return;
  }
  const GwEnd effect = {gw_clause_entity(r, sentence, clause, adverb), clause};
  const size_t before = clause_before(s, clause);
  if (before != GW_NO_INDEX) {
    gw_state_cause(r, sentence, (GwEnd){gw_clause_entity(r, sentence, before, clause), before},
                   effect, clause, (GwCauseReading){relation, "result", within, false});
  } else if (s->tokens[clause].head == 0 && !so) {
    gw_state_cause(r, sentence, (GwEnd){gw_event_before(r, sentence), adverb}, effect, clause,
                   (GwCauseReading){relation, "result-of-sentence", across, false});
  }
}

/* "Neglect was the cause of the fire", "fog is responsible for the delay": `predicate` with its
 * preposition is a key of the lexicon. "The delay was due to fog" has the preposition alone. */
static void read_predicate(GwReader *r, size_t sentence, size_t predicate)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t subject = gw_child(s, predicate, "nsubj", 0);
  if (subject == GW_NO_INDEX || gw_child(s, predicate, "cop", 0) == GW_NO_INDEX) {
    return;
  }
  const GwEnd one = gw_cause_end(r, sentence, subject, GW_NO_INDEX);
  const GwView marker = gw_marker(r->arena, s, predicate, "case");
  const GwView due = gw_lexicon_value(r->lexicon, "cause", marker);
  const char *const rule = "cause-predicate";
  if (due.length) {
    gw_state_cause(r, sentence, gw_cause_end(r, sentence, predicate, GW_NO_INDEX), one,
                   predicate, (GwCauseReading){due, rule, 0.85, false});
  }
  for (size_t o = gw_child(s, predicate, "nmod|obl", predicate); o != GW_NO_INDEX;
       o = gw_child(s, predicate, "nmod|obl", o + 1)) {
    const GwView own = gw_marker(r->arena, s, o, "case");
    const GwView key = gw_view_format(r->arena, "%.*s %.*s",
                                      GW_PRINT(s->tokens[predicate].lemma), GW_PRINT(own));
    const GwView relation = gw_lexicon_value(r->lexicon, "cause-predicate", key);
    GwTokens others = {{0}, 0};
    gw_add_coordinated(s, relation.length ? o : GW_NO_INDEX, &others);
    for (size_t i = 0; i < others.count; i++) {
      gw_state_cause(r, sentence, one, gw_cause_end(r, sentence, others.tokens[i], GW_NO_INDEX),
                     predicate, (GwCauseReading){relation, rule, 0.85, false});
    }
  }
}

void gw_read_results(GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t t = 0; t < s->token_count && !r->failed; t++) {
    if (gw_relates(s, t, "advmod|cc|mark|obl")) {
      read_result(r, sentence, t);
    }
    if (gw_is_nominal(s, t) || s->tokens[t].upos == GW_ADJ) {
      read_predicate(r, sentence, t);
    }
  }
}

static bool brings_about(const GwReader *r, GwView phrase)
{
  return gw_lexicon_is(r->lexicon, "relation", phrase, "causes")
         || gw_lexicon_is(r->lexicon, "relation", phrase, "contributesTo");
}

size_t gw_whole_clause(GwReader *r, size_t sentence, const GwFrame *f, GwView phrase)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t verb = f->predicate, main = gw_parent(s, verb);
  if (!gw_relates(s, verb, "advcl") || main == GW_NO_INDEX || main > verb
      || strcmp(s->tokens[verb].xpos, "VBG") != 0 || !gw_is_verbal(s, main)
      || gw_child(s, verb, "mark|nsubj", 0) != GW_NO_INDEX) {
    return GW_NO_INDEX;
  }
  const GwView with_to = gw_view_format(r->arena, "%.*s to", GW_PRINT(phrase));
  const GwView with_in = gw_view_format(r->arena, "%.*s in", GW_PRINT(phrase));
  const bool causes = brings_about(r, phrase) || brings_about(r, with_to)
                      || brings_about(r, with_in);
  return causes ? gw_clause_entity(r, sentence, main, verb) : GW_NO_INDEX;
}
