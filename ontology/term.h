/** @file term.h
 * RDF terms: IRIs and literals, and which of them a graph takes.
 */
#ifndef GW_ONTOLOGY_TERM_H
#define GW_ONTOLOGY_TERM_H

#include "base/status.h"
#include "base/view.h"

typedef enum { GW_TERM_IRI, GW_TERM_LITERAL } GwTermKind;

typedef struct {
  GwTermKind kind;
  GwView value;    ///< absolute IRI, or the literal's lexical form
  GwView datatype; ///< absolute IRI; empty for a plain or language-tagged literal
  GwView language; ///< "en"; empty for none
} GwTerm;

GwTerm gw_iri(GwView iri);
GwTerm gw_string(GwView text);                      ///< plain literal (xsd:string)
GwTerm gw_text(GwView text, const char *language);  ///< language-tagged
GwTerm gw_typed(GwView text, const char *datatype); ///< datatype: absolute IRI

/** IRIs before literals; then by the bytes of value, datatype and language. */
int gw_term_compare(const GwTerm *a, const GwTerm *b);
bool gw_term_equal(const GwTerm *a, const GwTerm *b);

#define GW_LANGUAGE_BYTES 64 ///< longest language tag, and one more

/** The one form of terms that mean the same: language tags in lower case (written to `language`),
 * xsd:string as the plain literal that it equals, the booleans 1 and 0 as true and false. Fails
 * with GW_ERR_RDF on an IRI that gw_iri_is_valid refuses, on a literal that is not UTF-8 or holds
 * U+0000, U+FFFE or U+FFFF (readers disagree on them), on a bad language tag and on an ill-formed
 * xsd:boolean (of which some readers make false). */
GwStatus gw_term_normalize(GwTerm *term, char language[GW_LANGUAGE_BYTES], GwError *error);

#endif
