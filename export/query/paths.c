/* Property paths (SPARQL 1.1, section 9). Rasqal has none. Steps, inverses, sequences and
 * alternatives become patterns, as the specification defines them (section 18.2.2.4); `?`, `*` and
 * `+` become predicates that the triples source answers. */
#include "export/query/paths.h"

#include "ontology/vocabulary.h"

static GwStatus read_alternatives(GwTranslator *t, const GwPath **path);

static GwStatus new_path(const GwTranslator *t, GwPathKind kind, const GwPath *first,
                         const GwPath *second, const GwPath **path)
{
  GwPath *made = GW_NEW(t->arena, 1, GwPath);
  if (!made) {
    return gw_fail_memory(t->error);
  }
  *made = (GwPath){kind, 0, first, second};
  *path = made;
  return GW_OK;
}

static GwStatus read_step(GwTranslator *t, const GwPath **path)
{
  GwView iri = GW_VIEW(GW_RDF "type");
  bool taken = gw_token(t)->kind == GW_TOKEN_WORD && gw_view_is(gw_token(t)->text, "a");
  t->at += taken;
  if (!taken) {
    GW_TRY(gw_take_iri(t, &iri, &taken));
  }
  if (!taken) {
    return gw_expected(t, "a predicate");
  }
  GwPath *step = GW_NEW(t->arena, 1, GwPath);
  if (!step) {
    return gw_fail_memory(t->error);
  }
  GW_TRY(gw_plan_term(t, gw_iri(iri), &step->term));
  *path = step;
  return GW_OK;
}

static GwStatus read_primary(GwTranslator *t, const GwPath **path)
{
  if (gw_at(t, "!")) {
    return gw_refuse(t, gw_token(t), "a negated property set ('!p')",
                     "write a variable for the predicate and FILTER(?p != ...)");
  }
  if (!gw_take(t, "(")) {
    return read_step(t, path);
  }
  if (++t->depth > GW_QUERY_DEPTH) {
    return gw_refuse(t, gw_token(t), "a path nested that deep", "write it as several patterns");
  }
  GW_TRY(read_alternatives(t, path));
  t->depth--;
  return gw_need(t, ")");
}

/* A primary with the operators before and after it. */
static GwStatus read_element(GwTranslator *t, const GwPath **path)
{
  const bool inverse = gw_take(t, "^");
  GW_TRY(read_primary(t, path));
  const bool star = gw_at(t, "*"), plus = gw_at(t, "+"), optional = gw_at(t, "?");
  if (star || plus || optional) {
    t->at++;
    GW_TRY(new_path(t, star ? GW_PATH_STAR : plus ? GW_PATH_PLUS : GW_PATH_OPTIONAL, *path, NULL,
                    path));
  }
  return inverse ? new_path(t, GW_PATH_INVERSE, *path, NULL, path) : GW_OK;
}

static GwStatus read_sequence(GwTranslator *t, const GwPath **path)
{
  GW_TRY(read_element(t, path));
  while (gw_take(t, "/")) {
    const GwPath *next = NULL;
    GW_TRY(read_element(t, &next));
    GW_TRY(new_path(t, GW_PATH_SEQUENCE, *path, next, path));
  }
  return GW_OK;
}

static GwStatus read_alternatives(GwTranslator *t, const GwPath **path)
{
  GW_TRY(read_sequence(t, path));
  while (gw_take(t, "|")) {
    const GwPath *next = NULL;
    GW_TRY(read_sequence(t, &next));
    GW_TRY(new_path(t, GW_PATH_ALTERNATIVE, *path, next, path));
  }
  return GW_OK;
}

GwStatus gw_translate_verb(GwTranslator *t, const GwPath **path, size_t *variable)
{
  *path = NULL;
  *variable = GW_NO_VARIABLE;
  if (gw_token(t)->kind != GW_TOKEN_VARIABLE) {
    return read_alternatives(t, path);
  }
  GW_TRY(gw_variable(t, gw_token(t)->value, variable));
  t->at++;
  return GW_OK;
}

