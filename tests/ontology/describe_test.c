/* Knowledge made by hand, described as RDF: compared with describe.ttl, which was read and
 * checked by people. "describe_test print" prints what it should hold. */
#include "tests/test.h"

#include "base/file.h"
#include "export/sink.h"
#include "ontology/describe.h"
#include "ontology/vocabulary.h"
#include "tests/ontology/sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static GwStatus describe(const GwKnowledge *knowledge, const char *base, GwGraph **graph,
                         GwError *error)
{
  GW_TRY(gw_graph_new(graph, error));
  return gw_describe(*graph, knowledge, base, error);
}

/* In IRIs a version has '_' for dots: made the same here. */
static void hide_version(char *text)
{
  char plain[sizeof PACKAGE_VERSION];
  for (size_t i = 0; i < sizeof plain - 1; i++) {
    plain[i] = text[i] == '_' ? '.' : text[i];
  }
  if (memcmp(plain, PACKAGE_VERSION, sizeof plain - 1) == 0) {
    memcpy(text, plain, sizeof plain - 1);
  }
}

/* The Turtle of the knowledge, with the program's version left open. */
static char *turtle_of(GwArena *arena, const GwKnowledge *knowledge)
{
  GwError error = {GW_OK, ""};
  GwGraph *graph = NULL;
  const GwQuad *triples = NULL;
  size_t count = 0, at = 0;
  GwBuffer written = GW_BUFFER_INIT, open = GW_BUFFER_INIT;
  assert_ok(describe(knowledge, GW_DEFAULT_BASE, &graph, &error), error);
  assert_ok(gw_graph_triples(graph, arena, &triples, &count, &error), error);
  assert_ok(gw_turtle_sink.write(triples, count, &written, &error), error);
  for (size_t i = 0; i + sizeof PACKAGE_VERSION - 1 <= written.length; i++) {
    hide_version(written.data + i);
  }
  const GwView text = gw_buffer_view(&written), version = GW_VIEW(PACKAGE_VERSION);
  for (size_t next; (next = gw_view_find(text, version, at)) < text.length;
       at = next + version.length) {
    gw_buffer_append(&open, gw_view_slice(text, at, next));
    gw_buffer_text(&open, "VERSION");
  }
  gw_buffer_append(&open, gw_view_slice(text, at, text.length));
  char *copy = gw_view_copy(arena, gw_buffer_view(&open));
  gw_buffer_free(&written);
  gw_buffer_free(&open);
  gw_graph_free(graph);
  return copy;
}

static void graph_is_as_expected(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  GwView expected;
  const char *source = getenv("GRAPHWRIGHT_SOURCE");
  const GwView path = gw_view_format(&arena, "%s/tests/ontology/describe.ttl",
                                     source ? source : ".");
  assert_ok(gw_file_read(&arena, path.data, 1000000, &expected, &error), error);
  assert_view(gw_view(turtle_of(&arena, sample_knowledge(&arena))), expected.data);
  gw_arena_free(&arena);
}

static GwView iri_of(GwArena *arena, const GwKnowledge *knowledge, const char *label)
{
  GwError error = {GW_OK, ""};
  GwGraph *graph = NULL;
  const GwQuad *triples = NULL;
  size_t count = 0;
  GwView iri = GW_VIEW("");
  assert_ok(describe(knowledge, GW_DEFAULT_BASE, &graph, &error), error);
  assert_ok(gw_graph_triples(graph, arena, &triples, &count, &error), error);
  for (size_t i = 0; i < count; i++) {
    if (gw_view_is(triples[i].predicate->value, GW_RDFS "label")
        && gw_view_is(triples[i].object->value, label)) {
      iri = gw_view(gw_view_copy(arena, triples[i].subject->value));
    }
  }
  gw_graph_free(graph);
  return iri;
}

