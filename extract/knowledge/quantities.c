#include "extract/knowledge/quantities.h"

#include "extract/knowledge/relations.h"
#include "extract/knowledge/timex.h"

enum { UNIT_WORDS = 3, UNIT_BYTES = 64, RATE_DISTANCE = 4 };

/* One number with its currency before it or its unit after it. */
typedef struct {
  size_t first, end;
  GwNumeral number;
  GwView unit, currency;
} Measure;

static GwView singular(GwView word)
{
  const bool plural = word.length > 3 && word.data[word.length - 1] == 's';
  return plural ? gw_view_slice(word, 0, word.length - 1) : word;
}

/* `count` words from `at` on as a key of the lexicon, the word `one` in the singular. */
static size_t join(const GwWords *w, size_t at, size_t count, size_t one, char key[UNIT_BYTES])
{
  size_t length = 0;
  for (size_t i = at; i < at + count; i++) {
    const GwView word = i == one ? singular(w->words[i]) : w->words[i];
    if (length + word.length + 1 >= UNIT_BYTES) {
      return 0;
    }
    if (length) {
      key[length++] = ' ';
    }
    for (size_t c = 0; c < word.length; c++) {
      key[length++] = word.data[c];
    }
  }
  return length;
}

/* The longest entry of a class at word `at`; the number of its words, or 0. */
static size_t look_up(const GwLexicon *lexicon, const GwWords *w, const char *class, size_t at,
                      GwView *value)
{
  char key[UNIT_BYTES];
  for (size_t count = UNIT_WORDS; count > 0; count--) {
    const size_t singulars[] = {GW_NO_INDEX, at, at + count - 1};
    for (size_t i = 0; at + count <= w->count && i < 3; i++) {
      const size_t length = join(w, at, count, singulars[i], key);
      *value = gw_lexicon_value(lexicon, class, (GwView){key, length});
      if (length && value->length) {
        return count;
      }
    }
  }
  *value = GW_VIEW("");
  return 0;
}

/* A capitalised word that numbers go with: "Article 12", "Boeing 737", "COVID-19", "G 20"; and
 * the marks of notes: "[12]". */
static bool is_name_of_number(const GwWords *w, size_t at)
{
  if (at > 0 && (gw_word_is(w, at - 1, "[") || gw_word_is(w, at + 1, "]"))) {
    return true;
  }
  const size_t dash = at > 1 && gw_word_is(w, at - 1, "-") ? 1 : 0;
  const size_t before = at - 1 - dash;
  if (at == 0 || gw_word_is(w, before, "no.|nos.|number|article|section|chapter|page|p.|pp.|"
                                       "table|figure|fig.|resolution|phase|paragraph|art.|vol.|"
                                       "volume|version|step|question|room|line|grade|#|aged|age")) {
    return at > 0;
  }
  return before > 0 && gw_word_is_capital(w, before) && w->words[before].length > 1
         && w->sentence->tokens[before].upos != GW_VERB
         && !gw_word_is(w, before, "january|february|march|april|may|june|july|august|september|"
                                   "october|november|december|the|of|in|about|at|over|between|"
                                   "from|to|and|only|some|nearly|almost|around|up|than|us$|a$|c$");
}

static bool read_measure(const GwLexicon *lexicon, const GwWords *w, size_t at, Measure *m)
{
  const size_t before = look_up(lexicon, w, "currency", at, &m->currency);
  const size_t number = at + before;
  m->first = at;
  m->unit = GW_VIEW("");
  if (!gw_numeral_read(w, number, before > 0, &m->number)) {
    return false;
  }
  m->end = m->number.end;
  m->end += gw_word_is(w, m->end, "-") && m->end + 1 < w->count
            && look_up(lexicon, w, "unit", m->end + 1, &m->unit) ? 1 : 0;
  const size_t unit = look_up(lexicon, w, "unit", m->end, &m->unit);
  const size_t after = unit || before ? 0 : look_up(lexicon, w, "currency", m->end, &m->currency);
  m->end += unit + after;
  return true;
}

static void share_units(Measure *a, Measure *b)
{
  a->unit = a->unit.length ? a->unit : b->unit;
  b->unit = b->unit.length ? b->unit : a->unit;
  a->currency = a->currency.length ? a->currency : b->currency;
  b->currency = b->currency.length ? b->currency : a->currency;
}

/* "3 to 5 per cent", "two or three", "between 10 and 20": the second number, when both are bounds
 * of one amount. "From 80 to 60" is left to the verb: it may be a change. */
static bool read_between(const GwLexicon *lexicon, const GwWords *w, Measure *m, GwAmount *amount)
{
  Measure other;
  const bool between = m->first > 0 && gw_word_is(w, m->first - 1, "between");
  const bool from = m->first > 0 && gw_word_is(w, m->first - 1, "from");
  if (!gw_word_is(w, m->end, between ? "and|-|–" : "to|or|-|–")
      || (from && gw_word_is(w, m->end, "to"))
      || !read_measure(lexicon, w, m->end + 1, &other)
      || (m->currency.length && other.currency.length
          && !gw_view_equal(m->currency, other.currency))
      || (m->unit.length && !gw_view_equal(m->unit, other.unit))
      || !gw_amount_between(&m->number, &other.number, amount)) {
    return false;
  }
  share_units(m, &other);
  m->unit = other.unit;
  m->end = other.end;
  m->first -= between ? 1 : 0;
  return true;
}

