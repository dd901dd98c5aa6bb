script_tests += \
  %D%/check_test.py \
  %D%/command_line_test.py \
  %D%/confidence_test.py \
  %D%/cookbook_test.py \
  %D%/convert_test.py \
  %D%/determinism_test.py \
  %D%/document_test.py \
  %D%/formats_test.py \
  %D%/lines_test.py \
  %D%/quads_test.py \
  %D%/merge_test.py \
  %D%/merging_test.py \
  %D%/readme_test.py

script_tests += \
  %D%/describe_test.py \
  %D%/oxigraph_test.py \
  %D%/publish_test.py \
  %D%/virtuoso_test.py
EXTRA_DIST += %D%/store.py %D%/triples.py
