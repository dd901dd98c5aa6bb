#include "export/query/parts.h"

#include "ontology/vocabulary.h"

#include <string.h>

static GwStatus declare(GwTranslator *t, GwView prefix, GwView space)
{
  t->spaces = gw_arena_grow(t->arena, t->spaces, t->space_count, &t->space_capacity,
                            sizeof *t->spaces);
  if (!t->spaces || !prefix.data || !gw_map_set(&t->prefixes, prefix, t->space_count)) {
    return gw_fail_memory(t->error);
  }
  t->spaces[t->space_count++] = space;
  return GW_OK;
}

static GwStatus read_prologue(GwTranslator *t)
{
  for (;;) {
    const bool base = gw_take(t, "BASE"), prefix = !base && gw_take(t, "PREFIX");
    if (!base && !prefix) {
      return GW_OK;
    }
    const GwToken *name = gw_token(t);
    if (prefix) {
      if (name->kind != GW_TOKEN_NAME || name->value.data[name->value.length - 1] != ':') {
        return gw_expected(t, "a prefix, such as ex:,");
      }
      t->at++;
    }
    const GwToken *iri = gw_token(t);
    if (iri->kind != GW_TOKEN_IRI) {
      return gw_expected(t, "an IRI in angle brackets");
    }
    t->at++;
    if (base) {
      t->base = iri->value;
    } else {
      GW_TRY(declare(t, name->value, iri->value));
    }
  }
}

static void skip_parentheses(GwTranslator *t)
{
  size_t open = 0;
  do {
    open += gw_at(t, "(");
    open -= gw_at(t, ")");
    t->at++;
  } while (open > 0 && gw_token(t)->kind != GW_TOKEN_END);
}

/* The items of SELECT are translated after WHERE, which says what they can be. */
static GwStatus skip_items(GwTranslator *t, GwQueryParts *parts)
{
  parts->head = t->at;
  parts->star = gw_take(t, "*");
  while (gw_token(t)->kind == GW_TOKEN_VARIABLE || gw_at(t, "(")) {
    if (gw_at(t, "(")) {
      skip_parentheses(t);
    } else {
      t->at++;
    }
  }
  return GW_OK;
}

static GwStatus read_where(GwTranslator *t, GwQueryParts *parts)
{
  if (gw_at(t, "FROM")) {
    return gw_refuse(t, gw_token(t), "FROM", "name the files on the command line, and use GRAPH");
  }
  gw_take(t, "WHERE");
  GW_TRY(gw_need(t, "{"));
  return gw_translate_group(t, &parts->where, &parts->scope);
}

/* What follows WHERE, then the items of SELECT, whose tokens stand before it. ORDER BY comes last,
 * as it may use the names of items. */
static GwStatus read_modifiers(GwTranslator *t, GwQueryParts *parts)
{
  GW_TRY(gw_read_group_by(t, parts));
  GW_TRY(gw_read_having(t, parts)); /* which does not see the names that SELECT gives */
  const size_t after = t->at;
  if (t->plan->form == GW_QUERY_SELECT) {
    t->at = parts->head;
    GW_TRY(parts->star ? gw_show_everything(t, parts) : gw_read_items(t, parts));
    t->at = after;
  }
  GW_TRY(gw_read_order(t, parts));
  GW_TRY(gw_read_slice(t));
  if (gw_at(t, "VALUES")) {
    return gw_refuse(t, gw_token(t), "VALUES after the query", "write it into the WHERE part");
  }
  return gw_token(t)->kind == GW_TOKEN_END ? GW_OK : gw_expected(t, "the query's end");
}

static GwStatus read_select(GwTranslator *t, GwQueryParts *parts)
{
  t->plan->form = GW_QUERY_SELECT;
  t->plan->distinct = gw_take(t, "DISTINCT");
  if (gw_at(t, "REDUCED")) {
    return gw_refuse(t, gw_token(t), "REDUCED", "write DISTINCT");
  }
  GW_TRY(skip_items(t, parts));
  GW_TRY(read_where(t, parts));
  return read_modifiers(t, parts);
}

