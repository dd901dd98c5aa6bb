/** @file graph.h
 * The graph store: a set of RDF quads in memory. A quad is a triple and the graph that it stands
 * in: the default graph, or a named one.
 *
 * Every term is kept once, so that a quad is four numbers: a million triples take about 100 MB,
 * and are sorted by numbers. (librdf's "trees" storage takes 540 MB for them and has no named
 * graphs.)
 *
 * No blank nodes: subjects, predicates and graphs are absolute IRIs, objects IRIs or literals.
 */
#ifndef GW_ONTOLOGY_GRAPH_H
#define GW_ONTOLOGY_GRAPH_H

#include "base/status.h"
#include "ontology/term.h"

typedef struct GwGraph GwGraph;

/** Equal terms of one graph have one address. */
typedef struct {
  const GwTerm *subject, *predicate, *object;
  const GwTerm *graph; ///< name of the graph that the triple stands in; NULL for the default one
} GwQuad;

/** A new empty graph; free with gw_graph_free. */
GwStatus gw_graph_new(GwGraph **graph, GwError *error);
void gw_graph_free(GwGraph *graph);

/** Add a triple to the default graph (copied); one that is there already changes nothing. Fails
 * with GW_ERR_RDF on a term that gw_term_normalize (term.h) refuses. */
GwStatus gw_graph_add(GwGraph *graph, GwView subject, GwView predicate, GwTerm object,
                      GwError *error);

/** The same for the graph called `name`, an absolute IRI; the default graph when it is empty. */
GwStatus gw_graph_add_to(GwGraph *graph, GwView name, GwView subject, GwView predicate,
                         GwTerm object, GwError *error);

/** Number of different quads. */
size_t gw_graph_size(GwGraph *graph);

/** All quads, sorted: the default graph's, then by the graph's name; within it by subject,
 * predicate and object (bytes; IRIs before literals). The list is in `arena`, its terms in the
 * graph. */
GwStatus gw_graph_quads(GwGraph *graph, GwArena *arena, const GwQuad **quads, size_t *count,
                        GwError *error);

/** The triples of all graphs together, each once, sorted by subject, predicate and object; the
 * `graph` of each is NULL. */
GwStatus gw_graph_triples(GwGraph *graph, GwArena *arena, const GwQuad **triples, size_t *count,
                          GwError *error);

#endif