/* Exchange two entities with everything that refers to them by number. */
static void exchange(GwKnowledge *knowledge, size_t a, size_t b)
{
  const GwEntity kept = knowledge->entities[a];
  knowledge->entities[a] = knowledge->entities[b];
  knowledge->entities[b] = kept;
  for (size_t i = 0; i < knowledge->mention_count; i++) {
    size_t *entity = &knowledge->mentions[i].entity;
    *entity = *entity == a ? b : *entity == b ? a : *entity;
  }
  for (size_t i = 0; i < knowledge->statement_count; i++) {
    size_t *subject = &knowledge->statements[i].subject;
    *subject = *subject == a ? b : *subject == b ? a : *subject;
  }
  for (size_t i = 0; i < knowledge->entity_count; i++) {
    size_t *broader = &knowledge->entities[i].broader;
    *broader = *broader == a ? b : *broader == b ? a : *broader;
  }
}

static void names_do_not_depend_on_order(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwKnowledge *exchanged = sample_knowledge(&arena);
  exchange(exchanged, VISAS, VISAS_IDEA);
  assert_string_equal(turtle_of(&arena, exchanged), turtle_of(&arena, sample_knowledge(&arena)));
  gw_arena_free(&arena);
}

static void same_names_are_told_apart(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwKnowledge *knowledge = sample_knowledge(&arena);
  assert_true(gw_view_ends(iri_of(&arena, knowledge, "Visas"), GW_VIEW("/entity/visas_Policy")));
  assert_true(gw_view_ends(iri_of(&arena, knowledge, "visas"), GW_VIEW("/entity/visas_Concept")));
  knowledge->entities[VISAS_IDEA].type = GW_POLICY;
  const GwView one = iri_of(&arena, knowledge, "Visas"), other = iri_of(&arena, knowledge, "visas");
  assert_false(gw_view_equal(one, other));
  assert_true(gw_view_find(one, GW_VIEW("/entity/visas_Policy_"), 0) < one.length);
  knowledge->entities[VISAS].label = GW_VIEW("visas policy");
  knowledge->entities[VISAS_IDEA].type = GW_CONCEPT;
  assert_true(gw_view_ends(iri_of(&arena, knowledge, "visas"), GW_VIEW("/entity/visas")));
  gw_arena_free(&arena);
}

/* Whether the graph of one statement of the sample has it as a plain triple. */
static bool is_plain(const GwKnowledge *knowledge, size_t statement)
{
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  GwKnowledge one = *knowledge;
  GwGraph *graph = NULL;
  const GwQuad *triples = NULL;
  size_t count = 0;
  bool found = false;
  one.statements += statement;
  one.statement_count = 1;
  assert_ok(describe(&one, GW_DEFAULT_BASE, &graph, &error), error);
  assert_ok(gw_graph_triples(graph, &arena, &triples, &count, &error), error);
  const GwView name = one.statements->relation.name;
  for (size_t i = 0; i < count; i++) {
    found |= gw_view_starts(triples[i].predicate->value, GW_VIEW(GW_NAMESPACE))
             && gw_view_ends(triples[i].predicate->value, name);
  }
  gw_graph_free(graph);
  gw_arena_free(&arena);
  return found;
}

static void only_assertions_are_plain_triples(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwKnowledge *knowledge = sample_knowledge(&arena);
  assert_true(is_plain(knowledge, SUSPENDED));
  assert_true(is_plain(knowledge, IS_SMALL));
  assert_false(is_plain(knowledge, IOM_CLAIM));
  assert_false(is_plain(knowledge, WOULD_NOT_STOP));
  knowledge->statements[SUSPENDED].polarity = GW_NEGATIVE;
  assert_false(is_plain(knowledge, SUSPENDED));
  knowledge->statements[SUSPENDED].polarity = GW_POSITIVE;
  knowledge->statements[SUSPENDED].modality = GW_POSSIBLE;
  assert_false(is_plain(knowledge, SUSPENDED));
  gw_arena_free(&arena);
}

static void circles_of_statements_are_an_error(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  GwGraph *graph = NULL;
  GwKnowledge *knowledge = sample_knowledge(&arena);
  knowledge->statements[IOM_CLAIM].object_kind = GW_OBJECT_STATEMENT;
  knowledge->statements[IOM_CLAIM].object = MINISTRY_DENIED;
  assert_int_equal(describe(knowledge, GW_DEFAULT_BASE, &graph, &error), GW_ERR_INPUT);
  assert_non_null(strstr(error.message, "sample.txt"));
  gw_graph_free(graph);
  gw_arena_free(&arena);
}

