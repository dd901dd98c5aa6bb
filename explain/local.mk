libgraphwright_a_SOURCES += \
  %D%/confidence.c \
  %D%/entity.c \
  %D%/explain.h \
  %D%/find.c \
  %D%/marks.c \
  %D%/parts.h \
  %D%/rules.c \
  %D%/statement.c
