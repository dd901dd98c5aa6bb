/** @file knowledge_file.h
 * Knowledge for the tests of pictures, read from a table instead of an article.
 *
 * Fields are parted by tabs; the first one tells what a line is:
 *   entity     KEY TYPE LABEL QID-or-- ALIASES-parted-by-|-or-- (a capital first letter: a name)
 *   title      TEXT        a sentence, in the title
 *   sentence   TEXT        a sentence, in a paragraph
 *   note       TEXT        a sentence, in a note
 *   statement  SUBJECT RELATION KIND OBJECT [not] [may|should|planned|if|asked] [by:SPEAKER]
 *              about the sentence before it; OBJECT is a KEY, "-", "text:..." or "-1": the
 *              statement so many lines before
 * Each sentence mentions the entities whose label or alias it holds.
 */
#ifndef GW_TESTS_GRAPHS_KNOWLEDGE_FILE_H
#define GW_TESTS_GRAPHS_KNOWLEDGE_FILE_H

#include "extract/knowledge/knowledge.h"

/** Read a table of at most 200 entities, sentences and statements each. */
GwStatus knowledge_read(GwArena *arena, GwView table, GwKnowledge *knowledge, GwError *error);

#endif
