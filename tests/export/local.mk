unit_tests += \
  %D%/merge_test \
  %D%/spelling_test \
  %D%/roundtrip_test \
  %D%/turtle_test
script_tests += %D%/merging_test.py %D%/networks_test.py %D%/readers_test.py

%C%_roundtrip_test_SOURCES = %D%/roundtrip_test.c \
  %D%/hostile.c %D%/hostile.h %D%/reader.c %D%/reader.h
%C%_merge_test_SOURCES = %D%/merge_test.c %D%/hostile.c %D%/hostile.h

EXTRA_DIST += \
  %D%/merging/conflicts.conflicts \
  %D%/merging/conflicts.links \
  %D%/merging/conflicts.ttl \
  %D%/merging/identifiers.conflicts \
  %D%/merging/identifiers.links \
  %D%/merging/identifiers.ttl \
  %D%/merging/names.conflicts \
  %D%/merging/names.links \
  %D%/merging/names.ttl

script_tests += %D%/query_test.py %D%/query_random_test.py
EXTRA_DIST += %D%/answers.py %D%/data/people.trig %D%/data/queries.txt
unit_tests += %D%/url_test
