/* Lengths of time, and how often something happens. */
#include "extract/knowledge/hedges.h"
#include "extract/knowledge/timex.h"

enum { DAY = 86400 };

static const uint64_t most = (uint64_t)1000000 * 1000000; ///< of months or seconds

GwDuration gw_time_unit(GwView word)
{
  static const struct {
    const char *word;
    uint64_t amount;
    bool months;
  } units[] = {{"second", 1, false}, {"minute", 60, false}, {"hour", 3600, false},
               {"day", DAY, false}, {"week", 7 * DAY, false}, {"fortnight", 14 * DAY, false},
               {"month", 1, true}, {"year", 12, true}, {"decade", 120, true},
               {"century", 1200, true}, {"centurie", 1200, true}};
  if (word.length > 3 && word.data[word.length - 1] == 's') {
    word.length--;
  }
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    if (gw_view_is(word, units[i].word)) {
      return (GwDuration){units[i].amount, units[i].months};
    }
  }
  return (GwDuration){0, false};
}

GwDuration gw_duration_times(GwDecimal amount, GwDuration unit)
{
  GwDecimal product;
  uint64_t whole = 0;
  const bool fits = gw_decimal_multiply(amount, gw_decimal(unit.amount, 0), &product)
                    && gw_decimal_whole(product, most, &whole);
  return (GwDuration){fits ? whole : 0, unit.months};
}

/* What makes a length the distance to some moment, or somebody's age. */
static bool is_distance(const GwWords *w, size_t first, size_t end)
{
  return gw_word_is(w, end, "ago|later|earlier|before|after|old|older|younger|since|prior|into|"
                            "from|away|behind|ahead|apart|hence")
         || (gw_word_is(w, end, "-") && gw_word_is(w, end + 1, "old|olds"))
         || (first > 0 && gw_word_is(w, first - 1, "after|before|in|by|aged|every|each|per|until|"
                                                   "past|last|next|coming|first|previous|the|@"));
}

/* The unit after a number: "-" and "a" may stand between ("five-year", "half a year"). */
static GwDuration unit_after(const GwWords *w, const GwNumeral *n, size_t *end)
{
  const bool between = gw_word_is(w, n->end, "-") || (n->fraction && gw_word_is(w, n->end, "a|an"));
  const size_t at = n->end + between;
  *end = at + 1;
  return at < w->count ? gw_time_unit(w->words[at]) : (GwDuration){0, false};
}

static bool set_bounds(const GwAmount *a, GwDuration unit, GwTimex *x)
{
  const GwDuration none = {0, false};
  const bool open = !a->has_lower && !a->has_upper;
  x->lower = open ? gw_duration_times(a->value, unit)
             : a->has_lower ? gw_duration_times(a->lower, unit) : none;
  x->upper = open ? x->lower : a->has_upper ? gw_duration_times(a->upper, unit) : none;
  x->approximate = a->approximate;
  return (x->lower.amount || x->upper.amount) && (!open || x->lower.amount)
         && (!a->has_lower || x->lower.amount) && (!a->has_upper || x->upper.amount);
}

/* "Five to ten years", "two or three weeks", "between 5 and 10 years". */
static bool read_range(const GwWords *w, size_t at, GwTimex *x)
{
  GwNumeral low, high;
  GwAmount amount;
  size_t end;
  const size_t start = at + (gw_word_is(w, at, "between|from") ? 1 : 0);
  if (!gw_numeral_read(w, start, false, &low)
      || !gw_word_is(w, low.end, start > at ? "and|to" : "to|or|-|–")
      || !gw_numeral_read(w, low.end + 1, false, &high)
      || !gw_amount_between(&low, &high, &amount)) {
    return false;
  }
  const GwDuration unit = unit_after(w, &high, &end);
  const GwHedge hedge = gw_hedge_before(w, at, true);
  amount.approximate = hedge.approximate;
  *x = (GwTimex){.first = at, .last = end - 1, .kind = GW_TIMEX_DURATION};
  return unit.amount && !is_distance(w, hedge.first, end) && set_bounds(&amount, unit, x);
}

/* "A year" is a length only after such words: "15,000 a year" is none. */
static bool is_single(const GwWords *w, size_t at, size_t first)
{
  return gw_word_is(w, at, "a|an|one")
         && (first < at || (first > 0 && gw_word_is(w, first - 1, "for|over|during|throughout|"
                                                    "within|lasted|lasting|last|took|take|takes|"
                                                    "spent|spend|whole|of|than")));
}