static GwStatus read_slot(GwTranslator *t, GwQueryParts *parts, GwSlot *slot, bool verb)
{
  const GwToken *at = gw_token(t);
  GwTerm literal = gw_iri(GW_VIEW(GW_RDF "type"));
  GwView iri;
  bool taken;
  if (at->kind == GW_TOKEN_VARIABLE) {
    size_t variable;
    t->at++;
    slot->is_column = true;
    GW_TRY(gw_variable(t, at->value, &variable));
    return gw_variable_column(t, parts, variable, false, &slot->number);
  }
  if (at->kind == GW_TOKEN_BLANK || gw_token_is(at, "[") || gw_token_is(at, "(")) {
    return gw_refuse(t, at, "CONSTRUCT of blank nodes", "give the node an IRI");
  }
  slot->is_column = false;
  GW_TRY(gw_take_iri(t, &iri, &taken));
  if (taken) {
    return gw_plan_term(t, gw_iri(iri), &slot->number);
  }
  if (verb && at->kind == GW_TOKEN_WORD && gw_view_is(at->text, "a")) {
    t->at++;
    return gw_plan_term(t, literal, &slot->number);
  }
  GW_TRY(gw_take_literal(t, &literal, &taken));
  return taken ? gw_plan_term(t, literal, &slot->number) : gw_expected(t, "a term or variable");
}

static GwStatus add_triple(GwTranslator *t, const GwSlot triple[3])
{
  GwPlan *plan = t->plan;
  GwSlot(*larger)[3] = gw_arena_alloc(t->arena, plan->template_count + 1, sizeof *larger);
  if (!larger) {
    return gw_fail_memory(t->error);
  }
  if (plan->template_count) {
    memcpy(larger, plan->template, plan->template_count * sizeof *larger);
  }
  memcpy(larger[plan->template_count++], triple, sizeof *larger);
  plan->template = larger;
  return GW_OK;
}

/* The triples of a template, its '{' taken. */
static GwStatus read_template(GwTranslator *t, GwQueryParts *parts)
{
  GwSlot triple[3];
  while (!gw_take(t, "}")) {
    GW_TRY(read_slot(t, parts, &triple[0], false));
    do {
      if (gw_at(t, ".") || gw_at(t, "}")) {
        break;
      }
      GW_TRY(read_slot(t, parts, &triple[1], true));
      do {
        GW_TRY(read_slot(t, parts, &triple[2], false));
        GW_TRY(add_triple(t, triple));
      } while (gw_take(t, ","));
    } while (gw_take(t, ";"));
    if (!gw_take(t, ".") && !gw_at(t, "}")) {
      return gw_expected(t, "'.' or '}'");
    }
  }
  return GW_OK;
}

static void skip_braces(GwTranslator *t)
{
  while (!gw_at(t, "}") && gw_token(t)->kind != GW_TOKEN_END) {
    t->at++;
  }
}

static GwStatus read_construct(GwTranslator *t, GwQueryParts *parts)
{
  t->plan->form = GW_QUERY_CONSTRUCT;
  const bool both = gw_at(t, "WHERE"); /* CONSTRUCT WHERE { what is looked for and made } */
  const size_t template = t->at + 1 + both;
  if (!both) {
    GW_TRY(gw_need(t, "{"));
    skip_braces(t);
    GW_TRY(gw_need(t, "}"));
  }
  GW_TRY(read_where(t, parts));
  const size_t after = t->at;
  t->at = template;
  GW_TRY(read_template(t, parts));
  t->at = after;
  return read_modifiers(t, parts);
}

static GwStatus read_form(GwTranslator *t, GwQueryParts *parts)
{
  static const char *const updates[] = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE",
                                        "WITH", "COPY", "MOVE", "ADD"};
  const GwToken *at = gw_token(t);
  if (gw_take(t, "SELECT")) {
    return read_select(t, parts);
  }
  if (gw_take(t, "CONSTRUCT")) {
    return read_construct(t, parts);
  }
  if (gw_take(t, "ASK")) {
    t->plan->form = GW_QUERY_ASK;
    GW_TRY(read_where(t, parts));
    return read_modifiers(t, parts);
  }
  if (gw_token_is(at, "DESCRIBE")) {
    return gw_refuse(t, at, "DESCRIBE", "write CONSTRUCT { <x> ?p ?o } WHERE { <x> ?p ?o }");
  }
  for (size_t i = 0; i < sizeof updates / sizeof *updates; i++) {
    if (gw_token_is(at, updates[i])) {
      return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: %s is an update; this program only reads "
                     "graphs: use CONSTRUCT, or a full SPARQL store, such as Oxigraph", t->name,
                     at->line, updates[i]);
    }
  }
  return gw_expected(t, "SELECT, CONSTRUCT or ASK");
}

