/** @file amounts.h
 * The quantities and times of sentences, and what they belong to.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_AMOUNTS_H
#define GW_EXTRACT_KNOWLEDGE_AMOUNTS_H

#include "extract/knowledge/quantities.h"
#include "extract/knowledge/reader.h"
#include "extract/knowledge/timex.h"

/** Add the times and quantities of a sentence to the knowledge, from its forms alone; a number
 * inside a time is no quantity. */
void gw_scan_amounts(GwReader *r, size_t sentence, GwDate now);

/** The quantity whose number includes a token, or NULL. */
GwQuantity *gw_quantity_at(const GwReader *r, size_t sentence, size_t token);

/** The time that a token belongs to, or NULL. */
const GwTimex *gw_timex_at(const GwReader *r, size_t sentence, size_t token);

/** Of a measure the noun that it measures: "rice" of "22 million tonnes of rice", "people" of
 * "thousands of people"; the token itself for others, and for parts ("half of the rice"). */
size_t gw_measured(const GwReader *r, size_t sentence, size_t token);

/** The first token of a counted phrase that stays when its number is taken away: "asylum" of "up
 * to 15,000 asylum applications". `first` itself for other phrases, and for those that speak of
 * known things ("the two countries"). */
size_t gw_after_count(const GwReader *r, size_t sentence, size_t first, size_t head);

/** The number of a sentence that belongs to the reader's document. */
size_t gw_sentence_number(const GwReader *r, const GwSentence *s);

#endif
