/** @file pieces.h
 * Word pieces: how the encoder spells a word.
 *
 * Greedy longest-match pieces (Wu et al. 2016, "Google's neural machine translation system")
 * over lower-cased, accent-free text, as BERT's uncased vocabulary wants them. The twin of
 * train/engine/features.py.
 */
#ifndef GW_EXTRACT_LANGUAGE_PIECES_H
#define GW_EXTRACT_LANGUAGE_PIECES_H

#include "base/map.h"
#include "base/status.h"

#include <stdint.h>

#define GW_WORD_PIECES 6 ///< of a longer word the first four and the last two are kept

typedef struct {
  GwMap ids;
  size_t unknown, begin, end; ///< [UNK], [CLS], [SEP]
} GwPieces;

/** Read the vocabulary (one piece a line); `text` must outlive it. */
GwStatus gw_pieces_new(GwArena *arena, GwView text, GwPieces *pieces, GwError *error);

/** Pieces of one word: 1..GW_WORD_PIECES numbers into `ids`; returns how many. */
size_t gw_pieces_of(const GwPieces *pieces, GwView word, uint32_t ids[GW_WORD_PIECES]);

#endif
