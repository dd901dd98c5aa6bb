/* What shapes are written with: values, lists and paths; and which nodes are shapes. */
#include "ontology/shacl/shapes_reader.h"

#include "ontology/vocabulary.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

GwNode gw_reader_node(const GwShapesReader *r, const char *iri)
{
  return gw_terms_find(r->terms, gw_iri(gw_view(iri)));
}

GwStatus gw_reader_fail(const GwShapesReader *r, GwError *error, const char *format, ...)
{
  char what[600];
  const GwView node = r->terms->list[r->place->subject]->value;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(what, sizeof what, format, arguments);
  va_end(arguments);
  return gw_fail(error, GW_ERR_INPUT, "shape <%.*s>: %s",
                 node.length < 200 ? (int)node.length : 200, node.data, what);
}

GwStatus gw_reader_value(GwShapesReader *r, GwNode subject, const char *predicate, GwNode *value,
                         GwError *error)
{
  const GwNode number = gw_reader_node(r, predicate);
  const GwTriples run = gw_index_of(r->graph, subject, number);
  *value = run.count ? run.first[0].object : GW_NO_NODE;
  if (run.count > 1) {
    *r->place = (GwPlace){subject, number, run.first[1].object};
    return gw_reader_fail(r, error, "<%s> stands there more than once; keep one", predicate);
  }
  return GW_OK;
}

GwStatus gw_reader_list(GwShapesReader *r, GwNode head, const GwNode **nodes, size_t *count,
                        GwError *error)
{
  const GwNode nil = gw_reader_node(r, GW_RDF "nil");
  GwNode *list = NULL;
  size_t capacity = 0;
  *count = 0;
  for (GwNode at = head; at != nil; ) {
    GwNode first, rest;
    GW_TRY(gw_reader_value(r, at, GW_RDF "first", &first, error));
    GW_TRY(gw_reader_value(r, at, GW_RDF "rest", &rest, error));
    if (first == GW_NO_NODE || rest == GW_NO_NODE || *count > r->graph->count) {
      return gw_reader_fail(r, error, "a list is not well-formed; write it in parentheses");
    }
    list = gw_arena_grow(r->arena, list, *count, &capacity, sizeof *list);
    if (!list) {
      return gw_fail_memory(error);
    }
    list[(*count)++] = first;
    at = rest;
  }
  *nodes = list;
  return GW_OK;
}

static GwStatus read_parts(GwShapesReader *r, const GwNode *nodes, size_t count, size_t depth,
                           GwPath *path, GwError *error)
{
  GwPath *parts = GW_NEW(r->arena, count, GwPath);
  if (!parts) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    GW_TRY(gw_reader_path(r, nodes[i], depth + 1, &parts[i], error));
  }
  path->parts = parts;
  path->count = count;
  return GW_OK;
}

static GwStatus read_list_path(GwShapesReader *r, GwNode head, GwPathKind kind, size_t depth,
                               GwPath *path, GwError *error)
{
  const GwNode *nodes;
  size_t count;
  path->kind = kind;
  GW_TRY(gw_reader_list(r, head, &nodes, &count, error));
  if (count < 2) {
    return gw_reader_fail(r, error, "a path of several steps or ways needs two at least");
  }
  return read_parts(r, nodes, count, depth, path, error);
}

GwStatus gw_reader_path(GwShapesReader *r, GwNode node, size_t depth, GwPath *path,
                        GwError *error)
{
  static const struct {
    const char *property;
    GwPathKind kind;
  } kinds[] = {
    {GW_SHACL "inversePath", GW_PATH_INVERSE}, {GW_SHACL "zeroOrMorePath", GW_PATH_ZERO_OR_MORE},
    {GW_SHACL "oneOrMorePath", GW_PATH_ONE_OR_MORE},
    {GW_SHACL "zeroOrOnePath", GW_PATH_ZERO_OR_ONE},
    {GW_SHACL "alternativePath", GW_PATH_ALTERNATIVE},
  };
  *path = (GwPath){GW_PATH_PREDICATE, node, NULL, 0};
  if (depth > GW_PATH_DEPTH || r->terms->list[node]->kind != GW_TERM_IRI) {
    return gw_reader_fail(r, error, "sh:path is no property path, or one nested deeper than %d",
                          GW_PATH_DEPTH);
  }
  if (gw_index_of(r->graph, node, gw_reader_node(r, GW_RDF "first")).count) {
    return read_list_path(r, node, GW_PATH_SEQUENCE, depth, path, error);
  }
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    GwNode value;
    GW_TRY(gw_reader_value(r, node, kinds[i].property, &value, error));
    if (value != GW_NO_NODE) {
      path->kind = kinds[i].kind;
      return path->kind == GW_PATH_ALTERNATIVE
               ? read_list_path(r, value, path->kind, depth, path, error)
               : read_parts(r, &value, 1, depth, path, error);
    }
  }
  return GW_OK;
}

