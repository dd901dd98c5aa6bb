#include "export/query/translator.h"

#include "export/terms.h"
#include "ontology/iri.h"
#include "ontology/vocabulary.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

GwStatus gw_refuse(const GwTranslator *t, const GwToken *at, const char *feature,
                   const char *instead)
{
  return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: Rasqal, the SPARQL engine here, cannot do %s; "
                 "%s, or load the graph in a full SPARQL store, such as Oxigraph", t->name,
                 at->line, feature, instead);
}

GwStatus gw_expected(const GwTranslator *t, const char *what)
{
  const GwToken *token = gw_token(t);
  if (token->kind == GW_TOKEN_END) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: expected %s before the query's end", t->name,
                   token->line, what);
  }
  return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: expected %s before '%.*s'", t->name,
                 token->line, what, token->text.length > 60 ? 60 : (int)token->text.length,
                 token->text.data);
}

const GwToken *gw_token(const GwTranslator *t)
{
  return &t->tokens[t->at];
}

bool gw_at(const GwTranslator *t, const char *text)
{
  return gw_token_is(gw_token(t), text);
}

bool gw_take(GwTranslator *t, const char *text)
{
  const bool taken = gw_at(t, text);
  t->at += taken;
  return taken;
}

GwStatus gw_need(GwTranslator *t, const char *text)
{
  char what[32];
  snprintf(what, sizeof what, "'%s'", text);
  return gw_take(t, text) ? GW_OK : gw_expected(t, what);
}

GwStatus gw_text_format(const GwTranslator *t, GwView *text, const char *format, ...)
{
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  const int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  char *bytes = length < 0 ? NULL : gw_arena_alloc(t->arena, (size_t)length + 1, 1);
  if (bytes) {
    vsnprintf(bytes, (size_t)length + 1, format, again);
  }
  va_end(again);
  *text = (GwView){bytes, bytes ? (size_t)length : 0};
  return bytes ? GW_OK : gw_fail_memory(t->error);
}

static GwStatus check_iri(const GwTranslator *t, const GwToken *token, GwView iri)
{
  if (gw_iri_is_valid(iri)) {
    return GW_OK;
  }
  return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: %.*s is no absolute IRI; write it in full or "
                 "declare a BASE", t->name, token->line, GW_PRINT(token->text));
}

/* An IRI as written, resolved against the base by appending, which is what people mean by a
 * relative IRI under a base that ends in '/' or '#'. */
static GwStatus full_iri(const GwTranslator *t, const GwToken *token, GwView *iri)
{
  *iri = token->value;
  const bool absolute = gw_iri_is_valid(*iri);
  const bool simple = t->base.length && memchr("/#", t->base.data[t->base.length - 1], 2)
                      && !(iri->length && memchr("/#?", iri->data[0], 3));
  if (!absolute && simple) {
    GW_TRY(gw_text_format(t, iri, "%.*s%.*s", GW_PRINT(t->base), GW_PRINT(token->value)));
  }
  return check_iri(t, token, *iri);
}

static GwStatus named_iri(const GwTranslator *t, const GwToken *token, GwView *iri)
{
  const size_t colon = gw_view_find(token->value, GW_VIEW(":"), 0) + 1;
  const GwView prefix = gw_view_slice(token->value, 0, colon);
  const size_t space = gw_map_get(&t->prefixes, prefix);
  if (space == GW_MAP_ABSENT) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: the prefix '%.*s' is not declared; begin the "
                   "query with PREFIX %.*s <...>", t->name, token->line, GW_PRINT(prefix),
                   GW_PRINT(prefix));
  }
  const GwView local = gw_view_slice(token->value, colon, token->value.length);
  GW_TRY(gw_text_format(t, iri, "%.*s%.*s", GW_PRINT(t->spaces[space]), GW_PRINT(local)));
  return check_iri(t, token, *iri);
}

GwStatus gw_take_iri(GwTranslator *t, GwView *iri, bool *taken)
{
  const GwToken *token = gw_token(t);
  *taken = token->kind == GW_TOKEN_IRI || token->kind == GW_TOKEN_NAME;
  if (!*taken) {
    return GW_OK;
  }
  t->at++;
  return (token->kind == GW_TOKEN_IRI ? full_iri : named_iri)(t, token, iri);
}

