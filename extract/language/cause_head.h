/** @file cause_head.h
 * Which word heads the cause of which other word's event, and how far cause and effect reach.
 *
 * A head on the encoder with a model file of its own (train/causes): a biaffine score of every pair
 * of words (Dozat and Manning 2017) against a threshold of the sentence (Zhou et al. 2021), then
 * the words that begin and end cause and effect, and those that signal it. It reads what the other
 * heads found, too: tree, tags and roles.
 */
#ifndef GW_EXTRACT_LANGUAGE_CAUSE_HEAD_H
#define GW_EXTRACT_LANGUAGE_CAUSE_HEAD_H

#include "extract/language/cause_features.h"

enum {
  GW_CAUSE_END = 128,   ///< width of a pair's end
  GW_CAUSE_SPAN = 160,  ///< width of a word when spans are looked for
  GW_CAUSE_OUT = 7,     ///< first and last word of cause and effect; signal: no, begins, goes on
  GW_CAUSE_PROPOSALS = 6,
  GW_CAUSES = 3         ///< causes of a sentence at most
};

typedef struct {
  const float *mix;     ///< [GW_LAYERS]
  GwLinear cause, effect, pair, threshold, word, ends, relation, out, out_relation;
  GwLinear cause_alone, effect_alone;
  const float *cause_deprel, *effect_deprel;  ///< [deprel + 1 x GW_CAUSE_END]
  const float *classes, *distances;           ///< [GW_CAUSE_CLASSES], [GW_CAUSE_DISTANCES]
  const float *role_cause, *role_effect;      ///< [roles + 1]
  const float *word_upos, *before_upos, *after_upos, *word_deprel; ///< [.. + 1 x GW_CAUSE_SPAN]
  const GwHeads *heads; ///< whose labels it reads
} GwCauseHead;

/** One cause; all are words from 1. */
typedef struct {
  size_t cause, effect;                ///< words that head them
  size_t cause_first, cause_last, effect_first, effect_last;
  size_t signal_first, signal_last;    ///< the first signal, or 0
  float score;                         ///< above the threshold: the logarithm of its odds
} GwCausePair;

/** Bind the arrays of a model file of its own; `heads` is bound and outlives it. */
GwStatus gw_cause_head_bind(const GwModelFile *model, GwArena *arena, const GwHeads *heads,
                            GwCauseHead *head, GwError *error);

/** The causes of an analysed sentence, best first; everything lives in `arena`. */
GwStatus gw_cause_head_run(const GwCauseHead *head, const GwBatch *batch, size_t sentence,
                           const GwAnalysis *analysis, GwArena *arena,
                           GwCausePair causes[GW_CAUSES], size_t *count, GwError *error);

#endif
