#include "extract/article/blocks.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"

#include <string.h>
#include <strings.h>

enum { HEADING_BYTES = 110, HEADING_WORDS = 14, BYLINE_BYTES = 120 };

static bool starts_with(GwView text, const char *prefix)
{
  const size_t n = strlen(prefix);
  return text.length >= n && strncasecmp(text.data, prefix, n) == 0;
}

static bool is_among(GwView text, const char *const *prefixes)
{
  for (; *prefixes; prefixes++) {
    if (starts_with(text, *prefixes)) {
      return true;
    }
  }
  return false;
}

static GwView text_of(const GwArticle *a, const GwBlock *block)
{
  return gw_view_slice(a->text, block->span.begin, block->span.end);
}

static size_t word_count(GwView text)
{
  size_t words = 0;
  GwView word;
  while (gw_view_next(&text, ' ', &word)) {
    words += word.length > 0;
  }
  return words;
}

/* The text's words one space apart: equal for a title and the same title wrapped. */
static GwView squeezed(GwArena *arena, GwView text)
{
  char *out = gw_arena_alloc(arena, text.length + 1, 1);
  size_t n = 0;
  for (size_t i = 0; out && i < text.length; i++) {
    const bool space = text.data[i] == ' ' || text.data[i] == '\n' || text.data[i] == '\t';
    if (!space) {
      out[n++] = text.data[i];
    } else if (n && out[n - 1] != ' ') {
      out[n++] = ' ';
    }
  }
  return (GwView){out, n};
}

static bool ends_sentence(GwView text)
{
  static const char *const enders[] = {".", "!", "?", ":", ";", ",", ".”", ".\"", ".’", ".)",
                                       "!”", "?”", "…"};
  for (size_t i = 0; i < sizeof enders / sizeof *enders; i++) {
    if (gw_view_ends(text, gw_view(enders[i]))) {
      return true;
    }
  }
  return false;
}

static bool is_short(GwView text)
{
  return text.length <= HEADING_BYTES && word_count(text) <= HEADING_WORDS;
}

static GwStatus add_block(GwArena *arena, GwArticle *a, size_t *capacity, GwSpan span,
                          GwError *error)
{
  a->blocks = gw_arena_grow(arena, a->blocks, a->block_count, capacity, sizeof *a->blocks);
  if (!a->blocks) {
    return gw_fail_memory(error);
  }
  a->blocks[a->block_count++] = (GwBlock){span, GW_BLOCK_PARAGRAPH};
  return GW_OK;
}

static GwStatus split(GwArena *arena, GwArticle *a, GwError *error)
{
  GwView rest = a->text, line;
  GwSpan span = {0, 0};
  size_t capacity = 0;
  while (gw_view_next(&rest, '\n', &line)) {
    const GwView trimmed = gw_view_trim(line);
    const size_t begin = (size_t)(trimmed.data - a->text.data);
    if (trimmed.length == 0 && span.end > span.begin) {
      GW_TRY(add_block(arena, a, &capacity, span, error));
      span = (GwSpan){0, 0};
    } else if (trimmed.length) {
      span.begin = span.end ? span.begin : begin;
      span.end = begin + trimmed.length;
    }
  }
  return span.end > span.begin ? add_block(arena, a, &capacity, span, error) : GW_OK;
}

/* "FRANZ MÜLLER" -> "Franz Müller"; a name in mixed case stays. */
static GwView name_case(GwArena *arena, GwView name)
{
  const GwView low = gw_utf8_lower(arena, name);
  char *out = low.data ? gw_view_copy(arena, name) : NULL;
  for (size_t i = 0; i < name.length && low.length == name.length; i++) {
    if (name.data[i] >= 'a' && name.data[i] <= 'z') {
      return name;
    }
  }
  for (size_t i = 1; out && low.length == name.length && i < name.length; i++) {
    const char before = name.data[i - 1];
    if (before != ' ' && before != '-' && before != '.') {
      out[i] = low.data[i];
    }
  }
  return out ? (GwView){out, name.length} : name;
}

/* The name after "By"; empty when the block is no byline. */
static GwView byline_name(GwArena *arena, GwView text)
{
  static const char *const starts[] = {"written by ", "by ", "author: ", "text by ", NULL};
  static const char *const titles[] = {"dr ", "dr. ", "prof ", "prof. ", "professor ", "mr ",
                                       "ms ", "mrs ", NULL};
  if (text.length > BYLINE_BYTES || ends_sentence(text) || !is_among(text, starts)) {
    return (GwView){"", 0};
  }
  const char *space = memchr(text.data, starts_with(text, "written") || starts_with(text, "text")
                             ? 'y' : ' ', text.length);
  if (starts_with(text, "written") || starts_with(text, "text")) {
    space = space ? strchr(space, ' ') : NULL;
  }
  GwView name = text;
  if (space) {
    name = gw_view_trim(gw_view_slice(text, (size_t)(space - text.data), text.length));
  }
  while (is_among(name, titles)) {
    const char *at = memchr(name.data, ' ', name.length);
    name = gw_view_trim(gw_view_slice(name, (size_t)(at - name.data), name.length));
  }
  const size_t words = word_count(name);
  return words >= 1 && words <= 6 ? name_case(arena, name) : (GwView){"", 0};
}

