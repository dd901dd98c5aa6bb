#include "export/said.h"

#include "ontology/vocabulary.h"

#include <stdlib.h>

GwView gw_same_iri(const GwResourceList *resources, const GwClusters *clusters, GwView iri)
{
  const size_t number = gw_map_get(&resources->index, iri);
  return number == GW_MAP_ABSENT ? iri : resources->list[gw_cluster_of(clusters, number)].iri;
}

unsigned gw_same_score(const GwResourceList *resources, const GwClusters *clusters, GwView a,
                       GwView b)
{
  const size_t x = gw_map_get(&resources->index, a), y = gw_map_get(&resources->index, b);
  if (gw_view_equal(a, b) || x == GW_MAP_ABSENT || y == GW_MAP_ABSENT
      || clusters->certain[x] == clusters->certain[y]) {
    return 1000;
  }
  return clusters->list[gw_cluster_of(clusters, x)].score;
}

/* "0.85" in thousandths; 1000 for what is no such number. */
static unsigned thousandths(GwView decimal)
{
  unsigned value = 0, worth = 1000;
  for (size_t i = 0; i < decimal.length && worth > 0; i++) {
    const char c = decimal.data[i];
    if (c == '.' && i == 1) {
      continue;
    }
    if (c < '0' || c > '9' || (i == 1)) {
      return 1000;
    }
    value += (unsigned)(c - '0') * worth;
    worth /= 10;
  }
  return value > 1000 || decimal.length == 0 ? 1000 : value;
}

static void read_triple(GwSaid *said, const GwQuad *t)
{
  const GwView property = t->predicate->value, value = t->object->value;
  if (gw_view_is(property, GW_RDF "subject")) {
    said->subject = value;
  } else if (gw_view_is(property, GW_RDF "predicate")) {
    said->relation = value;
  } else if (gw_view_is(property, GW_RDF "object")) {
    said->object = t->object;
  } else if (gw_view_is(property, GW_NAMESPACE "polarity")) {
    said->negative = gw_view_is(value, GW_NAMESPACE "Negative");
  } else if (gw_view_is(property, GW_NAMESPACE "modality")) {
    said->modality = value;
  } else if (gw_view_is(property, GW_NAMESPACE "claimedBy")) {
    said->claimed = true;
  } else if (gw_view_is(property, GW_NAMESPACE "confidence")) {
    said->confidence = thousandths(value);
  } else if (gw_view_is(property, GW_NAMESPACE "firstDay")) {
    said->first_day = value;
  } else if (gw_view_is(property, GW_NAMESPACE "lastDay")) {
    said->last_day = value;
  }
}

/* What is meant as a fact or as a duty; possibilities and plans contradict nothing. */
static bool is_firm(GwView modality)
{
  return gw_view_is(modality, GW_NAMESPACE "Actual")
         || gw_view_is(modality, GW_NAMESPACE "Necessary");
}

static GwStatus make_key(GwArena *arena, const GwResourceList *resources,
                         const GwClusters *clusters, GwSaid *said, GwError *error)
{
  GwView object = GW_VIEW("");
  if (said->object && said->object->kind == GW_TERM_IRI) {
    object = gw_same_iri(resources, clusters, said->object->value);
  } else if (said->object) {
    object = gw_value_key(arena, resources, said->object);
  }
  const GwView subject = gw_same_iri(resources, clusters, said->subject);
  said->key = gw_view_format(arena, "%.*s %.*s %.*s %s%.*s", GW_PRINT(subject),
                             GW_PRINT(said->relation), GW_PRINT(said->modality),
                             said->object && said->object->kind == GW_TERM_LITERAL ? "=" : "",
                             GW_PRINT(object));
  return said->key.data ? GW_OK : gw_fail_memory(error);
}

static int compare_said(const void *left, const void *right)
{
  const GwSaid *a = left, *b = right;
  const int order = gw_view_compare(a->key, b->key);
  return order ? order : gw_view_compare(a->iri, b->iri);
}

GwStatus gw_said_find(GwArena *arena, const GwQuad *triples, size_t count,
                      const GwResourceList *resources, const GwClusters *clusters, GwSaid **said,
                      size_t *found, GwError *error)
{
  size_t capacity = 0;
  *said = NULL;
  *found = 0;
  for (size_t begin = 0, end; begin < count; begin = end) {
    GwSaid next = {.iri = triples[begin].subject->value, .confidence = 1000};
    for (end = begin; end < count && triples[end].subject == triples[begin].subject; end++) {
      read_triple(&next, &triples[end]);
    }
    if (!next.subject.length || !next.relation.length || !is_firm(next.modality)) {
      continue;
    }
    GwSaid *grown = gw_arena_grow(arena, *said, *found, &capacity, sizeof **said);
    if (!grown) {
      return gw_fail_memory(error);
    }
    *said = grown;
    next.document = gw_document_of(next.iri);
    GW_TRY(make_key(arena, resources, clusters, &next, error));
    grown[(*found)++] = next;
  }
  if (*found > 1) {
    qsort(*said, *found, sizeof **said, compare_said);
  }
  return GW_OK;
}

bool gw_said_meet(const GwSaid *a, const GwSaid *b)
{
  const bool before = a->last_day.length && b->first_day.length
                      && gw_view_compare(a->last_day, b->first_day) < 0;
  const bool after = b->last_day.length && a->first_day.length
                     && gw_view_compare(b->last_day, a->first_day) < 0;
  return !before && !after;
}
