/** @file buffer.h
 * A growing run of bytes. The first failed allocation is remembered and later appends do
 * nothing, so that a writer checks once, at its end.
 *
 * A buffer may drain, into a file for example (file.h): then a long text needs little memory.
 */
#ifndef GW_BASE_BUFFER_H
#define GW_BASE_BUFFER_H

#include "base/view.h"

#include <string.h>

typedef struct {
  char *data; ///< owned; terminated when not NULL
  size_t length, capacity;
  bool failed; ///< an allocation or the drain failed: the content is incomplete
  bool (*drain)(void *context, GwView bytes); ///< takes bytes away; NULL: all of them are kept
  void *context;                              ///< of the drain
} GwBuffer;

#define GW_BUFFER_INIT {NULL, 0, 0, false, NULL, NULL}
#define GW_BUFFER_DRAINS ((size_t)128 * 1024) ///< bytes that are worth draining

/** Make room for `more` bytes and a terminator; false when memory is out. */
bool gw_buffer_reserve(GwBuffer *buffer, size_t more);

/* Inline, because writers spend their time here. */
static inline void gw_buffer_append(GwBuffer *buffer, GwView bytes)
{
  if (bytes.length < buffer->capacity - buffer->length
      || gw_buffer_reserve(buffer, bytes.length)) {
    if (bytes.length) {
      memcpy(buffer->data + buffer->length, bytes.data, bytes.length);
    }
    buffer->length += bytes.length;
    buffer->data[buffer->length] = '\0';
  }
}

/** Hand everything to the drain, if there is one. */
void gw_buffer_empty(GwBuffer *buffer);

/** A writer says that it does not go back to what it has appended: the buffer may drain. */
static inline void gw_buffer_settle(GwBuffer *buffer)
{
  if (buffer->length >= GW_BUFFER_DRAINS) {
    gw_buffer_empty(buffer);
  }
}

void gw_buffer_text(GwBuffer *buffer, const char *text);

static inline void gw_buffer_char(GwBuffer *buffer, char c)
{
  gw_buffer_append(buffer, (GwView){&c, 1});
}

void gw_buffer_format(GwBuffer *buffer, const char *format, ...)
  __attribute__((format(printf, 2, 3)));
GwView gw_buffer_view(const GwBuffer *buffer);
void gw_buffer_free(GwBuffer *buffer);

#endif
