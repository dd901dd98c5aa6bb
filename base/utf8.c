#include "base/utf8.h"

#include <utf8proc.h>

uint32_t gw_utf8_decode(GwView text, size_t at, size_t *length)
{
  const size_t left = text.length - at;
  utf8proc_int32_t c = 0;
  const utf8proc_ssize_t got = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                                (utf8proc_ssize_t)(left > 4 ? 4 : left), &c);
  *length = got > 0 ? (size_t)got : 1;
  return got > 0 ? (uint32_t)c : GW_UTF8_INVALID;
}

size_t gw_utf8_encode(uint32_t c, char out[4])
{
  const utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
  return n > 0 ? (size_t)n : 0;
}

size_t gw_utf8_invalid_at(GwView text)
{
  size_t at = 0, length = 0;
  while (at < text.length && gw_utf8_decode(text, at, &length) != GW_UTF8_INVALID) {
    at += length;
  }
  return at < text.length ? at : text.length;
}

size_t gw_utf8_count(GwView text)
{
  size_t count = 0;
  for (size_t i = 0; i < text.length; i++) {
    count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
  }
  return count;
}

static utf8proc_category_t category(uint32_t c)
{
  return utf8proc_category((utf8proc_int32_t)c);
}

bool gw_utf8_is_upper(uint32_t c)
{
  return category(c) == UTF8PROC_CATEGORY_LU || category(c) == UTF8PROC_CATEGORY_LT;
}

bool gw_utf8_is_lower(uint32_t c)
{
  return category(c) == UTF8PROC_CATEGORY_LL;
}

bool gw_utf8_is_letter(uint32_t c)
{
  return category(c) >= UTF8PROC_CATEGORY_LU && category(c) <= UTF8PROC_CATEGORY_LO;
}

bool gw_utf8_is_digit(uint32_t c)
{
  return category(c) == UTF8PROC_CATEGORY_ND;
}

bool gw_utf8_is_punct(uint32_t c)
{
  return category(c) >= UTF8PROC_CATEGORY_PC && category(c) <= UTF8PROC_CATEGORY_PO;
}

bool gw_utf8_is_space(uint32_t c)
{
  return c == ' ' || (c >= '\t' && c <= '\r')
         || (category(c) >= UTF8PROC_CATEGORY_ZS && category(c) <= UTF8PROC_CATEGORY_ZP);
}

bool gw_utf8_is_cjk(uint32_t c)
{
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF)
         || (c >= 0x20000 && c <= 0x2FA1F) || (c >= 0xF900 && c <= 0xFAFF);
}

GwView gw_utf8_lower(GwArena *arena, GwView text)
{
  /* A simple lower case never needs more than 3 bytes for 2 (U+0130 has its own rule). */
  char *out = gw_arena_alloc(arena, 2 * text.length + 1, 1);
  size_t n = 0, length = 0;
  for (size_t at = 0; out && at < text.length; at += length) {
    const uint32_t c = gw_utf8_decode(text, at, &length);
    if (c == GW_UTF8_INVALID || c == 0x130) {
      for (size_t k = 0; k < length; k++) {
        out[n++] = text.data[at + k];
      }
    } else {
      n += gw_utf8_encode((uint32_t)utf8proc_tolower((utf8proc_int32_t)c), out + n);
    }
  }
  return (GwView){out, n};
}
