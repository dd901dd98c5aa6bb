/** @file tree.h
 * The best dependency tree (Chu and Liu 1965, Edmonds 1967), and the best name tags (Viterbi).
 */
#ifndef GW_EXTRACT_LANGUAGE_TREE_H
#define GW_EXTRACT_LANGUAGE_TREE_H

#include "base/arena.h"

#include <stdbool.h>

/** The maximum spanning arborescence in which exactly one word depends on the root.
 *
 * scores [n x n]: scores[d * n + h] of word d depending on h, 0 the root; changed by the call.
 * heads [n]: result; heads[0] is 0. False when memory is out. Takes O(n^2) a cycle. */
bool gw_best_tree(GwArena *scratch, double *scores, size_t n, size_t *heads);

/** The best sequence of BIO tags, in which I-X follows only B-X or I-X.
 *
 * scores [n x tags]: log probabilities. kind[t]: type of a tag, 0 for O; begins[t]: a B- tag.
 * False when memory is out. */
bool gw_best_tags(GwArena *scratch, const float *scores, size_t n, size_t tags,
                  const size_t *kind, const bool *begins, size_t *best);

#endif
