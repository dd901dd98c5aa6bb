/** @file blocks.h
 * The parts of an article's text, recognised by their form and place.
 *
 * Every rule reads one block and what its neighbours are; none needs more than the plain text.
 */
#ifndef GW_EXTRACT_ARTICLE_BLOCKS_H
#define GW_EXTRACT_ARTICLE_BLOCKS_H

#include "extract/article/article.h"

/** Split article->text into blocks and say what each block is; fills blocks, title, author and
 * date. Linear in the text's length.
 *
 * Blocks end at blank lines; where most of the text stands in long lines, at every line end;
 * and before list items, bylines and dates that have a line of their own. */
GwStatus gw_blocks_find(GwArena *arena, GwArticle *article, GwError *error);

/** Instead of gw_blocks_find: each line that is not blank is a block of its own, one sentence of
 * running text (sets one_sentence_a_block). */
GwStatus gw_blocks_lines(GwArena *arena, GwArticle *article, GwError *error);

/** The first step of gw_blocks_find: the blocks alone, all of kind GW_BLOCK_PARAGRAPH. */
GwStatus gw_blocks_split(GwArena *arena, GwArticle *article, GwError *error);

/** The last step: mark what stands elsewhere in the article (doubled title, pull quote), so
 * that of every repeated text one copy stays, the first of equal ones. */
GwStatus gw_blocks_mark_repeats(GwArena *arena, GwArticle *article, GwError *error);

/** Whether a line starts with a list item's mark: a bullet, "1." or "(a)". */
bool gw_is_list_item(GwView line);

/** Whether a text ends as sentences do, or goes on in what follows (a colon). */
bool gw_ends_sentence(GwView text);

/** Read a date that is all of `text` ("5 September 2023", "September 5, 2023", "2023-09-05",
 * "Published Tuesday, 5 September 2023, 10:30 GMT") into ISO form; false when it is none. */
bool gw_date_read(GwView text, char iso[11]);

/** Read a byline ("By Jane Doe", "WRITTEN BY DR JANE DOE") that is all of `text`: the name
 * without title and affiliation, capitals lowered; `name` is empty when it is none. */
GwStatus gw_byline_read(GwArena *arena, GwView text, GwView *name, GwError *error);

/** The text's words one space apart, in the arena: equal for a title and the same title
 * wrapped. data is NULL when memory is out. */
GwView gw_squeeze(GwArena *arena, GwView text);

/** ASCII case-insensitive prefix. */
bool gw_starts_letters(GwView text, const char *prefix);

#endif
