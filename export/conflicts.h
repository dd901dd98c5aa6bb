/** @file conflicts.h
 * What documents do not agree on: statements and their denials, facts of which a thing has one,
 * and identities that cannot be.
 */
#ifndef GW_EXPORT_CONFLICTS_H
#define GW_EXPORT_CONFLICTS_H

#include "export/links.h"

#define GW_CONFLICT_PREFIX GW_DEFAULT_BASE "conflict/"

typedef enum {
  GW_CONTRADICTION,    ///< one document states what another denies
  GW_DISPUTE,          ///< the same between speakers whom documents quote
  GW_DISAGREEMENT,     ///< two values of a fact of which a thing has one
  GW_IDENTITY_CONFLICT ///< things taken for the same have different identifiers
} GwConflictKind;

typedef struct {
  GwConflictKind kind;
  unsigned score;       ///< thousandths: how likely the conflict is one
  GwView label;         ///< for people
  GwView property;      ///< the relation, or the fact's property
  const GwView *between; ///< statements or resources, sorted
  size_t between_count;
  const GwView *affirmed, *denied; ///< statements, of a contradiction or dispute
  size_t affirmed_count, denied_count;
  const GwTerm **values; ///< of a disagreement, or the identifiers
  size_t value_count;
  char iri[sizeof GW_CONFLICT_PREFIX + 12];
} GwConflict;

/** Find the conflicts of sorted triples, sorted by IRI. In `arena`. */
GwStatus gw_conflicts_find(GwArena *arena, const GwMerging *table, const GwQuad *triples,
                           size_t count, const GwResourceList *resources,
                           const GwClusters *clusters, GwConflict **conflicts, size_t *found,
                           GwError *error);

#endif
