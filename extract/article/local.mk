libgraphwright_a_SOURCES += \
  %D%/article.c %D%/article.h \
  %D%/blocks.c %D%/blocks.h \
  %D%/dates.c
