/** @file listing.h
 * Knowledge as plain text, for people who check it sentence by sentence and for tests.
 *
 * Entities, one a line: `E4 <TAB> Government <TAB> Indian government <TAB> Q... <TAB> mentions`
 * and further marks; then each sentence with its statements below it:
 * `S3 (subject) --relation--> (object) [not] [Modality] [by SPEAKER: verb] role=value ... {rule
 * confidence}`, where ~ marks a relation made from the verb itself.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_LISTING_H
#define GW_EXTRACT_KNOWLEDGE_LISTING_H

#include "base/buffer.h"
#include "extract/knowledge/knowledge.h"

void gw_list_entities(const GwKnowledge *knowledge, GwBuffer *out);
void gw_list_statements(const GwKnowledge *knowledge, GwBuffer *out);

#endif
