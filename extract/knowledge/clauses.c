/* How a clause is made into propositions: the words of its relation, its arguments. */
#include "extract/knowledge/clauses.h"

#include "extract/knowledge/statements.h"

#include <string.h>

#define ALONE 0.4 ///< factor for a clause with nothing but its subject

#define CLAUSE_PARTS "cc|conj|parataxis|discourse"

static bool is_infinitive_mark(const GwSentence *s, size_t token)
{
  return s->tokens[token].upos == GW_PART;
}

static bool is_leaf(const GwSentence *s, size_t token)
{
  for (size_t t = 0; t < s->token_count; t++) {
    if (gw_parent(s, t) == token && !gw_relates(s, t, "punct")) {
      return false;
    }
  }
  return true;
}

/* Adverbs that stand with the verb: "often refers", "relies heavily on", "does not". */
static bool is_verb_adverb(const GwSentence *s, size_t verb, size_t adverb)
{
  if (!is_leaf(s, adverb) || s->tokens[adverb].xpos[0] == 'W') {
    return false;
  }
  const size_t subject = gw_child(s, verb, "nsubj|csubj", 0);
  const bool inside = adverb < verb && (subject == GW_NO_INDEX || adverb > subject)
                      && s->tokens[adverb + 1].upos != GW_PUNCT;
  return inside || adverb == verb + 1;
}

/* "so huge", "well received" but not "is also home": how much of a property. */
static bool is_degree(const GwSentence *s, size_t predicate, size_t adverb)
{
  return s->tokens[predicate].upos != GW_VERB && adverb + 1 == predicate
         && !gw_lemma_is(s, adverb, "not|n't|never|also|now|still|often|usually|generally|always|"
                                    "already|currently|sometimes|no|only");
}

void gw_clause_add_verb(GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  GwWordSet *words = &c->relation.words;
  for (size_t t = 0; t < s->token_count; t++) {
    if (gw_parent(s, t) != verb) {
      continue;
    }
    const bool to = gw_relates(s, t, "mark") && is_infinitive_mark(s, t)
                    && (gw_relates(s, verb, "xcomp") || gw_child(s, verb, "cop", 0) != GW_NO_INDEX);
    if (to || gw_relates(s, t, "aux|cop|compound:prt")
        || (gw_relates(s, t, "advmod") && is_verb_adverb(s, verb, t)
            && !is_degree(s, verb, t))) {
      gw_set_add(words, t);
    }
  }
  gw_set_add(words, verb);
}

/* "was loved and exalted": auxiliaries that coordinated verbs of one form share. */
void gw_clause_add_auxiliaries(GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  const size_t first = gw_relates(s, verb, "conj") ? gw_parent(s, verb) : GW_NO_INDEX;
  if (first == GW_NO_INDEX || s->tokens[verb].upos != GW_VERB
      || gw_child(s, verb, "nsubj|aux|mark", 0) != GW_NO_INDEX
      || (strcmp(s->tokens[verb].xpos, s->tokens[first].xpos) != 0
          && !gw_relates(s, first, "xcomp"))) {
    return;
  }
  if (gw_child(s, first, "aux:pass", 0) != GW_NO_INDEX
      && gw_child(s, verb, "obj", 0) != GW_NO_INDEX) {
    return;                             /* "was well received and inspired many" */
  }
  const char *const shared = gw_relates(s, first, "xcomp") ? "aux|mark" : "aux";
  for (size_t a = gw_child(s, first, shared, 0); a != GW_NO_INDEX && a < first;
       a = gw_child(s, first, shared, a + 1)) {
    gw_set_add(&c->relation.words, a);
  }
}

void gw_clause_add_other(GwClause *c, GwWordSet words)
{
  if (c->other_count < GW_CLAUSE_OTHERS) {
    c->others[c->other_count++] = (GwWording){NULL, words};
  }
}

