graphwright_SOURCES += \
  %D%/build.c \
  %D%/check.c \
  %D%/command.h \
  %D%/convert.c \
  %D%/describe.c \
  %D%/explain.c \
  %D%/formats.c %D%/formats.h \
  %D%/help.c \
  %D%/list.c \
  %D%/main.c \
  %D%/merge.c \
  %D%/options.c \
  %D%/parse.c \
  %D%/pipeline.c %D%/pipeline.h \
  %D%/progress.c %D%/progress.h \
  %D%/publish.c \
  %D%/query.c \
  %D%/version.c \
  %D%/vocabulary.c
