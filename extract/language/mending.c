#include "extract/language/mending.h"

#include <string.h>

#define NONE ((size_t)-1)

static size_t head_of(const GwSentence *s, size_t token)
{
  return s->tokens[token].head ? s->tokens[token].head - 1 : NONE;
}

static bool begins(const char *text, const char *prefix)
{
  return strncmp(text, prefix, strlen(prefix)) == 0;
}

static bool is_subject(const GwSentence *s, size_t token)
{
  return begins(s->tokens[token].deprel, "nsubj");
}

static bool is_comma(const GwSentence *s, size_t token)
{
  return token < s->token_count && gw_view_is(s->tokens[token].form, ",");
}

static bool is_below(const GwSentence *s, size_t token, size_t ancestor)
{
  for (size_t steps = 0; token != NONE && token != ancestor && steps < s->token_count; steps++) {
    token = head_of(s, token);
  }
  return token == ancestor;
}

/* The words of a clause without punctuation: first..last. */
static GwSpan extent(const GwSentence *s, size_t clause)
{
  GwSpan span = {clause, clause};
  for (size_t i = 0; i < s->token_count; i++) {
    if (s->tokens[i].upos != GW_PUNCT && is_below(s, i, clause)) {
      span.begin = i < span.begin ? i : span.begin;
      span.end = i > span.end ? i : span.end;
    }
  }
  return span;
}

/* "he said": a subject before the verb, and neither a relative pronoun nor a complement. */
static bool is_plain_clause(const GwSentence *s, size_t verb, GwSpan words)
{
  bool subject = false;
  for (size_t i = words.begin; i <= words.end; i++) {
    if (s->tokens[i].xpos[0] == 'W') {
      return false;
    }
    const bool own = head_of(s, i) == verb;
    subject = subject || (own && i < verb && is_subject(s, i));
    if (own && (begins(s->tokens[i].deprel, "ccomp") || begins(s->tokens[i].deprel, "xcomp")
                || begins(s->tokens[i].deprel, "cop"))) {
      return false;
    }
  }
  return subject;
}

/* The predicate whose subject, object or adjunct a noun is part of, or NONE. */
static size_t clause_around(const GwSentence *s, size_t noun)
{
  static const char *const arguments[] = {"nsubj", "obj", "iobj", "obl", "dislocated"};
  for (size_t steps = 0; noun != NONE && steps < s->token_count; steps++) {
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++) {
      if (begins(s->tokens[noun].deprel, arguments[i])) {
        return head_of(s, noun);
      }
    }
    noun = head_of(s, noun);
  }
  return NONE;
}

static bool is_one_of(GwView word, const char *const *list, size_t count)
{
  bool found = false;
  for (size_t i = 0; i < count && !found; i++) {
    found = gw_view_is(word, list[i]);
  }
  return found;
}

/* "..., the office calculates, and ...": taken for one of several things that happen. */
static bool is_conjunct_of_saying(const GwSentence *s, size_t verb)
{
  static const char *const saying[] = {
    "add", "admit", "argue", "believe", "calculate", "claim", "estimate", "explain", "fear",
    "find", "insist", "note", "predict", "report", "say", "suggest", "think", "warn", "write"};
  bool joined = false;
  for (size_t i = 0; i < verb && !joined; i++) {
    joined = head_of(s, i) == verb && begins(s->tokens[i].deprel, "cc");
  }
  return begins(s->tokens[verb].deprel, "conj") && !joined
         && is_one_of(s->tokens[verb].lemma, saying, sizeof saying / sizeof *saying);
}

