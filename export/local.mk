libgraphwright_a_SOURCES += \
  %D%/clusters.c %D%/clusters.h \
  %D%/conflict_nodes.c \
  %D%/conflict_parts.h \
  %D%/conflicts.c %D%/conflicts.h \
  %D%/contradictions.c \
  %D%/disagreements.c \
  %D%/judge.c \
  %D%/link_nodes.c \
  %D%/links.c %D%/links.h \
  %D%/merge.c %D%/merge.h \
  %D%/merge_parts.h \
  %D%/merging.c %D%/merging.h \
  %D%/names.c %D%/names.h \
  %D%/resources.c %D%/resources.h \
  %D%/said.c %D%/said.h \
  %D%/strip.c \
  %D%/ntriples.c \
  %D%/order.c %D%/order.h \
  %D%/prefixes.c %D%/prefixes.h \
  %D%/report.c %D%/report.h \
  %D%/report_turtle.c \
  %D%/csv.c \
  %D%/graphml.c \
  %D%/jsonld.c \
  %D%/jsonld_context.c %D%/jsonld_context.h \
  %D%/nquads.c \
  %D%/property_graph.c %D%/property_graph.h \
  %D%/rdfxml.c %D%/rdfxml.h \
  %D%/rdfxml_check.c \
  %D%/sink.c %D%/sink.h \
  %D%/terms.c %D%/terms.h \
  %D%/trig.c \
  %D%/turtle.c %D%/turtle.h

# Data sets: their description, and their way into a store.
libgraphwright_a_SOURCES += \
  %D%/census.c %D%/census.h \
  %D%/dataset.c %D%/dataset.h %D%/dataset_parts.h \
  %D%/distribution.c \
  %D%/http.c %D%/http.h \
  %D%/publish.c %D%/publish.h \
  %D%/refusal.c \
  %D%/url.c %D%/url.h \
  %D%/verify.c
