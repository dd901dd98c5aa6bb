/** @file parts.h
 * The clauses of a query while it is translated.
 */
#ifndef GW_EXPORT_QUERY_PARTS_H
#define GW_EXPORT_QUERY_PARTS_H

#include "export/query/translator.h"

/** What is read of a query before it is written out for Rasqal. */
typedef struct {
  GwBuffer select, where, having, group;
  GwScope scope;   ///< of the whole pattern
  bool star;       ///< SELECT *
  size_t head;     ///< where the SELECT clause's items begin
} GwQueryParts;

/** Add a column to the plan. */
GwStatus gw_add_column(GwTranslator *t, GwColumn column, size_t *number);

/** The column of a variable, which is asked of Rasqal if any pattern binds it. */
GwStatus gw_variable_column(GwTranslator *t, GwQueryParts *parts, size_t variable, bool shown,
                            size_t *number);

/** Fails on a variable that has no one value in a group. */
GwStatus gw_check_grouped(const GwTranslator *t, const GwToken *at, size_t variable);

/** Fails on an expression whose value may not be shown. */
GwStatus gw_check_result(const GwTranslator *t, const GwToken *at, const GwExpression *e);

/** Whether an aggregate has a value where there is nothing to count. */
bool gw_is_zero_based(GwView text);

/** The items of SELECT, or all variables. */
GwStatus gw_read_items(GwTranslator *t, GwQueryParts *parts);
GwStatus gw_show_everything(GwTranslator *t, GwQueryParts *parts);

/** What may follow WHERE. */
GwStatus gw_read_group_by(GwTranslator *t, GwQueryParts *parts);
GwStatus gw_read_having(GwTranslator *t, GwQueryParts *parts);
GwStatus gw_read_order(GwTranslator *t, GwQueryParts *parts);
GwStatus gw_read_slice(GwTranslator *t);

#endif
