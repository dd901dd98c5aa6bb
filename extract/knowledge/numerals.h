/** @file numerals.h
 * Numbers as English writes them: figures ("15,000", "1.2 million", "1,00,000"), words ("two and
 * a half million", "a dozen"), fractions ("two thirds", "one in five") and indefinite numbers
 * ("tens of thousands").
 *
 * Only forms are looked at, so that the same reading works on any tokenised text. Roman numerals
 * and ordinals are no numbers here, nor is "1.200", which is 1.2 to some and 1200 to others.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_NUMERALS_H
#define GW_EXTRACT_KNOWLEDGE_NUMERALS_H

#include "extract/knowledge/decimal.h"
#include "extract/language/document.h"

/** The words of a sentence in lower case. */
typedef struct {
  const GwSentence *sentence;
  GwView *words; ///< by token; in an arena
  size_t count;
} GwWords;

/** False when memory is out. */
bool gw_words_of(GwArena *arena, const GwSentence *sentence, GwWords *words);

/** Is word `at`, which may lie beyond the end, one of "a|b|c"? */
bool gw_word_is(const GwWords *words, size_t at, const char *alternatives);

/** Is word `at` one whose form begins with a capital letter? */
bool gw_word_is_capital(const GwWords *words, size_t at);

typedef struct {
  size_t end;         ///< one past its last word
  GwDecimal value;    ///< for an indefinite number the least that it can mean
  GwDecimal scale;    ///< the factor that its last word is: 1,000,000 of "5 million", else 1
  bool indefinite;    ///< "thousands", "a few hundred"
  bool fraction;      ///< "half", "two thirds", "one in five"
  bool figure;        ///< begins with a digit
} GwNumeral;

/** Read the longest number that begins at word `at`; `money` tells that a currency stands before
 * it, so that the "m" of "$5m" means millions. False when there is none. */
bool gw_numeral_read(const GwWords *words, size_t at, bool money, GwNumeral *numeral);

/** The number that digits with an optional ordinal ending make ("21", "21st"), up to four digits;
 * 0 when the word is none. */
unsigned gw_numeral_small(GwView word, bool *ordinal);

/** The number that an ordinal word names ("first", "nineteenth"), up to 21; else 0. */
unsigned gw_numeral_ordinal(GwView word);

#endif
