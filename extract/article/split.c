/* Where the blocks of a text begin and end. */
#include "extract/article/blocks.h"

#include "base/utf8.h"

#include <string.h>

enum {
  LONG_LINE = 120,   ///< bytes; nobody wraps lines by hand beyond this
  HEADER_LINES = 8   ///< where a byline or date is looked for among lines that follow closely
};

bool gw_ends_sentence(GwView text)
{
  static const char *const closers[] = {"\"", "'", ")", "]", "*", "_", "”", "’", "»", NULL};
  bool closed = true;
  while (closed) {
    closed = false;
    for (const char *const *c = closers; *c && !closed; c++) {
      if (gw_view_ends(text, gw_view(*c))) {
        text.length -= strlen(*c);
        closed = true;
      }
    }
  }
  return text.length && (strchr(".!?:;,", text.data[text.length - 1])
                         || gw_view_ends(text, GW_VIEW("…")) || gw_view_ends(text, GW_VIEW("。")));
}

static bool is_bullet(GwView line)
{
  static const char *const bullets[] = {"- ", "* ", "• ", "‣ ", "◦ ", "▪ ", "● ", "·\t", "•\t",
                                        "-\t", NULL};
  for (const char *const *b = bullets; *b; b++) {
    if (gw_view_starts(line, gw_view(*b))) {
      return true;
    }
  }
  return false;
}

/* "1. ", "12) ", "(3) ", "(a) ", "iv. " */
bool gw_is_list_item(GwView line)
{
  const bool open = line.length && line.data[0] == '(';
  size_t at = open, digits = 0;
  while (at < line.length && line.data[at] >= '0' && line.data[at] <= '9') {
    at++;
    digits++;
  }
  if (digits == 0 && at < line.length && line.data[at] >= 'a' && line.data[at] <= 'z') {
    at++;
  }
  const bool marked = at > (size_t)open && digits <= 2 && at + 1 < line.length
                      && (line.data[at] == ')' || (line.data[at] == '.' && !open && digits))
                      && (line.data[at + 1] == ' ' || line.data[at + 1] == '\t');
  return marked || is_bullet(line);
}

/* What the blocks are being cut by. */
typedef struct {
  GwArena *arena;
  GwArticle *article;
  const GwDialogue *dialogue;
  size_t capacity;
  bool unwrapped;    ///< every line is a paragraph of its own
  GwSpan open;       ///< the block being read; empty when begin == end
  GwView last_line;  ///< of that block
  bool in_list;      ///< that block is a list item
  bool alone;        ///< that block is a line that nothing is added to
  size_t lines;      ///< lines with text so far
} Splitter;

static GwStatus add_block(Splitter *s, GwBlock block, GwError *error)
{
  GwArticle *a = s->article;
  a->blocks = gw_arena_grow(s->arena, a->blocks, a->block_count, &s->capacity,
                            sizeof *a->blocks);
  if (!a->blocks) {
    return gw_fail_memory(error);
  }
  a->blocks[a->block_count++] = block;
  return GW_OK;
}

/* Level of a heading by the marks "#" and "==" on both sides, which are cut off; else 0. */
static size_t cut_heading_marks(GwView *text)
{
  size_t level = 0;
  const char mark = text->data[0];
  while (level < text->length && text->data[level] == mark && (mark == '#' || mark == '=')) {
    level++;
  }
  size_t end = text->length;
  while (end > level && text->data[end - 1] == mark) {
    end--;
  }
  const bool closed = mark == '#' ? text->data[level < text->length ? level : 0] == ' '
                                  : text->length - end == level;
  const GwView inside = gw_view_trim(gw_view_slice(*text, level, end));
  if (level == 0 || level > 6 || !closed || inside.length == 0
      || gw_view_find(inside, GW_VIEW("\n"), 0) < inside.length) {
    return 0;
  }
  *text = inside;
  return mark == '=' && level > 1 ? level - 1 : level;
}

/* "**Words**" and "> Words": the marks around a whole block; bold lines are headings. */
static void cut_marks(GwView *text)
{
  const GwView bold = GW_VIEW("**");
  if (gw_view_starts(*text, GW_VIEW("> "))) {
    *text = gw_view_trim(gw_view_slice(*text, 2, text->length));
  }
  if (text->length > 4 && gw_view_starts(*text, bold) && gw_view_ends(*text, bold)) {
    const GwView inside = gw_view_slice(*text, 2, text->length - 2);
    if (gw_view_find(inside, bold, 0) == inside.length && gw_view_trim(inside).length) {
      *text = gw_view_trim(inside);
    }
  }
}

