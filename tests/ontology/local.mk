unit_tests += \
  %D%/describe_test \
  %D%/graph_test \
  %D%/iri_test \
  %D%/sort_test \
  %D%/vocabulary_test
script_tests += \
  %D%/alignment_test.py \
  %D%/amounts_test.py \
  %D%/articles_test.py \
  %D%/mapping_test.py \
  %D%/relations_test.py \
  %D%/terms_test.py

%C%_describe_test_SOURCES = %D%/describe_test.c %D%/sample.c %D%/sample.h
%C%_vocabulary_test_SOURCES = %D%/vocabulary_test.c

EXTRA_DIST += %D%/describe.ttl %D%/known-terms.tsv \
  %D%/mapping-faults.txt %D%/mapping.expected %D%/mapping.tsv %D%/mapping.txt
