/* Merging is idempotent, commutative and associative byte for byte, and undone exactly, over random
 * graphs: hostile triples beside resources that may be linked, statements that contradict each
 * other, and nodes that pretend to be merging's own. */
#include "tests/test.h"

#include "export/links.h"
#include "export/conflicts.h"
#include "export/merge.h"
#include "export/sink.h"
#include "ontology/read.h"
#include "ontology/vocabulary.h"
#include "tests/export/hostile.h"

#include <stdlib.h>
#include <string.h>

#define SEEDS 150
#define RESOURCES 12
#define STATEMENTS 10
#define DOC "https://graphwright.org/kg/doc/"

typedef struct {
  uint64_t state;
} Source;

/* SplitMix64 (Steele, Lea and Flood 2014). */
static size_t below(Source *source, size_t limit)
{
  uint64_t z = (source->state += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return (size_t)((z ^ (z >> 31)) % limit);
}

#define PICK(source, list) ((list)[below((source), sizeof(list) / sizeof *(list))])

static const char *const documents[] = {"aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"};
static const char *const names[] = {
  "Ashok Gulati", "ashok gulati", "Dr Ashok Gulati", "Lake Victoria", "The Lake Victoria",
  "World Food Programme", "WFP", "Georgia", "G\u00e9orgia", "India", "heat stress", "Tyrol"};
static const char *const classes[] = {
  GW_NAMESPACE "Person", GW_NAMESPACE "Place", GW_NAMESPACE "Country", GW_NAMESPACE "Concept",
  GW_NAMESPACE "InternationalOrganization", GW_SCHEMA "Person", GW_SCHEMA "Place",
  GW_SKOS "Concept", "http://example.org/Unknown"};
static const char *const items[] = {
  GW_WIKIDATA "Q1", GW_WIKIDATA "Q2", "https://www.wikidata.org/wiki/Q1",
  "http://example.org/same"};
static const char *const relations[] = {GW_NAMESPACE "bans", GW_NAMESPACE "causes"};

typedef struct {
  GwGraph *graph;
  GwArena arena;
  Source source;
  GwView name; ///< of the graph that triples are added to; may be empty
} Maker;

static void put(Maker *m, GwView subject, const char *predicate, GwTerm object)
{
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_add_to(m->graph, m->name, subject, gw_view(predicate), object, &error),
            error);
}

static GwView resource_iri(Maker *m)
{
  const size_t number = below(&m->source, 6);
  switch (below(&m->source, 4)) {
  case 0: return gw_view_format(&m->arena, "https://graphwright.org/kg/entity/e-Q%zu", number);
  case 1: return gw_view_format(&m->arena, "http://example.org/%zu", number);
  default: return gw_view_format(&m->arena, DOC "%s/entity/e%zu", PICK(&m->source, documents),
                                 number);
  }
}

static void add_resource(Maker *m)
{
  const GwView iri = resource_iri(m);
  put(m, iri, GW_RDF "type", gw_iri(gw_view(PICK(&m->source, classes))));
  put(m, iri, GW_RDFS "label", gw_text(gw_view(PICK(&m->source, names)), "en"));
  if (below(&m->source, 2)) {
    put(m, iri, GW_NAMESPACE "named", gw_typed(GW_VIEW("true"), GW_XSD "boolean"));
  }
  if (below(&m->source, 3) == 0) {
    put(m, iri, GW_SKOS "altLabel", gw_string(gw_view(PICK(&m->source, names))));
  }
  if (below(&m->source, 3) == 0) {
    put(m, iri, GW_SKOS "exactMatch", gw_iri(gw_view(PICK(&m->source, items))));
  }
  if (below(&m->source, 4) == 0) {
    put(m, iri, GW_NAMESPACE "country", gw_iri(resource_iri(m)));
  }
  if (below(&m->source, 6) == 0) {
    put(m, iri, below(&m->source, 2) ? GW_OWL "sameAs" : GW_SKOS "closeMatch",
        gw_iri(resource_iri(m)));
  }
  if (below(&m->source, 5) == 0) {
    put(m, iri, GW_SCHEMA "birthDate",
        gw_typed(below(&m->source, 2) ? GW_VIEW("1950-01-02") : GW_VIEW("1950"), GW_XSD "date"));
  }
}

static void add_statement(Maker *m)
{
  const GwView iri = gw_view_format(&m->arena, DOC "%s/statement/s%zu",
                                    PICK(&m->source, documents), below(&m->source, 20));
  put(m, iri, GW_RDF "subject", gw_iri(resource_iri(m)));
  put(m, iri, GW_RDF "predicate", gw_iri(gw_view(PICK(&m->source, relations))));
  put(m, iri, GW_RDF "object", gw_iri(resource_iri(m)));
  put(m, iri, GW_NAMESPACE "modality", gw_iri(GW_VIEW(GW_NAMESPACE "Actual")));
  put(m, iri, GW_NAMESPACE "polarity",
      gw_iri(below(&m->source, 2) ? GW_VIEW(GW_NAMESPACE "Positive")
                                  : GW_VIEW(GW_NAMESPACE "Negative")));
  put(m, iri, GW_NAMESPACE "confidence", gw_typed(GW_VIEW("0.8"), GW_XSD "decimal"));
  if (below(&m->source, 2)) {
    put(m, iri, GW_NAMESPACE "claimedBy", gw_iri(resource_iri(m)));
  }
}

