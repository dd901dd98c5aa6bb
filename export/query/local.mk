libgraphwright_a_SOURCES += \
  %D%/answers.c %D%/answers.h \
  %D%/closure.c %D%/closure.h \
  %D%/columns.c \
  %D%/expressions.c \
  %D%/functions.c \
  %D%/index.c %D%/index.h \
  %D%/lexer.c %D%/lexer.h \
  %D%/modifiers.c \
  %D%/parts.h \
  %D%/paths.c %D%/paths.h \
  %D%/patterns.c \
  %D%/plan.c %D%/plan.h \
  %D%/profile.c %D%/profile.h \
  %D%/query.c %D%/query.h \
  %D%/run.c %D%/run.h \
  %D%/solutions.c %D%/solutions.h \
  %D%/source.c %D%/source.h \
  %D%/table.c \
  %D%/translator.c %D%/translator.h \
  %D%/triples.c %D%/triples.h
