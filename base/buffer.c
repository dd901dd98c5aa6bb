#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Leaves no room, so that every later append comes here and fails too. */
static bool fail(GwBuffer *buffer)
{
  buffer->failed = true;
  buffer->capacity = buffer->length;
  return false;
}

bool gw_buffer_reserve(GwBuffer *buffer, size_t more)
{
  if (buffer->failed || more > SIZE_MAX / 4 - buffer->length) {
    return fail(buffer);
  }
  const size_t need = buffer->length + more + 1;
  if (need > buffer->capacity) {
    const size_t larger = need > 2 * buffer->capacity ? need + 64 : 2 * buffer->capacity;
    char *data = realloc(buffer->data, larger);
    if (!data) {
      return fail(buffer);
    }
    buffer->data = data;
    buffer->capacity = larger;
  }
  return true;
}

void gw_buffer_empty(GwBuffer *buffer)
{
  if (!buffer->drain || buffer->failed || buffer->length == 0) {
    return;
  }
  if (buffer->drain(buffer->context, gw_buffer_view(buffer))) {
    buffer->length = 0;
  } else {
    fail(buffer);
  }
}

void gw_buffer_text(GwBuffer *buffer, const char *text)
{
  gw_buffer_append(buffer, gw_view(text));
}

void gw_buffer_format(GwBuffer *buffer, const char *format, ...)
{
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  const int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (length >= 0 && gw_buffer_reserve(buffer, (size_t)length)) {
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
    buffer->length += (size_t)length;
  }
  va_end(again);
}

GwView gw_buffer_view(const GwBuffer *buffer)
{
  return (GwView){buffer->data ? buffer->data : "", buffer->length};
}

void gw_buffer_free(GwBuffer *buffer)
{
  free(buffer->data);
  *buffer = (GwBuffer)GW_BUFFER_INIT;
}
