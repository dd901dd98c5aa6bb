/** @file article.h
 * An article as text: what its blocks are (title, byline, headings, paragraphs, notes, ...), who
 * speaks in them, its sections, and what it says of itself (authors, dates, publisher).
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

#define GW_INTERVIEWEE "interviewee" ///< speaker of answers whose giver is not named

#define GW_NO_SECTION ((size_t)-1)

typedef enum {
  GW_BLOCK_TITLE,      ///< the article's title, once
  GW_BLOCK_KICKER,     ///< the rubric above a title: "Opinion", "Press release"
  GW_BLOCK_STANDFIRST, ///< a summary between title and byline; part of the argument
  GW_BLOCK_BYLINE,     ///< "By Jane Doe", "WRITTEN BY DR ..."
  GW_BLOCK_DATE,       ///< a date on its own
  GW_BLOCK_DATELINE,   ///< "GENEVA, 4 March (Agency) —" before the text that it opens
  GW_BLOCK_HEADING,    ///< a short line without final punctuation between paragraphs
  GW_BLOCK_PARAGRAPH,  ///< running text: the argument
  GW_BLOCK_SPEAKER,    ///< "Jane Doe:" before what she says in an interview
  GW_BLOCK_QUESTION,   ///< what an interviewer says
  GW_BLOCK_TABLE,      ///< lines in columns
  GW_BLOCK_CAPTION,    ///< a picture's caption or credit
  GW_BLOCK_BIOGRAPHY,  ///< who the author is
  GW_BLOCK_NOTE,       ///< disclaimer, editor's note, acknowledgements, contact
  GW_BLOCK_REFERENCE,  ///< footnotes, literature, sources
  GW_BLOCK_PROMOTION,  ///< newsletter, sharing, other articles
  GW_BLOCK_REPEATED,   ///< text that stands elsewhere in the article (pull quote)
  GW_BLOCK_KIND_COUNT
} GwBlockKind;

const char *gw_block_kind_name(GwBlockKind kind); ///< "title", "kicker", ...

/** Is it text that makes statements: argument, standfirst, biography or note? */
bool gw_block_states(GwBlockKind kind);

/** Does it stand beside the argument (biography, note, reference, ...)? */
bool gw_block_is_beside(GwBlockKind kind);

typedef struct {
  GwSpan span;     ///< trimmed of white space and of Markdown's marks; may contain single line ends
  GwBlockKind kind;
  size_t level;    ///< of a heading: 1 and more by "#", "==" or "2.1"; else 0
  GwView speaker;  ///< who says it, as a name ("Jane Doe"); empty for the article itself
  size_t section;  ///< or GW_NO_SECTION before the first heading
} GwBlock;

/** A heading and what stands under it, or a run of blocks beside the argument. */
typedef struct {
  GwView title;     ///< on one line, in the arena; empty for a run without a heading
  GwSpan span;      ///< from the heading to the end of the last subsection
  size_t parent;    ///< or GW_NO_SECTION
  size_t level;     ///< of the heading
  GwBlockKind kind; ///< GW_BLOCK_PARAGRAPH, or the kind that keeps it from the argument
} GwSection;

typedef struct {
  GwView name;        ///< without "By" and titles (Dr, Prof)
  GwView office;      ///< "senior fellow", as byline or biography say; empty when unknown
  GwView affiliation; ///< "Institute of Harbour Studies"; empty when unknown
} GwAuthor;

typedef struct {
  const char *name;   ///< the file as the user named it, for messages
  GwView text;        ///< normalised text, in the arena
  char id[13];        ///< hash of the text: names the document in IRIs
  GwView title;       ///< on one line, in the arena; empty when none was recognised
  GwView kicker;      ///< the rubric; empty when none
  GwView standfirst;  ///< slice of text; empty when none
  GwView dateline;    ///< without the dash that ends it; empty when none
  GwView publisher;   ///< agency of the dateline, or who claims the copyright; empty when none
  GwAuthor *authors;
  size_t author_count;
  char date[11];      ///< "2023-09-05" (or "2023-09", "2023"); empty when none
  char modified[11];  ///< day of the last change, the same way
  GwBlock *blocks;
  size_t block_count;
  bool one_sentence_a_block; ///< read from lines: no block is split into sentences
  GwSection *sections; ///< in text order, a parent before its children
  size_t section_count;
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
