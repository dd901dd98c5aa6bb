#include "ontology/shacl/shapes.h"

#include "ontology/shacl/literals.h"
#include "ontology/shacl/shapes_reader.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>
#include <string.h>

static const GwTerm *term(const GwShapesReader *r, GwNode node)
{
  return r->terms->list[node];
}

static bool is_true(const GwShapesReader *r, GwNode node)
{
  return node != GW_NO_NODE && gw_view_is(term(r, node)->value, "true")
         && gw_view_is(term(r, node)->datatype, GW_XSD "boolean");
}

static GwStatus read_count(const GwShapesReader *r, GwNode node, const char *name, size_t *number,
                           GwError *error)
{
  const GwTerm *literal = term(r, node);
  char *end = NULL;
  if (literal->kind == GW_TERM_LITERAL && gw_literal_is_valid(literal)
      && gw_view_is(literal->datatype, GW_XSD "integer") && literal->value.length < 19) {
    char *digits = gw_view_copy(r->arena, literal->value);
    *number = digits && *digits != '-' ? (size_t)strtoul(digits, &end, 10) : 0;
  }
  return end ? GW_OK : gw_reader_fail(r, error, "the value of sh:%s is no whole number from 0",
                                      name);
}

/* XPath's flags; 'q' takes the pattern as plain text. */
static GwStatus read_flags(GwShapesReader *r, GwNode shape, uint32_t *options, GwError *error)
{
  static const char letters[] = "smixq";
  static const uint32_t meanings[] = {PCRE2_DOTALL, PCRE2_MULTILINE, PCRE2_CASELESS,
                                      PCRE2_EXTENDED_MORE, PCRE2_LITERAL};
  GwNode flags;
  GW_TRY(gw_reader_value(r, shape, GW_SHACL "flags", &flags, error));
  const GwView text = flags == GW_NO_NODE ? GW_VIEW("") : term(r, flags)->value;
  *options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY;
  for (size_t i = 0; i < text.length; i++) {
    const char *letter = text.data[i] ? strchr(letters, text.data[i]) : NULL;
    if (!letter) {
      return gw_reader_fail(r, error, "sh:flags \"%.*s\": there are s, m, i, x and q",
                            text.length < 100 ? (int)text.length : 100, text.data);
    }
    *options |= meanings[letter - letters];
  }
  return GW_OK;
}

static GwStatus read_pattern(GwShapesReader *r, GwNode shape, GwConstraint *c, GwError *error)
{
  uint32_t options;
  int code = 0;
  PCRE2_SIZE at = 0;
  const GwTerm *pattern = term(r, c->value);
  GW_TRY(read_flags(r, shape, &options, error));
  if (pattern->kind == GW_TERM_LITERAL) {
    if (options & PCRE2_LITERAL) {
      options &= ~(uint32_t)(PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_DOTALL | PCRE2_MULTILINE
                             | PCRE2_EXTENDED_MORE);
    }
    c->pattern = pcre2_compile((PCRE2_SPTR)pattern->value.data, pattern->value.length, options,
                               &code, &at, NULL);
  }
  if (!c->pattern) {
    char reason[200] = "it is no literal";
    if (code) {
      pcre2_get_error_message(code, (PCRE2_UCHAR *)reason, sizeof reason);
    }
    return gw_reader_fail(r, error, "sh:pattern, at character %zu: %s", (size_t)at, reason);
  }
  pcre2_jit_compile(c->pattern, PCRE2_JIT_COMPLETE); /* faster where it can be had */
  return GW_OK;
}

static GwStatus refer(GwShapesReader *r, const GwNode *nodes, size_t count, GwConstraint *c,
                      GwError *error)
{
  c->shapes = GW_NEW(r->arena, count + 1, const GwShape *);
  if (!c->shapes) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    c->shapes[c->shape_count++] = gw_shapes_find(r->shapes, nodes[i]);
  }
  return GW_OK;
}