const char *gw_reader_shacl_name(const GwShapesReader *r, GwNode node)
{
  const GwView iri = r->terms->list[node]->value;
  const GwView space = GW_VIEW(GW_SHACL), own = GW_VIEW(GW_SHAPES);
  if (r->terms->list[node]->kind != GW_TERM_IRI) {
    return NULL;
  }
  if (gw_view_starts(iri, own)) {
    return gw_view_format(r->arena, "shape:%.*s",
                          GW_PRINT(gw_view_slice(iri, own.length, iri.length))).data;
  }
  return gw_view_starts(iri, space)
           ? gw_view_copy(r->arena, gw_view_slice(iri, space.length, iri.length)) : NULL;
}

/* The shapes that a triple's object stands for, or a list's members. */
static GwStatus add_objects(GwShapesReader *r, const GwParameter *parameter, const GwTriple *t,
                            GwNodes *found, GwError *error)
{
  const GwNode *members = &t->object;
  size_t count = 1;
  *r->place = (GwPlace){t->subject, t->predicate, t->object};
  if (parameter->value == GW_VALUE_SHAPES) {
    GW_TRY(gw_reader_list(r, t->object, &members, &count, error));
  } else if (parameter->value != GW_VALUE_SHAPE
             && strcmp(parameter->name, "qualifiedValueShape") != 0) {
    return GW_OK;
  }
  for (size_t i = 0; i < count; i++) {
    if (r->terms->list[members[i]]->kind != GW_TERM_IRI) {
      return gw_reader_fail(r, error, "the value of sh:%s is a literal, not a shape",
                            parameter->name);
    }
    if (!gw_nodes_add(found, members[i])) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

/* SHACL, section 2.1: a node is a shape by its class, its targets, its parameters, or because a
 * shape refers to it as one. */
static GwStatus find(GwShapesReader *r, GwNodes *found, GwError *error)
{
  const GwNode type = gw_reader_node(r, GW_RDF "type");
  const GwNode node_shape = gw_reader_node(r, GW_SHACL "NodeShape");
  const GwNode property_shape = gw_reader_node(r, GW_SHACL "PropertyShape");
  for (size_t i = 0; i < r->graph->count; i++) {
    const GwTriple *t = &r->graph->forward[i];
    const char *name = gw_reader_shacl_name(r, t->predicate);
    const GwParameter p = gw_parameter_find(name ? name : "");
    const bool typed = t->predicate == type
                       && (t->object == node_shape || t->object == property_shape);
    const bool meant = p.kind == GW_PARAMETER_CONSTRAINT || p.kind == GW_PARAMETER_TARGET;
    if ((typed || meant) && !gw_nodes_add(found, t->subject)) {
      return gw_fail_memory(error);
    }
    GW_TRY(add_objects(r, &p, t, found, error));
  }
  return GW_OK;
}

static int compare_shapes(const void *left, const void *right)
{
  const GwShape *a = left, *b = right;
  return a->node < b->node ? -1 : a->node > b->node;
}

GwStatus gw_reader_find_shapes(GwShapesReader *r, GwError *error)
{
  GwNodes found = GW_NODES_INIT;
  const GwStatus status = find(r, &found, error);
  if (!status) {
    r->shapes->list = GW_NEW(r->arena, found.count + 1, GwShape);
  }
  for (size_t i = 0; !status && r->shapes->list && i < found.count; i++) {
    r->shapes->list[r->shapes->count++] = (GwShape){
      .node = found.list[i], .severity = GW_NO_NODE, .message = GW_NO_NODE};
  }
  gw_nodes_free(&found);
  if (status) {
    return status;
  }
  if (!r->shapes->list) {
    return gw_fail_memory(error);
  }
  qsort(r->shapes->list, r->shapes->count, sizeof *r->shapes->list, compare_shapes);
  return GW_OK;
}

GwShape *gw_shapes_find(const GwShapes *shapes, GwNode node)
{
  const GwShape key = {.node = node};
  return shapes->count ? bsearch(&key, shapes->list, shapes->count, sizeof key, compare_shapes)
                       : NULL;
}
