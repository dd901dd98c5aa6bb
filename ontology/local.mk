libgraphwright_a_SOURCES += \
  %D%/describe.c %D%/describe.h \
  %D%/describe_document.c \
  %D%/describe_entities.c \
  %D%/describe_evidence.c \
  %D%/describe_quantities.c \
  %D%/describe_relations.c \
  %D%/describe_sections.c \
  %D%/describe_statements.c \
  %D%/describe_times.c \
  %D%/describe_vocabulary.c \
  %D%/description.h \
  %D%/graph.c %D%/graph.h \
  %D%/iri.c %D%/iri.h \
  %D%/mapping.c %D%/mapping.h \
  %D%/mapping_rows.c %D%/mapping_rows.h \
  %D%/mapping_terms.c %D%/mapping_terms.h \
  %D%/mint_document.c \
  %D%/mint_entities.c \
  %D%/mint_statements.c \
  %D%/named_graphs.c \
  %D%/parties.c \
  %D%/put.c \
  %D%/read.c %D%/read.h \
  %D%/shacl/check.c %D%/shacl/check.h \
  %D%/shacl/checker.h \
  %D%/shacl/constraints.c \
  %D%/shacl/facts.c \
  %D%/shacl/index.c %D%/shacl/index.h \
  %D%/shacl/literals.c %D%/shacl/literals.h \
  %D%/shacl/locate.c \
  %D%/shacl/logic.c \
  %D%/shacl/moments.c \
  %D%/shacl/nodes.c %D%/shacl/nodes.h \
  %D%/shacl/parameters.c \
  %D%/shacl/paths.c %D%/shacl/paths.h \
  %D%/shacl/shapes.c %D%/shacl/shapes.h \
  %D%/shacl/shapes_parts.c \
  %D%/shacl/shapes_reader.h \
  %D%/shacl/validate.c %D%/shacl/validate.h \
  %D%/shacl/values.c \
  %D%/sort.c %D%/sort.h \
  %D%/term.c %D%/term.h \
  %D%/turtle_lines.c %D%/turtle_lines.h \
  %D%/vocabulary.c %D%/vocabulary.h

nobase_dist_pkgdata_DATA += \
  %D%/gazetteers/README.md \
  %D%/gazetteers/capitals.tsv \
  %D%/gazetteers/demonyms.tsv \
  %D%/gazetteers/entities.tsv \
  %D%/gazetteers/given-names.tsv \
  %D%/gazetteers/names.tsv \
  %D%/gazetteers/nominalizations.tsv \
  %D%/gazetteers/nouns.tsv \
  %D%/lexicon.tsv \
  %D%/merging.tsv \
  %D%/quantities.tsv \
  %D%/relations.tsv \
  %D%/relations.ttl \
  %D%/shapes.ttl \
  %D%/vocabulary.ttl

EXTRA_DIST += %D%/make_page.py %D%/make_vocabulary.py
