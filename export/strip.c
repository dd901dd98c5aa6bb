#include "base/map.h"
#include "export/merge_parts.h"
#include "ontology/vocabulary.h"

/* What merging says of its nodes. Other people's words about them stay. */
static const char *const own_properties[] = {
  GW_RDFS "label", GW_NAMESPACE "between", GW_NAMESPACE "relation", GW_NAMESPACE "score",
  GW_NAMESPACE "reason", GW_NAMESPACE "explanation", GW_NAMESPACE "affirmedBy",
  GW_NAMESPACE "deniedBy", GW_NAMESPACE "disputedProperty", GW_NAMESPACE "disputedValue",
  GW_PROV "wasAttributedTo",
};
static const char *const own_classes[] = {
  GW_NAMESPACE "IdentityLink", GW_NAMESPACE "RejectedLink", GW_NAMESPACE "Conflict",
  GW_NAMESPACE "Contradiction", GW_NAMESPACE "Dispute", GW_NAMESPACE "Disagreement",
  GW_NAMESPACE "IdentityConflict",
};

static bool is_listed(GwView iri, const char *const *list, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    if (gw_view_is(iri, list[i])) {
      return true;
    }
  }
  return false;
}

static bool is_own_node(GwView iri)
{
  return gw_view_starts(iri, GW_VIEW(GW_LINK_PREFIX))
         || gw_view_starts(iri, GW_VIEW(GW_CONFLICT_PREFIX));
}

static bool is_own(const GwQuad *quad)
{
  if (!is_own_node(quad->subject->value)) {
    return false;
  }
  if (gw_view_is(quad->predicate->value, GW_RDF "type")) {
    return is_listed(quad->object->value, own_classes, sizeof own_classes / sizeof *own_classes);
  }
  return is_listed(quad->predicate->value, own_properties,
                   sizeof own_properties / sizeof *own_properties);
}

typedef struct {
  GwArena *arena;
  GwMap proposed; ///< "GRAPH SUBJECT PREDICATE OBJECT" of the triples that links stand for
  GwError *error;
} Stripper;

static GwView triple_key(GwArena *arena, const GwTerm *graph, GwView s, GwView p, GwView o)
{
  return gw_view_format(arena, "%.*s %.*s %.*s %.*s", graph ? (int)graph->value.length : 0,
                        graph ? graph->value.data : "", GW_PRINT(s), GW_PRINT(p), GW_PRINT(o));
}

static bool is_relation(GwView iri)
{
  return gw_view_is(iri, GW_OWL "sameAs") || gw_view_is(iri, GW_SKOS "closeMatch");
}

/* Both directions of the triple between two resources. */
static GwStatus propose(Stripper *s, const GwQuad *a, const GwQuad *b, GwView relation)
{
  const GwView keys[2] = {
    triple_key(s->arena, a->graph, a->object->value, relation, b->object->value),
    triple_key(s->arena, a->graph, b->object->value, relation, a->object->value)};
  for (size_t i = 0; i < 2; i++) {
    if (!keys[i].data || !gw_map_set(&s->proposed, keys[i], 1)) {
      return gw_fail_memory(s->error);
    }
  }
  return GW_OK;
}

/* The quads of one link: the first two resources it is between, and its relation. */
static GwStatus read_link(Stripper *s, const GwQuad *quads, size_t count)
{
  const GwQuad *between[2];
  size_t found = 0;
  for (size_t i = 0; i < count && found < 2; i++) {
    if (gw_view_is(quads[i].predicate->value, GW_NAMESPACE "between")
        && quads[i].object->kind == GW_TERM_IRI) {
      between[found++] = &quads[i];
    }
  }
  for (size_t i = 0; i < count && found == 2; i++) {
    if (gw_view_is(quads[i].predicate->value, GW_NAMESPACE "relation")
        && is_relation(quads[i].object->value)) {
      GW_TRY(propose(s, between[0], between[1], quads[i].object->value));
    }
  }
  return GW_OK;
}

static GwStatus read_links(Stripper *s, const GwQuad *quads, size_t count)
{
  for (size_t begin = 0, end; begin < count; begin = end) {
    for (end = begin + 1; end < count && quads[end].subject == quads[begin].subject
                          && quads[end].graph == quads[begin].graph; end++) {
    }
    if (gw_view_starts(quads[begin].subject->value, GW_VIEW(GW_LINK_PREFIX))) {
      GW_TRY(read_link(s, &quads[begin], end - begin));
    }
  }
  return GW_OK;
}

static GwStatus is_proposed(Stripper *s, const GwQuad *q, bool *proposed)
{
  *proposed = false;
  if (s->proposed.count > 0 && is_relation(q->predicate->value)
      && q->object->kind == GW_TERM_IRI) {
    const GwView key = triple_key(s->arena, q->graph, q->subject->value, q->predicate->value,
                                  q->object->value);
    if (!key.data) {
      return gw_fail_memory(s->error);
    }
    *proposed = gw_map_get(&s->proposed, key) != GW_MAP_ABSENT;
  }
  return GW_OK;
}

GwStatus gw_strip(GwArena *arena, GwGraph *graph, const GwQuad **kept, size_t *count,
                  GwError *error)
{
  Stripper s = {arena, gw_map_new(arena), error};
  const GwQuad *quads;
  size_t total;
  GW_TRY(gw_graph_quads(graph, arena, &quads, &total, error));
  GW_TRY(read_links(&s, quads, total));
  GwQuad *list = GW_NEW(arena, total, GwQuad);
  if (!list) {
    return gw_fail_memory(error);
  }
  *count = 0;
  for (size_t i = 0; i < total; i++) {
    bool proposed;
    GW_TRY(is_proposed(&s, &quads[i], &proposed));
    if (!proposed && !is_own(&quads[i])) {
      list[(*count)++] = quads[i];
    }
  }
  *kept = list;
  return GW_OK;
}
