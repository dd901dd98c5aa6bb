#include "extract/article/article.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "extract/article/blocks.h"

#include <string.h>

GwStatus gw_article_load(GwArena *arena, const char *path, GwArticle *article, GwError *error)
{
  GwView raw;
  GW_TRY(gw_file_read(arena, path, GW_ARTICLE_LIMIT, &raw, error));
  return gw_article_parse(arena, path, raw, article, error);
}

static size_t line_of(GwView raw, size_t byte)
{
  size_t line = 1;
  for (size_t i = 0; i < byte; i++) {
    line += raw.data[i] == '\n';
  }
  return line;
}

static GwStatus check(const char *name, GwView raw, GwError *error)
{
  const char *nul = raw.length ? memchr(raw.data, '\0', raw.length) : NULL;
  if (nul) {
    return gw_fail(error, GW_ERR_INPUT, "%s: byte %zu is NUL: this is no text file; save the "
                   "article as plain UTF-8 text", name, (size_t)(nul - raw.data));
  }
  const size_t invalid = gw_utf8_invalid_at(raw);
  if (invalid < raw.length) {
    return gw_fail(error, GW_ERR_INPUT, "%s:%zu: byte %zu is not valid UTF-8; convert the file, "
                   "for example with iconv -t UTF-8", name, line_of(raw, invalid), invalid);
  }
  return GW_OK;
}

/* What a character becomes: itself, a line end, or nothing (`keep` false). */
static uint32_t normal(uint32_t c, uint32_t next, bool *keep)
{
  const bool control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
  const bool line_end = (c == '\r' && next != '\n') || c == '\f' || c == '\v' || c == 0x85
                        || c == 0x2028 || c == 0x2029;
  *keep = line_end || !control;
  return line_end ? '\n' : c;
}

/* LF line ends; no byte-order mark, no control characters but LF and TAB. */
static GwView normalise(GwArena *arena, GwView raw)
{
  char *out = GW_NEW(arena, raw.length + 1, char);
  size_t n = 0, length = 0;
  size_t at = gw_view_starts(raw, GW_VIEW("\xEF\xBB\xBF")) ? 3 : 0;
  for (; out && at < raw.length; at += length) {
    const uint32_t c = gw_utf8_decode(raw, at, &length);
    const uint32_t next = at + 1 < raw.length ? (unsigned char)raw.data[at + 1] : 0;
    bool keep = false;
    const uint32_t kept = normal(c, next, &keep);
    if (keep) {
      n += gw_utf8_encode(kept, out + n);
    }
  }
  return (GwView){out, n};
}

static bool is_blank(GwView text)
{
  size_t length = 0, at = 0;
  while (at < text.length && gw_utf8_is_space(gw_utf8_decode(text, at, &length))) {
    at += length;
  }
  return at == text.length;
}

/* All but the blocks. */
static GwStatus read_text(GwArena *arena, const char *name, GwView raw, GwArticle *article,
                          GwError *error)
{
  *article = (GwArticle){.name = name};
  GW_TRY(check(name, raw, error));
  article->text = normalise(arena, raw);
  if (!article->text.data) {
    return gw_fail_memory(error);
  }
  if (is_blank(article->text)) {
    return gw_fail(error, GW_ERR_INPUT, "%s: the file holds no text", name);
  }
  gw_hash_name(article->text, article->id);
  return GW_OK;
}

GwStatus gw_article_parse(GwArena *arena, const char *name, GwView raw, GwArticle *article,
                          GwError *error)
{
  GW_TRY(read_text(arena, name, raw, article, error));
  return gw_blocks_find(arena, article, error);
}

GwStatus gw_article_load_lines(GwArena *arena, const char *path, GwArticle *article,
                               GwError *error)
{
  GwView raw;
  GW_TRY(gw_file_read(arena, path, GW_ARTICLE_LIMIT, &raw, error));
  GW_TRY(read_text(arena, path, raw, article, error));
  return gw_blocks_lines(arena, article, error);
}

size_t gw_article_character(const GwArticle *article, size_t byte)
{
  return gw_utf8_count(gw_view_slice(article->text, 0, byte));
}
