/** @file profile.h
 * Which kinds of terms a graph has, predicate by predicate: what a variable of a query can stand
 * for, before the query is run.
 */
#ifndef GW_EXPORT_QUERY_PROFILE_H
#define GW_EXPORT_QUERY_PROFILE_H

#include "base/map.h"
#include "base/status.h"
#include "ontology/graph.h"

/** Kinds of terms, as bits. */
typedef enum {
  GW_KIND_IRI = 1,
  GW_KIND_STRING = 2,
  GW_KIND_WORDS = 4,      ///< with a language tag
  GW_KIND_INTEGER = 8,    ///< xsd:integer as XML Schema writes it canonically
  GW_KIND_NUMBER = 16,    ///< any other number
  GW_KIND_BOOLEAN = 32,   ///< of the graph
  GW_KIND_DATE = 64,      ///< xsd:date without a time zone, of years 0001 to 9999
  GW_KIND_INSTANT = 128,  ///< xsd:dateTime in UTC without fractions
  GW_KIND_OTHER = 256,    ///< literals that Rasqal cannot compare
  GW_KIND_TRUTH = 512,    ///< the value of a comparison
  GW_KIND_BEYOND = 1024,  ///< with one of the above: its text is not all ASCII
  GW_KIND_LINES = 2048    ///< with one of the above: its text has a line end
} GwKind;

#define GW_KIND_MARKS (GW_KIND_BEYOND | GW_KIND_LINES)
#define GW_KIND_TEXTS (GW_KIND_STRING | GW_KIND_WORDS)
#define GW_KIND_NUMBERS (GW_KIND_INTEGER | GW_KIND_NUMBER)

typedef struct {
  GwMap objects;      ///< from a predicate to the kinds of its objects
  size_t all_objects; ///< kinds of all objects
} GwProfile;

size_t gw_kind_of(const GwTerm *term);

/** Look at all triples. In `arena`; its keys point into the triples. */
GwStatus gw_profile_make(GwArena *arena, const GwQuad *triples, size_t count, GwProfile *profile,
                         GwError *error);

#endif
