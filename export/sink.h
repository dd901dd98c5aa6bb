/** @file sink.h
 * An output format is a table of functions over a sorted list of triples.
 */
#ifndef GW_EXPORT_SINK_H
#define GW_EXPORT_SINK_H

#include "base/buffer.h"
#include "ontology/graph.h"

typedef struct {
  const char *name;      ///< "turtle"
  const char *extension; ///< "ttl"
  const char *help;
  /** Append the serialisation of sorted `triples` to `out`. */
  GwStatus (*write)(const GwTriple *triples, size_t count, GwBuffer *out, GwError *error);
} GwSink;

extern const GwSink gw_turtle_sink;
extern const GwSink gw_ntriples_sink;

/** The sink called `name`, or NULL. */
const GwSink *gw_sink_find(const char *name);

#endif
