/** @file prefixes.h
 * Which prefixes a Turtle file declares, and which IRIs they abbreviate.
 *
 * The well-known namespaces keep their customary prefixes. A namespace of the graph's own that
 * is used often gets one named after its last segment: <.../doc/7f3a9c/entity/> is "entity".
 * All of it follows from the set of triples alone.
 */
#ifndef GW_EXPORT_PREFIXES_H
#define GW_EXPORT_PREFIXES_H

#include "base/map.h"
#include "base/status.h"
#include "ontology/graph.h"

#include <stdint.h>

typedef struct {
  GwView name, value; ///< "entity", "https://.../entity/"
  size_t uses;        ///< IRIs that can be abbreviated by it
} GwNamespace;

/** What was found out about a term: the number of its namespace, where its local name begins. */
typedef struct {
  const GwTerm *term;
  uint32_t space, local;
} GwSplit;

typedef struct {
  GwNamespace *list; ///< those to declare: well-known ones by name, then the graph's own by IRI
  size_t count;
  GwNamespace *spaces; ///< all that occur; the name is empty if there is no prefix
  size_t space_count, space_capacity;
  GwMap index;     ///< from a namespace to its number among `spaces`
  GwSplit *splits; ///< of the last terms that were seen
} GwPrefixes;

/** Find the prefixes of sorted quads or triples. In `arena`; views point into the terms. */
GwStatus gw_prefixes_find(GwArena *arena, const GwQuad *quads, size_t count,
                          GwPrefixes *prefixes, GwError *error);

/** Split an IRI into the prefix of a declared namespace and a local name that Turtle takes
 * without escapes; false when it has to be written in full. */
bool gw_prefixes_abbreviate(const GwPrefixes *prefixes, GwView iri, GwView *name, GwView *local);

/** The same, faster, for an IRI that is a term of the graph. */
bool gw_prefixes_abbreviate_term(const GwPrefixes *prefixes, const GwTerm *iri, GwView *name,
                                 GwView *local);

#endif
