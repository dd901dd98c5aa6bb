/** @file index.h
 * A graph ready to be searched: its quads as numbers in three orders, so that every triple
 * pattern is a range of one of them (as in RDF-3X, Neumann and Weikum 2010, with three of its six
 * orders).
 */
#ifndef GW_EXPORT_QUERY_INDEX_H
#define GW_EXPORT_QUERY_INDEX_H

#include "base/status.h"
#include "export/query/plan.h"
#include "ontology/graph.h"

typedef enum { GW_SUBJECT, GW_PREDICATE, GW_OBJECT, GW_GRAPH } GwPlace;

#define GW_ANY 0         ///< in a pattern: any term
#define GW_ABSENT 0xFFFFFFFFu ///< in a pattern: a term that the graph does not have

/** Numbers of terms by GwPlace. Terms are numbered from 1 in their order. */
typedef struct {
  uint32_t term[4];
} GwNumbered;

typedef struct {
  const GwTerm **terms; ///< by number; terms[0] is NULL, the default graph's name
  uint32_t term_count;  ///< numbers in use, that of NULL included
  uint32_t graph_terms; ///< numbers below belong to the graph, others to the plan alone
  GwNumbered *orders[3]; ///< sorted by SPOG, POSG and OSPG
  size_t count;
  const uint32_t *plan_terms; ///< number of each of the plan's terms
  uint32_t *names;      ///< of the named graphs
  size_t name_count;
} GwIndex;

/** Index the quads of a graph, and the terms of a plan. In `arena`; points into both. */
GwStatus gw_index_make(GwArena *arena, const GwQuad *quads, size_t count, const GwPlan *plan,
                       GwIndex *index, GwError *error);

/** The number of a term, or GW_ABSENT. */
uint32_t gw_index_find(const GwIndex *index, const GwTerm *term);

/** Quads that match a pattern. */
typedef struct {
  const GwNumbered *at, *end;
  const GwNumbered *begin;
  GwNumbered pattern;
} GwRange;

/** The quads that match `pattern`. With GW_ANY for the graph each triple comes once, whatever
 * graphs it stands in. */
GwRange gw_index_match(const GwIndex *index, GwNumbered pattern);

/** The next quad, or NULL. */
const GwNumbered *gw_range_next(GwRange *range);

#endif
