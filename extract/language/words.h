/** @file words.h
 * Word lists and tests that tokens and sentences are decided by.
 */
#ifndef GW_EXTRACT_LANGUAGE_WORDS_H
#define GW_EXTRACT_LANGUAGE_WORDS_H

#include "base/view.h"

/** "Dr.", "U.S.", "e.g.", "J.": the final dot belongs to the word. */
bool gw_is_abbreviation(GwView word);

/** An abbreviation that is always followed by what it introduces: "Dr.", "No.", "e.g.". */
bool gw_introduces(GwView abbreviation);

/** A word that, capitalised, mostly begins a sentence: "The", "He", "But". */
bool gw_starts_sentences(GwView word);

/** A prefix that stays on its word: "non" of "non-commercial". */
bool gw_is_prefix(GwView word);

/** "am", "km", "kg", ...: split from a number written before it without a space. */
bool gw_is_unit(GwView word);

/** ASCII case-insensitive equality. */
bool gw_same_letters(GwView a, const char *b);

#endif