static bool opens_notes(GwView text)
{
  static const char *const starts[] = {
    "disclaimer", "author biography", "about the author", "image credit", "photo credit",
    "photo:", "copyright", "©", "all rights reserved", "this article was originally", "read more",
    "references", "sources:", "author bio", NULL};
  return is_among(text, starts);
}

/* What blocks were seen so far. */
typedef struct {
  GwArena *arena;
  GwArticle *article;
  GwMap seen;      ///< blocks by their squeezed text
  bool notes;      ///< from here on nothing belongs to the argument
  bool body;       ///< a paragraph was seen
} Layout;

static bool is_title(const Layout *l, GwView text)
{
  return l->article->title.length == 0 && !l->body && is_short(text);
}

static GwBlockKind kind_of(Layout *l, const GwBlock *block, bool last)
{
  GwArticle *a = l->article;
  const GwView text = text_of(a, block);
  const GwView name = byline_name(l->arena, text);
  if (l->notes || opens_notes(text)) {
    l->notes = true;
    return GW_BLOCK_NOTE;
  }
  if (!l->body && a->date[0] == '\0' && gw_date_read(text, a->date)) {
    return GW_BLOCK_DATE;
  }
  if (!l->body && a->author.length == 0 && name.length) {
    a->author = name;
    return GW_BLOCK_BYLINE;
  }
  if (is_title(l, text) && !ends_sentence(text)) {
    a->title = text;
    return GW_BLOCK_TITLE;
  }
  if (is_short(text) && !ends_sentence(text) && !last) {
    return GW_BLOCK_HEADING;
  }
  l->body = true;
  return GW_BLOCK_PARAGRAPH;
}

/* Pull quotes: a paragraph of one to three sentences that stands inside a longer one too. The
 * long ones are searched by their sentences' hashes, so that the whole stays linear. */
static GwStatus hash_sentences(Layout *l, size_t block, GwError *error)
{
  const GwView text = text_of(l->article, &l->article->blocks[block]);
  size_t begin = 0;
  for (size_t i = 0; i < text.length; i++) {
    if (i + 1 == text.length || (strchr(".!?", text.data[i]) && text.data[i + 1] == ' ')) {
      const GwView sentence = gw_view_trim(gw_view_slice(text, begin, i + 1));
      const size_t seen = gw_map_get(&l->seen, sentence);
      if (sentence.length > 40
          && !gw_map_set(&l->seen, sentence, seen == GW_MAP_ABSENT ? 1 : seen + 1)) {
        return gw_fail_memory(error);
      }
      begin = i + 1;
    }
  }
  return GW_OK;
}

/* Every sentence of the block stands elsewhere too, and the block is but one or two of them. */
static bool is_pull_quote(const Layout *l, const GwBlock *block)
{
  const GwView text = text_of(l->article, block);
  size_t begin = 0, sentences = 0;
  for (size_t i = 0; i < text.length; i++) {
    if (i + 1 == text.length || (strchr(".!?", text.data[i]) && text.data[i + 1] == ' ')) {
      const GwView sentence = gw_view_trim(gw_view_slice(text, begin, i + 1));
      const size_t seen = gw_map_get(&l->seen, sentence);
      if (seen == GW_MAP_ABSENT || seen < 2) {
        return false;
      }
      sentences++;
      begin = i + 1;
    }
  }
  return sentences > 0 && sentences <= 2;
}

static GwStatus mark_repeats(Layout *l, GwError *error)
{
  GwArticle *a = l->article;
  const GwView title = squeezed(l->arena, a->title);
  for (size_t i = 0; i < a->block_count; i++) {
    GwBlock *block = &a->blocks[i];
    if (block->kind == GW_BLOCK_PARAGRAPH) {
      GW_TRY(hash_sentences(l, i, error));
    }
  }
  for (size_t i = 0; i < a->block_count; i++) {
    GwBlock *block = &a->blocks[i];
    const GwView text = text_of(a, block);
    if (block->kind == GW_BLOCK_PARAGRAPH && text.length < 600 && is_pull_quote(l, block)) {
      block->kind = GW_BLOCK_REPEATED;
    } else if (block->kind == GW_BLOCK_HEADING && title.length && text.length < 400) {
      const GwView flat = squeezed(l->arena, text);
      const bool first = i > 0 && (a->blocks[i - 1].kind == GW_BLOCK_TITLE
                                   || a->blocks[i - 1].kind == GW_BLOCK_REPEATED);
      const bool part = gw_view_find(title, flat, 0) < title.length;
      if (gw_view_equal(flat, title) || (first && part)) {
        block->kind = GW_BLOCK_REPEATED;
      }
    }
  }
  return GW_OK;
}

GwStatus gw_blocks_find(GwArena *arena, GwArticle *article, GwError *error)
{
  Layout layout = {.arena = arena, .article = article, .seen = gw_map_new(arena)};
  GW_TRY(split(arena, article, error));
  for (size_t i = 0; i < article->block_count; i++) {
    GwBlock *block = &article->blocks[i];
    block->kind = kind_of(&layout, block, i + 1 == article->block_count);
  }
  return mark_repeats(&layout, error);
}
