/* Expressions. Rasqal compares values of different kinds in ways of its own, so that an operator
 * is written out only for kinds that it is known to treat as SPARQL does (SPARQL 1.1, section 17);
 * the kinds that a variable can have follow from the graph (profile.h). */
#include "export/query/translator.h"

#include "export/terms.h"
#include "ontology/vocabulary.h"

#include <string.h>

#define RESULT_TYPE(kinds) ((kinds) & ~(size_t)GW_KIND_MARKS)

static bool only(size_t kinds, size_t allowed)
{
  return (RESULT_TYPE(kinds) & ~allowed) == 0;
}

/* Kinds that Rasqal compares as SPARQL does. */
static bool is_uniform(size_t kinds)
{
  static const size_t families[] = {GW_KIND_IRI, GW_KIND_TEXTS, GW_KIND_NUMBERS, GW_KIND_BOOLEAN,
                                    GW_KIND_DATE, GW_KIND_INSTANT};
  for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
    if (only(kinds, families[i])) {
      return true;
    }
  }
  return false;
}

static void combine(GwExpression *e, const GwExpression *other)
{
  e->variables |= other->variables;
  e->unsure = e->unsure || other->unsure;
  e->aggregate = e->aggregate || other->aggregate;
  e->folded = e->folded || other->folded;
  e->constant = false;
  e->variable = GW_NO_VARIABLE;
}

GwStatus gw_need_truth(const GwTranslator *t, const GwToken *at, GwExpression *e)
{
  if (!t->judging || only(e->kinds, GW_KIND_TRUTH)) {
    return GW_OK;
  }
  if (e->variable != GW_NO_VARIABLE && only(e->kinds, GW_KIND_BOOLEAN)) {
    e->kinds = GW_KIND_TRUTH;
    e->variable = GW_NO_VARIABLE;
    return gw_text_format(t, &e->text, "(%.*s = \"true\"^^<" GW_PLAN_BOOLEAN ">)",
                          GW_PRINT(e->text));
  }
  return gw_refuse(t, at, "a value as a condition that is not true or false",
                   "compare it, as in FILTER(?x != \"\")");
}

/* '=' between kinds that differ is false or an error: no matter where those are the same. */
static GwStatus check_equality(const GwTranslator *t, const GwToken *at, const GwExpression *a,
                               const GwExpression *b, bool positive)
{
  const size_t kinds = a->kinds | b->kinds;
  const bool equals = gw_token_is(at, "=") || gw_token_is(at, "IN");
  if (!is_uniform(kinds) && !(equals && positive && !(kinds & GW_KIND_TRUTH))) {
    return gw_refuse(t, at, "this comparison, as its sides may be of different kinds",
                     "compare what STR() makes of them, or IRIs with IRIs");
  }
  const bool ascii = (a->constant && !(a->kinds & GW_KIND_BEYOND))
                     || (b->constant && !(b->kinds & GW_KIND_BEYOND));
  if ((a->folded || b->folded) && !ascii) {
    return gw_refuse(t, at, "LCASE and UCASE of letters beyond ASCII", "compare with ASCII text");
  }
  return GW_OK;
}

static GwStatus check_order(const GwTranslator *t, const GwToken *at, const GwExpression *a,
                            const GwExpression *b)
{
  const size_t kinds = a->kinds | b->kinds;
  if (!only(kinds, GW_KIND_NUMBERS) && !only(kinds, GW_KIND_STRING) && !only(kinds, GW_KIND_DATE)
      && !only(kinds, GW_KIND_INSTANT)) {
    return gw_refuse(t, at, "this comparison, as its sides are not both numbers, plain texts, "
                     "xsd:date or xsd:dateTime", "compare what STR() makes of them");
  }
  return a->folded || b->folded ? gw_refuse(t, at, "LCASE and UCASE of letters beyond ASCII",
                                            "compare without them")
                                : GW_OK;
}

