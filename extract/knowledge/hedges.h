/** @file hedges.h
 * Words around a number that make it a bound or an approximation: "up to", "roughly", "or more".
 */
#ifndef GW_EXTRACT_KNOWLEDGE_HEDGES_H
#define GW_EXTRACT_KNOWLEDGE_HEDGES_H

#include "extract/knowledge/numerals.h"

typedef struct {
  bool approximate; ///< the number is near: with a bound, the number is also the value
  bool least, most; ///< it is the lower or upper bound
  size_t first;     ///< first word of what stands before the number
  size_t end;       ///< one past what stands after it
} GwHedge;

/** What stands before a number at word `at`; for a `time`, "over" tells no bound ("over five
 * years"), but "within" does. */
GwHedge gw_hedge_before(const GwWords *words, size_t at, bool time);

/** Add what stands after it, from word `end` on. */
void gw_hedge_after(const GwWords *words, size_t end, GwHedge *hedge);

/** The value and the bounds that a hedged number gives; what it does not give is untouched. */
typedef struct {
  GwDecimal value, lower, upper;
  bool has_value, has_lower, has_upper, approximate;
} GwAmount;

GwAmount gw_hedged(const GwHedge *hedge, const GwNumeral *numeral);

/** The amount between two numbers; false unless the second is greater. */
bool gw_amount_between(const GwNumeral *low, const GwNumeral *high, GwAmount *amount);

#endif
