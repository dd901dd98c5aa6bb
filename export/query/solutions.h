/** @file solutions.h
 * What SPARQL does to solutions after the patterns: order, DISTINCT, OFFSET and LIMIT.
 */
#ifndef GW_EXPORT_QUERY_SOLUTIONS_H
#define GW_EXPORT_QUERY_SOLUTIONS_H

#include "export/query/run.h"

/** Order of terms for people: nothing, IRIs, numbers by value, other literals by their text, then
 * by type and language (SPARQL 1.1, section 15.1, which leaves open what this settles). */
int gw_solution_compare(const GwTerm *a, const GwTerm *b);

/** Cells of all of the plan's columns, in order, without doubles where they are not wanted, cut to
 * what LIMIT and OFFSET leave. `rows` are replaced. */
GwStatus gw_solutions_arrange(GwArena *arena, const GwPlan *plan, GwRows *rows, GwError *error);

#endif
