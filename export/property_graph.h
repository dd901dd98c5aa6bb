/** @file property_graph.h
 * A graph of RDF as nodes and edges with attributes, as programs for networks have them.
 *
 * Every statement node that has an object is an edge, with what is known about it; what it links,
 * and everything that an article mentions, is a node. A literal, or a statement about which
 * another one is made, is a node as well. In a graph without statement nodes every triple between
 * IRIs, but those of rdf:type, is an edge.
 *
 * Left out: statements without an object, qualifiers, quantities, times in words, rules and
 * triggers, links between entities that no statement makes (skos:broader, owl:sameAs), names
 * other than the label, and the names of graphs.
 */
#ifndef GW_EXPORT_PROPERTY_GRAPH_H
#define GW_EXPORT_PROPERTY_GRAPH_H

#include "base/status.h"
#include "ontology/graph.h"

typedef struct {
  const GwTerm *term;
  GwView id;       ///< the IRI, or the literal as N-Triples spells it
  GwView label;    ///< its rdfs:label, English if there is one, or the end of its IRI
  GwView type;     ///< local name of its class: "Government"; "Literal", "Resource"
  GwView wikidata; ///< "Q668"; empty for none
  size_t mentions; ///< sentences that speak of it
} GwPropertyNode;

/** Views are empty where nothing is known. */
typedef struct {
  const GwTerm *subject, *object;
  GwView id;             ///< IRI of the statement; of a triple, its terms with spaces between
  size_t source, target; ///< numbers of nodes
  GwView relation;       ///< local name of the property: "bans"
  GwView label;          ///< as people read it: "not: bans (claimed, possible)"
  GwView statement;      ///< the whole of it: "Spain bans work"
  bool asserted;         ///< stands in the graph as a plain triple
  GwView polarity, modality;  ///< "Positive", "Actual"
  GwView speaker;             ///< labels of those who claim it, "; " between them
  GwView confidence;          ///< "0.91"
  GwView first_day, last_day; ///< "2023-07-20"
  GwView sentence;            ///< the evidence, " | " between several
  GwView document;            ///< IRI of the text that the sentence stands in
} GwPropertyEdge;

typedef struct {
  GwPropertyNode *nodes; ///< sorted by their terms
  size_t node_count;
  GwPropertyEdge *edges; ///< in the order of statements
  size_t edge_count;
} GwPropertyGraph;

/** Read the nodes and edges off sorted triples. In `arena`; views may point into the triples. */
GwStatus gw_property_graph_find(GwArena *arena, const GwQuad *triples, size_t count,
                                GwPropertyGraph *graph, GwError *error);

#endif
