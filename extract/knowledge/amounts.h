/** @file amounts.h
 * The quantities and times of sentences, and what they belong to.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_AMOUNTS_H
#define GW_EXTRACT_KNOWLEDGE_AMOUNTS_H

#include "extract/knowledge/quantities.h"
#include "extract/knowledge/reader.h"
#include "extract/knowledge/timex.h"

/** Add the times and quantities of a sentence to the knowledge, from its forms alone; a number
 * inside a time is no quantity. The clock is set by the years that are told. */
void gw_scan_amounts(GwReader *r, size_t sentence, GwClock *clock);

/** The quantity that a token belongs to, or NULL. */
GwQuantity *gw_quantity_at(const GwReader *r, size_t sentence, size_t token);

/** The time that a token belongs to, or NULL. */
const GwTimex *gw_timex_at(const GwReader *r, size_t sentence, size_t token);

/** Of a measure the noun that it measures: "rice" of "22 million tonnes of rice", "people" of
 * "thousands of people"; the token itself for others, and for parts ("half of the rice"). */
size_t gw_measured(const GwReader *r, size_t sentence, size_t token);

/** Is the token a word before a number that hedges it ("up", "to"), whatever the tree says? */
bool gw_is_hedge(const GwReader *r, size_t sentence, size_t token);

/** Is the token the head of an amount that counts nothing ("$4.25 an hour")? All of its words. */
bool gw_is_amount_phrase(const GwReader *r, size_t sentence, size_t head, GwPhrase *phrase);

/** Is the token a number that belongs to a noun elsewhere ("5,000" of "between 3,000 and 5,000
 * applications")? */
bool gw_is_within_count(const GwReader *r, size_t sentence, size_t token);

/** Is the verb one of changing an amount ("rise")? */
bool gw_is_change_verb(const GwReader *r, const GwSentence *s, size_t verb);

/** Does the token belong to a quantity that tells how much a verb of change changes something:
 * "rose 12 percent", "fell from 80 to 60"? */
bool gw_is_change_amount(const GwReader *r, size_t sentence, size_t token, size_t verb);

/** The first token of a counted phrase that stays when its number is taken away: "asylum" of "up
 * to 15,000 asylum applications". `first` itself for other phrases, and for those that speak of
 * known things ("the two countries"). */
size_t gw_after_count(const GwReader *r, size_t sentence, size_t first, size_t head);

/** The last token of a counted phrase without its rate: "containers" of "containers a month". */
size_t gw_before_rate(const GwReader *r, size_t sentence, GwPhrase phrase, size_t head);

/** The number of a sentence that belongs to the reader's document. */
size_t gw_sentence_number(const GwReader *r, const GwSentence *s);

#endif
