/* Group graph patterns. What Rasqal joins wrongly is brought into a form that it joins right, or
 * refused: a group within a group is merged into it, a filter goes to its group's end, MINUS and
 * NOT EXISTS become OPTIONAL with a mark that must stay unbound. */
#include "export/query/triples.h"

#include "ontology/vocabulary.h"

/* One group while it is read. */
typedef struct {
  GwBuffer *out;
  GwBuffer filters, late; ///< what follows the patterns, and what comes just before the filters
  GwScope scope;
  GwScope final;          ///< when judging: the scope at the group's end
  uint64_t filtered;      ///< variables in its filters
  uint64_t hidden;        ///< variables that only MINUS and NOT EXISTS have
  bool optional;          ///< has a part that may fail to match
  bool is_optional;       ///< is one: its filters see the group around it
} Group;

static uint64_t bit(size_t variable)
{
  return (uint64_t)1 << variable;
}

static void append(GwBuffer *out, GwView text)
{
  gw_buffer_append(out, text);
}

static GwStatus read_group(GwTranslator *t, Group *g);

static GwStatus enter(GwTranslator *t)
{
  if (++t->depth > GW_QUERY_DEPTH) {
    return gw_refuse(t, gw_token(t), "groups nested that deep", "write fewer braces");
  }
  return GW_OK;
}

static void finish_group(Group *g, GwBuffer *out)
{
  append(out, gw_buffer_view(&g->late));
  append(out, gw_buffer_view(&g->filters));
  gw_buffer_free(&g->filters);
  gw_buffer_free(&g->late);
}

/* A group of its own after a keyword: "{ ... }", with its braces; `mark` is a variable that is
 * bound in it, or GW_NO_VARIABLE. */
static GwStatus read_part(GwTranslator *t, GwBuffer *out, size_t mark, Group *part)
{
  *part = (Group){.out = out};
  GW_TRY(gw_need(t, "{"));
  if (gw_at(t, "SELECT")) {
    return gw_refuse(t, gw_token(t), "a subquery (SELECT in a group)",
                     "run two queries and put the first one's answer into the second's VALUES");
  }
  gw_buffer_text(out, "{ ");
  const GwStatus status = read_group(t, part);
  if (mark != GW_NO_VARIABLE) {
    gw_buffer_format(out, "BIND (1 AS ?%.*s) ", GW_PRINT(t->names[mark]));
  }
  finish_group(part, out);
  gw_buffer_text(out, "} ");
  return status;
}

static GwStatus read_optional(GwTranslator *t, Group *g)
{
  Group part;
  gw_buffer_text(g->out, "OPTIONAL ");
  t->begins_optional = true;
  GW_TRY(read_part(t, g->out, GW_NO_VARIABLE, &part));
  g->scope.possible |= part.scope.possible;
  g->optional = true;
  return GW_OK;
}

/* OPTIONAL { ... BIND (1 AS ?mark) } and, at the end, FILTER (! bound(?mark)). */
static GwStatus write_absent(GwTranslator *t, Group *g, GwBuffer *out, Group *part)
{
  size_t mark;
  GW_TRY(gw_fresh_variable(t, &mark));
  gw_buffer_text(out, "OPTIONAL ");
  GW_TRY(read_part(t, out, mark, part));
  gw_buffer_format(&g->filters, "FILTER (! bound(?%.*s)) ", GW_PRINT(t->names[mark]));
  g->optional = true;
  g->hidden |= part->scope.possible & ~g->final.possible;
  return GW_OK;
}

static GwStatus read_minus(GwTranslator *t, Group *g, const GwToken *at)
{
  Group part;
  const GwScope before = g->scope;
  GW_TRY(write_absent(t, g, g->out, &part));
  if (t->judging && !(part.scope.certain & before.certain)) {
    return gw_refuse(t, at, "MINUS without a variable that both sides always bind",
                     "share a variable with the patterns before it");
  }
  if (t->judging && (part.scope.possible & ~part.scope.certain & before.possible)) {
    return gw_refuse(t, at, "MINUS with a shared variable that may be unbound",
                     "leave the OPTIONAL or UNION out of MINUS");
  }
  return GW_OK;
}

/* EXISTS sees the values of the solution that it tests, at any depth; OPTIONAL joins what it finds
 * by itself. The two agree where nothing in the group is optional in turn. */
