#include "extract/knowledge/decimal.h"

#include <inttypes.h>
#include <stdio.h>

enum { RATIO_PLACES = 6, DIGITS = 20 };

GwDecimal gw_decimal(uint64_t digits, int exponent)
{
  while (digits && digits % 10 == 0) {
    digits /= 10;
    exponent++;
  }
  return (GwDecimal){digits, digits ? exponent : 0, false};
}

static bool in_range(GwDecimal d)
{
  return d.exponent >= -GW_DECIMAL_EXPONENT && d.exponent <= GW_DECIMAL_EXPONENT;
}

bool gw_decimal_multiply(GwDecimal a, GwDecimal b, GwDecimal *product)
{
  if (b.digits && a.digits > UINT64_MAX / b.digits) {
    return false;
  }
  const bool negative = a.negative != b.negative && a.digits && b.digits;
  *product = gw_decimal(a.digits * b.digits, a.exponent + b.exponent);
  product->negative = negative;
  return in_range(*product);
}

/* The digits of `d` written with the lower exponent `exponent`. */
static bool lowered(GwDecimal d, int exponent, uint64_t *digits)
{
  *digits = d.digits;
  for (int i = d.exponent; i > exponent; i--) {
    if (*digits > UINT64_MAX / 10) {
      return false;
    }
    *digits *= 10;
  }
  return true;
}

bool gw_decimal_add(GwDecimal a, GwDecimal b, GwDecimal *sum)
{
  const int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
  uint64_t x, y;
  if (!lowered(a, exponent, &x) || !lowered(b, exponent, &y) || x > UINT64_MAX - y) {
    return false;
  }
  *sum = gw_decimal(x + y, exponent);
  return in_range(*sum);
}

GwDecimal gw_decimal_ratio(uint32_t numerator, uint32_t denominator)
{
  const uint64_t scaled = (uint64_t)numerator * 1000000;
  return denominator ? gw_decimal((scaled + denominator / 2) / denominator, -RATIO_PLACES)
                     : gw_decimal(0, 0);
}

static int compare_sizes(GwDecimal a, GwDecimal b)
{
  const int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
  uint64_t x = 0, y = 0;
  const bool a_fits = lowered(a, exponent, &x), b_fits = lowered(b, exponent, &y);
  if (!a_fits || !b_fits) {
    return a_fits ? -1 : 1;           /* one of them has the lower exponent and fits */
  }
  return (x > y) - (x < y);
}

int gw_decimal_compare(GwDecimal a, GwDecimal b)
{
  if (a.negative != b.negative) {
    return a.negative ? -1 : 1;
  }
  return a.negative ? -compare_sizes(a, b) : compare_sizes(a, b);
}

bool gw_decimal_is_whole(GwDecimal d)
{
  return d.exponent >= 0;
}

bool gw_decimal_whole(GwDecimal d, uint64_t limit, uint64_t *whole)
{
  return d.exponent >= 0 && !d.negative && lowered(d, 0, whole) && *whole <= limit;
}

GwView gw_decimal_write(GwArena *arena, GwDecimal d)
{
  char digits[DIGITS + 2];
  const int written = snprintf(digits, sizeof digits, "%" PRIu64, d.digits);
  const char *sign = d.negative ? "-" : "";
  if (d.exponent >= 0) {
    return gw_view_format(arena, "%s%s%.*s", sign, digits, d.exponent,
                          "0000000000000000000000000000000000000000");
  }
  const int whole = written + d.exponent;
  if (whole > 0) {
    return gw_view_format(arena, "%s%.*s.%s", sign, whole, digits, digits + whole);
  }
  return gw_view_format(arena, "%s0.%.*s%s", sign, -whole,
                        "0000000000000000000000000000000000000000", digits);
}
