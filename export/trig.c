#include "export/sink.h"
#include "export/turtle.h"

/* RDF 1.1 TriG: the default graph as Turtle has it, then the named graphs in braces, without the
 * word GRAPH, which not every reader knows. */
static GwStatus write_graphs(GwTurtle *turtle, const GwQuad *quads, size_t count, GwError *error)
{
  size_t length = 0;
  for (size_t at = 0; at < count; at += length) {
    length = gw_graph_run(quads + at, count - at);
    if (quads[at].graph) {
      gw_buffer_char(turtle->out, '\n');
      gw_turtle_write_name(turtle, quads[at].graph->value);
      gw_buffer_text(turtle->out, " {\n");
    }
    GW_TRY(gw_turtle_write_triples(turtle, quads + at, length, error));
    gw_buffer_text(turtle->out, quads[at].graph ? "}\n" : "");
  }
  return GW_OK;
}

static GwStatus write_trig(const GwQuad *quads, size_t count, GwBuffer *out, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwTurtle turtle;
  GwStatus status = gw_turtle_begin(&turtle, &arena, quads, count, out, error);
  if (!status) {
    status = write_graphs(&turtle, quads, count, error);
  }
  gw_arena_free(&arena);
  return !status && out->failed ? gw_fail_memory(error) : status;
}

const GwSink gw_trig_sink = {
  .name = "trig", .extension = "trig", .named_graphs = true, .write = write_trig,
  .help = "TriG: Turtle with named graphs",
};