static GwStatus compare(const GwTranslator *t, const GwToken *at, GwExpression *e,
                        const GwExpression *right, bool positive)
{
  const bool equality = gw_token_is(at, "=") || gw_token_is(at, "!=");
  if (t->judging) {
    GW_TRY(equality ? check_equality(t, at, e, right, positive) : check_order(t, at, e, right));
  }
  GW_TRY(gw_text_format(t, &e->text, "(%.*s %.*s %.*s)", GW_PRINT(e->text), GW_PRINT(at->text),
                        GW_PRINT(right->text)));
  combine(e, right);
  e->folded = false;
  e->kinds = GW_KIND_TRUTH;
  return GW_OK;
}

static GwStatus calculate(const GwTranslator *t, const GwToken *at, GwExpression *e,
                          const GwExpression *right)
{
  const bool whole = only(e->kinds | right->kinds, GW_KIND_INTEGER) && !gw_token_is(at, "/");
  if (t->judging && !only(e->kinds | right->kinds, GW_KIND_NUMBERS)) {
    return gw_refuse(t, at, "a calculation with what may be no number",
                     "take the values of one property that is always a number");
  }
  GW_TRY(gw_text_format(t, &e->text, "(%.*s %.*s %.*s)", GW_PRINT(e->text), GW_PRINT(at->text),
                        GW_PRINT(right->text)));
  const bool divides = gw_token_is(at, "/") && !right->constant;
  combine(e, right);
  e->unsure = e->unsure || divides;
  e->kinds = whole ? GW_KIND_INTEGER : GW_KIND_NUMBER;
  return GW_OK;
}

static GwStatus use_variable(GwTranslator *t, const GwToken *at, GwExpression *e)
{
  GW_TRY(gw_variable(t, at->value, &e->variable));
  const uint64_t bit = (uint64_t)1 << e->variable;
  e->variables = bit;
  e->kinds = t->kinds[e->variable];
  e->unsure = !(t->scope.certain & bit);
  if (t->judging && !(t->scope.possible & bit)) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: no pattern of this group binds ?%.*s, so that "
                   "the expression has no value; move it to the group that binds it", t->name,
                   at->line, GW_PRINT(at->value));
  }
  const bool grouped = t->judging && t->aggregated && t->aggregates_allowed && !t->in_aggregate;
  if (grouped && !(t->keys & bit)) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: ?%.*s is neither in GROUP BY nor in an "
                   "aggregate", t->name, at->line, GW_PRINT(at->value));
  }
  return gw_text_format(t, &e->text, "?%.*s", GW_PRINT(at->value));
}

static GwStatus copy_text(const GwTranslator *t, GwBuffer *text, GwView *copy)
{
  const char *bytes = gw_view_copy(t->arena, gw_buffer_view(text));
  *copy = (GwView){bytes, text->length};
  const bool failed = text->failed || !bytes;
  gw_buffer_free(text);
  return failed ? gw_fail_memory(t->error) : GW_OK;
}

static GwStatus use_literal(GwTranslator *t, const GwTerm *literal, GwExpression *e)
{
  GwBuffer text = GW_BUFFER_INIT;
  e->constant = true;
  e->value = literal->value;
  e->kinds = gw_kind_of(literal);
  if (e->kinds & GW_KIND_NUMBERS) {
    gw_buffer_append(&text, literal->value);
    return copy_text(t, &text, &e->text);
  }
  gw_write_quoted(&text, literal->value);
  if (literal->language.length) {
    gw_buffer_format(&text, "@%.*s", GW_PRINT(literal->language));
  } else if (literal->datatype.length) {
    gw_buffer_format(&text, "^^<%.*s>", GW_PRINT(e->kinds & GW_KIND_BOOLEAN
                                                 ? GW_VIEW(GW_PLAN_BOOLEAN)
                                                 : literal->datatype));
  }
  return copy_text(t, &text, &e->text);
}

static GwStatus read_bound(GwTranslator *t, GwExpression *e)
{
  GW_TRY(gw_need(t, "("));
  if (gw_token(t)->kind != GW_TOKEN_VARIABLE) {
    return gw_expected(t, "a variable");
  }
  GW_TRY(use_variable(t, gw_token(t), e));
  t->at++;
  GW_TRY(gw_text_format(t, &e->text, "bound(%.*s)", GW_PRINT(e->text)));
  e->variable = GW_NO_VARIABLE;
  e->unsure = false;
  e->kinds = GW_KIND_TRUTH;
  return gw_need(t, ")");
}

