unit_tests += \
  %D%/article_test \
  %D%/layout_test

EXTRA_DIST += \
  tests/cases.h \
  %D%/data/dateline.txt \
  %D%/data/dateline.expected \
  %D%/data/doubled-title.txt \
  %D%/data/doubled-title.expected \
  %D%/data/encyclopedia.txt \
  %D%/data/encyclopedia.expected \
  %D%/data/no-title.txt \
  %D%/data/no-title.expected \
  %D%/data/one-line-paragraphs.txt \
  %D%/data/one-line-paragraphs.expected \
  %D%/data/policy-paper.txt \
  %D%/data/policy-paper.expected \
  %D%/data/twice-the-same.txt \
  %D%/data/twice-the-same.expected
