/** @file clauses.h
 * Propositions being written down: shared by the readers of clauses and of noun phrases.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_CLAUSES_H
#define GW_EXTRACT_KNOWLEDGE_CLAUSES_H

#include "extract/knowledge/arguments.h"
#include "extract/knowledge/propositions.h"
#include "extract/knowledge/word_sets.h"

typedef struct {
  GwReader *r;
  GwPropositions *out;
  size_t sentence;
  const GwSentence *s;
} GwPropositionReader;

/** Words of the sentence, after words that are not in it: "is" and "in". */
typedef struct {
  const char *lead; ///< or NULL
  GwWordSet words;
} GwWording;

/** A proposition with its relation, without arguments yet. */
GwProposition gw_proposition_new(const GwPropositionReader *p, size_t predicate,
                                 GwWording relation, const char *rule, double confidence);

/** Add an argument; an empty one is left out. */
void gw_add_argument(const GwPropositionReader *p, GwProposition *to, GwWording argument);

/** Keep a proposition that has an argument, unless the same one stands there already. */
void gw_keep_proposition(const GwPropositionReader *p, const GwProposition *proposition);

/** The phrase of a noun or pronoun as an argument: whole, but without relative clauses,
 * appositions, and what is coordinated with it. A relative or personal pronoun gives the phrase
 * that it stands for, where that is in the sentence. */
GwWording gw_argument_phrase(const GwPropositionReader *p, size_t head);

/** Is it a question word that stands for nothing in the sentence ("what" of "what they do")? */
bool gw_is_open_question(const GwPropositionReader *p, size_t head);

/** The form of "be" that goes with a noun: "is", or "are" for several. */
const char *gw_be_form(const GwSentence *s, size_t noun);

enum { GW_CLAUSE_VERBS = 4, GW_CLAUSE_OTHERS = 6 };

/** What a clause is to its sentence, and how much of such propositions CaRB's annotators wrote down
 * too (dev part: precision of words, one to one). */
typedef struct {
  const char *rule;
  double confidence;
} GwClauseKind;

/** A clause being read: a proposition for each of its subjects with each of its objects. */
typedef struct {
  const GwPropositionReader *p;
  size_t verbs[GW_CLAUSE_VERBS]; ///< the predicate, then those that govern it, inside out
  size_t verb_count;
  GwTokens subjects, objects;
  GwWording relation;
  size_t completing;  ///< oblique whose preposition is part of the relation, or GW_NO_INDEX
  GwWording content;  ///< what is said or thought; empty when nothing is
  GwWording others[GW_CLAUSE_OTHERS]; ///< circumstances
  size_t other_count;
  GwClauseKind kind;
} GwClause;

/** Add to the relation a verb or predicate with its auxiliaries, particle and adverbs. */
void gw_clause_add_verb(GwClause *c, size_t verb);

/** Add the auxiliaries that `verb` shares with the first of its coordinated verbs. */
void gw_clause_add_auxiliaries(GwClause *c, size_t verb);

/** Let the oblique that follows be the object, its preposition part of the relation ("led to"). */
void gw_clause_complete(GwClause *c, size_t verb);

/** Add what is said, thought or shown; "that" becomes part of the relation. */
void gw_clause_read_content(GwClause *c, size_t verb);

/** Add one more circumstance. */
void gw_clause_add_other(GwClause *c, GwWordSet words);

/** Add the circumstances that stand after a verb, or before it. */
void gw_clause_read_dependents(GwClause *c, size_t verb, bool after);

/** Add circumstances before the first of coordinated verbs: they hold for all of them. */
void gw_clause_read_shared(GwClause *c, size_t verb);

/** "a city where they met": add that they met there. */
void gw_clause_read_relative_adverb(GwClause *c, size_t verb);

/** Keep the clause's propositions. */
void gw_clause_keep(const GwClause *c);

/** The readers of one sentence. */
void gw_read_verb_clauses(const GwPropositionReader *p);
void gw_read_noun_clauses(const GwPropositionReader *p);

#endif
