libgraphwright_a_SOURCES += \
  %D%/dot/escape.c %D%/dot/escape.h \
  %D%/dot/layout.c %D%/dot/layout.h \
  %D%/dot/legend.c %D%/dot/legend.h \
  %D%/dot/render.c %D%/dot/render.h \
  %D%/dot/style.c %D%/dot/style.h \
  %D%/dot/write.c %D%/dot/write.h \
  %D%/views/assemble.c %D%/views/assemble.h \
  %D%/views/label.c %D%/views/label.h \
  %D%/views/link.c %D%/views/link.h \
  %D%/views/overview.c \
  %D%/views/salience.c \
  %D%/views/view.h
