/** @file buffer.h
 * A growing run of bytes. The first failed allocation is remembered and later appends do
 * nothing, so that a writer checks once, at its end.
 */
#ifndef GW_BASE_BUFFER_H
#define GW_BASE_BUFFER_H

#include "base/view.h"

typedef struct {
  char *data; ///< owned; terminated when not NULL
  size_t length, capacity;
  bool failed; ///< an allocation failed: the content is incomplete
} GwBuffer;

#define GW_BUFFER_INIT {NULL, 0, 0, false}

void gw_buffer_append(GwBuffer *buffer, GwView bytes);
void gw_buffer_text(GwBuffer *buffer, const char *text);
void gw_buffer_char(GwBuffer *buffer, char c);
void gw_buffer_format(GwBuffer *buffer, const char *format, ...)
  __attribute__((format(printf, 2, 3)));
GwView gw_buffer_view(const GwBuffer *buffer);
void gw_buffer_free(GwBuffer *buffer);

#endif
