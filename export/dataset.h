/** @file dataset.h
 * A graph described as a data set, for catalogues and for those who decide whether to use it:
 * VoID (Describing Linked Datasets with the VoID Vocabulary, W3C Interest Group Note, 3 March
 * 2011) and DCAT (Data Catalog Vocabulary, version 3, W3C Recommendation, 22 August 2024).
 *
 * A description stands apart from what it describes: numbers of triples in a graph itself would
 * count themselves, and contradict each other where two graphs are merged.
 */
#ifndef GW_EXPORT_DATASET_H
#define GW_EXPORT_DATASET_H

#include "ontology/graph.h"
#include "ontology/read.h"

/** One of the files that the data set comes in. */
typedef struct {
  const char *name; ///< as it is offered: "graph.ttl"
  GwView content;
  const GwSyntax *syntax;
} GwDatasetFile;

typedef struct {
  const char *base;      ///< what the graph's own IRIs begin with; ends in '/'
  const char *iri;       ///< of the data set; NULL for one made from its triples
  const char *title;     ///< NULL for one made from the titles of what it was derived from
  const char *license;   ///< an IRI, or NULL
  const char *publisher; ///< an IRI or a name, or NULL
  const char *issued;    ///< "2026-11-25", or NULL
  const char *sparql;    ///< URL of a SPARQL endpoint that has it, or NULL
  const char *download;  ///< what the URLs of the files begin with; ends in '/'; or NULL
  const GwDatasetFile *files;
  size_t file_count;
} GwDatasetOptions;

/** Add the description of `data` to `description`, in a graph named after the data set's IRI and
 * "/description". The same triples and options give the same description. */
GwStatus gw_dataset_describe(GwGraph *description, GwGraph *data, const GwDatasetOptions *options,
                             GwError *error);

/** The IRI of the only void:DatasetDescription of a graph, in the graph: the name under which to
 * publish it. GW_ERR_INPUT when there is none, or more than one. */
GwStatus gw_dataset_name(GwGraph *description, GwView *name, GwError *error);

/** What Internet media types (IANA) call a syntax that can be read: "text/turtle". */
const char *gw_media_type(const GwSyntax *syntax);

#endif