static GwStatus read_not_exists(GwTranslator *t, Group *g, const GwToken *at)
{
  Group part;
  const size_t first = t->group_count;
  uint64_t elsewhere = 0;
  GW_TRY(gw_need(t, "EXISTS"));
  GW_TRY(write_absent(t, g, &g->late, &part));
  for (size_t i = 0; i < GW_QUERY_GROUPS; i++) {
    elsewhere |= i < first || i >= t->group_count ? t->scopes[i].possible : 0;
  }
  if (t->judging && (part.scope.possible & ~g->final.possible & elsewhere)) {
    return gw_refuse(t, at, "NOT EXISTS with a variable of a group further out",
                     "move it there, or give the variable another name");
  }
  if (part.optional) {
    return gw_refuse(t, at, "OPTIONAL, MINUS or NOT EXISTS within NOT EXISTS",
                     "write NOT EXISTS { triples and filters }");
  }
  return g->is_optional ? gw_refuse(t, at, "NOT EXISTS within OPTIONAL",
                                    "write it outside, or MINUS")
                        : GW_OK;
}

static GwStatus read_filter(GwTranslator *t, Group *g)
{
  const GwToken *at = gw_token(t);
  GwExpression e;
  if (gw_token_is(at, "EXISTS")) {
    return gw_refuse(t, at, "FILTER EXISTS", "write its patterns into the group and use DISTINCT");
  }
  if (gw_token_is(at, "NOT")) {
    t->at++;
    return read_not_exists(t, g, at);
  }
  t->scope = g->final;
  GW_TRY(gw_translate_condition(t, &e));
  g->filtered |= e.variables;
  gw_buffer_format(&g->filters, "FILTER (%.*s) ", GW_PRINT(e.text));
  return GW_OK;
}

/* Rasqal answers for a graph that it does not know with a row in which nothing is bound: it is
 * told of every graph that the query names. */
static GwStatus name_graph(GwTranslator *t, GwNode *name)
{
  GwPlan *plan = t->plan;
  size_t *graphs = GW_NEW(t->arena, plan->graph_count + 1, size_t);
  if (!graphs) {
    return gw_fail_memory(t->error);
  }
  for (size_t i = 0; i < plan->graph_count; i++) {
    graphs[i] = plan->graphs[i];
  }
  graphs[plan->graph_count++] = name->term;
  plan->graphs = graphs;
  return gw_text_format(t, &name->text, "<%.*s>", GW_PRINT(plan->terms[name->term].value));
}

static GwStatus read_graph(GwTranslator *t, Group *g)
{
  const GwToken *at = gw_token(t);
  GwNode name;
  Group part;
  GW_TRY(gw_read_node(t, g->out, &name));
  if (name.variable == GW_NO_VARIABLE && t->plan->terms[name.term].kind != GW_TERM_IRI) {
    return gw_expected(t, "a graph's IRI or a variable");
  }
  if (name.variable == GW_NO_VARIABLE) {
    GW_TRY(name_graph(t, &name));
  }
  gw_buffer_format(g->out, "GRAPH %.*s ", GW_PRINT(name.text));
  GW_TRY(read_part(t, g->out, GW_NO_VARIABLE, &part));
  if (part.scope.certain == 0) {
    return gw_refuse(t, at, "GRAPH without a variable that its patterns always bind",
                     "write a triple with a variable");
  }
  if (name.variable != GW_NO_VARIABLE) {
    t->kinds[name.variable] |= GW_KIND_IRI | GW_KIND_MARKS;
    part.scope.certain |= bit(name.variable);
    part.scope.possible |= bit(name.variable);
  }
  g->scope.certain |= part.scope.certain;
  g->scope.possible |= part.scope.possible;
  return GW_OK;
}

