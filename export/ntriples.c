#include "export/sink.h"

#include "export/terms.h"

/* Canonical N-Triples (RDF 1.2 N-Triples, section 4): one space between terms, one line feed. */
static GwStatus write_ntriples(const GwQuad *triples, size_t count, GwBuffer *out,
                               GwError *error)
{
  for (size_t i = 0; i < count; i++) {
    gw_write_iri(out, triples[i].subject->value);
    gw_buffer_char(out, ' ');
    gw_write_iri(out, triples[i].predicate->value);
    gw_buffer_char(out, ' ');
    gw_write_object(out, triples[i].object);
    gw_buffer_append(out, GW_VIEW(" .\n"));
    gw_buffer_settle(out);
  }
  return out->failed ? gw_fail_memory(error) : GW_OK;
}

const GwSink gw_ntriples_sink = {
  .name = "ntriples", .extension = "nt", .write = write_ntriples,
  .help = "N-Triples: one triple a line, canonical",
};
