/** @file census.h
 * What a graph has, counted: its classes, its properties, its links to other data sets.
 */
#ifndef GW_EXPORT_CENSUS_H
#define GW_EXPORT_CENSUS_H

#include "base/status.h"
#include "ontology/graph.h"

/** The triples with one predicate, or the members of one class. */
typedef struct {
  const GwTerm *term;      ///< the predicate or the class
  size_t triples;          ///< with the predicate; rdf:type triples of the class
  size_t subjects, objects; ///< different ones; of a class, `subjects` are its members
} GwPartition;

/** Triples that link IRIs of the graph to those of another data set. */
typedef struct {
  const GwTerm *predicate;
  GwView target;           ///< what the linked IRIs begin with, up to their last '/' or '#'
  size_t triples, subjects;
  const GwTerm *last;      ///< the subject that was counted last
} GwLinkset;

enum { GW_CENSUS_EXAMPLES = 3 };

typedef struct {
  size_t triples, subjects, objects; ///< different ones, IRIs and literals alike
  size_t entities;                   ///< subjects whose IRI begins with the graph's own space
  GwPartition *properties, *classes; ///< sorted by IRI
  size_t property_count, class_count;
  GwLinkset *linksets;               ///< sorted by predicate, then by target
  size_t linkset_count, links;
  const GwTerm *examples[GW_CENSUS_EXAMPLES]; ///< entities of which much is said
  size_t example_count;
  const GwTerm **data_sets, **sources; ///< of its own; and what those were derived from
  size_t data_set_count, source_count;
  const GwTerm *title;               ///< of the only thing with a dcterms:title, or NULL
} GwCensus;

/** Count sorted triples of one graph. `space` is what its own IRIs begin with. In `arena`. */
GwStatus gw_census_take(GwArena *arena, const GwQuad *triples, size_t count, GwView space,
                        GwCensus *census, GwError *error);

/** What an IRI's namespace is: up to its last '/' or '#' that something follows. */
GwView gw_namespace_of(GwView iri);

#endif
