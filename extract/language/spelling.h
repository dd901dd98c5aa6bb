/** @file spelling.h
 * What the uncased pieces do not tell: hashed features of a word's exact spelling, and flags
 * from a lexicon of names. The twin of train/engine/features.py.
 */
#ifndef GW_EXTRACT_LANGUAGE_SPELLING_H
#define GW_EXTRACT_LANGUAGE_SPELLING_H

#include "base/map.h"
#include "base/status.h"

#include <stdint.h>

#define GW_SPELLING_FEATURES 11 ///< whole word, pattern, lower case, 4 prefixes, 4 suffixes
#define GW_SPELLING_ROWS 32768  ///< of the table they are hashed into
#define GW_NAME_FLAGS 8         ///< given name, surname, country, demonym, city, acronym, ...

/** Rows of the spelling table that describe a word. */
void gw_spelling_rows(GwView word, uint32_t rows[GW_SPELLING_FEATURES]);

/** Read the lexicon ("token TAB flags" lines) into a map; `text` must outlive it. */
GwStatus gw_names_new(GwArena *arena, GwView text, GwMap *names, GwError *error);

/** Flags of a word; a long word in capitals is also looked up in title case. */
unsigned gw_name_flags(const GwMap *names, GwView word);

#endif
