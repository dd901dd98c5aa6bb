libgraphwright_a_SOURCES += \
  %D%/article.c %D%/article.h \
  %D%/biographies.c \
  %D%/blocks.c %D%/blocks.h \
  %D%/bylines.c \
  %D%/datelines.c \
  %D%/dates.c \
  %D%/dialogue.c \
  %D%/kinds.c \
  %D%/lines.c \
  %D%/notes.c \
  %D%/repeats.c \
  %D%/sections.c \
  %D%/split.c
