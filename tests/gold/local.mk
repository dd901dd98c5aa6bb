script_tests += \
  %D%/gold_test.py

EXTRA_DIST += \
  %D%/gold_test.py \
  %D%/harbour.expected \
  %D%/harbour.gold \
  %D%/harbour.ttl
