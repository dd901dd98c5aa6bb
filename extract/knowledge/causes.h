/** @file causes.h
 * Causes and effects: what the readers of connectives (causes.c), of results (results.c) and of
 * the engine's causes share.
 *
 * A cause is an event or thing, so is an effect: the phrase itself when it is a noun's, the action
 * of the clause when it is a verb's. "This", "as a result" and the like stand for what the
 * sentence before says, so that chains of causes can be followed from sentence to sentence.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_CAUSES_H
#define GW_EXTRACT_KNOWLEDGE_CAUSES_H

#include "extract/knowledge/arguments.h"
#include "extract/knowledge/statements.h"

/** How a cause was told. */
typedef struct {
  GwView relation;    ///< "causes", or with "-" before it where cause and effect change places
  const char *rule;
  double confidence;
  bool hinted;        ///< only suggested ("amid"): stated as possible
} GwCauseReading;

/** The end that a token is for a cause: its entity, or the action of the clause it heads, without
 * what hangs on `except`. */
GwEnd gw_cause_end(GwReader *r, size_t sentence, size_t token, size_t except);

/** State that one thing causes (prevents, enables) the other, in the context of `governor`, the
 * predicate that tells the effect; nothing when an end is open. */
void gw_state_cause(GwReader *r, size_t sentence, GwEnd cause, GwEnd effect, size_t governor,
                    GwCauseReading reading);

/** What the preposition of a noun says in a class of the lexicon ("cause", "cause-hint"); with
 * "as a result of the flood" that of its noun, and `cause` is the flood. Or the empty view. */
GwView gw_cause_marker(GwReader *r, const GwSentence *s, size_t noun, size_t *cause,
                       const char *class_name);

/** The predicate of what the sentence mainly says has happened: the root, or what it reports; or
 * GW_NO_INDEX. */
size_t gw_main_event(const GwReader *r, size_t sentence);

/** The event that "this" or "as a result" in `sentence` points back to: of the sentence before, in
 * the same paragraph. Its entity, or GW_NO_INDEX. */
size_t gw_event_before(GwReader *r, size_t sentence);

/** The event before that a demonstrative stands for, as the subject of a verb of causing ("This
 * led to ...") or after a causal preposition ("because of this"); or GW_NO_INDEX. */
size_t gw_event_of_demonstrative(GwReader *r, size_t sentence, size_t pronoun);

/** "..., leading to protests": the entity of the clause before the participle `f`, all of which has
 * the effect, where the verb phrase is one of causing; or GW_NO_INDEX. */
size_t gw_whole_clause(GwReader *r, size_t sentence, const GwFrame *f, GwView phrase);

/** Causes and effects told by adverbs ("as a result", "so") and by predicates ("is the cause of",
 * "is responsible for"). */
void gw_read_results(GwReader *r, size_t sentence);

#endif