/* Half a link, of somebody's making; and what readers say of real ones. */
static void add_pretence(Maker *m)
{
  static const char *const properties[] = {
    GW_NAMESPACE "between", GW_NAMESPACE "relation", GW_NAMESPACE "score", GW_RDF "type",
    GW_RDFS "label", GW_RDFS "comment", GW_NAMESPACE "verdict", GW_OWL "sameAs"};
  static const char *const values[] = {
    GW_OWL "sameAs", GW_SKOS "closeMatch", GW_NAMESPACE "IdentityLink", GW_NAMESPACE "Conflict",
    GW_NAMESPACE "Rejected", GW_NAMESPACE "Accepted", "http://example.org/1"};
  char iri[sizeof GW_LINK_PREFIX + 12];
  gw_link_iri(resource_iri(m), resource_iri(m), iri);
  const GwView node = below(&m->source, 4) ? gw_view(iri) : GW_VIEW(GW_CONFLICT_PREFIX "x");
  const char *property = PICK(&m->source, properties);
  put(m, node, property, below(&m->source, 2) ? gw_iri(resource_iri(m))
                                              : gw_iri(gw_view(PICK(&m->source, values))));
  put(m, gw_view(iri), GW_NAMESPACE "verdict",
      gw_iri(below(&m->source, 2) ? GW_VIEW(GW_NAMESPACE "Accepted")
                                  : GW_VIEW(GW_NAMESPACE "Rejected")));
}

/* The merge of up to three graphs; `links` as --no-links would have it. */
static GwGraph *merge(bool links, GwGraph *a, GwGraph *b, GwGraph *c)
{
  GwGraph *parts[] = {a, b, c}, *merged = NULL;
  GwError error = {GW_OK, ""};
  GwMergeReport report;
  const GwMergeOptions options = {.links = links, .least = 300};
  assert_ok(gw_graph_new(&merged, &error), error);
  for (size_t i = 0; i < 3; i++) {
    if (parts[i]) {
      assert_ok(gw_merge_add(merged, parts[i], &error), error);
    }
  }
  assert_ok(gw_merge_finish(merged, &options, &report, &error), error);
  return merged;
}

/* Readers judge some of the links that the graph has. */
static void judge_links(Maker *m)
{
  GwError error = {GW_OK, ""};
  const GwQuad *triples;
  size_t count;
  GwGraph *merged = merge(true, m->graph, NULL, NULL);
  assert_ok(gw_graph_triples(merged, &m->arena, &triples, &count, &error), error);
  for (size_t i = 0; i < count; i++) {
    if (gw_view_starts(triples[i].subject->value, GW_VIEW(GW_LINK_PREFIX))
        && gw_view_is(triples[i].predicate->value, GW_NAMESPACE "score")
        && below(&m->source, 3) == 0) {
      put(m, triples[i].subject->value, GW_NAMESPACE "verdict",
          gw_iri(below(&m->source, 3) ? GW_VIEW(GW_NAMESPACE "Rejected")
                                      : GW_VIEW(GW_NAMESPACE "Accepted")));
    }
  }
  gw_graph_free(merged);
}

static void choose_graph(Maker *m, bool named)
{
  m->name = !named || below(&m->source, 2)
              ? GW_VIEW("") : gw_view_format(&m->arena, DOC "%s/graph",
                                             PICK(&m->source, documents));
}

static GwGraph *random_graph(uint64_t seed, bool named)
{
  Maker m = {NULL, GW_ARENA_INIT, {seed * 7919}, GW_VIEW("")};
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_new(&m.graph, &error), error);
  const HostileQuad *triples = hostile_quads(&m.arena, seed, 5);
  for (size_t i = 0; i < 5; i++) {
    assert_ok(gw_graph_add(m.graph, triples[i].subject.value, triples[i].predicate.value,
                           triples[i].object, &error), error);
  }
  for (size_t i = 0; i < RESOURCES; i++) {
    choose_graph(&m, named);
    add_resource(&m);
  }
  for (size_t i = 0; i < STATEMENTS; i++) {
    choose_graph(&m, named);
    add_statement(&m);
  }
  for (size_t i = 0; i < 2; i++) {
    choose_graph(&m, named);
    add_pretence(&m);
  }
  judge_links(&m);
  gw_arena_free(&m.arena);
  return m.graph;
}

