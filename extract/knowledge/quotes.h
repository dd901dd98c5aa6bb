/** @file quotes.h
 * Direct speech: which words stand between quotation marks, and who says a quoted sentence whose
 * speaker is named in a sentence beside it ("It is safe," she said. "Nobody will drown.").
 */
#ifndef GW_EXTRACT_KNOWLEDGE_QUOTES_H
#define GW_EXTRACT_KNOWLEDGE_QUOTES_H

#include "extract/knowledge/reader.h"

/** Mark the quoted tokens of the document, block by block: straight and curly double quotes and
 * guillemets; a quotation left open at a paragraph's end goes on in the next one if that begins
 * with a quotation mark. Linear in the number of tokens. */
void gw_mark_quotes(GwReader *r);

/** Does `token` stand in a quotation of a few words within the sentence, a term rather than speech
 * (the trend of "quiet quitting")? */
bool gw_is_quoted_term(const GwReader *r, size_t sentence, size_t token);

/** Does the quotation that holds `token` begin at or before the sentence's first word? */
bool gw_is_direct_speech(const GwReader *r, size_t sentence, size_t token);

/** Entity that says a sentence of direct speech, by the verb of saying of the sentence that ends
 * the quotation, else of the nearest sentence before in the same paragraph; or GW_NO_INDEX. */
size_t gw_quote_speaker(GwReader *r, size_t sentence);

#endif
