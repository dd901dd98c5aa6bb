#include "export/query/triples.h"

#include "export/query/paths.h"

#define EVERYTHING (~(size_t)0)

GwStatus gw_variable_node(const GwTranslator *t, size_t variable, GwNode *node)
{
  *node = (GwNode){.variable = variable};
  return gw_text_format(t, &node->text, "?%.*s", GW_PRINT(t->names[variable]));
}

static GwStatus constant_node(GwTranslator *t, GwTerm term, GwNode *node)
{
  node->variable = GW_NO_VARIABLE;
  GW_TRY(gw_plan_term(t, term, &node->term));
  return gw_text_format(t, &node->text, "<" GW_PLAN_TERM "%zu>", node->term);
}

/* `_:x` is a variable that the query cannot name otherwise. */
static GwStatus blank_node(GwTranslator *t, GwView label, GwNode *node)
{
  GwView name;
  GW_TRY(gw_text_format(t, &name, "gw__b_%.*s", GW_PRINT(label)));
  for (size_t i = 0; i < name.length; i++) {
    if (name.data[i] == '-' || name.data[i] == '.') {
      return gw_refuse(t, gw_token(t), "such a label of a blank node", "write a variable");
    }
  }
  GW_TRY(gw_variable(t, name, &node->variable));
  t->made |= (uint64_t)1 << node->variable;
  return gw_variable_node(t, node->variable, node);
}

static GwStatus read_properties(GwTranslator *t, GwBuffer *out, const GwNode *subject);

static GwStatus read_anonymous(GwTranslator *t, GwBuffer *out, GwNode *node)
{
  size_t variable;
  GW_TRY(gw_fresh_variable(t, &variable));
  GW_TRY(gw_variable_node(t, variable, node));
  if (gw_take(t, "]")) {
    return GW_OK;
  }
  if (++t->depth > GW_QUERY_DEPTH) {
    return gw_refuse(t, gw_token(t), "brackets nested that deep", "write variables");
  }
  GW_TRY(read_properties(t, out, node));
  t->depth--;
  return gw_need(t, "]");
}

GwStatus gw_read_node(GwTranslator *t, GwBuffer *out, GwNode *node)
{
  const GwToken *token = gw_token(t);
  GwView iri;
  GwTerm literal;
  bool taken;
  if (token->kind == GW_TOKEN_VARIABLE) {
    t->at++;
    GW_TRY(gw_variable(t, token->value, &node->variable));
    return gw_variable_node(t, node->variable, node);
  }
  if (token->kind == GW_TOKEN_BLANK) {
    t->at++;
    return blank_node(t, token->value, node);
  }
  if (gw_take(t, "[")) {
    return read_anonymous(t, out, node);
  }
  if (gw_at(t, "(")) {
    return gw_refuse(t, token, "a list in parentheses", "write rdf:first and rdf:rest");
  }
  GW_TRY(gw_take_iri(t, &iri, &taken));
  if (taken) {
    return constant_node(t, gw_iri(iri), node);
  }
  GW_TRY(gw_take_literal(t, &literal, &taken));
  return taken ? constant_node(t, literal, node) : gw_expected(t, "a term or variable");
}

/* What a variable can stand for is what fits all its places in a run of triples. */
static void note_kinds(GwTranslator *t, size_t variable, size_t kinds)
{
  if (variable != GW_NO_VARIABLE) {
    const uint64_t bit = (uint64_t)1 << variable;
    t->block[variable] = kinds & (t->block_seen & bit ? t->block[variable] : EVERYTHING);
    t->block_seen |= bit;
  }
}

static GwStatus write_pattern(GwTranslator *t, GwBuffer *out, const GwNode *subject,
                              const GwPath *path, size_t verb, const GwNode *object)
{
  const size_t resources = GW_KIND_IRI | GW_KIND_MARKS;
  note_kinds(t, subject->variable, path ? gw_path_kinds(t, path, false) : resources);
  note_kinds(t, object->variable,
             path ? gw_path_kinds(t, path, true) : t->profile->all_objects);
  if (path) {
    return gw_write_path(t, out, subject->text, path, object->text);
  }
  note_kinds(t, verb, resources);
  gw_buffer_format(out, "%.*s ?%.*s %.*s . ", GW_PRINT(subject->text), GW_PRINT(t->names[verb]),
                   GW_PRINT(object->text));
  return GW_OK;
}

/* `verb object, object ; verb object ...` */
static GwStatus read_properties(GwTranslator *t, GwBuffer *out, const GwNode *subject)
{
  do {
    const GwPath *path;
    size_t verb;
    if (gw_at(t, ";") || gw_at(t, ".") || gw_at(t, "]") || gw_at(t, "}")) {
      continue;
    }
    GW_TRY(gw_translate_verb(t, &path, &verb));
    do {
      GwNode object;
      GW_TRY(gw_read_node(t, out, &object));
      GW_TRY(write_pattern(t, out, subject, path, verb, &object));
    } while (gw_take(t, ","));
  } while (gw_take(t, ";"));
  return out->failed ? gw_fail_memory(t->error) : GW_OK;
}

bool gw_begins_triples(const GwTranslator *t)
{
  const GwToken *token = gw_token(t);
  return (token->kind >= GW_TOKEN_IRI && token->kind <= GW_TOKEN_STRING)
         || (token->kind >= GW_TOKEN_INTEGER && token->kind <= GW_TOKEN_DOUBLE)
         || gw_token_is(token, "[") || gw_token_is(token, "(") || gw_token_is(token, "true")
         || gw_token_is(token, "false") || gw_token_is(token, "-");
}

/* One subject with its properties; `[ ... ]` may stand alone. */
static GwStatus read_subject(GwTranslator *t, GwBuffer *out)
{
  GwNode subject;
  const bool brackets = gw_at(t, "[");
  GW_TRY(gw_read_node(t, out, &subject));
  const bool alone = brackets && (gw_at(t, ".") || gw_at(t, "}"));
  return alone ? GW_OK : read_properties(t, out, &subject);
}

GwStatus gw_translate_triples(GwTranslator *t, GwBuffer *out, GwScope *scope)
{
  t->block_seen = 0;
  while (gw_begins_triples(t)) {
    GW_TRY(read_subject(t, out));
    if (!gw_take(t, ".")) {
      break;
    }
  }
  for (size_t i = 0; i < t->variable_count; i++) {
    if (t->block_seen >> i & 1) {
      t->kinds[i] |= t->block[i];
    }
  }
  scope->certain |= t->block_seen;
  scope->possible |= t->block_seen;
  return GW_OK;
}
