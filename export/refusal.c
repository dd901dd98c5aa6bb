#include "export/http.h"

#include "base/utf8.h"
#include "export/url.h"

#include <string.h>

#define WORDS_BYTES 240

/* Drops mark-up such as "<p>": what an error page says stands between the tags. */
static GwView without_tags(GwArena *arena, GwView text)
{
  char *plain = gw_view_copy(arena, text);
  size_t length = 0;
  bool inside = false;
  for (size_t i = 0; plain && i < text.length; i++) {
    const char c = text.data[i];
    inside = inside || c == '<';
    if (!inside || c == '>') {
      plain[length++] = c == '>' ? ' ' : c;
    }
    inside = inside && c != '>';
  }
  return (GwView){plain, plain ? length : 0};
}

/* A letter that can be shown as it is: no control characters, no switches of direction. */
static bool is_harmless(uint32_t c)
{
  return c != GW_UTF8_INVALID && c >= ' ' && (c < 0x7F || c > 0x9F) && c != 0x200E && c != 0x200F
         && !(c >= 0x2028 && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
}

void gw_http_words(GwView text, char *line, size_t size)
{
  size_t n = 0, length = 0;
  bool gap = false;
  text = gw_view_trim(text);
  for (size_t at = 0; at < text.length; at += length) {
    const uint32_t c = gw_utf8_decode(text, at, &length);
    if (c == '\n') {
      break;
    }
    if (gw_utf8_is_space(c) || !is_harmless(c)) {
      gap = n > 0;
      continue;
    }
    if (n + gap + length >= size) {
      break;
    }
    if (gap) {
      line[n++] = ' ';
    }
    memcpy(line + n, text.data + at, length);
    n += length;
    gap = false;
  }
  line[n] = '\0';
}

/* Error pages are mark-up over several lines; other answers say it in their first line. */
static void words_of(const GwHttpAnswer *answer, char *line, size_t size)
{
  GwArena arena = GW_ARENA_INIT;
  GwView text = gw_view_trim(gw_buffer_view(&answer->body));
  const bool page = gw_view_is(gw_view(answer->content_type), "text/html");
  if (page || gw_view_starts(text, GW_VIEW("<"))) {
    text = without_tags(&arena, text);
    char *flat = gw_view_copy(&arena, text);
    for (size_t i = 0; flat && i < text.length; i++) {
      flat[i] = flat[i] == '\n' || flat[i] == '\r' ? ' ' : flat[i];
    }
    text.data = flat;
    text.length = flat ? text.length : 0;
  }
  gw_http_words(text, line, size);
  gw_arena_free(&arena);
}

static const char *name_of(long status)
{
  static const struct {
    long status;
    const char *name;
  } names[] = {
    {400, " Bad Request"}, {401, " Unauthorized"}, {403, " Forbidden"}, {404, " Not Found"},
    {405, " Method Not Allowed"}, {406, " Not Acceptable"}, {413, " Content Too Large"},
    {415, " Unsupported Media Type"}, {429, " Too Many Requests"},
    {500, " Internal Server Error"}, {501, " Not Implemented"}, {502, " Bad Gateway"},
    {503, " Service Unavailable"}, {504, " Gateway Timeout"}, {507, " Insufficient Storage"},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i].status == status) {
      return names[i].name;
    }
  }
  return "";
}

static const char *remedy_for_401(const GwHttpOptions *options, const char *url)
{
  if (options->token) {
    return "is GRAPHWRIGHT_TOKEN right, and still valid?";
  }
  if (gw_url_is_open(url)) {
    return "over plain http only Digest is used, as others could read the password: has the store "
           "an https address, or can it be reached by a tunnel to localhost?";
  }
  return options->user ? "are GRAPHWRIGHT_USER and GRAPHWRIGHT_PASSWORD right?"
                       : "set GRAPHWRIGHT_USER and GRAPHWRIGHT_PASSWORD, or GRAPHWRIGHT_TOKEN, or "
                         "write them into ~/.netrc";
}

static const char *remedy_for(const GwHttpOptions *options, const char *url, long status)
{
  switch (status) {
  case 401: return remedy_for_401(options, url);
  case 403: return "may this user write to the store?";
  case 404:
  case 405:
  case 501: return "is this the store's address for the Graph Store Protocol? That for queries is "
                   "often another one";
  case 413: return "send less at once, with --chunk";
  case 429:
  case 503: return "try again later";
  default: return status >= 500 ? "what does the store's own log say?"
                                : "the manual page lists what is sent";
  }
}

GwStatus gw_http_refusal(const GwHttpOptions *options, const GwHttpRequest *request,
                         const GwHttpAnswer *answer, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  char words[WORDS_BYTES];
  words_of(answer, words, sizeof words);
  const GwView wait = gw_view_format(&arena, "try again in %ld seconds, as the store asks",
                                     answer->wait);
  gw_fail(error, GW_ERR_REMOTE, "%s: HTTP %ld%s to %s%s%s; %s",
          gw_url_shown(&arena, request->url), answer->status, name_of(answer->status),
          request->method, *words ? ": " : "", words,
          answer->wait > 0 && wait.data ? wait.data
                                        : remedy_for(options, request->url, answer->status));
  gw_arena_free(&arena);
  return GW_ERR_REMOTE;
}
