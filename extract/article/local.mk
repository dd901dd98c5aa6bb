libgraphwright_a_SOURCES += \
  %D%/article.c %D%/article.h \
  %D%/blocks.c %D%/blocks.h \
  %D%/bylines.c \
  %D%/dates.c \
  %D%/lines.c \
  %D%/repeats.c \
  %D%/split.c
