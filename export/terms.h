/** @file terms.h
 * The spelling of RDF terms that Turtle and N-Triples have in common.
 */
#ifndef GW_EXPORT_TERMS_H
#define GW_EXPORT_TERMS_H

#include "base/buffer.h"
#include "ontology/graph.h"

/** `<iri>` as it stands: the IRIs of a graph need no escapes (gw_iri_is_valid). */
void gw_write_iri(GwBuffer *out, GwView iri);

/** `"text"` as canonical N-Triples spells it: \\" \\\\ \\b \\t \\n \\f \\r, other control
 * characters as \\uXXXX, everything else as UTF-8. JSON spells its strings alike (RFC 8259,
 * section 7). */
void gw_write_quoted(GwBuffer *out, GwView text);

/** An IRI or a literal as N-Triples spells it: `"chat"@fr`, `"7"^^<...#integer>`. */
void gw_write_object(GwBuffer *out, const GwTerm *object);

/** Whether Turtle may write the literal without quotes and every reader gives its lexical form
 * back: true, false, integers without "+" and leading zeros, decimals like 0.97 of at most six
 * places. */
bool gw_literal_is_bare(const GwTerm *literal);

#endif
