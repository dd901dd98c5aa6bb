#include "export/query/closure.h"

#include <stdlib.h>

/* A set of terms in the order in which they were found. */
typedef struct {
  uint32_t *items;
  unsigned char *seen; ///< by number of the term
  size_t count, capacity;
  bool failed;
} Nodes;

typedef struct {
  const GwIndex *index;
  uint32_t graph;
} Search;

static Nodes new_nodes(const GwIndex *index)
{
  Nodes nodes = {.seen = calloc(index->term_count, 1)};
  nodes.failed = !nodes.seen;
  return nodes;
}

static void free_nodes(Nodes *nodes)
{
  free(nodes->items);
  free(nodes->seen);
}

static void add_node(Nodes *nodes, uint32_t node)
{
  if (nodes->failed || nodes->seen[node]) {
    return;
  }
  if (nodes->count == nodes->capacity) {
    const size_t larger = nodes->capacity ? 2 * nodes->capacity : 16;
    uint32_t *items = realloc(nodes->items, larger * sizeof *items);
    if (!items) {
      nodes->failed = true;
      return;
    }
    nodes->items = items;
    nodes->capacity = larger;
  }
  nodes->seen[node] = 1;
  nodes->items[nodes->count++] = node;
}

static void walk(const Search *s, const GwPath *path, bool forward, uint32_t from, Nodes *to);

static void walk_step(const Search *s, const GwPath *path, bool forward, uint32_t from, Nodes *to)
{
  const uint32_t predicate = s->index->plan_terms[path->term];
  const GwNumbered pattern = {{forward ? from : GW_ANY, predicate, forward ? GW_ANY : from,
                               s->graph}};
  GwRange range = gw_index_match(s->index, pattern);
  for (const GwNumbered *q = gw_range_next(&range); q; q = gw_range_next(&range)) {
    add_node(to, q->term[forward ? GW_OBJECT : GW_SUBJECT]);
  }
}

static void walk_sequence(const Search *s, const GwPath *path, bool forward, uint32_t from,
                          Nodes *to)
{
  Nodes middle = new_nodes(s->index);
  walk(s, forward ? path->first : path->second, forward, from, &middle);
  for (size_t i = 0; i < middle.count && !middle.failed; i++) {
    walk(s, forward ? path->second : path->first, forward, middle.items[i], to);
  }
  to->failed = to->failed || middle.failed;
  free_nodes(&middle);
}

/* All that is reached by one or more steps. */
static void walk_closure(const Search *s, const GwPath *path, bool forward, uint32_t from,
                         Nodes *to)
{
  Nodes reached = new_nodes(s->index);
  walk(s, path->first, forward, from, &reached);
  for (size_t i = 0; i < reached.count && !reached.failed; i++) {
    walk(s, path->first, forward, reached.items[i], &reached);
  }
  for (size_t i = 0; i < reached.count; i++) {
    add_node(to, reached.items[i]);
  }
  to->failed = to->failed || reached.failed;
  free_nodes(&reached);
}

static void walk(const Search *s, const GwPath *path, bool forward, uint32_t from, Nodes *to)
{
  switch (path->kind) {
  case GW_PATH_STEP: walk_step(s, path, forward, from, to); return;
  case GW_PATH_INVERSE: walk(s, path->first, !forward, from, to); return;
  case GW_PATH_SEQUENCE: walk_sequence(s, path, forward, from, to); return;
  case GW_PATH_ALTERNATIVE:
    walk(s, path->first, forward, from, to);
    walk(s, path->second, forward, from, to);
    return;
  case GW_PATH_OPTIONAL:
    add_node(to, from);
    walk(s, path->first, forward, from, to);
    return;
  case GW_PATH_STAR: add_node(to, from); break;
  case GW_PATH_PLUS: break;
  }
  walk_closure(s, path, forward, from, to);
}

static void add_pair(GwPairs *pairs, uint32_t subject, uint32_t object)
{
  if (pairs->count == pairs->capacity && !pairs->failed) {
    const size_t larger = pairs->capacity ? 2 * pairs->capacity : 16;
    void *items = realloc(pairs->items, larger * sizeof *pairs->items);
    pairs->failed = !items;
    pairs->items = items ? items : pairs->items;
    pairs->capacity = items ? larger : pairs->capacity;
  }
  if (!pairs->failed) {
    pairs->items[pairs->count][0] = subject;
    pairs->items[pairs->count++][1] = object;
  }
}

static void pairs_from(const Search *s, const GwPath *path, bool forward, uint32_t from,
                       uint32_t wanted, GwPairs *pairs)
{
  Nodes reached = new_nodes(s->index);
  walk(s, path, forward, from, &reached);
  for (size_t i = 0; i < reached.count; i++) {
    const uint32_t node = reached.items[i];
    if (wanted == GW_ANY || wanted == node) {
      add_pair(pairs, forward ? from : node, forward ? node : from);
    }
  }
  pairs->failed = pairs->failed || reached.failed;
  free_nodes(&reached);
}

/* Without an end that is given, a path may begin at every subject and object. */
static void pairs_from_all(const Search *s, const GwPath *path, GwPairs *pairs)
{
  Nodes all = new_nodes(s->index);
  GwRange range = gw_index_match(s->index, (GwNumbered){{GW_ANY, GW_ANY, GW_ANY, s->graph}});
  for (const GwNumbered *q = gw_range_next(&range); q; q = gw_range_next(&range)) {
    add_node(&all, q->term[GW_SUBJECT]);
    add_node(&all, q->term[GW_OBJECT]);
  }
  for (size_t i = 0; i < all.count && !pairs->failed; i++) {
    pairs_from(s, path, true, all.items[i], GW_ANY, pairs);
  }
  pairs->failed = pairs->failed || all.failed;
  free_nodes(&all);
}

GwPairs gw_closure_pairs(const GwIndex *index, const GwPath *path, uint32_t graph,
                         uint32_t subject, uint32_t object)
{
  const Search search = {index, graph};
  GwPairs pairs = {NULL, 0, 0, false};
  if (subject == GW_ABSENT || object == GW_ABSENT) {
    return pairs;
  }
  if (subject != GW_ANY) {
    pairs_from(&search, path, true, subject, object, &pairs);
  } else if (object != GW_ANY) {
    pairs_from(&search, path, false, object, GW_ANY, &pairs);
  } else {
    pairs_from_all(&search, path, &pairs);
  }
  return pairs;
}
