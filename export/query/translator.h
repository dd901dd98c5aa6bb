/** @file translator.h
 * What the parts of gw_query_plan share: the query's tokens, what is known of its variables, and
 * the plan that is being made.
 *
 * The query is translated twice. The first time collects what each variable can stand for and
 * which variables each group binds; the second time judges by it, since a FILTER may stand before
 * the pattern that binds its variables.
 */
#ifndef GW_EXPORT_QUERY_TRANSLATOR_H
#define GW_EXPORT_QUERY_TRANSLATOR_H

#include "base/buffer.h"
#include "base/map.h"
#include "export/query/lexer.h"
#include "export/query/plan.h"

#define GW_QUERY_VARIABLES 64 ///< bits of a set of variables
#define GW_QUERY_GROUPS 256
#define GW_QUERY_DEPTH 64
#define GW_NO_VARIABLE ((size_t)-1)

/** Sets of variables that a group binds: in every solution, and in some. */
typedef struct {
  uint64_t certain, possible;
} GwScope;

typedef struct {
  GwArena *arena;
  const GwProfile *profile;
  const char *name; ///< of the query, in messages
  GwError *error;
  const GwToken *tokens;
  size_t at;
  bool judging;                    ///< the second time
  GwMap prefixes;                  ///< from "rdf:" to a number in `spaces`
  GwView *spaces;
  size_t space_count, space_capacity;
  GwView base;
  GwMap variables;
  GwView names[GW_QUERY_VARIABLES];
  size_t kinds[GW_QUERY_VARIABLES];
  size_t block[GW_QUERY_VARIABLES]; ///< kinds in the current run of triples
  uint64_t block_seen;
  size_t variable_count, fresh;
  uint64_t made;                   ///< variables that the query does not have
  GwScope scopes[GW_QUERY_GROUPS]; ///< of each group, in their order
  size_t group_count, depth;
  GwScope scope;                   ///< what an expression sees
  bool begins_optional;            ///< the next group is that of an OPTIONAL
  bool aggregates_allowed, in_aggregate, distinct_aggregate;
  size_t aggregate_count; ///< of different ones
  GwMap aggregates;       ///< by their text
  uint64_t keys; ///< of GROUP BY
  bool aggregated; ///< has a GROUP BY or an aggregate
  GwPlan *plan;
} GwTranslator;

/** An expression, as Rasqal gets it. */
typedef struct {
  GwView text;
  size_t kinds;     ///< of its values
  size_t variable;  ///< that it is, or GW_NO_VARIABLE
  uint64_t variables;
  bool unsure;      ///< some solutions may have no value for it
  bool constant, call, aggregate;
  bool folded;      ///< letters beyond ASCII may be in the wrong case
  GwView value;     ///< of a constant string
} GwExpression;

/** A term of a triple pattern. */
typedef struct {
  GwView text;
  size_t variable; ///< or GW_NO_VARIABLE
  size_t term;     ///< of a constant: its number in the plan
} GwNode;

/** "query:3: Rasqal, the SPARQL engine here, cannot do FEATURE; INSTEAD, or ask a full store". */
GwStatus gw_refuse(const GwTranslator *t, const GwToken *at, const char *feature,
                   const char *instead);

/** "query:3: expected WHAT before 'token'". */
GwStatus gw_expected(const GwTranslator *t, const char *what);

/** Take the current token if it is this sign or word. */
bool gw_take(GwTranslator *t, const char *text);
GwStatus gw_need(GwTranslator *t, const char *text);
bool gw_at(const GwTranslator *t, const char *text);
const GwToken *gw_token(const GwTranslator *t);

/** Whether an IRI stands here; if so, take it and give it in full. */
GwStatus gw_take_iri(GwTranslator *t, GwView *iri, bool *taken);

/** The number of a variable. */
GwStatus gw_variable(GwTranslator *t, GwView name, size_t *number);
/** A variable that the query does not have. */
GwStatus gw_fresh_variable(GwTranslator *t, size_t *number);

/** The number of a term in the plan. */
GwStatus gw_plan_term(GwTranslator *t, GwTerm term, size_t *number);

/** Take a literal, if one stands here, with its language or datatype. */
GwStatus gw_take_literal(GwTranslator *t, GwTerm *literal, bool *taken);

/** printf into the arena; GW_ERR_MEMORY when memory is out. */
GwStatus gw_text_format(const GwTranslator *t, GwView *text, const char *format, ...)
  __attribute__((format(printf, 3, 4)));

/** A group graph pattern, its '{' taken; up to and with its '}'. Appends it to `out`, without
 * braces. */
GwStatus gw_translate_group(GwTranslator *t, GwBuffer *out, GwScope *scope);

/** Triples of a CONSTRUCT template up to '}'. */
GwStatus gw_translate_template(GwTranslator *t);

/** A property path or variable at the place of a predicate. */
GwStatus gw_translate_verb(GwTranslator *t, const GwPath **path, size_t *variable);

/** An expression. `positive`: where an error and false are the same. Its variables are looked up
 * in t->scope. */
GwStatus gw_translate_expression(GwTranslator *t, bool positive, GwExpression *e);

/** The same for a condition: what FILTER and HAVING take, with or without parentheses. */
GwStatus gw_translate_condition(GwTranslator *t, GwExpression *e);

/** A call of an ordinary function: `name` and "(" are taken. */
GwStatus gw_translate_call(GwTranslator *t, const GwToken *name, GwExpression *e);

/** What stands in the way of a condition; makes a boolean variable a comparison. */
GwStatus gw_need_truth(const GwTranslator *t, const GwToken *at, GwExpression *e);

#endif
