/** @file vocabulary.h
 * The namespaces that graphs are written with, and the vocabulary's open lists.
 *
 * The terms themselves, with labels, comments and alignments, stand in vocabulary.ttl (by hand)
 * and relations.ttl (made from relations.tsv by make_vocabulary.py).
 */
#ifndef GW_ONTOLOGY_VOCABULARY_H
#define GW_ONTOLOGY_VOCABULARY_H

#include "base/view.h"

/** Namespaces, to be joined with a local name: `GW_RDF "type"`. */
#define GW_NAMESPACE "https://graphwright.org/ns#"
#define GW_DCAT "http://www.w3.org/ns/dcat#"
#define GW_DCTERMS "http://purl.org/dc/terms/"
#define GW_FOAF "http://xmlns.com/foaf/0.1/"
#define GW_NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define GW_OWL "http://www.w3.org/2002/07/owl#"
#define GW_PROV "http://www.w3.org/ns/prov#"
#define GW_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define GW_RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define GW_SCHEMA "http://schema.org/"
#define GW_SHACL "http://www.w3.org/ns/shacl#"
#define GW_SKOS "http://www.w3.org/2004/02/skos/core#"
#define GW_SPDX "http://spdx.org/rdf/terms#"
#define GW_TIME_NAMESPACE "http://www.w3.org/2006/time#"
#define GW_UNIT "http://qudt.org/vocab/unit/"
#define GW_VOID "http://rdfs.org/ns/void#"
#define GW_WIKIDATA "http://www.wikidata.org/entity/"
#define GW_XSD "http://www.w3.org/2001/XMLSchema#"

typedef struct {
  const char *name;  ///< "rdfs"
  const char *value; ///< the namespace
} GwPrefix;

/** The prefixes that writers and queries know, sorted by name. */
extern const GwPrefix gw_prefixes[];
extern const size_t gw_prefix_count;

/** The roles of qualifiers that the vocabulary declares ("time", "with"), sorted. */
extern const char *const gw_qualifier_roles[];
extern const size_t gw_qualifier_role_count;

/** Whether `role` is one of them. */
bool gw_qualifier_is_declared(GwView role);

#endif
