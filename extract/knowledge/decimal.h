/** @file decimal.h
 * Exact decimal numbers: what xsd:decimal can write, without the rounding of binary fractions.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_DECIMAL_H
#define GW_EXTRACT_KNOWLEDGE_DECIMAL_H

#include "base/view.h"

#include <stdint.h>

enum { GW_DECIMAL_EXPONENT = 40 }; ///< exponents lie within plus and minus this

/** `digits` x 10^`exponent`; `digits` does not end in 0, and zero has the exponent 0. */
typedef struct {
  uint64_t digits;
  int exponent;
  bool negative;
} GwDecimal;

/** The number `digits` x 10^`exponent`, brought into the form above. */
GwDecimal gw_decimal(uint64_t digits, int exponent);

/** False when the result has more digits than fit; both signs are those of arithmetic for
 * factors, while sums are of positive numbers. */
bool gw_decimal_multiply(GwDecimal a, GwDecimal b, GwDecimal *product);
bool gw_decimal_add(GwDecimal a, GwDecimal b, GwDecimal *sum);

/** The quotient of two small whole numbers, rounded to six decimal places. */
GwDecimal gw_decimal_ratio(uint32_t numerator, uint32_t denominator);

/** Less, equal or greater: negative, 0 or positive. */
int gw_decimal_compare(GwDecimal a, GwDecimal b);

bool gw_decimal_is_whole(GwDecimal d);

/** The whole number that it is, up to `limit`; false when it is none or is greater. */
bool gw_decimal_whole(GwDecimal d, uint64_t limit, uint64_t *whole);

/** "1200000", "-3.5": valid for xsd:decimal, and for xsd:integer when whole. In the arena; data
 * is NULL when memory is out. */
GwView gw_decimal_write(GwArena *arena, GwDecimal d);

#endif
