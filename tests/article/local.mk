unit_tests += \
  %D%/article_test \
  %D%/layout_test

EXTRA_DIST += \
  tests/cases.h \
  %D%/data/agency.txt \
  %D%/data/agency.expected \
  %D%/data/biography-only.txt \
  %D%/data/biography-only.expected \
  %D%/data/blog.txt \
  %D%/data/blog.expected \
  %D%/data/dateline.txt \
  %D%/data/dateline.expected \
  %D%/data/dialogue-not.txt \
  %D%/data/dialogue-not.expected \
  %D%/data/doubled-title.txt \
  %D%/data/doubled-title.expected \
  %D%/data/encyclopedia.txt \
  %D%/data/encyclopedia.expected \
  %D%/data/interview-bold.txt \
  %D%/data/interview-bold.expected \
  %D%/data/interview-labels.txt \
  %D%/data/interview-labels.expected \
  %D%/data/interview-plain.txt \
  %D%/data/interview-plain.expected \
  %D%/data/interview-q.txt \
  %D%/data/interview-q.expected \
  %D%/data/no-title.txt \
  %D%/data/no-title.expected \
  %D%/data/numbered-report.txt \
  %D%/data/numbered-report.expected \
  %D%/data/one-line-paragraphs.txt \
  %D%/data/one-line-paragraphs.expected \
  %D%/data/op-ed.txt \
  %D%/data/op-ed.expected \
  %D%/data/policy-brief.txt \
  %D%/data/policy-brief.expected \
  %D%/data/policy-paper.txt \
  %D%/data/policy-paper.expected \
  %D%/data/press-release.txt \
  %D%/data/press-release.expected \
  %D%/data/twice-the-same.txt \
  %D%/data/twice-the-same.expected
