/** @file graph.h
 * The graph store: a set of RDF triples, kept by librdf.
 *
 * No blank nodes: subjects and predicates are absolute IRIs, objects IRIs or literals.
 */
#ifndef GW_ONTOLOGY_GRAPH_H
#define GW_ONTOLOGY_GRAPH_H

#include "base/status.h"
#include "base/view.h"

typedef struct GwGraph GwGraph;

typedef enum { GW_TERM_IRI, GW_TERM_LITERAL } GwTermKind;

typedef struct {
  GwTermKind kind;
  GwView value;    ///< absolute IRI, or the literal's lexical form
  GwView datatype; ///< absolute IRI; empty for a plain or language-tagged literal
  GwView language; ///< "en"; empty for none
} GwTerm;

typedef struct {
  GwTerm subject, predicate, object;
} GwTriple;

/** A new empty graph; free with gw_graph_free. */
GwStatus gw_graph_new(GwGraph **graph, GwError *error);
void gw_graph_free(GwGraph *graph);

/** Add a triple (copied); one that is there already changes nothing. */
GwStatus gw_graph_add(GwGraph *graph, GwView subject, GwView predicate, GwTerm object,
                      GwError *error);

size_t gw_graph_size(const GwGraph *graph);

/** All triples, sorted (subject, predicate, object: bytes; IRIs before literals); views point
 * into `arena`. */
GwStatus gw_graph_triples(const GwGraph *graph, GwArena *arena, GwTriple **triples,
                          size_t *count, GwError *error);

GwTerm gw_iri(GwView iri);
GwTerm gw_string(GwView text);                      ///< plain literal (xsd:string)
GwTerm gw_text(GwView text, const char *language);  ///< language-tagged
GwTerm gw_typed(GwView text, const char *datatype); ///< datatype: absolute IRI

#endif
