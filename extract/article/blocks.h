/** @file blocks.h
 * The parts of an article's text, recognised by their form and place.
 *
 * Every rule reads one block and what its neighbours are; none needs more than the plain text.
 */
#ifndef GW_EXTRACT_ARTICLE_BLOCKS_H
#define GW_EXTRACT_ARTICLE_BLOCKS_H

#include "extract/article/article.h"

/** Split article->text into blocks and say what each block is; fills all of the article but its
 * text. Linear in the text's length.
 *
 * Blocks end at blank lines; where most of the text stands in long lines, at every line end;
 * and before list items, bylines and dates that have a line of their own. */
GwStatus gw_blocks_find(GwArena *arena, GwArticle *article, GwError *error);

/** Instead of gw_blocks_find: each line that is not blank is a block of its own, one sentence of
 * running text (sets one_sentence_a_block). */
GwStatus gw_blocks_lines(GwArena *arena, GwArticle *article, GwError *error);

typedef struct GwDialogue GwDialogue; ///< the speakers of an interview

/** The first step of gw_blocks_find: whether the text is an interview, by the labels at the
 * starts of its lines ("Q:", "Jane Doe:", "JD:"); NULL in *dialogue when it is none. One of the
 * speakers must be an interviewer: so labelled, or one who asks in most of the turns. */
GwStatus gw_dialogue_find(GwArena *arena, const GwArticle *article, GwDialogue **dialogue,
                          GwError *error);

/** Bytes of a speaker's label that a line starts with, colon included; 0 when there is none.
 * `speaker` gets the fullest name known, empty for an interviewer. */
size_t gw_dialogue_label(const GwDialogue *dialogue, GwView line, GwView *speaker);

/** Who says the blocks that have no label: turns go on to the next label or heading. Where an
 * interview has no labels at all, blocks that ask are the interviewer's. */
void gw_dialogue_spread(const GwDialogue *dialogue, GwArticle *article);

/** The second step: the blocks alone, speakers' labels as blocks of their own, all others of
 * kind GW_BLOCK_PARAGRAPH (with `level` when marked as headings). */
GwStatus gw_blocks_split(GwArena *arena, const GwDialogue *dialogue, GwArticle *article,
                         GwError *error);

/** The dateline that a paragraph starts with: bytes to where its text begins, 0 for none. */
size_t gw_dateline_read(GwView text, GwView *dateline, GwView *agency, GwView *day);

/** A later step: mark what stands elsewhere in the article (doubled title, pull quote), so
 * that of every repeated text one copy stays, the first of equal ones. */
GwStatus gw_blocks_mark_repeats(GwArena *arena, GwArticle *article, GwError *error);

/** The last step: sections by headings; sets each block's section. */
GwStatus gw_sections_find(GwArena *arena, GwArticle *article, GwError *error);

/** What a heading opens that is no argument ("References", "About the author"), else
 * GW_BLOCK_PARAGRAPH. */
GwBlockKind gw_heading_opens(GwView text);

/** The kind of a block that says by its first words (or a credit) that it is no part of the
 * argument, else GW_BLOCK_PARAGRAPH. */
GwBlockKind gw_note_kind(GwView text);

/** Whether a line is a rubric: "Opinion", "PRESS RELEASE". */
bool gw_is_kicker(GwView text);

/** Whether most of a block's lines are in columns. */
bool gw_is_table(GwView text);

/** Whether a line starts with a list item's mark: a bullet, "1." or "(a)". */
bool gw_is_list_item(GwView line);

/** Whether a text ends as sentences do, or goes on in what follows (a colon). */
bool gw_ends_sentence(GwView text);

/** Read a date that is all of `text` ("5 September 2023", "September 5, 2023", "2023-09-05",
 * "Published Tuesday, 5 September 2023, 10:30 GMT") into ISO form; false when it is none. */
bool gw_date_read(GwView text, char iso[11]);

/** The same with the day of a change ("3 May 2024 | Updated 5 May 2024"): fills `published` when
 * it is empty, and `modified`. */
bool gw_dates_read(GwView text, char published[11], char modified[11]);

/** Whether all of a text is a date, with or without a year ("4 March"). */
bool gw_is_day(GwView text);

/** Read a byline ("By Jane Doe", "WRITTEN BY DR JANE DOE") that is all of `text`: the name
 * without title and affiliation, capitals lowered; `name` is empty when it is none. */
GwStatus gw_byline_read(GwArena *arena, GwView text, GwView *name, GwError *error);

/** Add the byline's authors, with the office and affiliation of a single one. */
GwStatus gw_byline_authors(GwArena *arena, GwView text, GwArticle *article, GwError *error);

/** Add an author: titles are cut off, capitals lowered. */
GwStatus gw_author_add(GwArena *arena, GwArticle *article, GwView name, GwError *error);

/** Add the authors of a list: "A B, C D and E F". */
GwStatus gw_authors_add(GwArena *arena, GwArticle *article, GwView names, GwError *error);

/** Whether all words are capitalised or particles of names, two to eight of them. */
bool gw_looks_like_name(GwView name);

GwView gw_without_titles(GwView name); ///< without "Dr", "Prof", ...

/** "JANE DOE" as "Jane Doe"; names with small letters as they are. data is NULL when memory is
 * out. */
GwView gw_name_in_small_letters(GwArena *arena, GwView name);

/** Read "a senior fellow at the Institute of X" into office and affiliation, where still empty. */
void gw_office_read(GwView text, GwAuthor *author);

/** Read a biography's first sentence ("Dr Jane Doe is a senior fellow at ..."): true when it is
 * one of an author of the article; then its office and affiliation are filled. */
bool gw_biography_read(GwView text, GwArticle *article);

/** The name that a biography begins with, where the text may be one of somebody who is not
 * known as author ("Jane Doe is a historian at ..."); else empty. */
GwView gw_biography_name(GwView text);

/** The text's words one space apart, in the arena: equal for a title and the same title
 * wrapped. data is NULL when memory is out. */
GwView gw_squeeze(GwArena *arena, GwView text);

/** ASCII case-insensitive prefix. */
bool gw_starts_letters(GwView text, const char *prefix);

#endif