/* The properties that a closed shape lets stand: of its property shapes, and those ignored. */
static GwStatus read_closed(GwShapesReader *r, GwNode shape, GwConstraint *c, GwError *error)
{
  const GwTriples own = gw_index_of(r->graph, shape, gw_reader_node(r, GW_SHACL "property"));
  const GwNode path = gw_reader_node(r, GW_SHACL "path");
  GwNode ignored;
  const GwNode *list = NULL;
  size_t count = 0;
  GW_TRY(gw_reader_value(r, shape, GW_SHACL "ignoredProperties", &ignored, error));
  if (ignored != GW_NO_NODE) {
    GW_TRY(gw_reader_list(r, ignored, &list, &count, error));
  }
  GwNode *allowed = GW_NEW(r->arena, own.count + count + 1, GwNode);
  if (!allowed) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < own.count; i++) {
    const GwTriples paths = gw_index_of(r->graph, own.first[i].object, path);
    if (paths.count) {
      allowed[c->node_count++] = paths.first[0].object;
    }
  }
  for (size_t i = 0; i < count; i++) {
    allowed[c->node_count++] = list[i];
  }
  c->nodes = allowed;
  return GW_OK;
}

/* SHACL, section 4.7.3: the other qualified shapes of the shapes that have this one as a
 * property. */
static GwStatus find_siblings(GwShapesReader *r, GwNode shape, GwNode own, GwConstraint *c,
                              GwError *error)
{
  GwNodes siblings = GW_NODES_INIT;
  const GwNode property = gw_reader_node(r, GW_SHACL "property");
  const GwNode qualified = gw_reader_node(r, GW_SHACL "qualifiedValueShape");
  const GwTriples parents = gw_index_to(r->graph, property, shape);
  bool good = true;
  for (size_t i = 0; i < parents.count; i++) {
    const GwTriples properties = gw_index_of(r->graph, parents.first[i].subject, property);
    for (size_t k = 0; k < properties.count; k++) {
      const GwTriples values = gw_index_of(r->graph, properties.first[k].object, qualified);
      for (size_t v = 0; v < values.count; v++) {
        good = good && (values.first[v].object == own
                        || gw_nodes_add(&siblings, values.first[v].object));
      }
    }
  }
  c->siblings = GW_NEW(r->arena, siblings.count + 1, const GwShape *);
  for (size_t i = 0; c->siblings && i < siblings.count; i++) {
    c->siblings[c->sibling_count++] = gw_shapes_find(r->shapes, siblings.list[i]);
  }
  gw_nodes_free(&siblings);
  return good && c->siblings ? GW_OK : gw_fail_memory(error);
}

static GwStatus read_qualified(GwShapesReader *r, GwNode shape, const GwParameter *p,
                               GwConstraint *c, GwError *error)
{
  GwNode qualified, disjoint;
  GW_TRY(read_count(r, c->value, p->name, &c->number, error));
  GW_TRY(gw_reader_value(r, shape, GW_SHACL "qualifiedValueShape", &qualified, error));
  GW_TRY(gw_reader_value(r, shape, GW_SHACL "qualifiedValueShapesDisjoint", &disjoint, error));
  if (qualified == GW_NO_NODE) {
    return gw_reader_fail(r, error, "sh:%s needs a sh:qualifiedValueShape", p->name);
  }
  GW_TRY(refer(r, &qualified, 1, c, error));
  return is_true(r, disjoint) ? find_siblings(r, shape, qualified, c, error) : GW_OK;
}

static GwStatus read_node_kind(const GwShapesReader *r, GwNode node, GwError *error)
{
  static const char *const kinds[] = {"IRI", "BlankNode", "Literal", "BlankNodeOrIRI",
                                      "BlankNodeOrLiteral", "IRIOrLiteral"};
  const char *name = gw_reader_shacl_name(r, node);
  for (size_t i = 0; name && i < sizeof kinds / sizeof *kinds; i++) {
    if (strcmp(kinds[i], name) == 0) {
      return GW_OK;
    }
  }
  return gw_reader_fail(r, error, "the value of sh:nodeKind is none of SHACL's six kinds, such as "
                        "sh:IRI");
}

static GwStatus read_boolean(const GwShapesReader *r, GwNode node, const char *name,
                             GwError *error)
{
  return gw_view_is(term(r, node)->datatype, GW_XSD "boolean")
           ? GW_OK : gw_reader_fail(r, error, "the value of sh:%s is neither true nor false", name);
}