/* Its quads, one a line; of a graph without named ones, its triples. */
static char *lines(GwGraph *graph, bool named)
{
  GwArena arena = GW_ARENA_INIT;
  GwBuffer out = GW_BUFFER_INIT;
  GwError error = {GW_OK, ""};
  const GwQuad *quads;
  size_t count;
  assert_ok((named ? gw_graph_quads : gw_graph_triples)(graph, &arena, &quads, &count, &error),
            error);
  for (size_t i = 0; i < count; i++) {
    gw_buffer_append(&out, quads[i].graph ? quads[i].graph->value : GW_VIEW("-"));
    gw_buffer_char(&out, ' ');
    assert_ok(gw_ntriples_sink.write(&(GwQuad){quads[i].subject, quads[i].predicate,
                                               quads[i].object, NULL}, 1, &out, &error), error);
  }
  gw_arena_free(&arena);
  assert_false(out.failed);
  return out.data;
}

static void same(uint64_t seed, const char *law, bool named, GwGraph *one, GwGraph *other)
{
  char *a = lines(one, named), *b = lines(other, named);
  if (strcmp(a, b) != 0) {
    fail_msg("seed %llu: %s does not hold:\n%s\n---\n%s", (unsigned long long)seed, law, a, b);
  }
  free(a);
  free(b);
}

/* What is left after writing a graph as Turtle and reading it: as the program does between runs. */
static GwGraph *through_file(GwGraph *graph)
{
  GwBuffer out = GW_BUFFER_INIT;
  GwGraph *again = NULL;
  GwError error = {GW_OK, ""};
  assert_ok(gw_sink_write(&gw_turtle_sink, graph, &out, &error), error);
  assert_ok(gw_graph_new(&again, &error), error);
  assert_ok(gw_graph_parse(again, gw_buffer_view(&out), gw_syntax_of("x.ttl"), "x.ttl", &error),
            error);
  gw_buffer_free(&out);
  gw_graph_free(graph);
  return again;
}

static GwGraph *kept(GwGraph *merged, bool named)
{
  return named ? merged : through_file(merged);
}

static void check_laws(uint64_t seed, bool named)
{
  GwGraph *a = random_graph(3 * seed, named), *b = random_graph(3 * seed + 1, named);
  GwGraph *c = random_graph(3 * seed + 2, named);
  GwGraph *ab = kept(merge(true, a, b, NULL), named), *bc = kept(merge(true, b, c, NULL), named);
  GwGraph *ma = kept(merge(true, a, NULL, NULL), named);
  GwGraph *tests[][2] = {
    {merge(true, a, a, NULL), ma}, {merge(true, ma, NULL, NULL), ma},
    {merge(true, b, a, NULL), ab}, {merge(true, ab, a, ab), ab},
    {merge(true, ab, c, NULL), merge(true, a, b, c)},
    {merge(true, a, bc, NULL), merge(true, c, a, b)},
    {merge(true, ab, c, NULL), merge(true, a, bc, NULL)},
    {merge(false, ab, NULL, NULL), merge(false, a, b, NULL)},
  };
  static const char *const laws[] = {
    "merge(A, A) = merge(A)", "merge(merge(A)) = merge(A)", "merge(B, A) = merge(A, B)",
    "merge(AB, A, AB) = AB", "merge(AB, C) = merge(A, B, C)", "merge(A, BC) = merge(C, A, B)",
    "merge(AB, C) = merge(A, BC)", "union(AB) = union(A, B)"};
  for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
    same(seed, laws[i], named, tests[i][0], tests[i][1]);
  }
  for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
    gw_graph_free(tests[i][0]);
    if (tests[i][1] != ma && tests[i][1] != ab) {
      gw_graph_free(tests[i][1]);
    }
  }
  GwGraph *others[] = {a, b, c, ab, bc, ma};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    gw_graph_free(others[i]);
  }
}

static void laws_hold_for_triples(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= SEEDS; seed++) {
    check_laws(seed, false);
  }
}

static void laws_hold_for_quads(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= SEEDS; seed++) {
    check_laws(seed, true);
  }
}

/* The random graphs do bring out what the laws are about. */
static void random_graphs_have_links_and_conflicts(void **state)
{
  (void)state;
  size_t links = 0, certain = 0, rejected = 0, conflicts = 0;
  for (uint64_t seed = 1; seed <= SEEDS; seed++) {
    GwGraph *graph = random_graph(seed, false);
    GwError error = {GW_OK, ""};
    GwMergeReport report;
    const GwMergeOptions options = {.links = true, .least = 300};
    GwGraph *merged = merge(false, graph, NULL, NULL);
    assert_ok(gw_merge_finish(merged, &options, &report, &error), error);
    links += report.links;
    certain += report.certain;
    rejected += report.rejected;
    conflicts += report.conflicts;
    gw_graph_free(merged);
    gw_graph_free(graph);
  }
  print_message("%zu links, %zu certain, %zu rejected, %zu conflicts\n", links, certain, rejected,
                conflicts);
  assert_true(links > 100 && certain > 10 && rejected > 5 && conflicts > 50);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(laws_hold_for_triples),
    cmocka_unit_test(laws_hold_for_quads),
    cmocka_unit_test(random_graphs_have_links_and_conflicts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
