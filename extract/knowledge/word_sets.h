/** @file word_sets.h
 * Words of one sentence taken together, wherever they stand in it: an argument without the clauses
 * that hang on it, a verb with its auxiliaries and its preposition.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_WORD_SETS_H
#define GW_EXTRACT_KNOWLEDGE_WORD_SETS_H

#include "extract/knowledge/phrases.h"

#include <stdint.h>

enum { GW_SET_WORDS = 256 }; ///< longer sentences have no sets

typedef struct {
  uint64_t bits[GW_SET_WORDS / 64];
} GwWordSet;

static inline bool gw_set_has(const GwWordSet *set, size_t token)
{
  return set->bits[token / 64] >> (token % 64) & 1;
}

static inline void gw_set_add(GwWordSet *set, size_t token)
{
  set->bits[token / 64] |= (uint64_t)1 << (token % 64);
}

static inline void gw_set_remove(GwWordSet *set, size_t token)
{
  set->bits[token / 64] &= ~((uint64_t)1 << (token % 64));
}

bool gw_set_is_empty(const GwWordSet *set);
size_t gw_set_count(const GwWordSet *set);
GwWordSet gw_set_union(const GwWordSet *a, const GwWordSet *b);

/** The words of `a` that are not in `b`. */
GwWordSet gw_set_minus(const GwWordSet *a, const GwWordSet *b);

/** All words below `head`, itself included, but for those below a child of it that has one of the
 * relations `without`, and for those below any word that has one of the relations `never`. */
GwWordSet gw_set_below(const GwSentence *s, size_t head, const char *without, const char *never);

/** Take punctuation away that stands at either end, or that a word taken out has left behind. */
void gw_set_trim(const GwSentence *s, GwWordSet *set);

/** The words in the order of the text; spaces as in the text, one where words are left out. */
GwView gw_set_text(GwArena *arena, const GwSentence *s, const GwWordSet *set);

#endif
