/** @file words.h
 * Word lists and tests that tokens and sentences are decided by.
 */
#ifndef GW_EXTRACT_LANGUAGE_WORDS_H
#define GW_EXTRACT_LANGUAGE_WORDS_H

#include "base/view.h"

/** "Dr.", "U.S.", "e.g.", "J.": the final dot belongs to the word. */
bool gw_is_abbreviation(GwView word);

/** An abbreviation only before a number: "No. 5", "Art. 3", "p. 28", "c. 1818". */
bool gw_is_numbering(GwView word);

/** An abbreviation that is always followed by what it introduces: "Dr.", "e.g.". */
bool gw_introduces(GwView abbreviation);

/** A word that, capitalised, mostly begins a sentence: "The", "He", "But". */
bool gw_starts_sentences(GwView word);

/** A prefix that stays on its word: "non" of "non-commercial". */
bool gw_is_prefix(GwView word);

/** "am", "km", "kg", ...: split from a number written before it without a space. */
bool gw_is_unit(GwView word);

/** A word that begins with an apostrophe: "em" of "'em", "tis". */
bool gw_is_clipped(GwView word);

/** Bytes of the last part of a word that is two words written together without an apostrophe
 * ("nt" of "dont", "ta" of "gotta", "not" of "cannot"); 0 for any other word. */
size_t gw_second_part(GwView word);

/** ASCII case-insensitive equality. */
bool gw_same_letters(GwView a, const char *b);

/** A word as the treebanks mostly write it: straight quotes for curly ones and for the
 * Penn treebank's `` and '', "..." for the ellipsis character, "-" for the hyphen's other
 * characters. In the training part of EWT
 * (204,577 words) there are 94 curly apostrophes, 73 curly quotes and 7 ellipses, while articles
 * are full of them. Dashes stay: GUM has 535. On EWT dev with all quotes made curly this gives
 * back the LAS and lemmas of the straight text. `copy` holds the result where it differs; a word
 * too long for it stays as it is. */
#define GW_PLAIN_BYTES 256
GwView gw_plain_word(GwView word, char copy[GW_PLAIN_BYTES]);

#endif
