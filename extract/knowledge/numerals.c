#include "extract/knowledge/numerals.h"

#include "base/utf8.h"

#include <string.h>

bool gw_words_of(GwArena *arena, const GwSentence *sentence, GwWords *words)
{
  GwView *lower = GW_NEW(arena, sentence->token_count + 1, GwView);
  for (size_t i = 0; lower && i < sentence->token_count; i++) {
    lower[i] = gw_utf8_lower(arena, sentence->tokens[i].form);
    if (!lower[i].data) {
      return false;
    }
  }
  *words = (GwWords){sentence, lower, sentence->token_count};
  return lower != NULL;
}

bool gw_word_is(const GwWords *words, size_t at, const char *alternatives)
{
  GwView rest = gw_view(alternatives), one;
  while (at < words->count && gw_view_next(&rest, '|', &one)) {
    if (gw_view_equal(words->words[at], one)) {
      return true;
    }
  }
  return false;
}

bool gw_word_is_capital(const GwWords *words, size_t at)
{
  size_t length;
  return at < words->count && words->sentence->tokens[at].form.length
         && gw_utf8_is_upper(gw_utf8_decode(words->sentence->tokens[at].form, 0, &length));
}

typedef struct {
  const char *word;
  uint32_t value;
} Named;

static uint32_t named(GwView word, const Named *list)
{
  for (; list->word; list++) {
    if (gw_view_is(word, list->word)) {
      return list->value;
    }
  }
  return 0;
}

