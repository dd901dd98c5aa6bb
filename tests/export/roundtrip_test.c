/* Hostile quads, written in each format of RDF that Raptor reads, come back as they were.
 *
 *   roundtrip_test                   runs the tests
 *   roundtrip_test FORMAT SEED       prints quads for readers in other languages
 *   roundtrip_test hex|hexxml SEED   prints their fields; hexxml those that RDF/XML can hold
 */
#include "tests/test.h"

#include "export/rdfxml.h"
#include "export/sink.h"
#include "tests/export/hostile.h"
#include "tests/export/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEEDS 200
#define QUADS 60

static GwGraph *new_graph(void)
{
  GwGraph *graph = NULL;
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_new(&graph, &error), error);
  return graph;
}

static void add(GwGraph *graph, const HostileQuad *q)
{
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_add_to(graph, q->graph, q->subject.value, q->predicate.value, q->object,
                            &error), error);
}

static bool fits_xml(const HostileQuad *q)
{
  const GwQuad quad = {&q->subject, &q->predicate, &q->object, NULL};
  return gw_rdfxml_check(&quad, 1, NULL) == GW_OK;
}

/* Those that the format can hold, in its own graph. */
static GwGraph *graph_of(const HostileQuad *quads, size_t count, const char *format)
{
  GwGraph *graph = new_graph();
  for (size_t i = 0; i < count; i++) {
    if (strcmp(format, "rdfxml") != 0 || fits_xml(&quads[i])) {
      add(graph, &quads[i]);
    }
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

static size_t triple_count(GwGraph *graph)
{
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  const GwQuad *triples = NULL;
  size_t count = 0;
  assert_ok(gw_graph_triples(graph, &arena, &triples, &count, &error), error);
  gw_arena_free(&arena);
  return count;
}

static void round_trip(const char *format)
{
  for (uint64_t seed = 1; seed <= SEEDS; seed++) {
    GwArena arena = GW_ARENA_INIT;
    GwBuffer first = GW_BUFFER_INIT, second = GW_BUFFER_INIT;
    GwGraph *graph = graph_of(hostile_quads(&arena, seed, QUADS), QUADS, format);
    write_graph(graph, format, &first);
    GwGraph *again = read_back(gw_buffer_view(&first), format);
    write_graph(again, format, &second);
    assert_true(triple_count(graph) > 0);
    assert_int_equal(triple_count(again), triple_count(graph));
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

static void trig_comes_back_from_raptor(void **state)
{
  (void)state;
  round_trip("trig");
}

static void ntriples_comes_back_from_raptor(void **state)
{
  (void)state;
  round_trip("ntriples");
}

static void nquads_comes_back_from_raptor(void **state)
{
  (void)state;
  round_trip("nquads");
}

static void rdfxml_comes_back_from_raptor(void **state)
{
  (void)state;
  round_trip("rdfxml");
}

/* Neither the order in which quads are added nor their repetition leaves a trace. */
static void graphs_are_sets(void **state)
{
  (void)state;
  static const char *const formats[] = {"turtle", "trig", "nquads", "jsonld", "rdfxml"};
  for (uint64_t seed = 1; seed <= SEEDS; seed++) {
    GwArena arena = GW_ARENA_INIT;
    const char *format = formats[seed % (sizeof formats / sizeof *formats)];
    HostileQuad *quads = hostile_quads(&arena, seed, QUADS);
    GwGraph *graph = graph_of(quads, QUADS, format), *reversed = new_graph();
    GwBuffer one = GW_BUFFER_INIT, other = GW_BUFFER_INIT;
    for (size_t i = 2 * QUADS; i-- > 0;) {
      if (strcmp(format, "rdfxml") != 0 || fits_xml(&quads[i % QUADS])) {
        add(reversed, &quads[i % QUADS]);
      }
    }
    write_graph(graph, format, &one);
    write_graph(reversed, format, &other);
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

/* One quad a line: subject, predicate, kind, value, datatype, language, graph, in hexadecimal. */
static void print_fields(const HostileQuad *q)
{
  print_hex(q->subject.value, ' ');
  print_hex(q->predicate.value, ' ');
  printf("%s ", q->object.kind == GW_TERM_IRI ? "iri" : "literal");
  print_hex(q->object.value, ' ');
  print_hex(q->object.datatype, ' ');
  print_hex(q->object.language, ' ');
  print_hex(q->graph, '\n');
}

static int print_quads(const char *format, uint64_t seed)
{
  GwArena arena = GW_ARENA_INIT;
  const HostileQuad *quads = hostile_quads(&arena, seed, QUADS);
  const bool xml = strcmp(format, "hexxml") == 0;
  if (xml || strcmp(format, "hex") == 0) {
    for (size_t i = 0; i < QUADS; i++) {
      if (!xml || fits_xml(&quads[i])) {
        print_fields(&quads[i]);
      }
    }
  } else {
    GwGraph *graph = graph_of(quads, QUADS, format);
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
    cmocka_unit_test(trig_comes_back_from_raptor),
    cmocka_unit_test(ntriples_comes_back_from_raptor),
    cmocka_unit_test(nquads_comes_back_from_raptor),
    cmocka_unit_test(rdfxml_comes_back_from_raptor),
    cmocka_unit_test(graphs_are_sets),
  };
  if (argc == 3) {
    return print_quads(argv[1], strtoull(argv[2], NULL, 10));
  }
  return cmocka_run_group_tests(tests, NULL, NULL);
}
