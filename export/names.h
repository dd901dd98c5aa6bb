/** @file names.h
 * Names as keys: spellings of one name that differ in case, accents, punctuation, a leading "the",
 * a title or a legal form have one key.
 */
#ifndef GW_EXPORT_NAMES_H
#define GW_EXPORT_NAMES_H

#include "export/merging.h"

typedef struct {
  GwView text;  ///< as it stands in the graph
  GwView key;   ///< "world-food-programme"; empty for what is too long to be a name
  size_t words; ///< of the key, a hyphenated one counting once
  bool label;   ///< the name that the resource goes by; else another one
  bool acronym; ///< three or more capitals: "WFP"
} GwName;

/** Read a name; `person` leaves out titles as well. The key is in `arena`; its data is NULL when
 * memory is out. */
GwName gw_name_read(GwArena *arena, const GwMerging *table, GwView text, bool person);

/** The key that an acronym of the name would have, "World Food Programme": "wfp"; empty for names
 * of fewer than three capitalised words. In `arena`; data is NULL when memory is out. */
GwView gw_name_initials(GwArena *arena, GwView text);

#endif
