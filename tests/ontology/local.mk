unit_tests += \
  %D%/describe_test \
  %D%/graph_test \
  %D%/iri_test \
  %D%/literals_test \
  %D%/read_test \
  %D%/sort_test \
  %D%/turtle_lines_test \
  %D%/vocabulary_test
script_tests += \
  %D%/alignment_test.py \
  %D%/amounts_test.py \
  %D%/articles_test.py \
  %D%/mapping_test.py \
  %D%/relations_test.py \
  %D%/shapes_graphs_test.py \
  %D%/shapes_test.py \
  %D%/terms_test.py

%C%_describe_test_SOURCES = %D%/describe_test.c %D%/sample.c %D%/sample.h
%C%_vocabulary_test_SOURCES = %D%/vocabulary_test.c

EXTRA_DIST += %D%/describe.ttl %D%/known-terms.tsv \
  %D%/mapping-faults.txt %D%/mapping.expected %D%/mapping.tsv %D%/mapping.txt

EXTRA_DIST += %D%/shacl_peer.py \
  %D%/data/shapes/class.expected \
  %D%/data/shapes/class.ttl \
  %D%/data/shapes/closed.expected \
  %D%/data/shapes/closed.ttl \
  %D%/data/shapes/count.expected \
  %D%/data/shapes/count.ttl \
  %D%/data/shapes/datatype.expected \
  %D%/data/shapes/datatype.ttl \
  %D%/data/shapes/facts.expected \
  %D%/data/shapes/facts.ttl \
  %D%/data/shapes/languages.expected \
  %D%/data/shapes/languages.ttl \
  %D%/data/shapes/logic.expected \
  %D%/data/shapes/logic.ttl \
  %D%/data/shapes/node.expected \
  %D%/data/shapes/node.ttl \
  %D%/data/shapes/nodekind.expected \
  %D%/data/shapes/nodekind.ttl \
  %D%/data/shapes/pairs.expected \
  %D%/data/shapes/pairs.ttl \
  %D%/data/shapes/paths.expected \
  %D%/data/shapes/paths.ttl \
  %D%/data/shapes/qualified.expected \
  %D%/data/shapes/qualified.ttl \
  %D%/data/shapes/range.expected \
  %D%/data/shapes/range.ttl \
  %D%/data/shapes/recursion.expected \
  %D%/data/shapes/recursion.ttl \
  %D%/data/shapes/severity.expected \
  %D%/data/shapes/severity.ttl \
  %D%/data/shapes/strings.expected \
  %D%/data/shapes/strings.ttl \
  %D%/data/shapes/targets.expected \
  %D%/data/shapes/targets.ttl \
  %D%/data/shapes/values.expected \
  %D%/data/shapes/values.ttl
