#include "extract/article/blocks.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

enum {
  HEADING_BYTES = 110,
  HEADING_WORDS = 14,
  TITLE_BYTES = 200,
  TITLE_WORDS = 30,
  HEADER_BLOCKS = 8,   ///< title, byline and date stand among the first ones
  CREDIT_BYTES = 300
};

bool gw_starts_letters(GwView text, const char *prefix)
{
  const size_t n = strlen(prefix);
  return text.length >= n && strncasecmp(text.data, prefix, n) == 0;
}

static GwView text_of(const GwArticle *a, size_t block)
{
  return gw_view_slice(a->text, a->blocks[block].span.begin, a->blocks[block].span.end);
}

static size_t word_count(GwView text)
{
  size_t words = 0;
  bool inside = false;
  for (size_t i = 0; i < text.length; i++) {
    const bool space = text.data[i] == ' ' || text.data[i] == '\n' || text.data[i] == '\t';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

static bool is_short(GwView text)
{
  return text.length <= HEADING_BYTES && word_count(text) <= HEADING_WORDS;
}

/* Whether a sentence ends before the text does: a title has no two. */
static bool holds_sentences(GwView text)
{
  for (size_t i = 0; i + 2 < text.length; i++) {
    size_t length = 0;
    if (strchr(".!?", text.data[i]) && text.data[i + 1] == ' '
        && gw_utf8_is_upper(gw_utf8_decode(text, i + 2, &length)) && i > 2) {
      return true;
    }
  }
  return false;
}

/* Headings that open what is no longer the argument, to the end of the article. */
static bool opens_notes(GwView text)
{
  static const char *const names[] = {
    "disclaimer", "author biography", "author bio", "about the author", "about the authors",
    "the author", "the authors", "biography", "references", "bibliography", "works cited", "notes",
    "footnotes", "endnotes", "further reading", "external links", "see also", "sources",
    "acknowledgements", "acknowledgments", "related articles", "related stories", "read more",
    NULL};
  while (text.length && strchr(":#= ", text.data[text.length - 1])) {
    text.length--;
  }
  while (text.length && strchr("#= ", text.data[0])) {
    text = gw_view_slice(text, 1, text.length);
  }
  for (const char *const *n = names; *n; n++) {
    if (text.length == strlen(*n) && gw_starts_letters(text, *n)) {
      return true;
    }
  }
  return false;
}

/* A block that says by its first words that it is no part of the argument. */
static bool is_note(GwView text)
{
  static const char *const starts[] = {
    "disclaimer:", "author biography:", "author bio:", "about the author:",
    "about the authors:", "editor's note:", "editor’s note:", "correction:", "note:",
    "all rights reserved", "©", "copyright ©", "copyright (c)", "read more:", "related:",
    "see also:", "this article was originally published", "this article was first published",
    "this article is republished", "sign up for", "subscribe to", NULL};
  static const char *const credits[] = {"image:", "image credit", "photo:", "photo credit",
                                        "photograph:", "picture:", "credit:", "photo by ",
                                        "image by ", "source:", "sources:", NULL};
  bool found = false;
  for (const char *const *s = starts; *s && !found; s++) {
    found = gw_starts_letters(text, *s);
  }
  for (const char *const *s = credits; *s && !found && text.length < CREDIT_BYTES; s++) {
    found = gw_starts_letters(text, *s);
  }
  return found;
}

/* "Jane Doe is a professor of law at ...", among the last blocks. */
static bool is_biography(const GwArticle *a, size_t block)
{
  static const char *const titles[] = {"dr ", "dr. ", "prof ", "prof. ", "professor ", NULL};
  static const char *const verbs[] = {" is ", " was ", " works ", " teaches ", " writes ",
                                      " are ", NULL};
  GwView text = text_of(a, block);
  if (a->author.length == 0 || block + 3 < a->block_count) {
    return false;
  }
  for (const char *const *t = titles; *t; t++) {
    if (gw_starts_letters(text, *t)) {
      text = gw_view_slice(text, strlen(*t), text.length);
    }
  }
  if (!gw_view_starts(text, a->author)) {
    return false;
  }
  text = gw_view_slice(text, a->author.length, text.length);
  for (const char *const *v = verbs; *v; v++) {
    if (gw_starts_letters(text, *v)) {
      return true;
    }
  }
  return false;
}

/* Whether no blank line stands between a block and the one before. */
static bool follows_closely(const GwArticle *a, size_t block)
{
  size_t line_ends = 0;
  for (size_t i = block ? a->blocks[block - 1].span.end : 0; i < a->blocks[block].span.begin;
       i++) {
    line_ends += a->text.data[i] == '\n';
  }
  return block > 0 && line_ends == 1;
}

/* A list item is running text, however short; "1. Introduction" apart from others is a heading. */
static bool is_in_list(const GwArticle *a, size_t block)
{
  const GwView text = text_of(a, block);
  size_t length = 0;
  if (!gw_is_list_item(text)) {
    return false;
  }
  const bool numbered = gw_utf8_is_digit(gw_utf8_decode(text, 0, &length));
  const bool after = follows_closely(a, block) && gw_is_list_item(text_of(a, block - 1));
  const bool before = block + 1 < a->block_count && gw_is_list_item(text_of(a, block + 1));
  return !numbered || after || before;
}

/* What was seen of the article so far. */
typedef struct {
  GwArena *arena;
  GwArticle *article;
  bool notes; ///< from here on nothing belongs to the argument
  bool body;  ///< a paragraph was seen
} Layout;

/* Title, byline or date; false when the block is none of them. A summary in full sentences may
 * stand between title and byline. */
static GwStatus read_header(Layout *l, size_t number, bool *found, GwError *error)
{
  GwArticle *a = l->article;
  const GwView text = text_of(a, number);
  GwView name = {"", 0};
  char iso[11];
  *found = true;
  if (gw_date_read(text, iso)) { /* of several the first counts */
    if (a->date[0] == '\0') {
      memcpy(a->date, iso, sizeof iso);
    }
    a->blocks[number].kind = GW_BLOCK_DATE;
    return GW_OK;
  }
  if (a->author.length == 0) {
    GW_TRY(gw_byline_read(l->arena, text, &name, error));
  }
  if (name.length) {
    const size_t bar = gw_view_find(text, GW_VIEW("|"), 0);
    if (bar < text.length && a->date[0] == '\0') {
      gw_date_read(gw_view_slice(text, bar + 1, text.length), a->date);
    }
    a->author = name;
    a->blocks[number].kind = GW_BLOCK_BYLINE;
    return GW_OK;
  }
  const bool asks = text.data[text.length - 1] == '?' || text.data[text.length - 1] == '!';
  if (a->title.length == 0 && !l->body && text.length <= TITLE_BYTES
      && word_count(text) <= TITLE_WORDS && (asks || !gw_ends_sentence(text))
      && !holds_sentences(text)) {
    a->title = gw_squeeze(l->arena, text);
    a->blocks[number].kind = GW_BLOCK_TITLE;
    return a->title.data ? GW_OK : gw_fail_memory(error);
  }
  *found = false;
  return GW_OK;
}

static GwStatus read_block(Layout *l, size_t number, GwError *error)
{
  GwArticle *a = l->article;
  const GwView text = text_of(a, number);
  GwBlock *block = &a->blocks[number];
  bool header = false;
  if (number < HEADER_BLOCKS) {
    GW_TRY(read_header(l, number, &header, error));
  }
  if (header) {
    return GW_OK;
  }
  l->notes = l->notes || (l->body && is_short(text) && opens_notes(text));
  if (l->notes || is_note(text) || (l->body && is_biography(a, number))) {
    block->kind = GW_BLOCK_NOTE;
  } else if (is_short(text) && !gw_ends_sentence(text) && !is_in_list(a, number)
             && number + 1 < a->block_count) {
    block->kind = GW_BLOCK_HEADING;
  } else {
    l->body = true;
  }
  return GW_OK;
}

GwStatus gw_blocks_find(GwArena *arena, GwArticle *article, GwError *error)
{
  Layout layout = {.arena = arena, .article = article};
  GW_TRY(gw_blocks_split(arena, article, error));
  for (size_t i = 0; i < article->block_count; i++) {
    GW_TRY(read_block(&layout, i, error));
  }
  return gw_blocks_mark_repeats(arena, article, error);
}
