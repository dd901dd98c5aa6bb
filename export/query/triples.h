/** @file triples.h
 * Triple patterns.
 */
#ifndef GW_EXPORT_QUERY_TRIPLES_H
#define GW_EXPORT_QUERY_TRIPLES_H

#include "export/query/translator.h"

/** A node that is a variable. */
GwStatus gw_variable_node(const GwTranslator *t, size_t variable, GwNode *node);

/** A subject or object; the patterns of brackets are appended to `out`. */
GwStatus gw_read_node(GwTranslator *t, GwBuffer *out, GwNode *node);

/** Whether triples begin at the current token. */
bool gw_begins_triples(const GwTranslator *t);

/** A run of triples; adds its variables to `scope`. */
GwStatus gw_translate_triples(GwTranslator *t, GwBuffer *out, GwScope *scope);

#endif
