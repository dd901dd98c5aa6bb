/** @file propositions.h
 * What every clause says, in the sentence's own words: subject, relation, and whatever else belongs
 * to it ("open information extraction", Banko et al. 2007). Statements (statements.h) link
 * entities; propositions keep the whole of each phrase, so that nothing a sentence says is lost.
 *
 * Clauses are read by their grammatical parts, as in ClausIE (Del Corro and Gemulla 2013):
 * coordinated subjects, objects and verbs make propositions of their own; a verb takes the verbs
 * that it governs and a completing preposition into its relation; circumstances are further
 * arguments. Noun phrases give propositions too: appositions, possessors, titles, places.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_PROPOSITIONS_H
#define GW_EXTRACT_KNOWLEDGE_PROPOSITIONS_H

#include "base/buffer.h"
#include "extract/knowledge/knowledge.h"

enum { GW_PROPOSITION_ARGUMENTS = 8 };

typedef struct {
  GwView relation;                            ///< "was awarded", "is in"
  GwView arguments[GW_PROPOSITION_ARGUMENTS]; ///< in order; the first is the subject
  size_t argument_count;
  size_t sentence, predicate;                 ///< the predicate is a token
  const char *rule;                           ///< which reading produced it: "verb", "has", ...
  double confidence;                          ///< 0..1
} GwProposition;

typedef struct {
  GwProposition *items; ///< by sentence
  size_t count, capacity;
} GwPropositions;

/** Read the propositions of a document whose knowledge is built. All lives in `arena`. */
GwStatus gw_propositions_find(GwArena *arena, const GwResources *resources,
                              GwKnowledge *knowledge, GwPropositions *propositions,
                              GwError *error);

/** One line each: sentence, confidence, relation, arguments; separated by tabs. White space in the
 * text becomes one space. */
void gw_list_propositions(const GwDocument *document, const GwPropositions *propositions,
                          GwBuffer *out);

#endif
