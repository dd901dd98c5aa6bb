unit_tests += \
  %D%/gazetteer_test \
  %D%/linking_test

EXTRA_DIST += \
  %D%/links.tsv