static void mend_parenthesis(GwSentence *s, size_t verb)
{
  GwToken *t = &s->tokens[verb];
  const size_t head = head_of(s, verb);
  const bool conjunct = is_conjunct_of_saying(s, verb);
  if (t->upos != GW_VERB || head == NONE || head > verb
      || !(conjunct || begins(t->deprel, "acl") || begins(t->deprel, "parataxis"))) {
    return;
  }
  const GwSpan words = extent(s, verb);
  const size_t clause = conjunct ? head : clause_around(s, head);
  if (words.begin == 0 || !is_comma(s, words.begin - 1) || !is_comma(s, words.end + 1)
      || clause == NONE || (clause > words.begin && clause <= words.end)
      || !is_plain_clause(s, verb, words)) {
    return;
  }
  t->head = clause + 1;
  t->deprel = "parataxis";
  t->xpos = strcmp(t->xpos, "VBN") == 0 && words.end - words.begin < 4 ? "VBD" : t->xpos;
}

/* The noun before an inverted verb of saying that is subject of the verb or of what is said. */
static size_t subject_before(const GwSentence *s, size_t verb, size_t said)
{
  for (size_t i = 0; i < verb; i++) {
    if (is_subject(s, i) && (head_of(s, i) == said || head_of(s, i) == verb)) {
      return i;
    }
  }
  return NONE;
}

/* "Bread, said the baker, has become ...": two nouns that have been taken for subjects of what is
 * said, or each for the other's. */
static void mend_inversion(GwSentence *s, size_t speaker)
{
  const size_t said = head_of(s, speaker);
  const size_t verb = said == NONE ? NONE : head_of(s, said);
  if (!is_subject(s, speaker) || verb == NONE || verb > speaker || said < speaker || verb == 0
      || s->tokens[verb].upos != GW_VERB || !begins(s->tokens[said].deprel, "ccomp")) {
    return;
  }
  const size_t subject = subject_before(s, verb, said);
  const GwSpan words = extent(s, speaker);
  if (words.begin == verb + 1 && subject != NONE && is_comma(s, verb - 1)
      && is_comma(s, words.end + 1)) {
    s->tokens[speaker].head = verb + 1;
    s->tokens[speaker].deprel = "nsubj";
    s->tokens[subject].head = said + 1;
  }
}

/* What is said there is finite, whatever the tagger makes of "violate". */
static void mend_tag(GwSentence *s, size_t subject)
{
  const size_t said = head_of(s, subject);
  const size_t verb = said == NONE ? NONE : head_of(s, said);
  bool helped = verb == NONE || !is_subject(s, subject) || subject > verb || said < verb
                || !begins(s->tokens[said].deprel, "ccomp");
  for (size_t i = subject; !helped && i < said; i++) {
    helped = head_of(s, i) == said
             && (begins(s->tokens[i].deprel, "aux") || begins(s->tokens[i].deprel, "mark"));
  }
  if (!helped && strcmp(s->tokens[said].xpos, "VB") == 0) {
    s->tokens[said].xpos = "VBP";
  }
}

/* "rose from 34 to 92 percent": "from" and "34" hang on the noun of the second number. */
static void mend_range(GwSentence *s, size_t from)
{
  const size_t noun = head_of(s, from);
  if (from + 4 >= s->token_count || noun != from + 4
      || !gw_view_is(s->tokens[from].form, "from") || !gw_view_is(s->tokens[from + 2].form, "to")
      || s->tokens[from + 1].upos != GW_NUM || s->tokens[from + 3].upos != GW_NUM
      || head_of(s, from + 1) != noun || s->tokens[noun].head == 0) {
    return;
  }
  s->tokens[from].head = from + 2;
  s->tokens[from + 1].head = s->tokens[noun].head;
  s->tokens[from + 1].deprel = "obl";
  s->tokens[from + 2].head = noun + 1;
  s->tokens[from + 2].deprel = "case";
  s->tokens[from + 3].head = noun + 1;
  s->tokens[from + 3].deprel = "nummod";
}

