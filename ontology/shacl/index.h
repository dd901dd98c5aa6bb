/** @file index.h
 * Triples that can be looked up from either end, with terms as numbers.
 *
 * Terms are numbered in the order of gw_term_compare, so that sorted numbers are sorted terms.
 * Several sets of triples over the same terms share their numbers: data, shapes, classes.
 */
#ifndef GW_ONTOLOGY_SHACL_INDEX_H
#define GW_ONTOLOGY_SHACL_INDEX_H

#include "ontology/graph.h"

#include <stdint.h>

/** A term's number; GW_NO_NODE for a term that no triple has. */
typedef uint32_t GwNode;
#define GW_NO_NODE UINT32_MAX

typedef struct {
  const GwTerm **list; ///< sorted
  size_t count;
} GwTerms;

/** The terms of `quads`, each once, in `arena`. */
GwStatus gw_terms_of(GwArena *arena, const GwQuad *quads, size_t count, GwTerms *terms,
                     GwError *error);

GwNode gw_terms_find(const GwTerms *terms, GwTerm term);

typedef struct {
  GwNode subject, predicate, object;
} GwTriple;

typedef struct {
  GwTriple *forward;  ///< sorted by subject, predicate, object; each once
  GwTriple *backward; ///< the same, sorted by predicate, object, subject
  size_t count;
} GwIndex;

/** Index `quads`, whose terms are among `terms` and of one GwGraph. In `arena`. */
GwStatus gw_index_new(GwArena *arena, const GwTerms *terms, const GwQuad *quads, size_t count,
                      GwIndex *index, GwError *error);

/** A run of triples within an index. */
typedef struct {
  const GwTriple *first;
  size_t count;
} GwTriples;

GwTriples gw_index_about(const GwIndex *index, GwNode subject);
GwTriples gw_index_of(const GwIndex *index, GwNode subject, GwNode predicate);
GwTriples gw_index_using(const GwIndex *index, GwNode predicate);
GwTriples gw_index_to(const GwIndex *index, GwNode predicate, GwNode object);
bool gw_index_has(const GwIndex *index, GwNode subject, GwNode predicate, GwNode object);

#endif
