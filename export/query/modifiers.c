/* GROUP BY, HAVING, ORDER BY, LIMIT and OFFSET. */
#include "export/query/parts.h"

#include <stdlib.h>

static uint64_t bit(size_t variable)
{
  return (uint64_t)1 << variable;
}

static GwStatus check_key(const GwTranslator *t, const GwToken *at, size_t variable)
{
  const size_t unsafe = GW_KIND_NUMBER | GW_KIND_OTHER;
  if (t->judging && (t->kinds[variable] & unsafe)) {
    return gw_refuse(t, at, "GROUP BY of what may be a number with decimals or of an unusual type",
                     "group by another variable");
  }
  return GW_OK;
}

GwStatus gw_read_group_by(GwTranslator *t, GwQueryParts *parts)
{
  t->keys = 0;
  if (!gw_take(t, "GROUP")) {
    return GW_OK;
  }
  GW_TRY(gw_need(t, "BY"));
  while (gw_token(t)->kind == GW_TOKEN_VARIABLE) {
    const GwToken *at = gw_token(t);
    size_t variable;
    t->at++;
    GW_TRY(gw_variable(t, at->value, &variable));
    GW_TRY(check_key(t, at, variable));
    if (t->judging && !(parts->scope.possible & bit(variable))) {
      return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: GROUP BY: no pattern binds ?%.*s", t->name,
                     at->line, GW_PRINT(at->value));
    }
    t->keys |= bit(variable);
    gw_buffer_format(&parts->group, "?%.*s ", GW_PRINT(at->value));
  }
  if (gw_at(t, "(") || (gw_token(t)->kind == GW_TOKEN_WORD && !gw_at(t, "HAVING")
                        && !gw_at(t, "ORDER") && !gw_at(t, "LIMIT") && !gw_at(t, "OFFSET"))) {
    return gw_refuse(t, gw_token(t), "GROUP BY of an expression",
                     "BIND it to a variable and group by that");
  }
  t->plan->grouped = true;
  return t->keys ? GW_OK : gw_expected(t, "a variable to group by");
}

GwStatus gw_read_having(GwTranslator *t, GwQueryParts *parts)
{
  const GwToken *at = gw_token(t);
  if (!gw_take(t, "HAVING")) {
    return GW_OK;
  }
  if (!t->keys) {
    return gw_refuse(t, at, "HAVING without GROUP BY", "add a GROUP BY");
  }
  while (gw_at(t, "(")) {
    GwExpression e;
    t->scope = parts->scope;
    t->aggregates_allowed = true;
    GW_TRY(gw_translate_condition(t, &e));
    t->aggregates_allowed = false;
    gw_buffer_format(&parts->having, "%s%.*s", parts->having.length ? " && " : "",
                     GW_PRINT(e.text));
  }
  return parts->having.length ? GW_OK : gw_expected(t, "'('");
}

/* A hidden column for what an ORDER BY calculates. */
static GwStatus sort_expression(GwTranslator *t, GwQueryParts *parts, size_t *column)
{
  const GwToken *at = gw_token(t);
  GwExpression e;
  size_t variable;
  t->scope = parts->scope;
  t->aggregates_allowed = true;
  GW_TRY(gw_translate_expression(t, false, &e));
  t->aggregates_allowed = false;
  if (e.variable != GW_NO_VARIABLE) {
    return gw_variable_column(t, parts, e.variable, false, column);
  }
  GW_TRY(gw_check_result(t, at, &e));
  GW_TRY(gw_fresh_variable(t, &variable));
  gw_buffer_format(&parts->select, "(%.*s AS ?%.*s) ", GW_PRINT(e.text),
                   GW_PRINT(t->names[variable]));
  return gw_add_column(t, (GwColumn){t->names[variable], false, true, gw_is_zero_based(e.text)},
                    column);
}

static GwStatus add_key(GwTranslator *t, GwSortKey key)
{
  GwPlan *plan = t->plan;
  GwSortKey *keys = GW_NEW(t->arena, plan->key_count + 1, GwSortKey);
  if (!keys) {
    return gw_fail_memory(t->error);
  }
  for (size_t i = 0; i < plan->key_count; i++) {
    keys[i] = plan->keys[i];
  }
  keys[plan->key_count++] = key;
  plan->keys = keys;
  return GW_OK;
}

static bool ends_order(const GwTranslator *t)
{
  return gw_token(t)->kind == GW_TOKEN_END || gw_at(t, "LIMIT") || gw_at(t, "OFFSET")
         || gw_at(t, "VALUES");
}

GwStatus gw_read_order(GwTranslator *t, GwQueryParts *parts)
{
  if (!gw_take(t, "ORDER")) {
    return GW_OK;
  }
  GW_TRY(gw_need(t, "BY"));
  while (!ends_order(t)) {
    GwSortKey key = {0, gw_take(t, "DESC")};
    const GwToken *at = gw_token(t);
    const bool wrapped = key.descending || gw_take(t, "ASC");
    if (wrapped && !gw_at(t, "(")) {
      return gw_expected(t, "'('");
    }
    if (!wrapped && at->kind == GW_TOKEN_VARIABLE) {
      size_t variable;
      t->at++;
      GW_TRY(gw_variable(t, at->value, &variable));
      GW_TRY(gw_check_grouped(t, at, variable));
      GW_TRY(gw_variable_column(t, parts, variable, false, &key.column));
    } else {
      GW_TRY(sort_expression(t, parts, &key.column));
    }
    GW_TRY(add_key(t, key));
  }
  return t->plan->key_count ? GW_OK : gw_expected(t, "what to sort by");
}

GwStatus gw_read_slice(GwTranslator *t)
{
  for (;;) {
    const bool limit = gw_take(t, "LIMIT");
    if (!limit && !gw_take(t, "OFFSET")) {
      return GW_OK;
    }
    if (gw_token(t)->kind != GW_TOKEN_INTEGER || gw_token(t)->text.length > 15) {
      return gw_expected(t, "a number");
    }
    const size_t number = strtoul(gw_token(t)->text.data, NULL, 10);
    t->at++;
    t->plan->limited = t->plan->limited || limit;
    *(limit ? &t->plan->limit : &t->plan->offset) = number;
  }
}
