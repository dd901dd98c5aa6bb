/** @file describe.h
 * Knowledge as RDF: mints the IRIs and adds the triples of one article to a graph.
 */
#ifndef GW_ONTOLOGY_DESCRIBE_H
#define GW_ONTOLOGY_DESCRIBE_H

#include "extract/knowledge/knowledge.h"
#include "ontology/graph.h"

#define GW_DEFAULT_BASE "https://graphwright.org/kg/" ///< documented; --base sets another

#define GW_SOFTWARE "software/graphwright-" GW_VERSION_NAME ///< this program's IRI, after the base

/** What the nodes of an article's graph are called. */
typedef struct {
  GwView document;
  const GwView *entities, *statements; ///< by their numbers
} GwIris;

/** The IRIs that gw_describe gives to entities and statements, in `arena`. */
GwStatus gw_mint(GwArena *arena, const GwKnowledge *knowledge, const char *base, GwIris *iris,
                 GwError *error);

/** Add everything known of one article. `base` ends in '/'; the vocabulary's namespace is fixed
 * (GW_NAMESPACE in vocabulary.h), whatever the base. */
GwStatus gw_describe(GwGraph *graph, const GwKnowledge *knowledge, const char *base,
                     GwError *error);

/** The same triples in named graphs: the statement nodes of each speaker's claims in
 * BASE doc/ID/claims/SPEAKER, everything else in BASE doc/ID/graph. The default graph says what
 * each of them is. */
GwStatus gw_describe_quads(GwGraph *graph, const GwKnowledge *knowledge, const char *base,
                           GwError *error);

#endif
