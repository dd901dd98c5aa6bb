/** @file reader.h
 * Reading RDF with Raptor, for tests.
 */
#ifndef GW_TESTS_EXPORT_READER_H
#define GW_TESTS_EXPORT_READER_H

#include "ontology/graph.h"

/** Parse `text` in a format of Raptor's ("turtle", "ntriples") into a new graph. False, with
 * Raptor's or the graph's message in `log`, on the first error or warning; the graph is to be
 * freed either way. */
bool raptor_read(GwView text, const char *format, GwGraph **graph, char *log, size_t log_size);

#endif
