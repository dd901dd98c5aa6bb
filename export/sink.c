#include "export/sink.h"

static const GwSink *const sinks[] = {&gw_turtle_sink, &gw_ntriples_sink};

const GwSink *gw_sink_find(const char *name)
{
  for (size_t i = 0; i < sizeof sinks / sizeof *sinks; i++) {
    if (gw_view_is(gw_view(name), sinks[i]->name)) {
      return sinks[i];
    }
  }
  return NULL;
}
