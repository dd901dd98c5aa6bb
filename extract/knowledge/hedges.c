#include "extract/knowledge/hedges.h"

enum { NEAR = 1, LEAST = 2, MOST = 4, NUMBER_ONLY = 8, TIME_ONLY = 16, STACKED = 3 };

typedef struct {
  const char *words;
  unsigned meaning;
} Hedge;

/* Longer phrases before those that they end with. */
static const Hedge before[] = {
  {"slightly more than", NEAR | LEAST}, {"little more than", NEAR | LEAST},
  {"slightly less than", NEAR | MOST}, {"little less than", NEAR | MOST},
  {"slightly over", NEAR | LEAST}, {"little over", NEAR | LEAST}, {"just over", NEAR | LEAST},
  {"just above", NEAR | LEAST}, {"slightly above", NEAR | LEAST}, {"just under", NEAR | MOST},
  {"slightly under", NEAR | MOST}, {"little under", NEAR | MOST}, {"just below", NEAR | MOST},
  {"slightly below", NEAR | MOST}, {"nearly", NEAR | MOST}, {"almost", NEAR | MOST},
  {"close to", NEAR}, {"approaching", NEAR | MOST}, {"no more than", MOST},
  {"not more than", MOST}, {"a maximum of", MOST}, {"as many as", MOST}, {"as much as", MOST},
  {"no fewer than", LEAST}, {"no less than", LEAST}, {"not less than", LEAST},
  {"a minimum of", LEAST}, {"in excess of", LEAST}, {"upwards of", LEAST}, {"at least", LEAST},
  {"well over", LEAST}, {"far more than", LEAST}, {"more than", LEAST},
  {"over", LEAST | NUMBER_ONLY}, {"above", LEAST}, {"exceeding", LEAST}, {"up to", MOST},
  {"at most", MOST}, {"under", MOST}, {"below", MOST}, {"less than", MOST},
  {"fewer than", MOST}, {"within", MOST | TIME_ONLY}, {"in the region of", NEAR},
  {"on the order of", NEAR}, {"in the order of", NEAR}, {"something like", NEAR},
  {"an estimated", NEAR}, {"estimated", NEAR}, {"approximately", NEAR}, {"roughly", NEAR},
  {"around", NEAR}, {"about", NEAR}, {"some", NEAR}, {"circa", NEAR}, {"approx.", NEAR},
  {"c.", NEAR}, {"ca.", NEAR}, {"~", NEAR}, {"a total of", 0}, {"exactly", 0},
  {"precisely", 0}, {"only", 0}, {"just", 0}, {"another", 0}, {"a further", 0},
  {"an additional", 0}, {"the first", 0}, {NULL, 0}};

static const Hedge after[] = {
  {"or more", LEAST}, {"or over", LEAST}, {"or above", LEAST}, {"and more", LEAST},
  {"at least", LEAST}, {"or less", MOST}, {"or fewer", MOST}, {"at most", MOST},
  {"at the most", MOST}, {"or so", NEAR}, {"or thereabouts", NEAR}, {"+", LEAST}, {NULL, 0}};

/* Number of words when `phrase` stands at word `at`, else 0. */
static size_t matches(const GwWords *w, size_t at, const char *phrase)
{
  GwView rest = gw_view(phrase), word;
  size_t i = at;
  while (gw_view_next(&rest, ' ', &word)) {
    if (i >= w->count || !gw_view_equal(w->words[i], word)) {
      return 0;
    }
    i++;
  }
  return i - at;
}

static size_t words_in(const char *phrase)
{
  size_t count = 1;
  for (; *phrase; phrase++) {
    count += *phrase == ' ';
  }
  return count;
}

static void apply(GwHedge *h, unsigned meaning)
{
  h->approximate = h->approximate || (meaning & NEAR);
  h->least = h->least || (meaning & LEAST);
  h->most = h->most || (meaning & MOST);
}

/* The hedge that ends right before word `at`; NULL when there is none. */
static const Hedge *ending_at(const GwWords *w, size_t at, bool time)
{
  for (const Hedge *h = before; h->words; h++) {
    const size_t length = words_in(h->words);
    const bool wrong = h->meaning & (time ? NUMBER_ONLY : TIME_ONLY);
    if (!wrong && length <= at && matches(w, at - length, h->words)) {
      return h;
    }
  }
  return NULL;
}

GwHedge gw_hedge_before(const GwWords *words, size_t at, bool time)
{
  GwHedge hedge = {.first = at, .end = at};
  for (int i = 0; i < STACKED; i++) {
    const Hedge *found = ending_at(words, hedge.first, time);
    if (!found) {
      break;
    }
    apply(&hedge, found->meaning);
    hedge.first -= words_in(found->words);
  }
  if (hedge.first > 0 && hedge.first < at && gw_word_is(words, hedge.first, "little")
      && gw_word_is(words, hedge.first - 1, "a")) {
    hedge.first--;
  }
  return hedge;
}

void gw_hedge_after(const GwWords *words, size_t end, GwHedge *hedge)
{
  hedge->end = end;
  for (const Hedge *h = after; h->words; h++) {
    const size_t length = matches(words, end, h->words);
    if (length) {
      apply(hedge, h->meaning);
      hedge->end = end + length;
      return;
    }
  }
}

GwAmount gw_hedged(const GwHedge *hedge, const GwNumeral *numeral)
{
  const bool least = (hedge->least || numeral->indefinite) && !hedge->most;
  const bool most = hedge->most && !hedge->least && !numeral->indefinite;
  return (GwAmount){.value = numeral->value, .lower = numeral->value, .upper = numeral->value,
                    .has_value = !numeral->indefinite
                                 && (hedge->approximate || (!least && !most)),
                    .has_lower = least, .has_upper = most,
                    .approximate = hedge->approximate || numeral->indefinite};
}

bool gw_amount_between(const GwNumeral *low, const GwNumeral *high, GwAmount *amount)
{
  GwDecimal lower = low->value;
  const bool shared = low->scale.exponent == 0 && low->scale.digits == 1;
  if (shared && (!gw_decimal_multiply(lower, high->scale, &lower)
                 || gw_decimal_compare(lower, high->value) >= 0)) {
    lower = low->value;               /* "900 to 1 million" shares no factor */
  }
  *amount = (GwAmount){.lower = lower, .upper = high->value, .has_lower = true,
                       .has_upper = true};
  return gw_decimal_compare(lower, high->value) < 0;
}
