/** @file pronouns.h
 * Personal pronouns, where the answer is all but certain: the only person that "he" or "she" can
 * be, or that the sentences before are about; and the subject of the clause beside, for "it" and
 * "they". Others are left open.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_PRONOUNS_H
#define GW_EXTRACT_KNOWLEDGE_PRONOUNS_H

#include "extract/knowledge/reader.h"

/** The entity that a pronoun stands for, or GW_NO_INDEX. */
size_t gw_pronoun_entity(const GwReader *r, size_t sentence, size_t pronoun);

#endif