GwStatus gw_variable(GwTranslator *t, GwView name, size_t *number)
{
  *number = gw_map_get(&t->variables, name);
  if (*number != GW_MAP_ABSENT) {
    return GW_OK;
  }
  if (t->variable_count == GW_QUERY_VARIABLES) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: the query has more than %d variables", t->name,
                   gw_token(t)->line, GW_QUERY_VARIABLES);
  }
  *number = t->variable_count;
  t->names[t->variable_count++] = name;
  return gw_map_set(&t->variables, name, *number) ? GW_OK : gw_fail_memory(t->error);
}

GwStatus gw_fresh_variable(GwTranslator *t, size_t *number)
{
  GwView name;
  GW_TRY(gw_text_format(t, &name, "gw__%zu", ++t->fresh));
  GW_TRY(gw_variable(t, name, number));
  t->made |= (uint64_t)1 << *number;
  return GW_OK;
}

GwStatus gw_plan_term(GwTranslator *t, GwTerm term, size_t *number)
{
  GwPlan *plan = t->plan;
  char language[GW_LANGUAGE_BYTES] = "";
  GwError why = {GW_OK, ""};
  if (gw_term_normalize(&term, language, &why)) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: %s", t->name, gw_token(t)->line, why.message);
  }
  if (term.language.length) {
    term.language.data = gw_view_copy(t->arena, term.language);
  }
  for (size_t i = 0; i < plan->term_count; i++) {
    if (gw_term_equal(&plan->terms[i], &term)) {
      *number = i;
      return GW_OK;
    }
  }
  GwTerm *terms = GW_NEW(t->arena, plan->term_count + 1, GwTerm);
  if (!terms || (term.language.length && !term.language.data)) {
    return gw_fail_memory(t->error);
  }
  if (plan->term_count) {
    memcpy(terms, plan->terms, plan->term_count * sizeof *terms);
  }
  terms[plan->term_count] = term;
  plan->terms = terms;
  *number = plan->term_count++;
  return GW_OK;
}

static GwStatus take_string(GwTranslator *t, GwTerm *literal)
{
  bool typed = false;
  *literal = gw_string(gw_token(t)->value);
  t->at++;
  if (gw_token(t)->kind == GW_TOKEN_LANGUAGE) {
    literal->language = gw_token(t)->value;
    t->at++;
  } else if (gw_take(t, "^^")) {
    GW_TRY(gw_take_iri(t, &literal->datatype, &typed));
    return typed ? GW_OK : gw_expected(t, "a datatype's IRI");
  }
  return GW_OK;
}

static GwStatus take_number(GwTranslator *t, bool negative, GwTerm *literal)
{
  static const char *const types[] = {GW_XSD "integer", GW_XSD "decimal", GW_XSD "double"};
  const GwToken *token = gw_token(t);
  *literal = gw_typed(token->text, types[token->kind - GW_TOKEN_INTEGER]);
  t->at++;
  return negative ? gw_text_format(t, &literal->value, "-%.*s", GW_PRINT(token->text)) : GW_OK;
}

GwStatus gw_take_literal(GwTranslator *t, GwTerm *literal, bool *taken)
{
  const GwToken *token = gw_token(t), *next = token->kind ? token + 1 : token;
  const bool sign = gw_token_is(token, "-") || gw_token_is(token, "+");
  const GwToken *number = sign ? next : token;
  *taken = true;
  if (number->kind >= GW_TOKEN_INTEGER && number->kind <= GW_TOKEN_DOUBLE) {
    t->at += sign;
    return take_number(t, gw_token_is(token, "-"), literal);
  }
  if (token->kind == GW_TOKEN_STRING) {
    return take_string(t, literal);
  }
  *taken = gw_token_is(token, "true") || gw_token_is(token, "false");
  if (*taken) {
    *literal = gw_typed(gw_token_is(token, "true") ? GW_VIEW("true") : GW_VIEW("false"),
                        GW_XSD "boolean");
    t->at++;
  }
  return GW_OK;
}
