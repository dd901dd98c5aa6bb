unit_tests += \
  %D%/dot_test \
  %D%/label_test \
  %D%/overview_test \
  %D%/render_test

%C%_dot_test_SOURCES = %D%/dot_test.c %D%/hostile.c %D%/hostile.h
%C%_overview_test_SOURCES = \
  %D%/overview_test.c %D%/knowledge_file.c %D%/knowledge_file.h
%C%_render_test_SOURCES = %D%/render_test.c %D%/hostile.c %D%/hostile.h

EXTRA_DIST += %D%/groundwater.tsv