/* What an aggregate takes and gives; for one of its argument's kind `result` is 0. */
typedef struct {
  const char *name;
  size_t takes, result;
} Aggregate;

static const Aggregate aggregates[] = {
  {"COUNT", ~(size_t)0, GW_KIND_INTEGER},
  {"SUM", GW_KIND_NUMBERS, GW_KIND_NUMBER},
  {"AVG", GW_KIND_NUMBERS, GW_KIND_NUMBER},
  {"MIN", 0, 0},
  {"MAX", 0, 0},
};

static GwStatus check_aggregate(const GwTranslator *t, const GwToken *at, const Aggregate *kind,
                                const GwExpression *argument)
{
  if (!t->judging) {
    return GW_OK;
  }
  if (argument->variable == GW_NO_VARIABLE) {
    return gw_refuse(t, at, "an aggregate of an expression", "BIND it to a variable first");
  }
  const size_t kinds = argument->kinds;
  const bool ordered = only(kinds, GW_KIND_NUMBERS) || only(kinds, GW_KIND_STRING)
                       || only(kinds, GW_KIND_DATE) || only(kinds, GW_KIND_INSTANT);
  if (kind->takes ? !only(kinds, kind->takes) : !ordered) {
    return gw_refuse(t, at, "this aggregate of what is not always a number (for MIN and MAX: nor "
                     "always a date or plain text)", "aggregate another variable");
  }
  return GW_OK;
}

static GwStatus read_argument(GwTranslator *t, const GwToken *at, const Aggregate *kind,
                              bool distinct, GwExpression *argument)
{
  if (gw_at(t, "*")) {
    t->at++;
    *argument = (GwExpression){.text = GW_VIEW("*"), .variable = GW_NO_VARIABLE};
    if (distinct || kind != &aggregates[0]) {
      return gw_refuse(t, at, "an aggregate over DISTINCT *", "count one variable");
    }
    return GW_OK;
  }
  t->in_aggregate = true;
  const GwStatus status = gw_translate_expression(t, false, argument);
  t->in_aggregate = false;
  return status ? status : check_aggregate(t, at, kind, argument);
}

static GwStatus read_aggregate(GwTranslator *t, const GwToken *at, const Aggregate *kind,
                               GwExpression *e)
{
  GwExpression argument;
  if (!t->aggregates_allowed || t->in_aggregate) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: an aggregate stands in SELECT, HAVING and "
                   "ORDER BY only", t->name, at->line);
  }
  GW_TRY(gw_need(t, "("));
  const bool distinct = gw_take(t, "DISTINCT");
  GW_TRY(read_argument(t, at, kind, distinct, &argument));
  t->distinct_aggregate = t->distinct_aggregate || distinct;
  *e = (GwExpression){.kinds = kind->result ? kind->result : argument.kinds, .aggregate = true,
                      .variable = GW_NO_VARIABLE, .variables = argument.variables};
  GW_TRY(gw_text_format(t, &e->text, "%s(%s%.*s)", kind->name, distinct ? "DISTINCT " : "",
                        GW_PRINT(argument.text)));
  if (gw_map_get(&t->aggregates, e->text) == GW_MAP_ABSENT) {
    t->aggregate_count++;
    if (!gw_map_set(&t->aggregates, e->text, 1)) {
      return gw_fail_memory(t->error);
    }
  }
  return gw_need(t, ")");
}

static GwStatus read_word(GwTranslator *t, GwExpression *e)
{
  const GwToken *at = gw_token(t);
  t->at++;
  if (gw_token_is(at, "BOUND")) {
    return read_bound(t, e);
  }
  for (size_t i = 0; i < sizeof aggregates / sizeof *aggregates; i++) {
    if (gw_token_is(at, aggregates[i].name)) {
      return read_aggregate(t, at, &aggregates[i], e);
    }
  }
  if (gw_token_is(at, "GROUP_CONCAT") || gw_token_is(at, "SAMPLE")) {
    return gw_refuse(t, at, "GROUP_CONCAT and SAMPLE, whose results SPARQL leaves open",
                     "take one row for each value, with ORDER BY");
  }
  if (gw_token_is(at, "EXISTS") || gw_token_is(at, "NOT")) {
    return gw_refuse(t, at, "EXISTS within an expression", "write FILTER NOT EXISTS { ... } alone, "
                     "or OPTIONAL and bound()");
  }
  if (!gw_at(t, "(")) {
    t->at--;
    return gw_expected(t, "an expression");
  }
  t->at++;
  return gw_translate_call(t, at, e);
}

