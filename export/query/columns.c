/* The columns of a result: what SELECT, ORDER BY and templates ask for. */
#include "export/query/parts.h"

static uint64_t bit(size_t variable)
{
  return (uint64_t)1 << variable;
}

GwStatus gw_add_column(GwTranslator *t, GwColumn column, size_t *number)
{
  GwPlan *plan = t->plan;
  GwColumn *columns = GW_NEW(t->arena, plan->column_count + 1, GwColumn);
  if (!columns) {
    return gw_fail_memory(t->error);
  }
  for (size_t i = 0; i < plan->column_count; i++) {
    columns[i] = plan->columns[i];
  }
  columns[plan->column_count] = column;
  plan->columns = columns;
  *number = plan->column_count++;
  return GW_OK;
}

static size_t find_column(const GwPlan *plan, GwView name)
{
  size_t i = 0;
  while (i < plan->column_count && !gw_view_equal(plan->columns[i].name, name)) {
    i++;
  }
  return i;
}

/* The column of a variable, which is asked of Rasqal if any pattern binds it. */
GwStatus gw_variable_column(GwTranslator *t, GwQueryParts *parts, size_t variable, bool shown,
                                size_t *number)
{
  const GwView name = t->names[variable];
  *number = find_column(t->plan, name);
  if (*number < t->plan->column_count) {
    return GW_OK;
  }
  const bool asked = parts->scope.possible & bit(variable);
  if (asked) {
    gw_buffer_format(&parts->select, "?%.*s ", GW_PRINT(name));
  }
  return gw_add_column(t, (GwColumn){name, shown, asked, false}, number);
}

GwStatus gw_check_grouped(const GwTranslator *t, const GwToken *at, size_t variable)
{
  if (t->judging && t->aggregated && !(t->keys & bit(variable))) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: ?%.*s is neither in GROUP BY nor in an "
                   "aggregate", t->name, at->line, GW_PRINT(t->names[variable]));
  }
  return GW_OK;
}

GwStatus gw_check_result(const GwTranslator *t, const GwToken *at, const GwExpression *e)
{
  if (!t->judging) {
    return GW_OK;
  }
  if (e->folded) {
    return gw_refuse(t, at, "LCASE and UCASE of letters beyond ASCII", "show the text as it is");
  }
  const bool compound = e->aggregate && e->text.data[e->text.length - 1] == ')'
                        && e->text.data[0] == '(';
  if (e->aggregate && (compound || e->call) && !t->keys) {
    return gw_refuse(t, at, "a calculation with an aggregate without GROUP BY",
                     "show the aggregates themselves");
  }
  return GW_OK;
}

/* Counts and sums have a value where there is nothing to count. */
bool gw_is_zero_based(GwView text)
{
  return gw_view_starts(text, GW_VIEW("COUNT(")) || gw_view_starts(text, GW_VIEW("SUM("))
         || gw_view_starts(text, GW_VIEW("AVG("));
}

/* `(expression AS ?name)`, the parenthesis taken. */
static GwStatus read_expression_column(GwTranslator *t, GwQueryParts *parts)
{
  const GwToken *at = gw_token(t);
  GwExpression e;
  size_t variable, column;
  t->scope = parts->scope;
  t->aggregates_allowed = true;
  GW_TRY(gw_translate_expression(t, false, &e));
  t->aggregates_allowed = false;
  GW_TRY(gw_need(t, "AS"));
  if (gw_token(t)->kind != GW_TOKEN_VARIABLE) {
    return gw_expected(t, "a variable");
  }
  GW_TRY(gw_variable(t, gw_token(t)->value, &variable));
  t->at++;
  if (parts->scope.possible & bit(variable)) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: AS: ?%.*s has a value already", t->name,
                   at->line, GW_PRINT(t->names[variable]));
  }
  GW_TRY(gw_check_result(t, at, &e));
  t->kinds[variable] |= e.kinds;
  parts->scope.possible |= bit(variable);
  parts->scope.certain |= e.unsure ? 0 : bit(variable);
  t->keys |= t->keys && t->judging ? bit(variable) : 0;
  gw_buffer_format(&parts->select, "(%.*s AS ?%.*s) ", GW_PRINT(e.text),
                   GW_PRINT(t->names[variable]));
  GW_TRY(gw_add_column(t, (GwColumn){t->names[variable], true, true, gw_is_zero_based(e.text)},
                    &column));
  return gw_need(t, ")");
}

GwStatus gw_read_items(GwTranslator *t, GwQueryParts *parts)
{
  size_t items = 0, variable, column;
  for (;; items++) {
    const GwToken *at = gw_token(t);
    if (at->kind == GW_TOKEN_VARIABLE) {
      t->at++;
      GW_TRY(gw_variable(t, at->value, &variable));
      GW_TRY(gw_check_grouped(t, at, variable));
      GW_TRY(gw_variable_column(t, parts, variable, true, &column));
    } else if (gw_take(t, "(")) {
      GW_TRY(read_expression_column(t, parts));
    } else {
      return items ? GW_OK : gw_expected(t, "a variable, '(' or '*'");
    }
  }
}

GwStatus gw_show_everything(GwTranslator *t, GwQueryParts *parts)
{
  size_t column;
  for (size_t i = 0; i < t->variable_count; i++) {
    if ((parts->scope.possible & ~t->made) >> i & 1) {
      GW_TRY(gw_variable_column(t, parts, i, true, &column));
    }
  }
  return GW_OK;
}
