/** @file dataset_parts.h
 * What the parts of gw_dataset_describe share.
 */
#ifndef GW_EXPORT_DATASET_PARTS_H
#define GW_EXPORT_DATASET_PARTS_H

#include "export/census.h"
#include "export/dataset.h"

typedef struct {
  GwGraph *out;
  GwArena *arena;
  const GwDatasetOptions *options;
  GwCensus census;
  GwView iri;  ///< of the data set
  GwView name; ///< of the description: IRI of the graph that holds it
} GwDescribing;

/** Add a triple; `property` is a constant such as GW_VOID "triples". */
GwStatus gw_say(GwDescribing *d, GwView subject, const char *property, GwTerm object,
                GwError *error);
GwStatus gw_say_iri(GwDescribing *d, GwView subject, const char *property, GwView object,
                    GwError *error);
GwStatus gw_say_number(GwDescribing *d, GwView subject, const char *property, size_t number,
                       GwError *error);

/** An IRI below the data set's: "IRI/kind/LOCAL-HASH", where LOCAL and HASH come from `of`. */
GwStatus gw_part_iri(GwDescribing *d, const char *kind, GwView of, GwView *iri, GwError *error);

/** Describe the files that it comes in, and its SPARQL endpoint. */
GwStatus gw_describe_distributions(GwDescribing *d, GwError *error);

#endif
