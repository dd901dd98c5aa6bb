/* The graph is a set of triples, listed in one order. */
#include "tests/test.h"

#include "ontology/graph.h"
#include "ontology/vocabulary.h"

#define S GW_VIEW("http://example.org/s")
#define P GW_VIEW("http://example.org/p")

static GwGraph *new_graph(void)
{
  GwGraph *graph = NULL;
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_new(&graph, &error), error);
  return graph;
}

static void put(GwGraph *graph, GwView subject, GwTerm object)
{
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_add(graph, subject, P, object, &error), error);
}

static void repeated_triples_count_once(void **state)
{
  (void)state;
  GwGraph *graph = new_graph();
  assert_int_equal(gw_graph_size(graph), 0);
  for (int i = 0; i < 3; i++) {
    put(graph, S, gw_iri(S));
    put(graph, S, gw_text(GW_VIEW("x"), i ? "EN" : "en"));
    put(graph, S, gw_typed(GW_VIEW("x"), GW_XSD "string"));
    put(graph, S, gw_string(GW_VIEW("x")));
    put(graph, S, gw_typed(GW_VIEW("true"), GW_XSD "boolean"));
    put(graph, S, gw_typed(GW_VIEW("1"), GW_XSD "boolean"));
  }
  assert_int_equal(gw_graph_size(graph), 4);
  gw_graph_free(graph);
}

static void different_terms_are_told_apart(void **state)
{
  (void)state;
  GwGraph *graph = new_graph();
  const GwTerm terms[] = {
    gw_iri(GW_VIEW("http://example.org/1")), gw_string(GW_VIEW("http://example.org/1")),
    gw_string(GW_VIEW("1")), gw_text(GW_VIEW("1"), "en"), gw_text(GW_VIEW("1"), "de"),
    gw_typed(GW_VIEW("1"), GW_XSD "integer"), gw_typed(GW_VIEW("01"), GW_XSD "integer"),
    gw_typed(GW_VIEW("1"), GW_XSD "decimal"), gw_string(GW_VIEW("")), gw_string(GW_VIEW("1 ")),
    gw_text(GW_VIEW(""), "en"), gw_string(GW_VIEW("e\u0301")), gw_string(GW_VIEW("\u00e9")),
  };
  const size_t count = sizeof terms / sizeof *terms;
  for (size_t i = 0; i < count; i++) {
    put(graph, S, terms[i]);
    assert_int_equal(gw_graph_size(graph), i + 1);
  }
  gw_graph_free(graph);
}

static void triples_are_sorted(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwGraph *graph = new_graph();
  GwError error = {GW_OK, ""};
  const GwQuad *triples = NULL;
  size_t count = 0;
  put(graph, GW_VIEW("http://example.org/t"), gw_iri(S));
  put(graph, S, gw_string(GW_VIEW("b")));
  put(graph, S, gw_text(GW_VIEW("a"), "fr"));
  put(graph, S, gw_typed(GW_VIEW("a"), GW_XSD "token"));
  put(graph, S, gw_text(GW_VIEW("a"), "en"));
  put(graph, S, gw_iri(GW_VIEW("http://example.org/z")));
  put(graph, GW_VIEW("http://example.org/"), gw_string(GW_VIEW("\u6da6")));
  assert_ok(gw_graph_triples(graph, &arena, &triples, &count, &error), error);
  assert_int_equal(count, 7);
  static const char *const order[] = {"\u6da6", "http://example.org/z", "a", "a", "a", "b",
                                      "http://example.org/s"};
  for (size_t i = 0; i < count; i++) {
    assert_view(triples[i].object->value, order[i]);
  }
  assert_view(triples[2].object->language, "en");
  assert_view(triples[3].object->language, "fr");
  assert_view(triples[4].object->datatype, GW_XSD "token");
  assert_int_equal(triples[1].object->kind, GW_TERM_IRI);
  gw_graph_free(graph);
  gw_arena_free(&arena);
}

static void bad_terms_are_refused(void **state)
{
  (void)state;
  const GwTerm good = gw_string(GW_VIEW("x"));
  const struct {
    GwView subject, predicate;
    GwTerm object;
  } bad[] = {
    {GW_VIEW("s"), P, good},
    {GW_VIEW("_:s"), P, good},
    {GW_VIEW(""), P, good},
    {S, GW_VIEW("p"), good},
    {S, P, gw_iri(GW_VIEW("relative"))},
    {S, P, gw_iri(GW_VIEW("http://example.org/> ."))},
    {S, P, gw_string(GW_VIEW("a\0b"))},
    {S, P, gw_string(GW_VIEW("\xff"))},
    {S, P, gw_string(GW_VIEW("\ufffe"))},
    {S, P, gw_string(GW_VIEW("\uffff"))},
    {S, P, gw_text(GW_VIEW("x"), "e n")},
    {S, P, gw_text(GW_VIEW("x"), "-en")},
    {S, P, gw_text(GW_VIEW("x"), "en-")},
    {S, P, gw_text(GW_VIEW("x"), "muchtoolong")},
    {S, P, gw_typed(GW_VIEW("x"), "integer")},
    {S, P, gw_typed(GW_VIEW("maybe"), GW_XSD "boolean")},
  };
  GwGraph *graph = new_graph();
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    GwError error = {GW_OK, ""};
    if (gw_graph_add(graph, bad[i].subject, bad[i].predicate, bad[i].object, &error)
          != GW_ERR_RDF || !error.message[0]) {
      fail_msg("row %zu is accepted", i);
    }
  }
  assert_int_equal(gw_graph_size(graph), 0);
  gw_graph_free(graph);
}

static void graphs_are_independent(void **state)
{
  (void)state;
  GwGraph *one = new_graph(), *other = new_graph();
  put(one, S, gw_iri(S));
  assert_int_equal(gw_graph_size(other), 0);
  gw_graph_free(one);
  put(other, S, gw_iri(S));
  assert_int_equal(gw_graph_size(other), 1);
  gw_graph_free(other);
  gw_graph_free(NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(repeated_triples_count_once),
    cmocka_unit_test(different_terms_are_told_apart),
    cmocka_unit_test(triples_are_sorted),
    cmocka_unit_test(bad_terms_are_refused),
    cmocka_unit_test(graphs_are_independent),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
