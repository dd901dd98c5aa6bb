/** @file order.h
 * The order in which a person reads a graph: documents, entities, sentences in text order each
 * followed by what was read in it, relations, and anything else. It follows from the triples
 * alone.
 */
#ifndef GW_EXPORT_ORDER_H
#define GW_EXPORT_ORDER_H

#include "base/status.h"
#include "ontology/graph.h"

typedef enum {
  GW_SECTION_DOCUMENTS, GW_SECTION_ENTITIES, GW_SECTION_SENTENCES, GW_SECTION_RELATIONS,
  GW_SECTION_CLASSES, GW_SECTION_MERGING, GW_SECTION_OTHER
} GwSection;

const char *gw_section_title(GwSection section);

/** The triples of one subject: `count` of them from `first`. */
typedef struct {
  const GwQuad *first;
  size_t count;
  GwSection section;
  const GwTerm *sentence; ///< the sentence that it is, or that is its evidence; or NULL
  size_t begin;    ///< where that sentence begins
} GwSubject;

/** The subjects of sorted triples in reading order. In `arena`. */
GwStatus gw_subjects_order(GwArena *arena, const GwQuad *triples, size_t count,
                           GwSubject **subjects, size_t *subject_count, GwError *error);

#endif
