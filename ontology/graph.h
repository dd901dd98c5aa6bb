/** @file graph.h
 * The graph store: a set of RDF triples, kept by librdf in memory ("trees": balanced trees).
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

/** Add a triple (copied); one that is there already changes nothing. Fails with GW_ERR_RDF on
 * an IRI that gw_iri_is_valid refuses, on a literal that is not UTF-8 or holds U+0000, U+FFFE or
 * U+FFFF (readers disagree on them), on a bad language tag and on an ill-formed xsd:boolean.
 * Language tags become lower case, xsd:string the plain literal that it equals, and the booleans
 * 1 and 0 true and false. */
GwStatus gw_graph_add(GwGraph *graph, GwView subject, GwView predicate, GwTerm object,
                      GwError *error);

size_t gw_graph_size(const GwGraph *graph);

/** All triples, sorted (subject, predicate, object: bytes; IRIs before literals). The list is in
 * `arena`; its views point into the graph and hold until the graph is changed or freed. */
GwStatus gw_graph_triples(const GwGraph *graph, GwArena *arena, GwTriple **triples,
                          size_t *count, GwError *error);

GwTerm gw_iri(GwView iri);
GwTerm gw_string(GwView text);                      ///< plain literal (xsd:string)
GwTerm gw_text(GwView text, const char *language);  ///< language-tagged
GwTerm gw_typed(GwView text, const char *datatype); ///< datatype: absolute IRI

#endif
