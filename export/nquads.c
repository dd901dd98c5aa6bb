#include "export/sink.h"

#include "export/terms.h"

/* N-Quads (RDF 1.1 N-Quads, section 2): an N-Triples line with the graph's name after the object,
 * in the same canonical spelling. */
static GwStatus write_nquads(const GwQuad *quads, size_t count, GwBuffer *out, GwError *error)
{
  for (size_t i = 0; i < count; i++) {
    gw_write_iri(out, quads[i].subject->value);
    gw_buffer_char(out, ' ');
    gw_write_iri(out, quads[i].predicate->value);
    gw_buffer_char(out, ' ');
    gw_write_object(out, quads[i].object);
    if (quads[i].graph) {
      gw_buffer_char(out, ' ');
      gw_write_iri(out, quads[i].graph->value);
    }
    gw_buffer_append(out, GW_VIEW(" .\n"));
  }
  return out->failed ? gw_fail_memory(error) : GW_OK;
}

const GwSink gw_nquads_sink = {
  .name = "nquads", .extension = "nq", .named_graphs = true, .write = write_nquads,
  .help = "N-Quads: N-Triples with the graph's name, canonical",
};