static GwStatus read_primary(GwTranslator *t, bool positive, GwExpression *e)
{
  const GwToken *at = gw_token(t);
  GwTerm literal;
  GwView iri;
  bool taken;
  if (gw_take(t, "(")) {
    GW_TRY(gw_translate_expression(t, positive, e));
    return gw_need(t, ")");
  }
  if (at->kind == GW_TOKEN_VARIABLE) {
    t->at++;
    return use_variable(t, at, e);
  }
  GW_TRY(gw_take_iri(t, &iri, &taken));
  if (taken && gw_at(t, "(")) {
    return gw_refuse(t, at, "casts and functions by IRI", "compare the values as they are");
  }
  if (taken) {
    e->constant = true;
    e->kinds = GW_KIND_IRI;
    return gw_text_format(t, &e->text, "<%.*s>", GW_PRINT(iri));
  }
  GW_TRY(gw_take_literal(t, &literal, &taken));
  if (taken) {
    return use_literal(t, &literal, e);
  }
  return at->kind == GW_TOKEN_WORD ? read_word(t, e) : gw_expected(t, "an expression");
}

static GwStatus read_not(GwTranslator *t, const GwToken *at, GwExpression *e)
{
  GW_TRY(read_primary(t, false, e));
  GW_TRY(gw_need_truth(t, at, e));
  if (t->judging && e->unsure) {
    return gw_refuse(t, at, "'!' before what may have no value", "test it with bound() in a "
                     "FILTER of its own");
  }
  e->variable = GW_NO_VARIABLE;
  return gw_text_format(t, &e->text, "(! %.*s)", GW_PRINT(e->text));
}

static GwStatus read_unary(GwTranslator *t, bool positive, GwExpression *e)
{
  const GwToken *at = gw_token(t);
  const bool number = at[at->kind != GW_TOKEN_END].kind >= GW_TOKEN_INTEGER
                      && at[at->kind != GW_TOKEN_END].kind <= GW_TOKEN_DOUBLE;
  *e = (GwExpression){.variable = GW_NO_VARIABLE};
  if (gw_take(t, "!")) {
    return read_not(t, at, e);
  }
  if (gw_at(t, "-") && !number) {
    const GwExpression zero = {.text = GW_VIEW("0"), .kinds = GW_KIND_INTEGER, .constant = true};
    GwExpression right = {.variable = GW_NO_VARIABLE};
    t->at++;
    GW_TRY(read_primary(t, false, &right));
    *e = zero;
    return calculate(t, at, e, &right);
  }
  return read_primary(t, positive, e);
}

/* Operators of one level, from left to right. */
static GwStatus read_product(GwTranslator *t, bool positive, GwExpression *e)
{
  GW_TRY(read_unary(t, positive, e));
  while (gw_at(t, "*") || gw_at(t, "/")) {
    const GwToken *at = gw_token(t);
    GwExpression right;
    t->at++;
    GW_TRY(read_unary(t, false, &right));
    GW_TRY(calculate(t, at, e, &right));
  }
  return GW_OK;
}

static GwStatus read_sum(GwTranslator *t, bool positive, GwExpression *e)
{
  GW_TRY(read_product(t, positive, e));
  while (gw_at(t, "+") || gw_at(t, "-")) {
    const GwToken *at = gw_token(t);
    GwExpression right;
    t->at++;
    GW_TRY(read_product(t, false, &right));
    GW_TRY(calculate(t, at, e, &right));
  }
  return GW_OK;
}

