/** @file rdfxml.h
 * What RDF/XML can hold.
 *
 * RDF/XML is written by Raptor's serializers. They have faults (Raptor 2.0.15): an XML literal
 * that is not well-formed makes a file that is not; a class whose IRI does not end in an XML name
 * loses the whole file in "rdfxml-abbrev" (which says "ymlns" then); predicates such as
 * rdf:Description are written as what no reader accepts. So every triple is checked first, and
 * Raptor only gets what it writes right.
 */
#ifndef GW_EXPORT_RDFXML_H
#define GW_EXPORT_RDFXML_H

#include "base/status.h"
#include "ontology/graph.h"

/** GW_ERR_RDF names the first triple that RDF/XML cannot hold, and says why: a predicate that
 * does not end in an XML name or that the syntax keeps for itself (RDF 1.1 XML Syntax, section
 * 6.1.4), a character that XML 1.0 does not have, or an rdf:XMLLiteral. */
GwStatus gw_rdfxml_check(const GwQuad *triples, size_t count, GwError *error);

/** Whether every class can be the name of an element, as the abbreviated form has it. */
bool gw_rdfxml_has_typed_nodes(const GwQuad *triples, size_t count);

#endif
