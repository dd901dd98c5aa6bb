/** @file plan.h
 * What is done to answer a SPARQL query: what Rasqal gets, and what is made of its rows.
 *
 * Rasqal 0.9.33 answers part of SPARQL 1.1, and part of that wrongly. So every query is parsed
 * here first; only what is known to be answered right is written out for Rasqal, in a form that
 * it reads as it is meant: IRIs in full, the filters of a group at its end, the alternatives and
 * steps of a path as patterns. Anything else is refused by name. What comes after the patterns
 * (ORDER BY, DISTINCT, LIMIT, CONSTRUCT) is done here, on its rows.
 */
#ifndef GW_EXPORT_QUERY_PLAN_H
#define GW_EXPORT_QUERY_PLAN_H

#include "export/query/profile.h"
#include "ontology/term.h"

#include <stdint.h>

/** IRIs that stand for the plan's own terms and paths, each followed by a number. */
#define GW_PLAN_TERM "gw-term:"
#define GW_PLAN_PATH "gw-path:"
/** The datatype by which Rasqal gets booleans of the graph: it takes its own for numbers. */
#define GW_PLAN_BOOLEAN "gw-boolean:"

typedef enum { GW_QUERY_SELECT, GW_QUERY_ASK, GW_QUERY_CONSTRUCT } GwQueryForm;

typedef enum {
  GW_PATH_STEP, GW_PATH_INVERSE, GW_PATH_SEQUENCE, GW_PATH_ALTERNATIVE,
  GW_PATH_OPTIONAL, GW_PATH_STAR, GW_PATH_PLUS
} GwPathKind;

/** A property path (SPARQL 1.1, section 9). */
typedef struct GwPath {
  GwPathKind kind;
  size_t term;                         ///< of a step: the predicate, among the plan's terms
  const struct GwPath *first, *second; ///< of the others
} GwPath;

typedef struct {
  GwView name;
  bool shown; ///< part of the result; else only there to sort by, or for a template
  bool asked; ///< Rasqal gives it; else it is never bound
  bool zero;  ///< counts or sums: 0 where there is nothing to count
} GwColumn;

typedef struct {
  size_t column;
  bool descending;
} GwSortKey;

/** A place of a CONSTRUCT template: a column, or one of the plan's terms. */
typedef struct {
  bool is_column;
  size_t number;
} GwSlot;

typedef struct {
  GwQueryForm form;
  const char *text;  ///< the query for Rasqal
  const char *probe; ///< ASK for any solution before it is grouped; NULL where nothing is
  bool grouped;      ///< has a GROUP BY: no solutions, no rows
  GwTerm *terms;
  size_t term_count;
  const GwPath **paths;
  size_t path_count;
  size_t *graphs; ///< terms that GRAPH names
  size_t graph_count;
  GwColumn *columns;
  size_t column_count;
  GwSortKey *keys;
  size_t key_count;
  GwSlot (*template)[3];
  size_t template_count;
  bool distinct, limited;
  size_t limit, offset;
} GwPlan;

typedef struct {
  GwView name, value;
} GwQueryPrefix;

/** Make the plan of a query. `name` stands for it in messages ("query" or a file's name);
 * `prefixes` are known beside those of vocabulary.h and those that the query declares. In
 * `arena`. Fails with GW_ERR_INPUT: the line, and what is no SPARQL or what Rasqal cannot do and
 * what to write instead. */
GwStatus gw_query_plan(GwArena *arena, GwView query, const char *name, const GwProfile *profile,
                       const GwQueryPrefix *prefixes, size_t prefix_count, GwPlan *plan,
                       GwError *error);

#endif
