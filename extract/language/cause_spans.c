#include "extract/language/cause_spans.h"

#include <math.h>

typedef struct {
  float score;
  size_t first, last;
} Span;

/* Log probability of each word, over all words, in one of the first four columns. */
static void normalize(const float *scores, size_t words, size_t column, float *out)
{
  float most = scores[column];
  double total = 0;
  for (size_t w = 0; w < words; w++) {
    const float score = scores[w * GW_CAUSE_OUT + column];
    most = score > most ? score : most;
  }
  for (size_t w = 0; w < words; w++) {
    total += exp((double)(scores[w * GW_CAUSE_OUT + column] - most));
  }
  for (size_t w = 0; w < words; w++) {
    out[4 * w + column] = scores[w * GW_CAUSE_OUT + column] - most - (float)log(total);
  }
}

/* ahead[w]: the best span that begins at w or later; its first and last words score z[4w + column]
 * and z[4w + column + 1]. */
static void look_ahead(const float *z, size_t words, size_t column, Span *ahead)
{
  float last = -INFINITY;
  size_t at = 0;
  Span best = {-INFINITY, 0, 0};
  for (size_t w = words; w-- > 0;) {
    if (z[4 * w + column + 1] > last) {
      last = z[4 * w + column + 1];
      at = w;
    }
    if (z[4 * w + column] + last > best.score) {
      best = (Span){z[4 * w + column] + last, w, at};
    }
    ahead[w] = best;
  }
}

/* The best pair with the span of column `one` before that of column `two`, if it is better than
 * `total`. */
static void one_order(const float *z, size_t words, size_t one, Span *ahead, float *total,
                      Span spans[2])
{
  const size_t two = 2 - one;
  float first = -INFINITY;
  size_t at = 0;
  Span best = {-INFINITY, 0, 0};
  look_ahead(z, words, two, ahead);
  for (size_t w = 0; w + 1 < words; w++) {
    if (z[4 * w + one] > first) {
      first = z[4 * w + one];
      at = w;
    }
    if (first + z[4 * w + one + 1] > best.score) {
      best = (Span){first + z[4 * w + one + 1], at, w};
    }
    if (best.score + ahead[w + 1].score > *total) {
      *total = best.score + ahead[w + 1].score;
      spans[one / 2] = best;
      spans[two / 2] = ahead[w + 1];
    }
  }
}

static void read_signal(const float *scores, size_t words, GwCausePair *pair)
{
  for (size_t w = 0; w < words; w++) {
    const float *s = scores + w * GW_CAUSE_OUT + 4;
    const size_t tag = s[1] > s[0] ? (s[2] > s[1] ? 2 : 1) : (s[2] > s[0] ? 2 : 0);
    if (tag == 0 || (tag == 1 && pair->signal_first)) {
      if (pair->signal_first) {
        return;
      }
      continue;
    }
    pair->signal_first = pair->signal_first ? pair->signal_first : w + 1;
    pair->signal_last = w + 1;
  }
}

bool gw_cause_spans(GwArena *arena, const float *scores, size_t words, GwCausePair *pair)
{
  float *z = GW_NEW(arena, 4 * words, float), total = -INFINITY;
  Span *ahead = GW_NEW(arena, words, Span), spans[2] = {{0, 0, 0}, {0, 0, 0}};
  if (!z || !ahead) {
    return false;
  }
  for (size_t column = 0; column < 4; column++) {
    normalize(scores, words, column, z);
  }
  one_order(z, words, 0, ahead, &total, spans);
  one_order(z, words, 2, ahead, &total, spans);
  pair->cause_first = spans[0].first + 1;
  pair->cause_last = spans[0].last + 1;
  pair->effect_first = spans[1].first + 1;
  pair->effect_last = spans[1].last + 1;
  read_signal(scores, words, pair);
  return true;
}
