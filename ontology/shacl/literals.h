/** @file literals.h
 * Literals as values: whether a lexical form is one of its datatype, and which of two is less
 * (XML Schema 1.1, part 2; SPARQL 1.1, section 17.3).
 */
#ifndef GW_ONTOLOGY_SHACL_LITERALS_H
#define GW_ONTOLOGY_SHACL_LITERALS_H

#include "ontology/term.h"

/** The datatype as RDF 1.1 has it: xsd:string for a plain literal, rdf:langString for one with a
 * language. */
GwView gw_literal_datatype(const GwTerm *literal);

/** False for a lexical form that its datatype does not have. True for datatypes that are not
 * known: nothing is known against them. */
bool gw_literal_is_valid(const GwTerm *literal);

typedef enum { GW_LESS = -1, GW_SAME = 0, GW_GREATER = 1, GW_INCOMPARABLE = 2 } GwOrdering;

/** How two terms compare: numbers with numbers, strings with strings, booleans, and dates, times
 * and durations with those of their own kind. Moments of which only one has a time zone compare
 * where every time zone gives the same answer. */
GwOrdering gw_literal_compare(const GwTerm *a, const GwTerm *b);

/** A point in time, or a part of one: seconds since the beginning of the year 1. */
typedef struct {
  double seconds;
  bool zoned; ///< seconds are those of UTC
} GwMoment;

/** Read a lexical form of the xsd type called `type` ("date", "gYear"); false where it is none.
 * Parts that are not given count as the earliest. */
bool gw_moment_read(GwView text, const char *type, GwMoment *moment);

typedef struct {
  double months, seconds;
} GwPeriod;

/** Read a lexical form of xsd:duration. */
bool gw_period_read(GwView text, GwPeriod *period);

GwOrdering gw_moment_compare(GwMoment a, GwMoment b);
GwOrdering gw_period_compare(GwPeriod a, GwPeriod b);

#endif
