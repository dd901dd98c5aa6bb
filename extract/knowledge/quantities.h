/** @file quantities.h
 * Amounts and counts: "up to 15,000 asylum applications a year", "between 3 and 5 per cent",
 * "$4.25 an hour", "more than half of the workers".
 *
 * Only forms are looked at. Units and currencies stand in ontology/quantities.tsv.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_QUANTITIES_H
#define GW_EXTRACT_KNOWLEDGE_QUANTITIES_H

#include "extract/knowledge/calendar.h"
#include "extract/knowledge/hedges.h"
#include "extract/knowledge/knowledge.h"

struct GwQuantity {
  size_t sentence, first, last; ///< words, inclusive: hedge, number and unit
  size_t number;                ///< first word of the number
  GwAmount amount;
  bool share;                   ///< a part of a whole: "half", "one in five"
  bool figure;                  ///< written in figures
  GwView unit;                  ///< "unit:TONNE", "gw:Degree"; empty when things are counted
  GwView currency;              ///< "USD", or empty
  GwDuration per;               ///< "a year"; amount 0 for none
  size_t per_word;              ///< the word "year", or GW_NO_INDEX
  size_t counted;               ///< token of what is counted, or GW_NO_INDEX (from the tree)
  size_t counts;                ///< its entity, or GW_NO_INDEX
};

/** Read the quantity whose number begins at word `at`. False when there is none, or when the
 * number is the name of something ("Article 12", "No. 5"). */
bool gw_quantity_read(const GwLexicon *lexicon, const GwWords *words, size_t at,
                      GwQuantity *quantity);

/** "15000", "~3..5 unit:PERCENT", "..15000 / P1Y", "4.25 USD / PT1H"; in the arena. */
GwView gw_quantity_write(GwArena *arena, const GwQuantity *quantity);

/** The factor that a verb stands for ("doubled"), hedges included; false for other words. */
bool gw_quantity_of_verb(const GwLexicon *lexicon, const GwWords *words, size_t verb,
                         GwView lemma, GwQuantity *quantity);

#endif
