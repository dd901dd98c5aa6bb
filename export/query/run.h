/** @file run.h
 * A plan carried out by Rasqal, in a child process with limits.
 */
#ifndef GW_EXPORT_QUERY_RUN_H
#define GW_EXPORT_QUERY_RUN_H

#include "base/child.h"
#include "export/query/index.h"

/** Rows as Rasqal gives them: `width` cells each, those of the columns that were asked for. */
typedef struct {
  const GwTerm **cells; ///< NULL where a variable is unbound
  size_t width, count;
  bool any;             ///< of ASK, or of a plan's probe: there is a solution
} GwRows;

/** Run a plan. The rows are in `arena`, their terms there or in the index. GW_ERR_CHILD when
 * Rasqal crashed or ran past a limit. */
GwStatus gw_query_run(GwArena *arena, const GwIndex *index, const GwPlan *plan,
                      const GwChildLimits *limits, GwRows *rows, GwError *error);

#endif