static GwStatus check_aggregates(const GwTranslator *t, const GwQueryParts *parts)
{
  if (parts->having.length && t->aggregate_count == 0) {
    return gw_refuse(t, &t->tokens[0], "HAVING without an aggregate", "write a FILTER");
  }
  if (t->distinct_aggregate && t->aggregate_count > 1) {
    return gw_refuse(t, &t->tokens[0], "an aggregate of DISTINCT values beside another aggregate",
                     "ask for each in a query of its own");
  }
  return GW_OK;
}

/* Without aggregates, groups are the different values of the keys. */
static GwStatus write_text(GwTranslator *t, const GwQueryParts *parts)
{
  GwPlan *plan = t->plan;
  const bool ask = plan->form == GW_QUERY_ASK, groups = t->aggregate_count > 0;
  const bool nothing = parts->select.length == 0;
  GwView text, probe;
  plan->distinct = plan->distinct || (plan->grouped && !groups);
  GW_TRY(gw_text_format(t, &probe, "ASK WHERE { %.*s}", GW_PRINT(gw_buffer_view(&parts->where))));
  GW_TRY(gw_text_format(t, &text, "SELECT %.*s%s WHERE { %.*s%s} %s%.*s%s%.*s%s",
                        GW_PRINT(gw_buffer_view(&parts->select)), nothing ? "?gw__none" : "",
                        GW_PRINT(gw_buffer_view(&parts->where)),
                        nothing ? "BIND (1 AS ?gw__none) " : "",
                        groups && plan->grouped ? "GROUP BY " : "",
                        groups ? (int)parts->group.length : 0, parts->group.data,
                        parts->having.length ? "HAVING (" : "",
                        GW_PRINT(gw_buffer_view(&parts->having)),
                        parts->having.length ? ")" : ""));
  plan->text = ask ? probe.data : text.data;
  plan->probe = groups ? probe.data : NULL;
  return GW_OK;
}

static bool has_failed(const GwQueryParts *parts)
{
  return parts->select.failed || parts->where.failed || parts->having.failed
         || parts->group.failed;
}

static GwStatus translate(GwTranslator *t)
{
  GwQueryParts parts = {.star = false};
  t->at = t->group_count = t->fresh = t->depth = 0;
  t->aggregate_count = 0;
  t->aggregates = gw_map_new(t->arena);
  t->distinct_aggregate = false;
  GwStatus status = read_prologue(t);
  status = status ? status : read_form(t, &parts);
  if (!status) {
    status = has_failed(&parts) ? gw_fail_memory(t->error)
             : t->judging       ? check_aggregates(t, &parts)
                                : GW_OK;
  }
  t->aggregated = t->aggregate_count > 0 || t->plan->grouped;
  status = status ? status : write_text(t, &parts);
  gw_buffer_free(&parts.select);
  gw_buffer_free(&parts.where);
  gw_buffer_free(&parts.having);
  gw_buffer_free(&parts.group);
  return status;
}

static GwStatus declare_known(GwTranslator *t, const GwQueryPrefix *prefixes, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    GW_TRY(declare(t, gw_view_format(t->arena, "%.*s:", GW_PRINT(prefixes[i].name)),
                   prefixes[i].value));
  }
  for (size_t i = 0; i < gw_prefix_count; i++) {
    GW_TRY(declare(t, gw_view_format(t->arena, "%s:", gw_prefixes[i].name),
                   gw_view(gw_prefixes[i].value)));
  }
  return GW_OK;
}

GwStatus gw_query_plan(GwArena *arena, GwView query, const char *name, const GwProfile *profile,
                       const GwQueryPrefix *prefixes, size_t prefix_count, GwPlan *plan,
                       GwError *error)
{
  GwTranslator *t = GW_NEW(arena, 1, GwTranslator);
  if (!t) {
    return gw_fail_memory(error);
  }
  t->arena = arena;
  t->profile = profile;
  t->name = name;
  t->error = error;
  t->plan = plan;
  t->prefixes = gw_map_new(arena);
  t->variables = gw_map_new(arena);
  GW_TRY(gw_query_tokens(arena, query, name, &t->tokens, error));
  GW_TRY(declare_known(t, prefixes, prefix_count));
  for (size_t pass = 0; pass < 3; pass++) { /* the second finds kinds that follow from others */
    *plan = (GwPlan){.form = GW_QUERY_SELECT};
    t->judging = pass == 2;
    GW_TRY(translate(t));
  }
  return GW_OK;
}
