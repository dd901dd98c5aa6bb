/** @file cause_features.h
 * How words stand to each other in a tree, as the causes head sees it.
 *
 * Words are numbered from 1; word 0 is the root. train/causes/tree.py has the same functions.
 */
#ifndef GW_EXTRACT_LANGUAGE_CAUSE_FEATURES_H
#define GW_EXTRACT_LANGUAGE_CAUSE_FEATURES_H

#include "extract/language/heads.h"

enum {
  GW_CAUSE_CLASSES = 12,                  ///< of gw_cause_class
  GW_CAUSE_DISTANCES = 7,                 ///< of gw_cause_distance
  GW_CAUSE_ONE_END = 17,
  GW_CAUSE_FEATURES = 2 * GW_CAUSE_ONE_END ///< of a word and a pair
};

typedef struct {
  size_t n;                      ///< words with the root
  const size_t *heads;           ///< [n]
  bool *under;                   ///< [n x n]: under[a * n + w]: w is a, or below it
  size_t *first, *last;          ///< [n]: ends of what is below a word
  size_t *marker;                ///< [n]: first preposition or conjunction of a word, or 0
} GwCauseTree;

/** Read a tree off an analysis; false when memory is out. In `arena`. */
bool gw_cause_tree_new(GwArena *arena, const GwAnalysis *analysis, const GwLabels *deprel,
                       GwCauseTree *tree);

/** How the head `c` of a cause stands to the head `e` of its effect: 0 child of, 1 head of,
 * 2 below, 3 above, 4 beside, 5 else; times two, plus one where c stands first. */
size_t gw_cause_class(const GwCauseTree *tree, size_t c, size_t e);

size_t gw_cause_distance(size_t c, size_t e);

/** [n x GW_CAUSE_FEATURES]: how each word stands to both heads. */
void gw_cause_features(const GwCauseTree *tree, size_t c, size_t e, float *features);

#endif
