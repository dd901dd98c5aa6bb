/** @file source.h
 * A graph as Rasqal sees it: its source of triples.
 *
 * librdf's own source is not used. Rasqal keeps the values of variables in one place for the whole
 * query, so that the right side of a join overwrites those of the left; a source has to put them
 * back before each row, which librdf's does not. (Of random queries with one OPTIONAL, 10 % then
 * had a wrong answer; with this one, of 2,384 with any patterns, none.)
 */
#ifndef GW_EXPORT_QUERY_SOURCE_H
#define GW_EXPORT_QUERY_SOURCE_H

#include "export/query/index.h"

#include <rasqal.h>

typedef struct GwSource GwSource;

/** A source over an index, registered with `world`. Lives as long as the process: a child. */
GwSource *gw_source_new(rasqal_world *world, const GwIndex *index, const GwPlan *plan);

/** The number of the graph's term that a value is, or GW_ABSENT when it was computed. */
uint32_t gw_source_number(const GwSource *source, rasqal_literal *value);

/** The graph's named graphs, made known to a query for GRAPH. */
bool gw_source_name_graphs(GwSource *source, rasqal_query *query);

#endif
