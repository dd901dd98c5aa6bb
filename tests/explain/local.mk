unit_tests += \
  %D%/explain_test \
  %D%/rules_test

EXTRA_DIST += \
  %D%/data/ferry.conllu \
  %D%/data/ferry.expected \
  %D%/data/ferry.txt
