#include "ontology/shacl/check.h"

#include "ontology/shacl/checker.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>
#include <string.h>

static GwStatus fill_subclasses(GwChecker *c, GwNode class, GwNodes *set)
{
  bool good = gw_nodes_add(set, class);
  for (size_t i = 0; good && i < set->count; i++) {
    const GwTriples below = gw_index_to(c->data->classes, c->subclass, set->list[i]);
    for (size_t k = 0; good && k < below.count; k++) {
      good = gw_nodes_add(set, below.first[k].subject);
    }
  }
  return good ? GW_OK : gw_fail_memory(c->error);
}

GwStatus gw_check_subclasses(GwChecker *c, GwNode class, const GwNodes **set)
{
  const GwView key = {(const char *)&class, sizeof class};
  size_t number = gw_map_get(&c->subclasses, key);
  if (number == GW_MAP_ABSENT) {
    GwNodes *sets = gw_arena_grow(c->arena, c->sets, c->set_count, &c->set_capacity,
                                  sizeof *c->sets);
    GwNode *kept = GW_NEW(c->arena, 1, GwNode);
    if (!sets || !kept) {
      return gw_fail_memory(c->error);
    }
    *kept = class;
    c->sets = sets;
    number = c->set_count++;
    sets[number] = (GwNodes)GW_NODES_INIT;
    GW_TRY(fill_subclasses(c, class, &sets[number]));
    if (!gw_map_set(&c->subclasses, (GwView){(const char *)kept, sizeof class}, number)) {
      return gw_fail_memory(c->error);
    }
  }
  *set = &c->sets[number];
  return GW_OK;
}

GwStatus gw_check_breach(GwChecker *c, GwFocus *f, const GwConstraint *constraint, GwNode value)
{
  f->conforms = false;
  if (!f->results) {
    return GW_OK;
  }
  GwResults *r = f->results;
  r->list = gw_arena_grow(c->arena, r->list, r->count, &r->capacity, sizeof *r->list);
  if (!r->list) {
    return gw_fail_memory(c->error);
  }
  r->list[r->count++] = (GwResult){f->focus, value, f->shape->path, constraint, f->shape};
  return GW_OK;
}

GwStatus gw_check_breach_at(GwChecker *c, GwFocus *f, const GwConstraint *constraint,
                            GwTriple triple)
{
  GwPath *path = GW_NEW(c->arena, 1, GwPath);
  GW_TRY(gw_check_breach(c, f, constraint, triple.object));
  if (!path) {
    return gw_fail_memory(c->error);
  }
  if (f->results) {
    GwResult *result = &f->results->list[f->results->count - 1];
    *path = (GwPath){GW_PATH_PREDICATE, triple.predicate, NULL, 0};
    result->focus = triple.subject;
    result->path = path;
  }
  return GW_OK;
}

static GwStatus check_values(GwChecker *c, GwFocus *f)
{
  for (size_t i = 0; i < f->shape->constraint_count && (f->results || f->conforms); i++) {
    GW_TRY(gw_check_constraint(c, f, &f->shape->constraints[i]));
  }
  return GW_OK;
}

GwStatus gw_check_shape(GwChecker *c, const GwShape *shape, GwNode focus, size_t depth,
                        GwResults *results, bool *conforms)
{
  GwNodes values = GW_NODES_INIT;
  GwFocus f = {shape, focus, &values, depth, results, true};
  *conforms = true;
  if (shape->deactivated) {
    return GW_OK;
  }
  if (depth > GW_SHACL_DEPTH) {
    const GwView name = c->data->terms->list[shape->node]->value;
    return gw_fail(c->error, GW_ERR_INPUT, "shape <%.*s>: shapes refer to each other more than %d "
                   "deep; recursive shapes have no defined meaning",
                   name.length < 200 ? (int)name.length : 200, name.data, GW_SHACL_DEPTH);
  }
  const bool good = shape->path ? gw_path_follow(shape->path, c->data->data, focus, &values)
                                : gw_nodes_add(&values, focus);
  const GwStatus status = good ? check_values(c, &f) : gw_fail_memory(c->error);
  gw_nodes_free(&values);
  *conforms = f.conforms;
  return status;
}