static const Named small_numbers[] = {
  {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7},
  {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13},
  {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
  {"nineteen", 19}, {NULL, 0}};
static const Named tens[] = {
  {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70},
  {"eighty", 80}, {"ninety", 90}, {NULL, 0}};
static const Named ordinals[] = {
  {"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"fifth", 5}, {"sixth", 6},
  {"seventh", 7}, {"eighth", 8}, {"ninth", 9}, {"tenth", 10}, {"eleventh", 11}, {"twelfth", 12},
  {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16},
  {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
  {"twenty-first", 21}, {NULL, 0}};
/* Parts of a whole, in the singular. */
static const Named parts[] = {
  {"half", 2}, {"third", 3}, {"quarter", 4}, {"fourth", 4}, {"fifth", 5}, {"sixth", 6},
  {"seventh", 7}, {"eighth", 8}, {"ninth", 9}, {"tenth", 10}, {"twentieth", 20},
  {"hundredth", 100}, {"halves", 2}, {"thirds", 3}, {"quarters", 4}, {"fourths", 4},
  {"fifths", 5}, {"sixths", 6}, {"sevenths", 7}, {"eighths", 8}, {"ninths", 9}, {"tenths", 10},
  {NULL, 0}};

unsigned gw_numeral_ordinal(GwView word)
{
  return named(word, ordinals);
}

unsigned gw_numeral_small(GwView word, bool *ordinal)
{
  unsigned value = 0;
  size_t i = 0;
  for (; i < word.length && i < 5 && word.data[i] >= '0' && word.data[i] <= '9'; i++) {
    value = value * 10 + (unsigned)(word.data[i] - '0');
  }
  const GwView rest = gw_view_slice(word, i, word.length);
  *ordinal = i && i <= 2 && (gw_view_is(rest, "st") || gw_view_is(rest, "nd")
                             || gw_view_is(rest, "rd") || gw_view_is(rest, "th"));
  return i && i <= 4 && (rest.length == 0 || *ordinal) ? value : 0;
}

/* Powers of ten that multiply what stands before them; as exponents. */
static int scale_exponent(GwView word)
{
  static const Named scales[] = {{"hundred", 2}, {"thousand", 3}, {"million", 6}, {"billion", 9},
                                 {"trillion", 12}, {"quadrillion", 15}, {"lakh", 5},
                                 {"crore", 7}, {NULL, 0}};
  return (int)named(word, scales);
}

/* Letters that stand for them directly after figures. */
static int scale_letter(const GwWords *w, size_t at, bool money)
{
  static const Named letters[] = {{"k", 3}, {"bn", 9}, {"mn", 6}, {"tn", 12}, {"mio", 6},
                                  {NULL, 0}};
  if (at == 0 || at >= w->count) {
    return 0;
  }
  if (gw_word_is(w, at, "m") && (money || gw_word_is(w, at + 1, "people|users|tonnes|workers"))) {
    return 6;
  }
  return w->sentence->tokens[at - 1].space_after && !gw_word_is(w, at, "bn|mn|tn")
           ? 0 : (int)named(w->words[at], letters);
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* Do the commas of a whole number stand where English or Indian writing has them? */
static bool grouped_well(GwView whole)
{
  size_t group = 0;
  bool last = true;
  for (size_t i = whole.length; i > 0; i--) {
    if (whole.data[i - 1] != ',') {
      group++;
    } else if (last ? group != 3 : group != 3 && group != 2) {
      return false;
    } else {
      group = 0;
      last = false;
    }
  }
  return group > 0 && (last || group <= 3);
}

/* Figures with commas between thousands and a point before the fraction. */
static bool figure_value(GwView word, bool *ambiguous, GwDecimal *value)
{
  const size_t point = gw_view_find(word, GW_VIEW("."), 0);
  uint64_t digits = 0;
  for (size_t i = 0; i < word.length; i++) {
    if (i == point || (i < point && word.data[i] == ',')) {
      continue;
    }
    if (!is_digit(word.data[i]) || digits > (UINT64_MAX - 9) / 10) {
      return false;
    }
    digits = digits * 10 + (uint64_t)(word.data[i] - '0');
  }
  const size_t places = point < word.length ? word.length - point - 1 : 0;
  if (word.length == 0 || point + 1 == word.length || places > GW_DECIMAL_EXPONENT / 2
      || (point > 0 && !grouped_well(gw_view_slice(word, 0, point)))) {
    return false;
  }
  *ambiguous = places == 3 && point <= 3 && point > 0 && word.data[0] != '0';
  *value = gw_decimal(digits, -(int)places);
  return true;
}

/* "½" or "1/2". */
static bool small_fraction(GwView word, GwDecimal *value)
{
  static const struct {
    const char *sign;
    uint32_t numerator, denominator;
  } signs[] = {{"½", 1, 2}, {"¼", 1, 4}, {"¾", 3, 4}, {"⅓", 1, 3}, {"⅔", 2, 3}, {"⅕", 1, 5},
               {"⅛", 1, 8}};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (gw_view_is(word, signs[i].sign)) {
      *value = gw_decimal_ratio(signs[i].numerator, signs[i].denominator);
      return true;
    }
  }
  if (word.length == 3 && word.data[1] == '/' && is_digit(word.data[0]) && is_digit(word.data[2])
      && word.data[0] > '0' && word.data[0] < word.data[2]) {
    *value = gw_decimal_ratio((uint32_t)(word.data[0] - '0'), (uint32_t)(word.data[2] - '0'));
    return true;
  }
  return false;
}

/* Twenty-one, with or without its hyphen; the number of words read, or 0. */
static size_t below_hundred(const GwWords *w, size_t at, uint32_t *value)
{
  if (at >= w->count) {
    return 0;
  }
  const bool article = gw_word_is(w, at, "a") && at + 1 < w->count
                       && scale_exponent(w->words[at + 1]);
  *value = article ? 1 : named(w->words[at], small_numbers);
  if (*value) {
    return 1;
  }
  *value = named(w->words[at], tens);
  if (!*value) {
    return 0;
  }
  const size_t next = gw_word_is(w, at + 1, "-") ? at + 2 : at + 1;
  const uint32_t unit = next < w->count ? named(w->words[next], small_numbers) : 0;
  if (unit == 0 || unit > 9) {
    return 1;
  }
  *value += unit;
  return next + 1 - at;
}

/* "and a half", "and three quarters" after a whole number. */
static size_t and_fraction(const GwWords *w, size_t at, GwDecimal *value)
{
  if (gw_word_is(w, at, "and") && gw_word_is(w, at + 1, "a|one")
      && gw_word_is(w, at + 2, "half|quarter|third")) {
    *value = gw_decimal_ratio(1, named(w->words[at + 2], parts));
    return 3;
  }
  if (gw_word_is(w, at, "and") && gw_word_is(w, at + 1, "three|two")
      && gw_word_is(w, at + 2, "quarters|thirds")) {
    *value = gw_decimal_ratio(named(w->words[at + 1], small_numbers),
                              named(w->words[at + 2], parts));
    return 3;
  }
  return 0;
}

static void take_fraction(const GwWords *w, GwNumeral *n)
{
  GwDecimal part;
  size_t used = and_fraction(w, n->end, &part);
  if (!used && n->figure && n->end < w->count && small_fraction(w->words[n->end], &part)) {
    used = 1;
  }
  if (used && gw_decimal_multiply(part, n->scale, &part)
      && gw_decimal_add(n->value, part, &n->value)) {
    n->end += used;
  }
}

/* Factors after a number: "million", "hundred thousand", "dozen". */
static bool take_scales(const GwWords *w, bool money, GwNumeral *n)
{
  while (n->end < w->count) {
    const bool letter = n->figure && scale_exponent(w->words[n->end]) == 0;
    const int exponent = letter ? scale_letter(w, n->end, money)
                                : scale_exponent(w->words[n->end]);
    const GwDecimal factor = gw_word_is(w, n->end, "dozen") ? gw_decimal(12, 0)
                                                            : gw_decimal(1, exponent);
    if (exponent == 0 && factor.digits == 1) {
      break;
    }
    if (!gw_decimal_multiply(n->value, factor, &n->value)
        || !gw_decimal_multiply(n->scale, factor, &n->scale)) {
      return false;
    }
    n->end++;
  }
  return true;
}

/* Figures and commas without spaces that make no number: "12,34". */
static bool is_glued(const GwWords *w, size_t at)
{
  const GwToken *t = w->sentence->tokens;
  const bool after = at + 2 < w->count && !t[at].space_after && !t[at + 1].space_after
                     && gw_word_is(w, at + 1, ",") && is_digit(w->words[at + 2].data[0]);
  const bool before = at >= 2 && !t[at - 1].space_after && !t[at - 2].space_after
                      && gw_word_is(w, at - 1, ",") && is_digit(w->words[at - 2].data[0]);
  return before || after;
}

static bool read_figure(const GwWords *w, size_t at, bool money, GwNumeral *n)
{
  bool ambiguous = false;
  if (small_fraction(w->words[at], &n->value)) {
    n->end = at + 1;
    n->fraction = true;
    return true;
  }
  if (!is_digit(w->words[at].data[0]) || is_glued(w, at)
      || !figure_value(w->words[at], &ambiguous, &n->value)) {
    return false;
  }
  n->figure = true;
  n->end = at + 1;
  take_fraction(w, n);
  if (!take_scales(w, money, n)) {
    return false;
  }
  return !ambiguous || n->scale.exponent > 0 || gw_word_is(w, n->end, "%|percent|per");
}

/* "Two", "twenty-five", "nine hundred and ninety-nine"; the number of words read, or 0. */
static size_t below_thousand(const GwWords *w, size_t at, uint32_t *value)
{
  uint32_t rest = 0;
  const size_t first = below_hundred(w, at, value);
  if (!first || !gw_word_is(w, at + first, "hundred")) {
    return first;
  }
  *value *= 100;
  const size_t end = at + first + 1, joined = gw_word_is(w, end, "and") ? 1 : 0;
  const size_t more = below_hundred(w, end + joined, &rest);
  *value += more ? rest : 0;
  return more ? end + joined + more - at : end - at;
}

/* One group of a number in words with its factor: "two and a half million". */
static bool read_group(const GwWords *w, size_t at, GwNumeral *group)
{
  uint32_t value = 0;
  GwDecimal part;
  const size_t used = below_thousand(w, at, &value);
  *group = (GwNumeral){.end = at + used, .value = gw_decimal(value, 0), .scale = gw_decimal(1, 0)};
  const size_t fraction = used ? and_fraction(w, group->end, &part) : 0;
  if (fraction && gw_decimal_add(group->value, part, &group->value)) {
    group->end += fraction;
  }
  if (!used || !take_scales(w, false, group)) {
    return false;
  }
  if (!fraction) {
    take_fraction(w, group);          /* "a million and a half" */
  }
  return true;
}

/* "Two million three hundred thousand and twelve": groups with falling factors. */
static bool read_words(const GwWords *w, size_t at, GwNumeral *n)
{
  GwNumeral group;
  if (!read_group(w, at, n)) {
    return false;
  }
  while (n->scale.exponent >= 3) {
    const size_t joined = gw_word_is(w, n->end, "and") ? 1 : 0;
    if (!read_group(w, n->end + joined, &group)
        || gw_decimal_compare(group.scale, n->scale) >= 0
        || !gw_decimal_add(n->value, group.value, &group.value)) {
      break;
    }
    *n = group;
  }
  return true;
}

/* "Half a million", "a quarter of a million", "a dozen", "several thousand", "a few hundred". */
static bool read_article(const GwWords *w, size_t at, GwNumeral *n)
{
  const bool led = gw_word_is(w, at, "a|one") && gw_word_is(w, at + 1, "half|quarter|few");
  const bool half = gw_word_is(w, at + led, "half"), quarter = gw_word_is(w, at + led, "quarter");
  const bool few = (led && gw_word_is(w, at + 1, "few")) || gw_word_is(w, at, "several");
  size_t here = at + led + (half || quarter || few);
  here += (half || quarter) && gw_word_is(w, here, "of");
  here += gw_word_is(w, here, "a") && !few;
  *n = (GwNumeral){.end = here, .scale = gw_decimal(1, 0), .indefinite = few,
                   .value = half ? gw_decimal_ratio(1, 2)
                            : quarter ? gw_decimal_ratio(1, 4) : gw_decimal(few ? 2 : 1, 0)};
  const bool plain = !led && !few && !half && !quarter && !gw_word_is(w, here, "dozen");
  return here > at && !plain && take_scales(w, false, n) && n->end > here;
}

/* "Thousands", "tens of thousands", "dozens": at least two of them. */
static bool read_indefinite(const GwWords *w, size_t at, GwNumeral *n)
{
  static const Named plurals[] = {{"dozens", 12}, {"scores", 20}, {"hundreds", 100},
                                  {"thousands", 1000}, {"millions", 1000000},
                                  {"billions", 1000000000}, {"trillions", 0}, {NULL, 0}};
  const bool many = gw_word_is(w, at, "tens|hundreds") && gw_word_is(w, at + 1, "of");
  const uint32_t more = many && at + 2 < w->count ? named(w->words[at + 2], plurals) : 0;
  const uint32_t one = named(w->words[at], plurals);
  if (more < 1000 && one == 0) {
    return false;
  }
  *n = (GwNumeral){.end = more >= 1000 ? at + 3 : at + 1, .scale = gw_decimal(1, 0),
                   .indefinite = true};
  const uint32_t factor = more < 1000 ? one : gw_word_is(w, at, "tens") ? 10 : 100;
  return gw_decimal_multiply(gw_decimal(2, 0), gw_decimal(factor, 0), &n->value)
         && (more < 1000 || gw_decimal_multiply(n->value, gw_decimal(more, 0), &n->value));
}

static uint32_t small_number(const GwWords *w, size_t at)
{
  bool ordinal = false;
  const uint32_t word = at < w->count ? named(w->words[at], small_numbers) : 0;
  const uint32_t figure = at < w->count && !word ? gw_numeral_small(w->words[at], &ordinal) : 0;
  return ordinal ? 0 : word + figure;
}

static GwNumeral share(uint32_t over, uint32_t under, size_t end)
{
  return (GwNumeral){.end = end, .value = gw_decimal_ratio(over, under),
                     .scale = gw_decimal(1, 0), .fraction = true};
}

/* "One in five", "3 out of 4", but not "five in ten days". */
static bool read_one_in(const GwWords *w, size_t at, GwNumeral *n)
{
  const uint32_t over = small_number(w, at);
  const size_t in = gw_word_is(w, at + 1, "out") && gw_word_is(w, at + 2, "of") ? 2
                    : gw_word_is(w, at + 1, "in") ? 1 : 0;
  const uint32_t under = over && in ? small_number(w, at + 1 + in) : 0;
  if (under <= over || under > 100 || gw_word_is(w, at + 2 + in, "years|months|weeks|days|hours|"
                                                 "minutes|seconds|and|hundred|thousand|%")) {
    return false;
  }
  *n = share(over, under, at + 2 + in);
  return true;
}

/* "Half", "a third of", "two thirds", but not "a third country". */
static bool read_part(const GwWords *w, size_t at, GwNumeral *n)
{
  const uint32_t count = small_number(w, at);
  const bool counted = count || gw_word_is(w, at, "a");
  const size_t here = at + (counted ? gw_word_is(w, at + 1, "-") ? 2 : 1 : 0);
  const uint32_t under = here < w->count ? named(w->words[here], parts) : 0;
  if (!under || (!counted && !gw_word_is(w, here, "half"))) {
    return false;
  }
  const bool plural = w->words[here].data[w->words[here].length - 1] == 's';
  const bool closed = here + 1 == w->count || gw_word_is(w, here, "half")
                      || gw_word_is(w, here + 1, "of|.|,|;|:|)|and|or|more|less|higher|lower|to|"
                                    "from|in|as|since|by|over|on|are|were|is|was|between|for");
  if (count > 1 ? !plural : plural || !closed) {
    return false;
  }
  *n = share(count ? count : 1, under, here + 1);
  return true;
}

bool gw_numeral_read(const GwWords *words, size_t at, bool money, GwNumeral *numeral)
{
  *numeral = (GwNumeral){.scale = gw_decimal(1, 0)};
  if (at >= words->count || words->words[at].length == 0) {
    return false;
  }
  if (read_article(words, at, numeral) || read_one_in(words, at, numeral)
      || read_part(words, at, numeral) || read_indefinite(words, at, numeral)) {
    return true;
  }
  *numeral = (GwNumeral){.scale = gw_decimal(1, 0)};
  if (gw_word_is(words, at, "zero")) {
    numeral->end = at + 1;
    return true;
  }
  return read_figure(words, at, money, numeral) || read_words(words, at, numeral);
}
