/** @file view.h
 * String views: a pointer and a length into text that somebody else owns; not terminated.
 */
#ifndef GW_BASE_VIEW_H
#define GW_BASE_VIEW_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct {
  const char *data;
  size_t length; ///< in bytes
} GwView;

/** Half-open range of bytes in the article's text. */
typedef struct {
  size_t begin, end;
} GwSpan;

#define GW_VIEW(literal) ((GwView){(literal), sizeof(literal) - 1})
#define GW_PRINT(view) (int)(view).length, (view).data ///< for "%.*s"

/** View of a terminated string; NULL gives the empty view. */
GwView gw_view(const char *text);
GwView gw_view_slice(GwView text, size_t begin, size_t end);

/* Inline, so that the length of a constant text is known when it is compiled. */
static inline bool gw_view_equal(GwView a, GwView b)
{
  return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

static inline bool gw_view_is(GwView a, const char *text)
{
  return gw_view_equal(a, (GwView){text, strlen(text)});
}

bool gw_view_starts(GwView a, GwView prefix);
bool gw_view_ends(GwView a, GwView suffix);

/** Byte order, shorter first on a tie: the order of everything that is written sorted. */
int gw_view_compare(GwView a, GwView b);

/** Without leading and trailing ASCII white space. */
GwView gw_view_trim(GwView a);

/** Position of `needle` in `text` at or after `from`; text.length when absent. */
size_t gw_view_find(GwView text, GwView needle, size_t from);

/** Cut the next field off `rest`, up to `separator` or the end; false when nothing is left.
 * A text of n separators has n + 1 fields, but an empty rest has none. */
bool gw_view_next(GwView *rest, char separator, GwView *field);

/** Terminated copy in the arena, or NULL when memory is out. */
char *gw_view_copy(GwArena *arena, GwView view);

/** printf into the arena; data is NULL when memory is out. Terminated. */
GwView gw_view_format(GwArena *arena, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

#endif
