/** @file context.h
 * How a clause is meant: whether it is denied, only possible, wanted or asked, and who says so.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_CONTEXT_H
#define GW_EXTRACT_KNOWLEDGE_CONTEXT_H

#include "extract/knowledge/reader.h"

typedef struct {
  GwPolarity polarity;
  GwModality modality;
  size_t speaker;     ///< entity, or GW_NO_INDEX: the article itself
  GwView speech_verb; ///< lemma; empty for the article
  GwCues cues;        ///< the words that tell all this
  bool implied;       ///< under a verb of preventing: no statement of its own
} GwContext;

#define GW_NO_CUES {GW_NO_INDEX, GW_NO_INDEX, GW_NO_INDEX}

/** What the article itself states as a fact. */
#define GW_PLAIN_FACT {.modality = GW_ACTUAL, .speaker = GW_NO_INDEX, .cues = GW_NO_CUES}

/** Not what was said, but its contrary. */
static inline GwPolarity gw_opposite(GwPolarity polarity)
{
  return polarity == GW_POSITIVE ? GW_NEGATIVE : GW_POSITIVE;
}

/** Read the context of a predicate from its auxiliaries and from what governs its clause. */
GwContext gw_context(GwReader *r, size_t sentence, size_t predicate);

/** "as some ministers want": a comment on the main clause, where what they want stands. */
bool gw_is_mere_comment(const GwReader *r, const GwSentence *s, size_t verb);

/** Is the verb one of saying or thinking ("say", "believe")? Its relation's name, or empty. */
GwView gw_speech_relation(const GwReader *r, const GwSentence *s, size_t verb);

/** Entity that speaks when `token` is the subject of a verb of saying: of a report or study, the
 * organisation or person that made it, where the phrase names one. */
size_t gw_speaker_of(GwReader *r, size_t sentence, size_t token);

/** "saw that it was so", but not "saw it done": only a finite clause is said or thought. */
bool gw_is_finite(const GwSentence *s, size_t predicate);

/** The clause that a verb of saying has as its complement: finite, no question; or GW_NO_INDEX. */
size_t gw_reported_complement(const GwSentence *s, size_t verb);

/** Does a verb of saying stand beside the clause that it reports ("..., the agency said")? */
bool gw_stands_beside(const GwSentence *s, size_t verb);

/** Does a noun phrase deny its clause ("no country", "nobody")? */
bool gw_is_negated_noun(const GwSentence *s, size_t token);

#endif