/* "called for the minister to explain": the noun after "for" is who is to do it. */
static void mend_infinitive(GwSentence *s, size_t mark)
{
  const size_t verb = head_of(s, mark);
  if (verb == NONE || verb < mark + 3 || !gw_view_is(s->tokens[mark].form, "for")
      || !begins(s->tokens[mark].deprel, "mark") || !gw_view_is(s->tokens[verb - 1].form, "to")
      || head_of(s, verb - 1) != verb) {
    return;
  }
  for (size_t i = mark + 1; i < verb - 1; i++) {
    if (head_of(s, i) == head_of(s, verb) && begins(s->tokens[i].deprel, "obl")) {
      s->tokens[i].head = verb + 1;
      s->tokens[i].deprel = "nsubj";
    }
  }
}

static bool is_finite(const GwSentence *s, size_t predicate)
{
  const char *const tag = s->tokens[predicate].xpos;
  bool finite = strcmp(tag, "VBD") == 0 || strcmp(tag, "VBZ") == 0 || strcmp(tag, "VBP") == 0;
  for (size_t i = 0; i < predicate && !finite; i++) {
    finite = head_of(s, i) == predicate
             && (begins(s->tokens[i].deprel, "aux") || begins(s->tokens[i].deprel, "cop"));
  }
  return finite;
}

static bool has_subject(const GwSentence *s, size_t predicate)
{
  for (size_t i = 0; i < s->token_count; i++) {
    if (head_of(s, i) == predicate
        && (is_subject(s, i) || begins(s->tokens[i].deprel, "csubj")
            || begins(s->tokens[i].deprel, "mark"))) {
      return true;
    }
  }
  return false;
}

/* "after a heatwave had killed thousands": the conjunction has been taken for a preposition, and
 * the clause is left without a subject. */
static void mend_subordination(GwSentence *s, size_t marker)
{
  static const char *const conjunctions[] = {"after", "before", "since", "until", "as"};
  const size_t noun = head_of(s, marker);
  const size_t clause = noun == NONE ? NONE : head_of(s, noun);
  const bool both = is_one_of(s->tokens[marker].form, conjunctions,
                              sizeof conjunctions / sizeof *conjunctions);
  if (!both || clause == NONE || clause < noun || !begins(s->tokens[marker].deprel, "case")
      || !begins(s->tokens[noun].deprel, "obl") || !begins(s->tokens[clause].deprel, "advcl")) {
    return;
  }
  const size_t next = extent(s, noun).end + 1;
  if (next <= clause && (next == clause || head_of(s, next) == clause) && is_finite(s, clause)
      && !has_subject(s, clause)) {
    s->tokens[marker].head = clause + 1;
    s->tokens[marker].deprel = "mark";
    s->tokens[noun].deprel = "nsubj";
  }
}

/* "expects the number of storms to rise": the infinitive belongs to the verb, not to its object. */
static void mend_object_control(GwSentence *s, size_t verb)
{
  static const char *const governors[] = {"cause", "compel", "enable", "expect", "force", "oblige",
                                          "order", "persuade", "urge"};
  const size_t noun = head_of(s, verb);
  const size_t governor = noun == NONE ? NONE : head_of(s, noun);
  if (governor == NONE || governor > noun || verb < noun || s->tokens[verb].upos != GW_VERB
      || strcmp(s->tokens[verb].deprel, "acl") != 0 || !begins(s->tokens[noun].deprel, "obj")
      || strcmp(s->tokens[verb].xpos, "VB") != 0
      || !is_one_of(s->tokens[governor].lemma, governors, sizeof governors / sizeof *governors)) {
    return;
  }
  s->tokens[verb].head = governor + 1;
  s->tokens[verb].deprel = "xcomp";
}

void gw_mend_tree(GwSentence *sentence)
{
  for (size_t i = 0; i < sentence->token_count; i++) {
    mend_parenthesis(sentence, i);
    mend_inversion(sentence, i);
    mend_tag(sentence, i);
    mend_range(sentence, i);
    mend_infinitive(sentence, i);
    mend_subordination(sentence, i);
    mend_object_control(sentence, i);
  }
}