static GwStatus add_instances(GwChecker *c, GwNode class, GwNodes *focuses)
{
  const GwNodes *classes;
  GW_TRY(gw_check_subclasses(c, class, &classes));
  for (size_t i = 0; i < classes->count; i++) {
    const GwTriples run = gw_index_to(c->data->data, c->type, classes->list[i]);
    for (size_t k = 0; k < run.count; k++) {
      if (!gw_nodes_add(focuses, run.first[k].subject)) {
        return gw_fail_memory(c->error);
      }
    }
  }
  return GW_OK;
}

static GwStatus add_targets(GwChecker *c, const GwTarget *target, GwNodes *focuses)
{
  if (target->kind == GW_TARGET_CLASS) {
    return add_instances(c, target->node, focuses);
  }
  if (target->kind == GW_TARGET_NODE) {
    return gw_nodes_add(focuses, target->node) ? GW_OK : gw_fail_memory(c->error);
  }
  const GwTriples run = gw_index_using(c->data->data, target->node);
  for (size_t i = 0; i < run.count; i++) {
    const GwTriple *t = &run.first[i];
    if (!gw_nodes_add(focuses, target->kind == GW_TARGET_SUBJECTS ? t->subject : t->object)) {
      return gw_fail_memory(c->error);
    }
  }
  return GW_OK;
}

/* Section 3.1: the focus nodes of a shape's targets, each once. */
static GwStatus check_targets(GwChecker *c, const GwShape *shape, GwNodes *focuses,
                              GwResults *results)
{
  for (size_t i = 0; i < shape->target_count; i++) {
    GW_TRY(add_targets(c, &shape->targets[i], focuses));
  }
  for (size_t i = 0; i < focuses->count; i++) {
    bool conforms;
    GW_TRY(gw_check_shape(c, shape, focuses->list[i], 0, results, &conforms));
  }
  return GW_OK;
}

static int compare_numbers(uintptr_t a, uintptr_t b)
{
  return a < b ? -1 : a > b;
}

static int compare_results(const void *left, const void *right)
{
  const GwResult *a = left, *b = right;
  int order = compare_numbers(a->focus, b->focus);
  order = order ? order : compare_numbers(a->shape->node, b->shape->node);
  order = order ? order : compare_numbers(a->constraint->component, b->constraint->component);
  order = order ? order : compare_numbers(a->path ? a->path->node : 0, b->path ? b->path->node : 0);
  order = order ? order : compare_numbers(a->value, b->value);
  return order ? order : compare_numbers(a->constraint->value, b->constraint->value);
}

/* A shape that several others refer to gives the same result for each. */
static void sort_once(GwResults *results)
{
  size_t kept = 0;
  if (results->count) {
    qsort(results->list, results->count, sizeof *results->list, compare_results);
  }
  for (size_t i = 0; i < results->count; i++) {
    if (kept == 0 || compare_results(&results->list[kept - 1], &results->list[i]) != 0) {
      results->list[kept++] = results->list[i];
    }
  }
  results->count = kept;
}

GwStatus gw_shacl_check(GwArena *arena, const GwData *data, const GwShapes *shapes,
                        GwResults *results, GwError *error)
{
  GwChecker c = {
    .arena = arena, .data = data, .shapes = shapes, .error = error,
    .type = gw_terms_find(data->terms, gw_iri(GW_VIEW(GW_RDF "type"))),
    .subclass = gw_terms_find(data->terms, gw_iri(GW_VIEW(GW_RDFS "subClassOf"))),
    .subclasses = gw_map_new(arena), .match = pcre2_match_data_create(1, NULL)};
  GwStatus status = c.match ? GW_OK : gw_fail_memory(error);
  *results = (GwResults){NULL, 0, 0};
  for (size_t i = 0; !status && i < shapes->count; i++) {
    GwNodes focuses = GW_NODES_INIT;
    status = check_targets(&c, &shapes->list[i], &focuses, results);
    gw_nodes_free(&focuses);
  }
  for (size_t i = 0; i < c.set_count; i++) {
    gw_nodes_free(&c.sets[i]);
  }
  pcre2_match_data_free(c.match);
  sort_once(results);
  return status;
}
