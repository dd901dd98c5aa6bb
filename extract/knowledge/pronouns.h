/** @file pronouns.h
 * What personal pronouns and descriptions stand for, by the ties of coreference.h, where these
 * are all but certain. Others are left open.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_PRONOUNS_H
#define GW_EXTRACT_KNOWLEDGE_PRONOUNS_H

#include "extract/knowledge/reader.h"

/** The entity that a pronoun stands for, or GW_NO_INDEX. */
size_t gw_pronoun_entity(GwReader *r, size_t sentence, size_t pronoun);

/** How sure it is that the phrase headed by a token stands for its entity: the probability of its
 * ties, where it has the entity by them; 1 for others. */
double gw_meaning_certainty(const GwReader *r, size_t sentence, size_t token);

#endif
