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
  size_t capacity;
  bool unwrapped;    ///< every line is a paragraph of its own
  GwSpan open;       ///< the block being read; empty when begin == end
  GwView last_line;  ///< of that block
  bool in_list;      ///< that block is a list item
  bool alone;        ///< that block is a line that nothing is added to
  size_t lines;      ///< lines with text so far
} Splitter;

static GwStatus close_block(Splitter *s, GwError *error)
{
  GwArticle *a = s->article;
  if (s->open.end == s->open.begin) {
    return GW_OK;
  }
  a->blocks = gw_arena_grow(s->arena, a->blocks, a->block_count, &s->capacity,
                            sizeof *a->blocks);
  if (!a->blocks) {
    return gw_fail_memory(error);
  }
  a->blocks[a->block_count++] = (GwBlock){s->open, GW_BLOCK_PARAGRAPH};
  s->open = (GwSpan){0, 0};
  return GW_OK;
}

/* A mark of a list at the start of a wrapped line is one only where a list can begin. */
static bool begins_item(const Splitter *s, GwView line)
{
  return gw_is_list_item(line) && (s->in_list || gw_ends_sentence(s->last_line));
}

static GwStatus is_header_line(const Splitter *s, GwView line, bool *header, GwError *error)
{
  char iso[11];
  GwView name;
  *header = false;
  if (s->lines < HEADER_LINES) {
    GW_TRY(gw_byline_read(s->arena, line, &name, error));
    *header = name.length || gw_date_read(line, iso);
  }
  return GW_OK;
}

static GwStatus read_line(Splitter *s, GwView line, GwError *error)
{
  const size_t begin = (size_t)(line.data - s->article->text.data);
  bool header = false;
  GW_TRY(is_header_line(s, line, &header, error));
  if (s->unwrapped || header || s->alone || begins_item(s, line)) {
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

/* Whether most of the text stands in lines longer than anybody wraps them. */
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
  return in_long > in_short;
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

GwStatus gw_blocks_split(GwArena *arena, GwArticle *article, GwError *error)
{
  Splitter s = {.arena = arena, .article = article,
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
