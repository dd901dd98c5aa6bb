/** @file query.h
 * SPARQL queries on graphs. What can be asked stands in plan.h.
 */
#ifndef GW_EXPORT_QUERY_QUERY_H
#define GW_EXPORT_QUERY_QUERY_H

#include "base/child.h"
#include "export/prefixes.h"
#include "export/query/plan.h"
#include "ontology/graph.h"

/** What a query gives: a table, yes or no, or a graph. */
typedef struct {
  GwQueryForm form;
  bool yes;
  const GwView *names;  ///< of the columns
  const GwTerm **cells; ///< row after row; NULL where nothing is bound
  size_t width, count;
  GwGraph *graph;       ///< of CONSTRUCT; free with gw_graph_free
  GwPrefixes prefixes;  ///< the graph's own
} GwAnswer;

/** 60 s, 4 GiB of memory, 1 GiB of results. */
extern const GwChildLimits gw_query_limits;

/** Answer a query about a graph. The default graph is the union of all graphs, each triple once;
 * GRAPH asks in named ones. The prefixes of vocabulary.h, and those that the Turtle writer would
 * give the graph, are declared.
 *
 * The answer is the same for the same graph and query: rows that the query does not put in order
 * are sorted by their cells. `name` stands for the query in messages. In `arena`, pointing into
 * `graph`. Fails with GW_ERR_INPUT for what is no SPARQL or what Rasqal cannot do, with
 * GW_ERR_CHILD when Rasqal crashed or ran past a limit. */
GwStatus gw_query_answer(GwArena *arena, GwGraph *graph, GwView query, const char *name,
                         const GwChildLimits *limits, GwAnswer *answer, GwError *error);

#endif