static void the_base_must_be_absolute(void **state)
{
  (void)state;
  static const char *const bases[] = {"", "kg/", "http://example.org", "http://example.org/a b/"};
  GwArena arena = GW_ARENA_INIT;
  for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
    GwError error = {GW_OK, ""};
    GwGraph *graph = NULL;
    assert_int_equal(describe(sample_knowledge(&arena), bases[i], &graph, &error), GW_ERR_USAGE);
    gw_graph_free(graph);
  }
  gw_arena_free(&arena);
}

/* Two articles in one graph: as many triples as the union has, whatever their order. */
static void graphs_of_articles_add_up(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  GwGraph *graph = NULL;
  const GwKnowledge *knowledge = sample_knowledge(&arena);
  assert_ok(describe(knowledge, GW_DEFAULT_BASE, &graph, &error), error);
  const size_t size = gw_graph_size(graph);
  assert_ok(gw_describe(graph, knowledge, GW_DEFAULT_BASE, &error), error);
  assert_int_equal(gw_graph_size(graph), size);
  gw_graph_free(graph);
  gw_arena_free(&arena);
}

/* The named graphs of an article, without the default graph that describes them. */
static GwGraph *named_only(GwGraph *quads, GwArena *arena, size_t *claims)
{
  GwError error = {GW_OK, ""};
  GwGraph *graph = NULL;
  const GwQuad *list = NULL;
  size_t count = 0;
  assert_ok(gw_graph_new(&graph, &error), error);
  assert_ok(gw_graph_quads(quads, arena, &list, &count, &error), error);
  for (size_t i = 0; i < count; i++) {
    const GwView name = list[i].graph ? list[i].graph->value : GW_VIEW("");
    const bool claim = gw_view_find(name, GW_VIEW("/claims/"), 0) < name.length;
    *claims += claim;
    if (name.length == 0) {
      continue;
    }
    assert_true(claim || gw_view_ends(name, GW_VIEW("/graph")));
    assert_false(claim && gw_view_find(list[i].subject->value, GW_VIEW("/statement/"), 0)
                            == list[i].subject->value.length);
    assert_ok(gw_graph_add(graph, list[i].subject->value, list[i].predicate->value,
                           *list[i].object, &error), error);
  }
  return graph;
}

/* Named graphs part the plain graph: nothing is added, lost or said twice. */
static void named_graphs_add_up_to_the_plain_one(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  GwGraph *plain = NULL, *quads = NULL;
  size_t claims = 0;
  const GwKnowledge *knowledge = sample_knowledge(&arena);
  assert_ok(describe(knowledge, GW_DEFAULT_BASE, &plain, &error), error);
  assert_ok(gw_graph_new(&quads, &error), error);
  assert_ok(gw_describe_quads(quads, knowledge, GW_DEFAULT_BASE, &error), error);
  GwGraph *named = named_only(quads, &arena, &claims);
  GwBuffer one = GW_BUFFER_INIT, other = GW_BUFFER_INIT;
  assert_ok(gw_sink_write(&gw_ntriples_sink, plain, &one, &error), error);
  assert_ok(gw_sink_write(&gw_ntriples_sink, named, &other, &error), error);
  assert_true(claims > 10);
  assert_view(gw_buffer_view(&other), one.data);
  gw_buffer_free(&one);
  gw_buffer_free(&other);
  gw_graph_free(plain);
  gw_graph_free(quads);
  gw_graph_free(named);
  gw_arena_free(&arena);
}

int main(int argc, char **argv)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(graph_is_as_expected),
    cmocka_unit_test(names_do_not_depend_on_order),
    cmocka_unit_test(same_names_are_told_apart),
    cmocka_unit_test(only_assertions_are_plain_triples),
    cmocka_unit_test(circles_of_statements_are_an_error),
    cmocka_unit_test(the_base_must_be_absolute),
    cmocka_unit_test(graphs_of_articles_add_up),
    cmocka_unit_test(named_graphs_add_up_to_the_plain_one),
  };
  if (argc == 2 && strcmp(argv[1], "print") == 0) {
    GwArena arena = GW_ARENA_INIT;
    fputs(turtle_of(&arena, sample_knowledge(&arena)), stdout);
    gw_arena_free(&arena);
    return 0;
  }
  return cmocka_run_group_tests(tests, NULL, NULL);
}
