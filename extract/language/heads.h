/** @file heads.h
 * The engine's heads: what is read off the encoder's word vectors. One linear layer a tag set;
 * deep biaffine attention for trees and roles (Dozat and Manning 2017). Each head reads its own
 * mix of the six layers (Peters et al. 2018) and the word's spelling features.
 */
#ifndef GW_EXTRACT_LANGUAGE_HEADS_H
#define GW_EXTRACT_LANGUAGE_HEADS_H

#include "extract/language/encoder.h"

enum {
  GW_WIDE = GW_HIDDEN + GW_SPELL, ///< what a head sees of a word
  GW_NER_HIDDEN = 192,
  GW_ARC = 256,
  GW_LABEL = 128,
  GW_ROLE = 128,
  GW_TREE_FEATURES = 5,
  GW_LEMMA_CHOICES = 4 ///< rules kept for a word, best first
};

/** The order of the rows of the array "mix". */
typedef enum {
  GW_HEAD_UPOS, GW_HEAD_XPOS, GW_HEAD_LEMMA, GW_HEAD_NER, GW_HEAD_TYPES, GW_HEAD_PRED,
  GW_HEAD_ARC, GW_HEAD_LABEL, GW_HEAD_ROLE, GW_HEAD_COUNT
} GwHead;

typedef struct {
  const char **names; ///< terminated, in the order of the head's outputs
  size_t count;
} GwLabels;

typedef struct {
  const float *mix; ///< [GW_HEAD_COUNT x GW_LAYERS]
  GwLabels upos, xpos, lemma, ner, types, deprel, roles;
  GwLinear upos_out, xpos_out, lemma_out, ner_hidden, ner_out, types_out, pred_out;
  GwLinear arc_dep, arc_head, arc;
  GwLinear label_dep, label_head, label, label_flat;
  GwLinear role_pred, role_arg, role, role_flat, role_tree;
} GwHeads;

/** What the heads say of one sentence of n words; word 0 is the root in trees and roles. */
typedef struct {
  size_t words;                  ///< with the root
  size_t *upos, *xpos, *types, *ner; ///< [words]: labels; [0] unused
  size_t *lemma;                 ///< [words x GW_LEMMA_CHOICES]: rules, best first
  bool *predicate;               ///< [words]
  size_t *heads, *deprel;        ///< [words]
  size_t *predicates;            ///< numbers of the predicate words
  size_t predicate_count;
  size_t *roles;                 ///< [predicate_count x words]: 0 for no argument
  float *upos_p, *heads_p, *deprel_p; ///< [words]: log probabilities of what was chosen
  float *roles_p;                ///< [predicate_count x words]: the same
} GwAnalysis;

GwStatus gw_heads_bind(const GwModelFile *model, GwArena *arena, GwHeads *heads, GwError *error);

/** Analyse sentence number `sentence` of an encoded batch; everything lives in `arena`. */
GwStatus gw_heads_run(const GwHeads *heads, const GwBatch *batch, size_t sentence,
                      GwArena *arena, GwAnalysis *analysis, GwError *error);

#endif
