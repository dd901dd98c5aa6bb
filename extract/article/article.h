/** @file article.h
 * An article as text: what its blocks are (title, byline, date, headings, paragraphs, notes).
 *
 * `text` is the normalised text that every offset points into: valid UTF-8, LF line ends, no
 * byte-order mark, no control characters but LF and TAB; nothing else is changed, so that
 * quoted text is found again. Paragraphs are separated by blank lines.
 */
#ifndef GW_EXTRACT_ARTICLE_ARTICLE_H
#define GW_EXTRACT_ARTICLE_ARTICLE_H

#include "base/status.h"
#include "base/view.h"

#define GW_ARTICLE_LIMIT ((size_t)64 * 1000 * 1000) ///< bytes; a larger file is refused

typedef enum {
  GW_BLOCK_TITLE,     ///< the article's title, once
  GW_BLOCK_BYLINE,    ///< "By Jane Doe", "WRITTEN BY DR ..."
  GW_BLOCK_DATE,      ///< a date on its own
  GW_BLOCK_HEADING,   ///< a short line without final punctuation between paragraphs
  GW_BLOCK_PARAGRAPH, ///< running text: the argument
  GW_BLOCK_NOTE,      ///< disclaimer, author biography, image credit: not the argument
  GW_BLOCK_REPEATED   ///< text that stands elsewhere in the article (doubled title, pull quote)
} GwBlockKind;

typedef struct {
  GwSpan span; ///< trimmed of white space; may contain single line ends
  GwBlockKind kind;
} GwBlock;

typedef struct {
  const char *name; ///< the file as the user named it, for messages
  GwView text;      ///< normalised text, in the arena
  char id[13];      ///< hash of the text: names the document in IRIs
  GwView title;     ///< on one line, in the arena; empty when none was recognised
  GwView author;    ///< name without "By" and titles (Dr, Prof); empty when none
  char date[11];    ///< "2023-09-05" (or "2023-09", "2023"); empty when none
  GwBlock *blocks;
  size_t block_count;
  bool one_sentence_a_block; ///< read from lines: no block is split into sentences
} GwArticle;

/** Read a UTF-8 text file ("-": standard input). Fails with GW_ERR_INPUT, naming file and byte,
 * on an empty file, on NUL bytes (a binary file) and on invalid UTF-8. */
GwStatus gw_article_load(GwArena *arena, const char *path, GwArticle *article, GwError *error);

/** The same from a text that is split into sentences already, one on a line: every line is a block,
 * and there is neither title nor byline. */
GwStatus gw_article_load_lines(GwArena *arena, const char *path, GwArticle *article,
                               GwError *error);

/** gw_article_load from memory; `raw` need not outlive the call. */
GwStatus gw_article_parse(GwArena *arena, const char *name, GwView raw, GwArticle *article,
                          GwError *error);

/** Offset in code points of a byte offset of article->text (NIF and RDF count characters). */
size_t gw_article_character(const GwArticle *article, size_t byte);

#endif