/* `IN (...)` as equalities, NOT IN as inequalities: that is how they are defined. */
static GwStatus read_list(GwTranslator *t, const GwToken *at, bool in, bool positive,
                          GwExpression *e)
{
  const GwToken equal = {GW_TOKEN_SIGN, GW_VIEW("="), GW_VIEW("="), at->line};
  const GwToken differ = {GW_TOKEN_SIGN, GW_VIEW("!="), GW_VIEW("!="), at->line};
  const GwExpression left = *e;
  GwExpression all = {.text = GW_VIEW("")};
  GW_TRY(gw_need(t, "("));
  do {
    GwExpression one = left, right;
    GW_TRY(gw_translate_expression(t, false, &right));
    GW_TRY(compare(t, in ? &equal : &differ, &one, &right, positive));
    GW_TRY(gw_text_format(t, &all.text, "%.*s%s%.*s", GW_PRINT(all.text),
                          !all.text.length ? "" : in ? " || " : " && ", GW_PRINT(one.text)));
    combine(&all, &one);
  } while (gw_take(t, ","));
  *e = all;
  e->kinds = GW_KIND_TRUTH;
  GW_TRY(gw_text_format(t, &e->text, "(%.*s)", GW_PRINT(all.text)));
  return gw_need(t, ")");
}

static GwStatus read_comparison(GwTranslator *t, bool positive, GwExpression *e)
{
  static const char *const signs[] = {"=", "!=", "<", ">", "<=", ">="};
  GW_TRY(read_sum(t, positive, e));
  const GwToken *at = gw_token(t);
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (gw_take(t, signs[i])) {
      GwExpression right;
      GW_TRY(read_sum(t, false, &right));
      return compare(t, at, e, &right, positive);
    }
  }
  if (gw_take(t, "IN")) {
    return read_list(t, at, true, positive, e);
  }
  if (gw_token_is(at, "NOT") && gw_token_is(at + 1, "IN")) {
    t->at += 2;
    return read_list(t, at, false, positive, e);
  }
  return GW_OK;
}

static GwStatus join_conditions(const GwTranslator *t, const GwToken *at, bool positive,
                                GwExpression *e, GwExpression *right)
{
  GW_TRY(gw_need_truth(t, at, e));
  GW_TRY(gw_need_truth(t, at, right));
  if (t->judging && !positive && (e->unsure || right->unsure)) {
    return gw_refuse(t, at, "'&&' and '||' of what may have no value, within another expression",
                     "test it with bound() in a FILTER of its own");
  }
  GW_TRY(gw_text_format(t, &e->text, "(%.*s %.*s %.*s)", GW_PRINT(e->text), GW_PRINT(at->text),
                        GW_PRINT(right->text)));
  combine(e, right);
  e->kinds = GW_KIND_TRUTH;
  return GW_OK;
}

static GwStatus read_conjunction(GwTranslator *t, bool positive, GwExpression *e)
{
  GW_TRY(read_comparison(t, positive, e));
  while (gw_at(t, "&&")) {
    const GwToken *at = gw_token(t);
    GwExpression right;
    t->at++;
    GW_TRY(read_comparison(t, positive, &right));
    GW_TRY(join_conditions(t, at, positive, e, &right));
  }
  return GW_OK;
}

GwStatus gw_translate_expression(GwTranslator *t, bool positive, GwExpression *e)
{
  if (++t->depth > GW_QUERY_DEPTH) {
    return gw_refuse(t, gw_token(t), "an expression nested that deep", "BIND parts of it");
  }
  GW_TRY(read_conjunction(t, positive, e));
  while (gw_at(t, "||")) {
    const GwToken *at = gw_token(t);
    GwExpression right;
    t->at++;
    GW_TRY(read_conjunction(t, positive, &right));
    GW_TRY(join_conditions(t, at, positive, e, &right));
  }
  t->depth--;
  return GW_OK;
}

GwStatus gw_translate_condition(GwTranslator *t, GwExpression *e)
{
  const GwToken *at = gw_token(t);
  if (at->kind != GW_TOKEN_WORD && !gw_token_is(at, "(")) {
    return gw_expected(t, "'(' or a function");
  }
  *e = (GwExpression){.variable = GW_NO_VARIABLE};
  GW_TRY(read_primary(t, true, e));
  return gw_need_truth(t, at, e);
}
