/** @file utf8.h
 * UTF-8 text by code points. Categories and case come from utf8proc.
 */
#ifndef GW_BASE_UTF8_H
#define GW_BASE_UTF8_H

#include "base/view.h"

#include <stdint.h>

#define GW_UTF8_INVALID ((uint32_t)-1)

/** Code point at byte `at` (which must be < text.length); `length` gets its bytes (1..4).
 * Invalid bytes give GW_UTF8_INVALID and length 1. */
uint32_t gw_utf8_decode(GwView text, size_t at, size_t *length);

/** Write a code point; returns the bytes written (0 for an invalid one). */
size_t gw_utf8_encode(uint32_t c, char out[4]);

/** Byte of the first invalid sequence (overlong, surrogate, cut), or text.length. */
size_t gw_utf8_invalid_at(GwView text);

/** Number of code points in valid text. */
size_t gw_utf8_count(GwView text);

bool gw_utf8_is_upper(uint32_t c);  ///< Lu or Lt
bool gw_utf8_is_lower(uint32_t c);  ///< Ll
bool gw_utf8_is_letter(uint32_t c); ///< L*
bool gw_utf8_is_digit(uint32_t c);  ///< Nd
bool gw_utf8_is_punct(uint32_t c);  ///< P*
bool gw_utf8_is_space(uint32_t c);  ///< ASCII white space, NBSP, Z*

/** Chinese, Japanese and Korean ideographs that are written without spaces. */
bool gw_utf8_is_cjk(uint32_t c);

/** Lower-cased copy in the arena (simple case mapping); data is NULL when memory is out. */
GwView gw_utf8_lower(GwArena *arena, GwView text);

#endif