static bool is_object(const GwClause *c, size_t token)
{
  for (size_t i = 0; i < c->objects.count; i++) {
    if (c->objects.tokens[i] == token) {
      return true;
    }
  }
  return token == c->completing;
}

static bool is_taken(const GwClause *c, size_t token)
{
  return gw_set_has(&c->relation.words, token);
}

/* The oblique that comes next after a verb without object, and is no time. */
static size_t completing_oblique(const GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  for (size_t o = gw_child(s, verb, "obl", verb); o != GW_NO_INDEX;
       o = gw_child(s, verb, "obl", o + 1)) {
    if (gw_child(s, o, "case", 0) != GW_NO_INDEX && !gw_is_time_phrase(c->p->r, s, o)) {
      return o;
    }
  }
  return GW_NO_INDEX;
}

void gw_clause_complete(GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  c->completing = completing_oblique(c, verb);
  if (c->completing == GW_NO_INDEX) {
    return;
  }
  gw_add_coordinated(s, c->completing, &c->objects);
  for (size_t t = gw_child(s, c->completing, "case", 0); t != GW_NO_INDEX;
       t = gw_child(s, c->completing, "case", t + 1)) {
    const GwWordSet words = gw_set_below(s, t, "", "");
    c->relation.words = gw_set_union(&c->relation.words, &words);
  }
}

/* "However, ...": links sentences, and says nothing of what happens. */
static bool is_linking_adverb(const GwSentence *s, size_t t)
{
  return gw_relates(s, t, "advmod") && is_leaf(s, t) && s->tokens[t].mention != GW_MENTION_TIME
         && (gw_lemma_is(s, t, "however|thus|therefore|moreover|furthermore|nevertheless|also|too|"
                               "hence|meanwhile|instead|then|only|even|so|though|yet")
             || (t == 0 && s->token_count > 1 && s->tokens[1].upos == GW_PUNCT));
}

static bool is_participle_clause(const GwSentence *s, size_t clause)
{
  return gw_child(s, clause, "mark|nsubj|case", 0) == GW_NO_INDEX
         && gw_child(s, clause, "advmod", 0) == GW_NO_INDEX
         && s->tokens[clause].xpos[0] == 'V' && strcmp(s->tokens[clause].xpos, "VB") != 0;
}

static void read_dependent(GwClause *c, size_t t)
{
  const GwSentence *s = c->p->s;
  if (is_object(c, t) || is_taken(c, t) || s->tokens[t].xpos[0] == 'W'
      || is_linking_adverb(s, t)) {
    return;
  }
  if (gw_relates(s, t, "obl|iobj|nmod:unmarked|advmod")) {
    gw_clause_add_other(c, gw_set_below(s, t, "discourse", "parataxis|acl:relcl|appos"));
  } else if (gw_relates(s, t, "advcl") && !is_participle_clause(s, t)) {
    gw_clause_add_other(c, gw_set_below(s, t, CLAUSE_PARTS, "parataxis"));
  } else if (gw_relates(s, t, "xcomp") && !gw_is_verbal(s, t)) {
    if (c->objects.count == 0) {
      gw_add_coordinated(s, t, &c->objects);
    } else {
      gw_clause_add_other(c, gw_set_below(s, t, CLAUSE_PARTS, "parataxis"));
    }
  }
}

void gw_clause_read_content(GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  const size_t clause = gw_child(s, verb, "ccomp", 0);
  if (clause == GW_NO_INDEX) {
    return;
  }
  const size_t mark = gw_child(s, clause, "mark", 0);
  c->content.words = gw_set_below(s, clause, "parataxis|discourse", "parataxis");
  if (mark != GW_NO_INDEX && gw_lemma_is(s, mark, "that")) {
    gw_set_add(&c->relation.words, mark);
    gw_set_remove(&c->content.words, mark);
  }
}

void gw_clause_read_dependents(GwClause *c, size_t verb, bool after)
{
  const GwSentence *s = c->p->s;
  for (size_t t = after ? verb + 1 : 0; t < (after ? s->token_count : verb); t++) {
    if (gw_parent(s, t) == verb && t != verb) {
      read_dependent(c, t);
    }
  }
}

