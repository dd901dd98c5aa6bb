/** @file said.h
 * The statement nodes of a graph, grouped by what they state: subject, relation and object up to
 * identity, and the modality.
 */
#ifndef GW_EXPORT_SAID_H
#define GW_EXPORT_SAID_H

#include "export/clusters.h"
#include "export/resources.h"

typedef struct {
  GwView iri, document;
  GwView subject, relation, modality;
  const GwTerm *object;     ///< NULL when there is none
  bool negative;            ///< the statement is denied
  bool claimed;             ///< by somebody whom the document quotes
  unsigned confidence;      ///< thousandths
  GwView first_day, last_day; ///< empty where not given
  GwView key;               ///< equal for statements of the same; empty for incomplete nodes
} GwSaid;

/** Read the statement nodes of sorted triples, sorted by key, then by IRI. In `arena`. */
GwStatus gw_said_find(GwArena *arena, const GwQuad *triples, size_t count,
                      const GwResourceList *resources, const GwClusters *clusters, GwSaid **said,
                      size_t *found, GwError *error);

/** The IRI of the resource that stands for all that are taken for the same, or the IRI itself. */
GwView gw_same_iri(const GwResourceList *resources, const GwClusters *clusters, GwView iri);

/** How sure it is that what two IRIs stand for is one thing, in thousandths. */
unsigned gw_same_score(const GwResourceList *resources, const GwClusters *clusters, GwView a,
                       GwView b);

/** Whether both may be about one time: false only where the days that are given part them. */
bool gw_said_meet(const GwSaid *a, const GwSaid *b);

#endif