static GwStatus read_bind(GwTranslator *t, Group *g)
{
  const GwToken *at = gw_token(t);
  GwExpression e;
  size_t variable;
  GW_TRY(gw_need(t, "("));
  t->scope = g->scope;
  GW_TRY(gw_translate_expression(t, false, &e));
  GW_TRY(gw_need(t, "AS"));
  if (gw_token(t)->kind != GW_TOKEN_VARIABLE) {
    return gw_expected(t, "a variable");
  }
  GW_TRY(gw_variable(t, gw_token(t)->value, &variable));
  t->at++;
  if (((g->scope.possible | g->hidden) & bit(variable))) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: BIND: ?%.*s has a value already", t->name,
                   at->line, GW_PRINT(t->names[variable]));
  }
  if (t->judging && e.unsure) {
    return gw_refuse(t, at, "BIND of what may have no value",
                     "use COALESCE, or an expression in SELECT");
  }
  t->kinds[variable] |= e.kinds;
  g->scope.certain |= bit(variable);
  g->scope.possible |= bit(variable);
  gw_buffer_format(g->out, "BIND (%.*s AS ?%.*s) ", GW_PRINT(e.text),
                   GW_PRINT(t->names[variable]));
  return gw_need(t, ")");
}

/* A value in VALUES, spelled for Rasqal: an IRI or a text. */
static GwStatus read_value(GwTranslator *t, GwBuffer *out, size_t variable)
{
  const GwToken *at = gw_token(t);
  GwExpression e;
  if (gw_token_is(at, "UNDEF")) {
    return gw_refuse(t, at, "UNDEF in VALUES", "write UNION");
  }
  if (at->kind != GW_TOKEN_IRI && at->kind != GW_TOKEN_NAME && at->kind != GW_TOKEN_STRING) {
    return gw_refuse(t, at, "VALUES of what is neither IRI nor text", "write FILTER(?x IN (...))");
  }
  GW_TRY(gw_translate_expression(t, false, &e));
  if (!(e.kinds & (GW_KIND_IRI | GW_KIND_TEXTS)) || (e.kinds & GW_KIND_OTHER)) {
    return gw_refuse(t, at, "VALUES of what is neither IRI nor text", "write FILTER(?x IN (...))");
  }
  t->kinds[variable] |= e.kinds;
  append(out, e.text);
  gw_buffer_char(out, ' ');
  return GW_OK;
}

/* One row of VALUES; `(` ... `)` around it when there are several variables. */
static GwStatus read_row(GwTranslator *t, GwBuffer *out, const size_t *variables, size_t count,
                         bool tuple)
{
  if (tuple) {
    GW_TRY(gw_need(t, "("));
  }
  gw_buffer_text(out, "( ");
  for (size_t i = 0; i < count; i++) {
    GW_TRY(read_value(t, out, variables[i]));
  }
  gw_buffer_text(out, ") ");
  return tuple ? gw_need(t, ")") : GW_OK;
}

static GwStatus read_value_variables(GwTranslator *t, size_t *variables, size_t *count,
                                     bool *tuple)
{
  *count = 0;
  *tuple = gw_take(t, "(");
  while (gw_token(t)->kind == GW_TOKEN_VARIABLE && *count < GW_QUERY_VARIABLES) {
    GW_TRY(gw_variable(t, gw_token(t)->value, &variables[(*count)++]));
    t->at++;
    if (!*tuple) {
      break;
    }
  }
  if (*count == 0) {
    return gw_expected(t, "a variable");
  }
  return *tuple ? gw_need(t, ")") : GW_OK;
}

/* Always in the form with tuples: the other one Rasqal reads as one row. */
static GwStatus read_values(GwTranslator *t, Group *g)
{
  size_t variables[GW_QUERY_VARIABLES], count;
  bool tuple, empty = true;
  const GwToken *at = gw_token(t);
  GW_TRY(read_value_variables(t, variables, &count, &tuple));
  gw_buffer_text(g->out, "VALUES ( ");
  for (size_t i = 0; i < count; i++) {
    gw_buffer_format(g->out, "?%.*s ", GW_PRINT(t->names[variables[i]]));
    g->scope.certain |= bit(variables[i]);
    g->scope.possible |= bit(variables[i]);
  }
  gw_buffer_text(g->out, ") { ");
  GW_TRY(gw_need(t, "{"));
  for (; !gw_at(t, "}") && gw_token(t)->kind != GW_TOKEN_END; empty = false) {
    GW_TRY(read_row(t, g->out, variables, count, tuple));
  }
  gw_buffer_text(g->out, "} ");
  return empty ? gw_refuse(t, at, "VALUES without a row", "leave it out") : gw_need(t, "}");
}

