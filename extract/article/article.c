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

/* LF line ends; no byte-order mark, no control characters but LF and TAB. */
static GwView normalise(GwArena *arena, GwView raw)
{
  char *out = gw_arena_alloc(arena, raw.length + 1, 1);
  size_t n = 0, i = gw_view_starts(raw, GW_VIEW("\xEF\xBB\xBF")) ? 3 : 0;
  for (; out && i < raw.length; i++) {
    const unsigned char c = (unsigned char)raw.data[i];
    const bool crlf = c == '\r' && i + 1 < raw.length && raw.data[i + 1] == '\n';
    if (c == '\r' && !crlf) {
      out[n++] = '\n';
    } else if (c == '\f' || c == '\v') {
      out[n++] = '\n';
    } else if ((c >= ' ' && c != 0x7f) || c == '\n' || c == '\t') {
      out[n++] = (char)c;
    }
  }
  return (GwView){out, n};
}

GwStatus gw_article_parse(GwArena *arena, const char *name, GwView raw, GwArticle *article,
                          GwError *error)
{
  *article = (GwArticle){.name = name};
  GW_TRY(check(name, raw, error));
  article->text = normalise(arena, raw);
  if (!article->text.data) {
    return gw_fail_memory(error);
  }
  if (gw_view_trim(article->text).length == 0) {
    return gw_fail(error, GW_ERR_INPUT, "%s: the file holds no text", name);
  }
  gw_hash_name(article->text, article->id);
  return gw_blocks_find(arena, article, error);
}

size_t gw_article_character(const GwArticle *article, size_t byte)
{
  return gw_utf8_count(gw_view_slice(article->text, 0, byte));
}
