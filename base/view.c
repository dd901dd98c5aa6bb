#include "base/view.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

GwView gw_view(const char *text)
{
  return (GwView){text ? text : "", text ? strlen(text) : 0};
}

GwView gw_view_slice(GwView text, size_t begin, size_t end)
{
  return (GwView){text.data + begin, end - begin};
}

bool gw_view_starts(GwView a, GwView prefix)
{
  return a.length >= prefix.length && gw_view_equal(gw_view_slice(a, 0, prefix.length), prefix);
}

bool gw_view_ends(GwView a, GwView suffix)
{
  return a.length >= suffix.length
         && gw_view_equal(gw_view_slice(a, a.length - suffix.length, a.length), suffix);
}

int gw_view_compare(GwView a, GwView b)
{
  const size_t shorter = a.length < b.length ? a.length : b.length;
  const int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
  return order ? order : (a.length > b.length) - (a.length < b.length);
}

static bool is_space(char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

GwView gw_view_trim(GwView a)
{
  while (a.length && is_space(a.data[0])) {
    a = gw_view_slice(a, 1, a.length);
  }
  while (a.length && is_space(a.data[a.length - 1])) {
    a.length--;
  }
  return a;
}

size_t gw_view_find(GwView text, GwView needle, size_t from)
{
  if (needle.length == 0 || from >= text.length) {
    return needle.length == 0 ? from : text.length;
  }
  const void *at = memmem(text.data + from, text.length - from, needle.data, needle.length);
  return at ? (size_t)((const char *)at - text.data) : text.length;
}

bool gw_view_next(GwView *rest, char separator, GwView *field)
{
  if (rest->length == 0) {
    return false;
  }
  const char *at = memchr(rest->data, separator, rest->length);
  const size_t end = at ? (size_t)(at - rest->data) : rest->length;
  *field = gw_view_slice(*rest, 0, end);
  *rest = gw_view_slice(*rest, at ? end + 1 : end, rest->length);
  return true;
}

char *gw_view_copy(GwArena *arena, GwView view)
{
  char *copy = gw_arena_alloc(arena, view.length + 1, 1);
  if (copy && view.length) {
    memcpy(copy, view.data, view.length);
  }
  return copy;
}

GwView gw_view_format(GwArena *arena, const char *format, ...)
{
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  const int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  char *text = length < 0 ? NULL : gw_arena_alloc(arena, (size_t)length + 1, 1);
  if (text) {
    vsnprintf(text, (size_t)length + 1, format, again);
  }
  va_end(again);
  return (GwView){text, text ? (size_t)length : 0};
}