/* A speaker's label becomes a block of its own, before the one with what is said. */
static GwStatus close_block(Splitter *s, GwError *error)
{
  const GwArticle *a = s->article;
  if (s->open.end == s->open.begin) {
    return GW_OK;
  }
  GwBlock block = {s->open, GW_BLOCK_PARAGRAPH, 0, {"", 0}, GW_NO_SECTION};
  GwView text = gw_view_slice(a->text, s->open.begin, s->open.end);
  const size_t label = gw_dialogue_label(s->dialogue, text, &block.speaker);
  if (label) {
    GwBlock own = block;
    own.kind = GW_BLOCK_SPEAKER;
    own.span.end = own.span.begin + gw_view_trim(gw_view_slice(text, 0, label)).length;
    GW_TRY(add_block(s, own, error));
    text = gw_view_trim(gw_view_slice(text, label, text.length));
  }
  if (text.length) {
    block.level = label ? 0 : cut_heading_marks(&text);
    cut_marks(&text);
    block.span.begin = (size_t)(text.data - a->text.data);
    block.span.end = block.span.begin + text.length;
    GW_TRY(add_block(s, block, error));
  }
  s->open = (GwSpan){0, 0};
  return GW_OK;
}

/* A mark of a list at the start of a wrapped line is one only where a list can begin. */
static bool begins_item(const Splitter *s, GwView line)
{
  return gw_is_list_item(line) && (s->in_list || gw_ends_sentence(s->last_line));
}

/* A byline, a date, a marked heading and the heading of a list of links have lines alone. */
static GwStatus is_header_line(const Splitter *s, GwView line, bool *header, GwError *error)
{
  char published[11] = "", modified[11] = "";
  GwView name;
  *header = false;
  if (s->lines < HEADER_LINES) {
    GW_TRY(gw_byline_read(s->arena, line, &name, error));
    *header = name.length || gw_dates_read(line, published, modified);
  }
  *header = *header || cut_heading_marks(&line) > 0
            || gw_heading_opens(line) == GW_BLOCK_PROMOTION;
  return GW_OK;
}

static GwStatus read_line(Splitter *s, GwView line, GwError *error)
{
  const size_t begin = (size_t)(line.data - s->article->text.data);
  GwView speaker;
  bool header = false;
  GW_TRY(is_header_line(s, line, &header, error));
  if (s->unwrapped || header || s->alone || begins_item(s, line)
      || gw_dialogue_label(s->dialogue, line, &speaker)) {
    GW_TRY(close_block(s, error));
  }
  if (s->open.end == s->open.begin) {
    s->open.begin = begin;
    s->in_list = gw_is_list_item(line);
  }
  s->open.end = begin + line.length;
  s->last_line = line;
  s->alone = header;
  s->lines++;
  return GW_OK;
}

/* Whether much of the text stands in lines longer than anybody wraps them. */
static bool has_long_lines(GwView text)
{
  size_t in_long = 0, in_short = 0;
  GwView line;
  while (gw_view_next(&text, '\n', &line)) {
    if (line.length > LONG_LINE) {
      in_long += line.length;
    } else {
      in_short += line.length;
    }
  }
  return 2 * in_long > in_short;
}

/* Without white space at both ends, that of other scripts included. */
static GwView trimmed(GwView line)
{
  size_t length = 0;
  line = gw_view_trim(line);
  while (line.length && gw_utf8_is_space(gw_utf8_decode(line, 0, &length))) {
    line = gw_view_slice(line, length, line.length);
  }
  for (size_t end = line.length; end > 0; line.length = end) {
    do {
      end--;
    } while (end > 0 && ((unsigned char)line.data[end] & 0xC0) == 0x80);
    if (!gw_utf8_is_space(gw_utf8_decode(line, end, &length))) {
      break;
    }
  }
  return line;
}

GwStatus gw_blocks_split(GwArena *arena, const GwDialogue *dialogue, GwArticle *article,
                         GwError *error)
{
  Splitter s = {.arena = arena, .article = article, .dialogue = dialogue,
                .unwrapped = has_long_lines(article->text)};
  GwView rest = article->text, line;
  while (gw_view_next(&rest, '\n', &line)) {
    line = trimmed(line);
    if (line.length == 0) {
      GW_TRY(close_block(&s, error));
      s.last_line = line;
    } else {
      GW_TRY(read_line(&s, line, error));
    }
  }
  return close_block(&s, error);
}
