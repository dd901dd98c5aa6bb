/** @file sink.h
 * An output format is a function over a sorted list of quads.
 */
#ifndef GW_EXPORT_SINK_H
#define GW_EXPORT_SINK_H

#include "base/buffer.h"
#include "ontology/graph.h"

#define GW_SINK_FILES 2 ///< most files that one format writes

typedef struct {
  const char *name;      ///< "turtle"
  const char *extension; ///< "ttl"
  const char *help;
  bool named_graphs;     ///< whether it says which graph a triple stands in
  /** Append the serialisation of sorted `quads` to `out`: those of gw_graph_quads for a format
   * with named graphs, else those of gw_graph_triples. A format of several files appends to as
   * many buffers from `out` on. */
  GwStatus (*write)(const GwQuad *quads, size_t count, GwBuffer *out, GwError *error);
  const char *files[GW_SINK_FILES]; ///< names of a format's several files; NULL for one file
} GwSink;

extern const GwSink gw_turtle_sink;
extern const GwSink gw_trig_sink;
extern const GwSink gw_ntriples_sink;
extern const GwSink gw_nquads_sink;
extern const GwSink gw_rdfxml_sink;
extern const GwSink gw_jsonld_sink;
extern const GwSink gw_graphml_sink;
extern const GwSink gw_csv_sink;

/** All formats, in the order of the help text; ends with NULL. */
extern const GwSink *const gw_sinks[];

/** How many of `count` sorted quads, at least one, stand in the first one's graph. */
size_t gw_graph_run(const GwQuad *quads, size_t count);

/** The sink called `name`, or NULL. */
const GwSink *gw_sink_find(const char *name);

/** The sink of a file by the end of its name, or NULL. */
const GwSink *gw_sink_of(const char *path);

/** How many files the format writes: 1 to GW_SINK_FILES. */
size_t gw_sink_file_count(const GwSink *sink);

/** Append a graph's serialisation to `out`. GW_ERR_USAGE for a format of several files; GW_ERR_RDF
 * when the format cannot hold the graph. */
GwStatus gw_sink_write(const GwSink *sink, GwGraph *graph, GwBuffer *out, GwError *error);

/** The same for any format: `out` has gw_sink_file_count buffers. */
GwStatus gw_sink_write_files(const GwSink *sink, GwGraph *graph, GwBuffer *out, GwError *error);

/** Write a graph to a file, which appears when it is whole; its text is not held in memory. */
GwStatus gw_sink_save(const GwSink *sink, GwGraph *graph, const char *path, GwError *error);

#endif
