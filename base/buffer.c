#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(GwBuffer *buffer, size_t more)
{
  if (buffer->failed || more > SIZE_MAX / 4 - buffer->length) {
    buffer->failed = true;
    return false;
  }
  const size_t need = buffer->length + more + 1;
  if (need > buffer->capacity) {
    const size_t larger = need > 2 * buffer->capacity ? need + 64 : 2 * buffer->capacity;
    char *data = realloc(buffer->data, larger);
    if (!data) {
      buffer->failed = true;
      return false;
    }
    buffer->data = data;
    buffer->capacity = larger;
  }
  return true;
}

void gw_buffer_append(GwBuffer *buffer, GwView bytes)
{
  if (reserve(buffer, bytes.length)) {
    if (bytes.length) {
      memcpy(buffer->data + buffer->length, bytes.data, bytes.length);
    }
    buffer->length += bytes.length;
    buffer->data[buffer->length] = '\0';
  }
}

void gw_buffer_text(GwBuffer *buffer, const char *text)
{
  gw_buffer_append(buffer, gw_view(text));
}

void gw_buffer_char(GwBuffer *buffer, char c)
{
  gw_buffer_append(buffer, (GwView){&c, 1});
}

void gw_buffer_format(GwBuffer *buffer, const char *format, ...)
{
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  const int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (length >= 0 && reserve(buffer, (size_t)length)) {
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
