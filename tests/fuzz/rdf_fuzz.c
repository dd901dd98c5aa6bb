/* Any bytes as RDF, in every syntax: refused, or a graph that comes back from Turtle and from
 * N-Triples as it was. Seeds: tests/ontology/data/shapes tests/export/data examples. */
#include "export/sink.h"
#include "ontology/read.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

static GwGraph *new_graph(void)
{
  GwGraph *graph = NULL;
  if (gw_graph_new(&graph, NULL)) {
    abort();
  }
  return graph;
}

static void write_graph(GwGraph *graph, const char *format, GwBuffer *out)
{
  if (gw_sink_write(gw_sink_find(format), graph, out, NULL)) {
    abort();
  }
}

/* What is written in a format is read, and gives the same triples. */
static void round_trip(GwGraph *graph, const char *format, const GwBuffer *triples)
{
  GwBuffer text = GW_BUFFER_INIT, again = GW_BUFFER_INIT;
  GwGraph *copy = new_graph();
  const GwSyntax *syntax = gw_syntaxes;
  while (strcmp(syntax->name, format) != 0) {
    syntax++;
  }
  write_graph(graph, format, &text);
  if (gw_graph_parse(copy, gw_buffer_view(&text), syntax, "again", NULL)) {
    abort();
  }
  write_graph(copy, "ntriples", &again);
  if (!gw_view_equal(gw_buffer_view(triples), gw_buffer_view(&again))) {
    abort();
  }
  gw_graph_free(copy);
  gw_buffer_free(&text);
  gw_buffer_free(&again);
}

static GwStatus look(void *context, const GwTripleRead *triple, GwError *error)
{
  (void)error;
  const size_t *lines = context;
  if (triple->line > *lines) {
    abort();
  }
  return GW_OK;
}

static void read_as(const GwSyntax *syntax, GwView text, size_t lines)
{
  const GwTripleReader reader = {look, &lines, true};
  GwGraph *graph = new_graph();
  (void)gw_rdf_parse(text, syntax, "fuzz", &reader, NULL);
  if (!gw_graph_parse(graph, text, syntax, "fuzz", NULL)) {
    GwBuffer triples = GW_BUFFER_INIT;
    write_graph(graph, "ntriples", &triples);
    round_trip(graph, "turtle", &triples);
    round_trip(graph, "ntriples", &triples);
    gw_buffer_free(&triples);
  }
  gw_graph_free(graph);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
  const GwView text = {(const char *)bytes, count};
  size_t lines = 1;
  for (size_t i = 0; i < count; i++) {
    lines += bytes[i] == '\n' || bytes[i] == '\r';
  }
  for (size_t i = 0; i < gw_syntax_count; i++) {
    if (i == 0 || strcmp(gw_syntaxes[i].name, gw_syntaxes[i - 1].name) != 0) {
      read_as(&gw_syntaxes[i], text, lines);
    }
  }
  return 0;
}
