/** @file encoder.h
 * The encoder: words of a few sentences in, a vector for each word and layer out.
 *
 * A six-layer post-norm transformer (Vaswani et al. 2017) with MiniLM's weights (Wang et al.
 * 2020) trained further; the spelling features are added to a word's first piece. A word's
 * vector is the mean of its first and last piece.
 */
#ifndef GW_EXTRACT_LANGUAGE_ENCODER_H
#define GW_EXTRACT_LANGUAGE_ENCODER_H

#include "extract/language/kernels.h"
#include "extract/language/model_file.h"
#include "extract/language/pieces.h"
#include "extract/language/spelling.h"

enum {
  GW_HIDDEN = 384,
  GW_LAYERS = 6,
  GW_ATTENTION_HEADS = 12,
  GW_HEAD_WIDTH = GW_HIDDEN / GW_ATTENTION_HEADS,
  GW_FEED = 1536,
  GW_SPELL = 64,
  GW_POSITIONS = 512,
  GW_BATCH_PIECES = 512 ///< sentences are encoded together up to this many pieces
};

typedef struct {
  GwLinear qkv, out, up, down;
  const float *norm1_scale, *norm1_shift, *norm2_scale, *norm2_shift;
} GwEncoderLayer;

typedef struct {
  GwPieces pieces;
  GwMap names;
  GwCodedRows words, spelling;
  const float *positions, *norm_scale, *norm_shift;
  GwLinear flags, spell_in;
  GwEncoderLayer layers[GW_LAYERS];
} GwEncoder;

/** One sentence's place in a batch. Word 0 of each sentence is the root (the piece [CLS]). */
typedef struct {
  size_t first_piece, piece_count;
  size_t first_word, word_count; ///< with the root: one more than the tokens
} GwEncoded;

/** Work space and result of one batch; allocated once, reused. */
typedef struct {
  GwEncoded *sentences;
  size_t sentence_count, sentence_capacity;
  size_t piece_count, word_count;
  uint32_t *piece_ids, *word_first, *word_last; ///< piece numbers of a word's ends
  float *x, *qkv, *context, *feed, *scores; ///< [pieces x ...]
  float *spell;                    ///< [words x GW_SPELL]: spelling features of a word
  float *states[GW_LAYERS];        ///< [words x GW_HIDDEN]: every layer at words
} GwBatch;

/** Bind the encoder's arrays; the model must stay open as long as the encoder lives. */
GwStatus gw_encoder_bind(const GwModelFile *model, GwArena *arena, GwEncoder *encoder,
                         GwError *error);

GwStatus gw_batch_new(GwArena *arena, GwBatch *batch, GwError *error);
void gw_batch_clear(GwBatch *batch);

/** Add a sentence of `count` words; false when it does not fit any more (a batch that is empty
 * takes any sentence: words past the encoder's 512 positions are left out of word_count). */
bool gw_batch_add(const GwEncoder *encoder, GwBatch *batch, const GwView *words, size_t count);

/** Fill batch->states and batch->spell. */
void gw_encode(const GwEncoder *encoder, GwBatch *batch);

/** Bind a linear layer "NAME.weight" [out x in] and "NAME.bias" [out] (absent: `bias` false). */
GwStatus gw_linear_bind(const GwModelFile *model, GwArena *arena, const char *name, size_t out,
                        size_t in, bool bias, GwLinear *layer, GwError *error);

/** The same for a layer whose weight is only multiplied by: turned, in the arena. */
GwStatus gw_linear_bind_turned(const GwModelFile *model, GwArena *arena, const char *name,
                               size_t out, size_t in, bool bias, GwLinear *layer,
                               GwError *error);

#endif