static GwStatus read_value(GwShapesReader *r, GwShape *shape, const GwParameter *p,
                           GwConstraint *c, GwError *error)
{
  const GwTermKind kind = term(r, c->value)->kind;
  if ((p->value == GW_VALUE_IRI && kind != GW_TERM_IRI)
      || (p->value == GW_VALUE_LITERAL && kind != GW_TERM_LITERAL)) {
    return gw_reader_fail(r, error, "the value of sh:%s is no %s", p->name,
                          kind == GW_TERM_IRI ? "literal" : "IRI");
  }
  switch (p->value) {
  case GW_VALUE_COUNT: return read_count(r, c->value, p->name, &c->number, error);
  case GW_VALUE_PATTERN: return read_pattern(r, shape->node, c, error);
  case GW_VALUE_NODES: return gw_reader_list(r, c->value, &c->nodes, &c->node_count, error);
  case GW_VALUE_SHAPE: return refer(r, &c->value, 1, c, error);
  case GW_VALUE_SHAPES: {
    const GwNode *nodes;
    size_t count;
    GW_TRY(gw_reader_list(r, c->value, &nodes, &count, error));
    return refer(r, nodes, count, c, error);
  }
  case GW_VALUE_CLOSED:
    GW_TRY(read_boolean(r, c->value, p->name, error));
    return read_closed(r, shape->node, c, error);
  case GW_VALUE_TRUE: return read_boolean(r, c->value, p->name, error);
  case GW_VALUE_QUALIFIED: return read_qualified(r, shape->node, p, c, error);
  case GW_VALUE_IRI:
    return c->component == GW_SHACL_NODE_KIND ? read_node_kind(r, c->value, error) : GW_OK;
  case GW_VALUE_ANY:
  case GW_VALUE_LITERAL: break;
  }
  return GW_OK;
}

static GwStatus read_constraint(GwShapesReader *r, GwShape *shape, const GwParameter *p,
                                const GwTriple *t, GwError *error)
{
  GwConstraint *c = &shape->constraints[shape->constraint_count++];
  *c = (GwConstraint){.component = (GwComponent)p->what, .value = t->object};
  if (p->needs_path && !shape->path) {
    return gw_reader_fail(r, error, "sh:%s is for shapes with a sh:path", p->name);
  }
  GW_TRY(read_value(r, shape, p, c, error));
  if ((p->value == GW_VALUE_CLOSED || p->value == GW_VALUE_TRUE) && !is_true(r, c->value)) {
    shape->constraint_count--; /* "false" asks for nothing */
  }
  return GW_OK;
}

static GwStatus read_parameter(GwShapesReader *r, GwShape *shape, const GwTriple *t, bool again,
                               GwError *error)
{
  const char *name = gw_reader_shacl_name(r, t->predicate);
  const GwParameter p = gw_parameter_find(name ? name : "");
  *r->place = (GwPlace){t->subject, t->predicate, t->object};
  if (!name) {
    return GW_OK;
  }
  if (p.kind == GW_PARAMETER_UNKNOWN) {
    return gw_reader_fail(r, error, "%s%s is not supported, only SHACL Core is; say it in other "
                          "terms or leave it out", strchr(name, ':') ? "" : "sh:", name);
  }
  if (again && p.single) {
    return gw_reader_fail(r, error, "sh:%s stands there more than once; keep one", name);
  }
  if (p.kind == GW_PARAMETER_TARGET) {
    shape->targets[shape->target_count++] = (GwTarget){(GwTargetKind)p.what, t->object};
  }
  return p.kind == GW_PARAMETER_CONSTRAINT ? read_constraint(r, shape, &p, t, error) : GW_OK;
}

/* The message in English, or without a language, before others. */
static void choose_message(const GwShapesReader *r, GwShape *shape)
{
  const GwTriples run = gw_index_of(r->graph, shape->node, gw_reader_node(r, GW_SHACL "message"));
  for (size_t i = 0; i < run.count; i++) {
    const GwView language = term(r, run.first[i].object)->language;
    if (i == 0 || language.length == 0 || gw_view_starts(language, GW_VIEW("en"))) {
      shape->message = run.first[i].object;
    }
  }
}

static bool is_class(const GwShapesReader *r, GwNode node)
{
  const GwNode classes[] = {gw_reader_node(r, GW_RDFS "Class"), gw_reader_node(r, GW_OWL "Class")};
  const GwNode type = gw_reader_node(r, GW_RDF "type");
  return gw_index_has(r->graph, node, type, classes[0])
         || gw_index_has(r->graph, node, type, classes[1]);
}