void gw_clause_read_shared(GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  const size_t first = gw_relates(s, verb, "conj") ? gw_parent(s, verb) : GW_NO_INDEX;
  if (first == GW_NO_INDEX || gw_child(s, verb, "nsubj", 0) != GW_NO_INDEX) {
    return;
  }
  const size_t subject = gw_child(s, first, "nsubj", 0);
  for (size_t o = gw_child(s, first, "obl", 0); o != GW_NO_INDEX && o < first;
       o = gw_child(s, first, "obl", o + 1)) {
    if (subject != GW_NO_INDEX && o < subject) {
      gw_clause_add_other(c, gw_set_below(s, o, "acl:relcl|parataxis", "parataxis"));
    }
  }
}

void gw_clause_read_relative_adverb(GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  const size_t noun = gw_parent(s, verb);
  const size_t adverb = gw_child(s, verb, "advmod|obl", 0);
  if (noun != GW_NO_INDEX && gw_relates(s, verb, "acl:relcl") && adverb != GW_NO_INDEX
      && gw_lemma_is(s, adverb, "where") && c->other_count < GW_CLAUSE_OTHERS) {
    GwWording place = gw_argument_phrase(c->p, noun);
    place.lead = "in";
    c->others[c->other_count++] = place;
  }
}

/* "excess pressure" in "excess pressure caused by heat is caused by heat". */
static GwWording subject_phrase(const GwClause *c, size_t subject)
{
  GwWording w = gw_argument_phrase(c->p, subject);
  for (size_t i = 0; i < c->verb_count; i++) {
    const GwWordSet own = gw_set_below(c->p->s, c->verbs[i], "", "");
    if (!gw_set_has(&own, subject) && gw_set_has(&w.words, c->verbs[i])) {
      w.words = gw_set_minus(&w.words, &own);
    }
  }
  return w;
}

static GwWording object_phrase(const GwClause *c, size_t object)
{
  GwWording w = gw_argument_phrase(c->p, object);
  w.words = gw_set_minus(&w.words, &c->relation.words);
  for (size_t i = 0; i < c->other_count; i++) {
    w.words = gw_set_minus(&w.words, &c->others[i].words);
  }
  for (size_t t = gw_child(c->p->s, object, "advmod", 0); t != GW_NO_INDEX && t < object;
       t = gw_child(c->p->s, object, "advmod", t + 1)) {
    if (is_linking_adverb(c->p->s, t)) {
      gw_set_remove(&w.words, t);
    }
  }
  return w;
}

static void keep_one(const GwClause *c, size_t subject, size_t object)
{
  GwProposition made = gw_proposition_new(c->p, c->verbs[0], c->relation, c->kind.rule,
                                          c->kind.confidence);
  gw_add_argument(c->p, &made, subject_phrase(c, subject));
  if (object != GW_NO_INDEX && !gw_is_open_question(c->p, object)) {
    gw_add_argument(c->p, &made, object_phrase(c, object));
  }
  gw_add_argument(c->p, &made, c->content);
  for (size_t i = 0; i < c->other_count; i++) {
    gw_add_argument(c->p, &made, c->others[i]);
  }
  made.confidence *= made.argument_count == 1 ? ALONE : 1.0;
  gw_keep_proposition(c->p, &made);
}

void gw_clause_keep(const GwClause *c)
{
  for (size_t i = 0; i < c->subjects.count; i++) {
    if (gw_is_open_question(c->p, c->subjects.tokens[i])) {
      continue;
    }
    for (size_t k = 0; k < c->objects.count; k++) {
      keep_one(c, c->subjects.tokens[i], c->objects.tokens[k]);
    }
    if (c->objects.count == 0) {
      keep_one(c, c->subjects.tokens[i], GW_NO_INDEX);
    }
  }
}