static bool read_single(const GwWords *w, size_t at, GwTimex *x)
{
  const GwHedge before = gw_hedge_before(w, at, true);
  const GwDuration unit = at + 1 < w->count ? gw_time_unit(w->words[at + 1]) : (GwDuration){0, 0};
  if (!is_single(w, at, before.first) || !unit.amount || is_distance(w, before.first, at + 2)) {
    return false;
  }
  GwNumeral one = {.end = at + 2, .value = gw_decimal(1, 0)};
  if (gw_word_is(w, at + 2, "and") && gw_word_is(w, at + 3, "a") && gw_word_is(w, at + 4, "half")) {
    one.value = gw_decimal(15, -1);
    one.end = at + 5;
  }
  const GwAmount amount = gw_hedged(&before, &one);
  *x = (GwTimex){.first = before.first, .last = one.end - 1, .kind = GW_TIMEX_DURATION};
  return set_bounds(&amount, unit, x);
}

static bool read_number_of(const GwWords *w, size_t at, GwTimex *x)
{
  GwNumeral n;
  size_t end;
  if (!gw_numeral_read(w, at, false, &n)) {
    return false;
  }
  GwHedge hedge = gw_hedge_before(w, at, true);
  const bool half = gw_word_is(w, n.end, "-") && hedge.first == at;
  const GwDuration unit = unit_after(w, &n, &end);
  gw_hedge_after(w, end, &hedge);
  const bool odd = half && (gw_word_is(w, end, "-") && gw_word_is(w, end + 1, "old|olds"));
  const GwAmount amount = gw_hedged(&hedge, &n);
  *x = (GwTimex){.first = hedge.first, .last = hedge.end - 1, .kind = GW_TIMEX_DURATION};
  return unit.amount && !odd && !is_distance(w, hedge.first, hedge.end)
         && set_bounds(&amount, unit, x);
}

bool gw_read_length(const GwWords *w, size_t at, GwTimex *x)
{
  return read_range(w, at, x) || read_single(w, at, x) || read_number_of(w, at, x);
}

static bool recurring(size_t first, size_t last, GwDuration period, GwTimex *x)
{
  *x = (GwTimex){.first = first, .last = last, .kind = GW_TIMEX_RECURRING, .lower = period,
                 .upper = period};
  return period.amount > 0;
}

/* "Every two years", "each month", "twice a year". */
bool gw_read_recurring(const GwWords *w, size_t at, GwTimex *x)
{
  static const struct {
    const char *word;
    const char *unit;
  } adverbs[] = {{"annually|yearly", "year"}, {"monthly", "month"}, {"weekly", "week"},
                 {"daily", "day"}, {"hourly", "hour"}};
  for (size_t i = 0; i < sizeof adverbs / sizeof *adverbs; i++) {
    if (gw_word_is(w, at, adverbs[i].word)) {
      return recurring(at, at, gw_time_unit(gw_view(adverbs[i].unit)), x);
    }
  }
  if (gw_word_is(w, at, "once|twice") && gw_word_is(w, at + 1, "a|an|per|every|each")
      && at + 2 < w->count) {
    const GwDuration unit = gw_time_unit(w->words[at + 2]);
    const bool twice = gw_word_is(w, at, "twice");
    const GwDuration half = gw_duration_times(gw_decimal(5, -1), unit);
    return recurring(at, at + 2, twice ? half : unit, x);
  }
  if (!gw_word_is(w, at, "every|each") || at + 1 >= w->count) {
    return false;
  }
  GwNumeral n;
  if (gw_weekday_named(w, at + 1)) {
    return recurring(at, at + 1, (GwDuration){7 * DAY, false}, x);
  }
  if (gw_numeral_read(w, at + 1, false, &n) && !n.indefinite && n.end < w->count) {
    return recurring(at, n.end, gw_duration_times(n.value, gw_time_unit(w->words[n.end])), x);
  }
  const bool other = gw_word_is(w, at + 1, "other") && at + 2 < w->count;
  const GwDuration unit = gw_time_unit(w->words[at + 1 + other]);
  return recurring(at, at + 1 + other, (GwDuration){unit.amount * (other ? 2 : 1), unit.months}, x);
}