/* "a year", "per month", "annually", after the quantity or the noun that it counts. */
static void read_rate(const GwWords *w, size_t from, GwQuantity *q)
{
  for (size_t i = from; i < w->count && i <= from + RATE_DISTANCE; i++) {
    const bool rate = gw_word_is(w, i, "a|an|per|each|every|/") && i + 1 < w->count;
    const GwDuration unit = rate ? gw_time_unit(w->words[i + 1]) : (GwDuration){0, false};
    if (unit.amount && !gw_word_is(w, i + 2, "ago|later|earlier|before|after|and|old")) {
      q->per = unit;
      q->per_word = i + 1;
      return;
    }
    if (gw_word_is(w, i, "annually|monthly|weekly|daily")) {
      q->per = gw_word_is(w, i, "annually") ? gw_time_unit(GW_VIEW("year"))
               : gw_word_is(w, i, "monthly") ? gw_time_unit(GW_VIEW("month"))
               : gw_word_is(w, i, "weekly") ? gw_time_unit(GW_VIEW("week"))
                                            : gw_time_unit(GW_VIEW("day"));
      q->per_word = i;
      return;
    }
    if (gw_word_is(w, i, ",|.|;|:|(|)|and|or|but|in|to|from|by|on|at|that|which|who|was|were|is|"
                         "are|had|have|has|died|a|an|the|for|with|since|during|after|before")) {
      return;
    }
  }
}

static bool is_time(const GwWords *w, const Measure *m)
{
  const size_t next = m->end + (gw_word_is(w, m->end, "-") || m->number.fraction ? 1 : 0);
  return (m->end < w->count && gw_time_unit(w->words[m->end]).amount)
         || (next < w->count && gw_time_unit(w->words[next]).amount)
         || gw_word_is(w, m->end, "a.m.|p.m.|am|pm|o'clock|ad|bc|bce|ce|:");
}

bool gw_quantity_read(const GwLexicon *lexicon, const GwWords *w, size_t at, GwQuantity *q)
{
  Measure m;
  if (!read_measure(lexicon, w, at, &m) || is_name_of_number(w, at)) {
    return false;
  }
  GwAmount amount;
  const GwNumeral number = m.number;
  const bool between = read_between(lexicon, w, &m, &amount);
  GwHedge hedge = gw_hedge_before(w, m.first, false);
  if (is_time(w, &m)) {
    return false;
  }
  gw_hedge_after(w, m.end, &hedge);
  if (between) {
    amount.approximate = hedge.approximate;
  } else {
    amount = gw_hedged(&hedge, &number);
  }
  *q = (GwQuantity){.first = hedge.first, .last = hedge.end - 1, .number = at, .amount = amount,
                    .share = number.fraction && !m.unit.length && !m.currency.length,
                    .figure = number.figure, .unit = m.unit, .currency = m.currency,
                    .per_word = GW_NO_INDEX, .counted = GW_NO_INDEX, .counts = GW_NO_INDEX};
  read_rate(w, hedge.end, q);
  return true;
}

bool gw_quantity_of_verb(const GwLexicon *lexicon, const GwWords *w, size_t verb, GwView lemma,
                         GwQuantity *q)
{
  const GwView value = gw_lexicon_value(lexicon, "factor", lemma);
  if (value.length == 0) {
    return false;
  }
  const GwHedge hedge = gw_hedge_before(w, verb, false);
  const bool half = gw_view_is(value, "0.5");
  const GwNumeral number = {.value = half ? gw_decimal(5, -1)
                                          : gw_decimal((uint64_t)(value.data[0] - '0'), 0)};
  *q = (GwQuantity){.first = hedge.first, .last = verb, .number = verb,
                    .amount = gw_hedged(&hedge, &number), .per_word = GW_NO_INDEX,
                    .unit = GW_VIEW("gw:Factor"), .counted = GW_NO_INDEX, .counts = GW_NO_INDEX};
  return true;
}

static GwView write_bounds(GwArena *arena, const GwAmount *a)
{
  const GwView none = GW_VIEW("");
  const GwView value = a->has_value ? gw_decimal_write(arena, a->value) : none;
  const GwView lower = a->has_lower ? gw_decimal_write(arena, a->lower) : none;
  const GwView upper = a->has_upper ? gw_decimal_write(arena, a->upper) : none;
  const bool bounds = a->has_lower || a->has_upper;
  return gw_view_format(arena, "%s%.*s%s%.*s%s%.*s", a->approximate ? "~" : "", GW_PRINT(value),
                        a->has_value && bounds ? " in " : "", GW_PRINT(lower), bounds ? ".." : "",
                        GW_PRINT(upper));
}

GwView gw_quantity_write(GwArena *arena, const GwQuantity *q)
{
  const GwView amount = write_bounds(arena, &q->amount);
  const GwView unit = q->currency.length ? q->currency : q->share ? GW_VIEW("share") : q->unit;
  const GwView per = q->per.amount ? gw_duration_write(arena, q->per) : GW_VIEW("");
  return gw_view_format(arena, "%.*s%s%.*s%s%.*s", GW_PRINT(amount), unit.length ? " " : "",
                        GW_PRINT(unit), per.length ? " / " : "", GW_PRINT(per));
}
