/* Web and mail addresses, emoticons: what is one token though it is full of marks. */
#include "extract/language/tokenize.h"

#include <string.h>
#include <strings.h>

enum { LOCAL_BYTES = 64 }; ///< of a mail address, and of a host

static bool is_host_byte(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
         || c == '.' || c == '-' || c == '_';
}

static bool is_local_byte(char c)
{
  return is_host_byte(c) || c == '%' || c == '+';
}

/* End of what may belong to a web address; a bracket closes one that was opened inside. */
static size_t web_end(GwView run, size_t at)
{
  const size_t begin = at;
  size_t open = 0, unopened = 0;
  while (at < run.length && !strchr("<>\"'[]{}|\\^`", run.data[at])
         && (unsigned char)run.data[at] < 0x80) {
    const bool closes = run.data[at] == ')';
    open += run.data[at] == '(';
    unopened += closes && open == 0;
    open -= closes && open > 0;
    at++;
  }
  while (at > begin && (strchr(".,;:!?", run.data[at - 1])
                        || (run.data[at - 1] == ')' && unopened > 0))) {
    at--;
    unopened -= run.data[at] == ')' && unopened > 0;
  }
  return at;
}

/* "example.org/page" without a scheme: end of the host, or 0. */
static size_t host_before_slash(GwView run)
{
  size_t at = 0, dot = 0;
  while (at < run.length && at < LOCAL_BYTES && is_host_byte(run.data[at])) {
    dot = run.data[at] == '.' ? at : dot;
    at++;
  }
  bool domain = dot > 0 && at - dot > 2 && at - dot < 6 && at + 1 < run.length
                && run.data[at] == '/';
  for (size_t i = dot + 1; domain && i < at; i++) {
    domain = run.data[i] >= 'a' && run.data[i] <= 'z';
  }
  return domain ? at : 0;
}

static size_t mail_end(GwView run)
{
  size_t at = 0;
  while (at < run.length && at < LOCAL_BYTES && is_local_byte(run.data[at])) {
    at++;
  }
  if (at == 0 || at + 1 >= run.length || run.data[at] != '@') {
    return 0;
  }
  const size_t host = at + 1;
  at = host;
  while (at < run.length && is_host_byte(run.data[at])) {
    at++;
  }
  while (at > host && strchr(".-_", run.data[at - 1])) {
    at--;
  }
  return at > host ? at : 0;
}

size_t gw_address_length(GwView run)
{
  static const char *const schemes[] = {"http://", "https://", "ftp://", "www.", "mailto:", NULL};
  for (const char *const *s = schemes; *s; s++) {
    const size_t n = strlen(*s);
    if (run.length > n + 2 && strncasecmp(run.data, *s, n) == 0) {
      const size_t end = web_end(run, n);
      return end > n ? end : 0;
    }
  }
  const size_t host = host_before_slash(run);
  return host ? web_end(run, host) : mail_end(run);
}

size_t gw_emoticon_length(GwView run)
{
  static const char *const faces[] = {":-)", ":)", ";-)", ";)", ":-(", ":(", ":D", ":-D", ":P",
                                      ":-P", "=)", "(:", ":/", ":-/", "^_^", "<3", ":'(", ">:(",
                                      ":O", "xD", NULL};
  for (const char *const *f = faces; *f; f++) {
    if (gw_view_is(run, *f)) {
      return run.length;
    }
  }
  return 0;
}
