/** @file blocks.h
 * The parts of an article's text, recognised by their form and place.
 */
#ifndef GW_EXTRACT_ARTICLE_BLOCKS_H
#define GW_EXTRACT_ARTICLE_BLOCKS_H

#include "extract/article/article.h"

/** Split article->text at blank lines and say what each block is; fills blocks, title, author
 * and date. Linear in the text's length. */
GwStatus gw_blocks_find(GwArena *arena, GwArticle *article, GwError *error);

/** Read a date that is all of `text` ("5 September 2023", "September 5, 2023", "2023-09-05",
 * "Tuesday, 5 September 2023") into ISO form; false when it is none. */
bool gw_date_read(GwView text, char iso[11]);

#endif
