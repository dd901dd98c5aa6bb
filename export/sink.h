/** @file sink.h
 * An output format is a function over a sorted list of quads.
 */
#ifndef GW_EXPORT_SINK_H
#define GW_EXPORT_SINK_H

#include "base/buffer.h"
#include "ontology/graph.h"

typedef struct {
  const char *name;      ///< "turtle"
  const char *extension; ///< "ttl"
  const char *help;
  bool named_graphs;     ///< whether it says which graph a triple stands in
  /** Append the serialisation of sorted `quads` to `out`: those of gw_graph_quads for a format
   * with named graphs, else those of gw_graph_triples. */
  GwStatus (*write)(const GwQuad *quads, size_t count, GwBuffer *out, GwError *error);
} GwSink;

extern const GwSink gw_turtle_sink;
extern const GwSink gw_ntriples_sink;

/** The sink called `name`, or NULL. */
const GwSink *gw_sink_find(const char *name);

/** Append a graph's serialisation to `out`. */
GwStatus gw_sink_write(const GwSink *sink, GwGraph *graph, GwBuffer *out, GwError *error);

/** Write a graph to a file, which appears when it is whole; its text is not held in memory. */
GwStatus gw_sink_save(const GwSink *sink, GwGraph *graph, const char *path, GwError *error);

#endif