static GwStatus read_shape(GwShapesReader *r, GwShape *shape, GwError *error)
{
  const GwTriples own = gw_index_about(r->graph, shape->node);
  GwNode path, deactivated;
  *r->place = (GwPlace){shape->node, GW_NO_NODE, GW_NO_NODE};
  shape->constraints = GW_NEW(r->arena, own.count + 1, GwConstraint);
  shape->targets = GW_NEW(r->arena, own.count + 1, GwTarget);
  GwPath *read = GW_NEW(r->arena, 1, GwPath);
  if (!shape->constraints || !shape->targets || !read) {
    return gw_fail_memory(error);
  }
  GW_TRY(gw_reader_value(r, shape->node, GW_SHACL "path", &path, error));
  if (path != GW_NO_NODE) {
    GW_TRY(gw_reader_path(r, path, 0, read, error));
    shape->path = read;
  }
  for (size_t i = 0; i < own.count; i++) {
    const bool again = i > 0 && own.first[i - 1].predicate == own.first[i].predicate;
    GW_TRY(read_parameter(r, shape, &own.first[i], again, error));
  }
  if (is_class(r, shape->node)) {
    shape->targets[shape->target_count++] = (GwTarget){GW_TARGET_CLASS, shape->node};
  }
  GW_TRY(gw_reader_value(r, shape->node, GW_SHACL "severity", &shape->severity, error));
  GW_TRY(gw_reader_value(r, shape->node, GW_SHACL "deactivated", &deactivated, error));
  shape->deactivated = is_true(r, deactivated);
  choose_message(r, shape);
  return GW_OK;
}

/* What is said beside the shapes, and would change what they mean. */
static GwStatus refuse(GwShapesReader *r, GwError *error)
{
  static const char *const refused[] = {
    GW_SHACL "entailment", GW_SHACL "validator", GW_SHACL "nodeValidator",
    GW_SHACL "propertyValidator", GW_SHACL "parameter", GW_SHACL "rule", GW_SHACL "sparql",
    GW_SHACL "target", GW_SHACL "js", GW_SHACL "expression"};
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    const GwTriples run = gw_index_using(r->graph, gw_reader_node(r, refused[i]));
    if (run.count) {
      *r->place = (GwPlace){run.first->subject, run.first->predicate, run.first->object};
      return gw_reader_fail(r, error, "sh:%s is not supported, only SHACL Core is; say it in other "
                            "terms or leave it out", strrchr(refused[i], '#') + 1);
    }
  }
  const GwTriples imports = gw_index_using(r->graph, gw_reader_node(r, GW_OWL "imports"));
  for (size_t i = 0; i < imports.count; i++) {
    if (gw_index_about(r->graph, imports.first[i].object).count == 0) {
      *r->place = (GwPlace){imports.first[i].subject, imports.first[i].predicate,
                            imports.first[i].object};
      return gw_reader_fail(r, error, "owl:imports is not followed; give the file that it names "
                            "with another --shapes");
    }
  }
  return GW_OK;
}

static GwStatus read_all(GwShapesReader *r, GwError *error)
{
  GW_TRY(refuse(r, error));
  GW_TRY(gw_reader_find_shapes(r, error));
  for (size_t i = 0; i < r->shapes->count; i++) {
    GW_TRY(read_shape(r, &r->shapes->list[i], error));
  }
  return GW_OK;
}

GwStatus gw_shapes_read(GwArena *arena, const GwTerms *terms, const GwIndex *graph,
                        GwShapes *shapes, GwPlace *place, GwError *error)
{
  GwShapesReader reader = {arena, terms, graph, shapes, place};
  *shapes = (GwShapes){NULL, 0};
  *place = (GwPlace){GW_NO_NODE, GW_NO_NODE, GW_NO_NODE};
  const GwStatus status = read_all(&reader, error);
  if (status) {
    gw_shapes_free(shapes);
  }
  return status;
}

void gw_shapes_free(GwShapes *shapes)
{
  for (size_t i = 0; i < shapes->count; i++) {
    for (size_t k = 0; k < shapes->list[i].constraint_count; k++) {
      pcre2_code_free(shapes->list[i].constraints[k].pattern);
    }
    shapes->list[i].constraint_count = 0;
  }
}
