script_tests += \
  %D%/check_test.py \
  %D%/command_line_test.py \
  %D%/confidence_test.py \
  %D%/cookbook_test.py \
  %D%/determinism_test.py \
  %D%/document_test.py \
  %D%/lines_test.py \
  %D%/merge_test.py \
  %D%/merging_test.py \
  %D%/readme_test.py
