/** @file name_spans.h
 * Where the names of a sentence are.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_NAME_SPANS_H
#define GW_EXTRACT_KNOWLEDGE_NAME_SPANS_H

#include "extract/knowledge/reader.h"

/** Add a mention for every name of a person, place or organisation in a sentence: those that the
 * engine tagged (without titles, completed where a part is missing) and names of several words
 * that the gazetteer knows. */
void gw_find_names(GwReader *r, size_t sentence);

/** Is the token inside one of the mentions from..until-1? */
bool gw_is_covered(const GwReader *r, size_t from, size_t until, size_t token);

/** Does the token begin with something other than a small letter? */
/** Is the token a lower-case part of a foreign name between two capitalised words ("Rio de
 * Janeiro")? */
bool gw_is_name_particle(const GwSentence *s, size_t token);

bool gw_begins_upper(const GwToken *token);

#endif