static GwStatus read_union(GwTranslator *t, Group *g, const Group *first)
{
  GwScope scope = first->scope;
  while (gw_take(t, "UNION")) {
    Group part;
    gw_buffer_text(g->out, "UNION ");
    GW_TRY(read_part(t, g->out, GW_NO_VARIABLE, &part));
    scope.certain &= part.scope.certain;
    scope.possible |= part.scope.possible;
  }
  g->scope.certain |= scope.certain;
  g->scope.possible |= scope.possible;
  return GW_OK;
}

/* A group within a group, without UNION: its patterns and filters become the outer one's. */
static GwStatus merge(const GwTranslator *t, Group *g, const Group *part, const GwToken *at)
{
  if (part->optional) {
    return gw_refuse(t, at, "OPTIONAL, MINUS or NOT EXISTS in a group within a group",
                     "leave out the inner braces");
  }
  if (t->judging && (part->filtered & ~part->scope.certain)) {
    return gw_refuse(t, at, "a FILTER in a group within a group on what may be unbound there",
                     "leave out the inner braces");
  }
  append(&g->filters, gw_buffer_view(&part->filters));
  g->filtered |= part->filtered;
  g->scope.certain |= part->scope.certain;
  g->scope.possible |= part->scope.possible;
  return GW_OK;
}

/* Whether UNION follows the group that begins at the current token. */
static bool begins_union(const GwTranslator *t)
{
  size_t at = t->at, open = 0;
  for (; t->tokens[at].kind != GW_TOKEN_END; at++) {
    open += gw_token_is(&t->tokens[at], "{");
    if (gw_token_is(&t->tokens[at], "}") && --open == 0) {
      return gw_token_is(&t->tokens[at + 1], "UNION");
    }
  }
  return false;
}

static GwStatus read_inner(GwTranslator *t, Group *g)
{
  const GwToken *at = gw_token(t);
  Group part;
  if (begins_union(t) || gw_token_is(at + 1, "SELECT")) {
    GW_TRY(read_part(t, g->out, GW_NO_VARIABLE, &part));
    return read_union(t, g, &part);
  }
  part = (Group){.out = g->out};
  t->at++;
  GwStatus status = read_group(t, &part);
  if (!status) {
    status = merge(t, g, &part, at);
  }
  gw_buffer_free(&part.filters);
  gw_buffer_free(&part.late);
  return status;
}

static GwStatus read_element(GwTranslator *t, Group *g)
{
  const GwToken *at = gw_token(t);
  if (gw_begins_triples(t)) {
    return gw_translate_triples(t, g->out, &g->scope);
  }
  if (gw_token_is(at, "{")) {
    return read_inner(t, g);
  }
  if (gw_token_is(at, "SERVICE")) {
    return gw_refuse(t, at, "SERVICE", "ask the other endpoint by itself and put its answer into "
                     "VALUES");
  }
  t->at++;
  if (gw_token_is(at, "FILTER")) {
    return read_filter(t, g);
  }
  if (gw_token_is(at, "OPTIONAL")) {
    return read_optional(t, g);
  }
  if (gw_token_is(at, "MINUS")) {
    return read_minus(t, g, at);
  }
  if (gw_token_is(at, "GRAPH")) {
    return read_graph(t, g);
  }
  if (gw_token_is(at, "BIND")) {
    return read_bind(t, g);
  }
  if (gw_token_is(at, "VALUES")) {
    return read_values(t, g);
  }
  t->at--;
  return gw_expected(t, "a pattern or '}'");
}

static GwStatus read_group(GwTranslator *t, Group *g)
{
  const size_t number = t->group_count++;
  if (number >= GW_QUERY_GROUPS) {
    return gw_refuse(t, gw_token(t), "that many groups", "write fewer braces");
  }
  GW_TRY(enter(t));
  g->is_optional = t->begins_optional;
  t->begins_optional = false;
  g->final = t->judging ? t->scopes[number] : (GwScope){0, 0};
  while (!gw_take(t, "}")) {
    GW_TRY(read_element(t, g));
    gw_take(t, ".");
  }
  t->depth--;
  t->scopes[number] = g->scope;
  return g->out->failed || g->late.failed || g->filters.failed ? gw_fail_memory(t->error) : GW_OK;
}

GwStatus gw_translate_group(GwTranslator *t, GwBuffer *out, GwScope *scope)
{
  Group g = {.out = out};
  const GwStatus status = read_group(t, &g);
  *scope = g.scope;
  finish_group(&g, out);
  return status;
}