static size_t object_kinds(const GwTranslator *t, size_t predicate)
{
  const size_t kinds = gw_map_get(&t->profile->objects, t->plan->terms[predicate].value);
  return kinds == GW_MAP_ABSENT ? 0 : kinds;
}

#define RESOURCES (GW_KIND_IRI | GW_KIND_MARKS)

size_t gw_path_kinds(const GwTranslator *t, const GwPath *path, bool object)
{
  switch (path->kind) {
  case GW_PATH_STEP: return object ? object_kinds(t, path->term) : RESOURCES;
  case GW_PATH_INVERSE: return gw_path_kinds(t, path->first, !object);
  case GW_PATH_SEQUENCE: return gw_path_kinds(t, object ? path->second : path->first, object);
  case GW_PATH_PLUS: return gw_path_kinds(t, path->first, object);
  case GW_PATH_ALTERNATIVE:
    return gw_path_kinds(t, path->first, object) | gw_path_kinds(t, path->second, object);
  case GW_PATH_OPTIONAL:
  case GW_PATH_STAR: break;
  }
  return RESOURCES | t->profile->all_objects;
}

static GwStatus write_triple(const GwTranslator *t, GwBuffer *out, GwView subject,
                             const char *scheme, size_t number, GwView object)
{
  gw_buffer_format(out, "%.*s <%s%zu> %.*s . ", GW_PRINT(subject), scheme, number,
                   GW_PRINT(object));
  return out->failed ? gw_fail_memory(t->error) : GW_OK;
}

static GwStatus write_closure(GwTranslator *t, GwBuffer *out, GwView subject, const GwPath *path,
                              GwView object)
{
  GwPlan *plan = t->plan;
  const GwPath **paths = GW_NEW(t->arena, plan->path_count + 1, const GwPath *);
  if (!paths) {
    return gw_fail_memory(t->error);
  }
  for (size_t i = 0; i < plan->path_count; i++) {
    paths[i] = plan->paths[i];
  }
  paths[plan->path_count] = path;
  plan->paths = paths;
  return write_triple(t, out, subject, GW_PLAN_PATH, plan->path_count++, object);
}

static GwStatus write_sequence(GwTranslator *t, GwBuffer *out, GwView subject, const GwPath *path,
                               GwView object)
{
  size_t middle;
  GwView name;
  GW_TRY(gw_fresh_variable(t, &middle));
  GW_TRY(gw_text_format(t, &name, "?%.*s", GW_PRINT(t->names[middle])));
  GW_TRY(gw_write_path(t, out, subject, path->first, name));
  return gw_write_path(t, out, name, path->second, object);
}

static GwStatus write_alternative(GwTranslator *t, GwBuffer *out, GwView subject,
                                  const GwPath *path, GwView object)
{
  gw_buffer_text(out, "{ ");
  GW_TRY(gw_write_path(t, out, subject, path->first, object));
  gw_buffer_text(out, "} UNION { ");
  GW_TRY(gw_write_path(t, out, subject, path->second, object));
  gw_buffer_text(out, "} ");
  return GW_OK;
}

GwStatus gw_write_path(GwTranslator *t, GwBuffer *out, GwView subject, const GwPath *path,
                       GwView object)
{
  switch (path->kind) {
  case GW_PATH_STEP: return write_triple(t, out, subject, GW_PLAN_TERM, path->term, object);
  case GW_PATH_INVERSE: return gw_write_path(t, out, object, path->first, subject);
  case GW_PATH_SEQUENCE: return write_sequence(t, out, subject, path, object);
  case GW_PATH_ALTERNATIVE: return write_alternative(t, out, subject, path, object);
  case GW_PATH_OPTIONAL:
  case GW_PATH_STAR:
  case GW_PATH_PLUS: break;
  }
  return write_closure(t, out, subject, path, object);
}
