/* Hostile triples, written as Turtle and N-Triples, come back from Raptor as they were.
 *
 *   roundtrip_test                    runs the tests
 *   roundtrip_test turtle|ntriples|hex SEED   prints triples for readers in other languages
 */
#include "tests/test.h"

#include "export/sink.h"
#include "tests/export/hostile.h"
#include "tests/export/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEEDS 200
#define TRIPLES 60

static GwGraph *graph_of(const HostileTriple *triples, size_t count)
{
  GwGraph *graph = NULL;
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_new(&graph, &error), error);
  for (size_t i = 0; i < count; i++) {
    assert_ok(gw_graph_add(graph, triples[i].subject.value, triples[i].predicate.value,
                           triples[i].object, &error), error);
  }
  return graph;
}

static void write_graph(GwGraph *graph, const char *format, GwBuffer *out)
{
  GwError error = {GW_OK, ""};
  assert_ok(gw_sink_write(gw_sink_find(format), graph, out, &error), error);
}

static GwGraph *read_back(GwView text, const char *format)
{
  char log[256];
  GwGraph *graph = NULL;
  if (!raptor_read(text, format, &graph, log, sizeof log)) {
    fail_msg("%s: %s\n%s", format, log, text.data);
  }
  return graph;
}

static void round_trip(const char *format)
{
  for (uint64_t seed = 1; seed <= SEEDS; seed++) {
    GwArena arena = GW_ARENA_INIT;
    GwBuffer first = GW_BUFFER_INIT, second = GW_BUFFER_INIT;
    GwGraph *graph = graph_of(hostile_triples(&arena, seed, TRIPLES), TRIPLES);
    write_graph(graph, format, &first);
    GwGraph *again = read_back(gw_buffer_view(&first), format);
    write_graph(again, format, &second);
    assert_int_equal(gw_graph_size(again), gw_graph_size(graph));
    if (!gw_view_equal(gw_buffer_view(&first), gw_buffer_view(&second))) {
      fail_msg("seed %llu: written\n%s\nread back\n%s", (unsigned long long)seed, first.data,
               second.data);
    }
    gw_graph_free(graph);
    gw_graph_free(again);
    gw_buffer_free(&first);
    gw_buffer_free(&second);
    gw_arena_free(&arena);
  }
}

static void turtle_comes_back_from_raptor(void **state)
{
  (void)state;
  round_trip("turtle");
}

static void ntriples_comes_back_from_raptor(void **state)
{
  (void)state;
  round_trip("ntriples");
}

/* Neither the order in which triples are added nor their repetition leaves a trace. */
static void graphs_are_sets(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= SEEDS; seed++) {
    GwArena arena = GW_ARENA_INIT;
    const HostileTriple *triples = hostile_triples(&arena, seed, TRIPLES);
    GwGraph *graph = graph_of(triples, TRIPLES), *reversed = graph_of(triples, 0);
    GwBuffer one = GW_BUFFER_INIT, other = GW_BUFFER_INIT;
    GwError error = {GW_OK, ""};
    for (size_t i = 2 * TRIPLES; i-- > 0;) {
      const HostileTriple *t = &triples[i % TRIPLES];
      assert_ok(gw_graph_add(reversed, t->subject.value, t->predicate.value, t->object, &error),
                error);
    }
    write_graph(graph, "turtle", &one);
    write_graph(reversed, "turtle", &other);
    assert_true(gw_view_equal(gw_buffer_view(&one), gw_buffer_view(&other)));
    gw_graph_free(graph);
    gw_graph_free(reversed);
    gw_buffer_free(&one);
    gw_buffer_free(&other);
    gw_arena_free(&arena);
  }
}

static void print_hex(GwView field, char end)
{
  for (size_t i = 0; i < field.length; i++) {
    printf("%02x", (unsigned char)field.data[i]);
  }
  putchar(end);
}

/* One triple a line: subject, predicate, kind, value, datatype, language, in hexadecimal. */
static void print_fields(const HostileTriple *triples, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    print_hex(triples[i].subject.value, ' ');
    print_hex(triples[i].predicate.value, ' ');
    printf("%s ", triples[i].object.kind == GW_TERM_IRI ? "iri" : "literal");
    print_hex(triples[i].object.value, ' ');
    print_hex(triples[i].object.datatype, ' ');
    print_hex(triples[i].object.language, '\n');
  }
}

static int print_triples(const char *format, uint64_t seed)
{
  GwArena arena = GW_ARENA_INIT;
  const HostileTriple *triples = hostile_triples(&arena, seed, TRIPLES);
  if (strcmp(format, "hex") == 0) {
    print_fields(triples, TRIPLES);
  } else {
    GwGraph *graph = graph_of(triples, TRIPLES);
    GwBuffer out = GW_BUFFER_INIT;
    write_graph(graph, format, &out);
    fwrite(out.data, 1, out.length, stdout);
    gw_buffer_free(&out);
    gw_graph_free(graph);
  }
  gw_arena_free(&arena);
  return 0;
}

int main(int argc, char **argv)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(turtle_comes_back_from_raptor),
    cmocka_unit_test(ntriples_comes_back_from_raptor),
    cmocka_unit_test(graphs_are_sets),
  };
  if (argc == 3) {
    return print_triples(argv[1], strtoull(argv[2], NULL, 10));
  }
  return cmocka_run_group_tests(tests, NULL, NULL);
}
