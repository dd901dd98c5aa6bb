/** @file cause_spans.h
 * The best spans of cause, effect and signal, from scores of every word.
 */
#ifndef GW_EXTRACT_LANGUAGE_CAUSE_SPANS_H
#define GW_EXTRACT_LANGUAGE_CAUSE_SPANS_H

#include "extract/language/cause_head.h"

/** Fill the spans of `pair` from `scores` [words x GW_CAUSE_OUT], word 1 first: the two spans that
 * do not overlap whose ends score best together, in linear time, and the first run of signal
 * words. False when memory is out. */
bool gw_cause_spans(GwArena *arena, const float *scores, size_t words, GwCausePair *pair);

#endif
