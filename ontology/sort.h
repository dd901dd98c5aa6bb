/** @file sort.h
 * Sorting by digits, without comparisons: as fast for hostile input as for any.
 */
#ifndef GW_ONTOLOGY_SORT_H
#define GW_ONTOLOGY_SORT_H

#include "base/arena.h"
#include "ontology/term.h"

#include <stdint.h>

#define GW_RECORD_WORDS 4

typedef struct {
  uint32_t word[GW_RECORD_WORDS];
} GwRecord;

/** Sort records by their first `words` words, the first counting most; records that are equal in
 * these keep their order. Least significant digit first (Knuth, The Art of Computer Programming,
 * volume 3, section 5.2.5). `scratch` is room for as many records; NULL: by comparisons. */
void gw_sort_records(GwRecord *records, GwRecord *scratch, size_t count, size_t words);

/** Sort the numbers of terms (word 2 of each record; the other words are overwritten) into the
 * order of gw_term_compare. terms[number] is a term whose value holds no U+0000; no two are equal.
 * Most significant digit first, eight bytes at a time, past what all terms of a range have in
 * common: time grows with the bytes of the terms, not with the logarithm of their number. */
GwStatus gw_sort_terms(const GwTerm *const *terms, GwRecord *records, GwRecord *scratch,
                       size_t count, GwError *error);

#endif
