#include "graphs/dot/escape.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

static bool is_dropped(uint32_t c)
{
  const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || direction || c == 0xFFFE || c == 0xFFFF;
}

typedef const char *Replace(uint32_t c); ///< what stands for a character, or NULL for itself

static void append_clean(GwBuffer *out, GwView text, Replace *replace)
{
  size_t length = 0;
  for (size_t at = 0; at < text.length; at += length) {
    const uint32_t c = gw_utf8_decode(text, at, &length);
    const char *other = c == GW_UTF8_INVALID ? REPLACEMENT : c == '\t' ? " " : replace(c);
    if (other) {
      gw_buffer_text(out, other);
    } else if (!is_dropped(c)) {
      gw_buffer_append(out, gw_view_slice(text, at, at + length));
    }
  }
}

static const char *replace_in_string(uint32_t c)
{
  switch (c) {
  case '"': return "\\\"";
  case '\\': return "\\\\";
  case '\n': return "\\n";
  case '&': return "&amp;";
  default: return NULL;
  }
}

static const char *replace_in_html(uint32_t c)
{
  switch (c) {
  case '"': return "&quot;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '&': return "&amp;";
  case '\n': return "<BR/>";
  default: return NULL;
  }
}

void gw_dot_string(GwBuffer *out, GwView text)
{
  gw_buffer_char(out, '"');
  append_clean(out, text, replace_in_string);
  gw_buffer_char(out, '"');
}

void gw_dot_html(GwBuffer *out, GwView text)
{
  append_clean(out, text, replace_in_html);
}

static bool has_scheme(GwView url, GwView scheme)
{
  return url.length > scheme.length && strncasecmp(url.data, scheme.data, scheme.length) == 0;
}

static bool stays_in_url(unsigned char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
         || (c && strchr("-._~:/?#[]@!$()*+,;=%", c));
}

bool gw_dot_url(GwBuffer *out, GwView url)
{
  if (!has_scheme(url, GW_VIEW("https://")) && !has_scheme(url, GW_VIEW("http://"))) {
    return false;
  }
  gw_buffer_char(out, '"');
  for (size_t i = 0; i < url.length; i++) {
    const unsigned char c = (unsigned char)url.data[i];
    if (c == '&') {
      gw_buffer_text(out, "&amp;");
    } else if (stays_in_url(c)) {
      gw_buffer_char(out, (char)c);
    } else {
      gw_buffer_format(out, "%%%02X", c);
    }
  }
  gw_buffer_char(out, '"');
  return true;
}
