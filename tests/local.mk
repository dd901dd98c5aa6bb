# Tests of the stages: each folder names its own. What several of them share stands here.
EXTRA_DIST += \
  %D%/lint/lint.py \
  %D%/tap.py \
  %D%/test.h
