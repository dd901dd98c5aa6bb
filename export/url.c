#include "export/url.h"

#include "base/buffer.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <string.h>
#include <strings.h>

/* A part of a URL: owned, free with curl_free; NULL when absent or when the URL is none. */
static char *part_of(const char *url, CURLUPart part, unsigned flags)
{
  char *text = NULL;
  CURLU *parsed = curl_url();
  if (parsed && curl_url_set(parsed, CURLUPART_URL, url, 0) == CURLUE_OK) {
    curl_url_get(parsed, part, &text, flags);
  }
  curl_url_cleanup(parsed);
  return text;
}

static bool has_part(const char *url, CURLUPart part)
{
  char *text = part_of(url, part, 0);
  curl_free(text);
  return text != NULL;
}

GwStatus gw_url_check(const char *url, GwError *error)
{
  const bool web = strncasecmp(url, "http://", 7) == 0 || strncasecmp(url, "https://", 8) == 0;
  CURLU *parsed = curl_url();
  const CURLUcode code = parsed ? curl_url_set(parsed, CURLUPART_URL, url, CURLU_DISALLOW_USER)
                                : CURLUE_OUT_OF_MEMORY;
  curl_url_cleanup(parsed);
  if (code == CURLUE_OUT_OF_MEMORY) {
    return gw_fail_memory(error);
  }
  if (code == CURLUE_USER_NOT_ALLOWED) {
    return gw_fail(error, GW_ERR_USAGE, "a user name stands in the store's URL, where others can "
                   "see it: take it out and set GRAPHWRIGHT_USER and GRAPHWRIGHT_PASSWORD");
  }
  if (!web || code != CURLUE_OK) {
    return gw_fail(error, GW_ERR_USAGE, "'%.200s' is no URL of a store, such as "
                   "https://example.org/store", strchr(url, '@') ? "..." : url);
  }
  return has_part(url, CURLUPART_FRAGMENT)
           ? gw_fail(error, GW_ERR_USAGE, "the store's URL has a '#': leave out what follows it")
           : GW_OK;
}

static void escape(GwBuffer *out, GwView text)
{
  static const char plain[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  for (size_t i = 0; i < text.length; i++) {
    const char c = text.data[i];
    if (c && strchr(plain, c)) {
      gw_buffer_char(out, c);
    } else {
      gw_buffer_format(out, "%%%02X", (unsigned)(unsigned char)c);
    }
  }
}

const char *gw_url_escape(GwArena *arena, GwView text)
{
  GwBuffer escaped = GW_BUFFER_INIT;
  escape(&escaped, text);
  const char *copy = escaped.failed ? NULL : gw_view_copy(arena, gw_buffer_view(&escaped));
  gw_buffer_free(&escaped);
  return copy;
}

const char *gw_url_of_graph(GwArena *arena, const char *store, GwView graph)
{
  GwBuffer url = GW_BUFFER_INIT;
  const size_t length = strlen(store);
  const char *query = strchr(store, '?');
  const bool open = query && (query[1] == '\0' || store[length - 1] == '&');
  gw_buffer_text(&url, store);
  gw_buffer_text(&url, !query ? "?" : open ? "" : "&");
  gw_buffer_text(&url, graph.length ? "graph=" : "default");
  escape(&url, graph);
  const char *copy = url.failed ? NULL : gw_view_copy(arena, gw_buffer_view(&url));
  gw_buffer_free(&url);
  return copy;
}

const char *gw_url_shown(GwArena *arena, const char *url)
{
  char *scheme = part_of(url, CURLUPART_SCHEME, 0), *host = part_of(url, CURLUPART_HOST, 0);
  char *port = part_of(url, CURLUPART_PORT, 0), *path = part_of(url, CURLUPART_PATH, 0);
  const char *shown = !scheme || !host ? NULL
                      : gw_view_format(arena, "%s://%s%s%s%s", scheme, host, port ? ":" : "",
                                       port ? port : "", path ? path : "").data;
  curl_free(scheme);
  curl_free(host);
  curl_free(port);
  curl_free(path);
  return shown ? shown : "the store";
}

static bool same_part(const char *a, const char *b, CURLUPart part)
{
  char *left = part_of(a, part, CURLU_DEFAULT_PORT), *right = part_of(b, part, CURLU_DEFAULT_PORT);
  const bool same = left && right && strcasecmp(left, right) == 0;
  curl_free(left);
  curl_free(right);
  return same;
}

bool gw_url_same_origin(const char *a, const char *b)
{
  return same_part(a, b, CURLUPART_SCHEME) && same_part(a, b, CURLUPART_HOST)
         && same_part(a, b, CURLUPART_PORT);
}

bool gw_url_is_local(const char *url)
{
  struct in_addr address;
  char *host = part_of(url, CURLUPART_HOST, 0);
  const bool here = host
                    && (strcasecmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0
                        || (inet_pton(AF_INET, host, &address) == 1
                            && ntohl(address.s_addr) >> 24 == 127));
  curl_free(host);
  return here;
}

bool gw_url_is_open(const char *url)
{
  return strncasecmp(url, "https:", 6) != 0 && !gw_url_is_local(url);
}
