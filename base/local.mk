libgraphwright_a_SOURCES += \
  %D%/arena.c %D%/arena.h \
  %D%/buffer.c %D%/buffer.h \
  %D%/child.c %D%/child.h \
  %D%/file.c %D%/file.h \
  %D%/hash.c %D%/hash.h \
  %D%/map.c %D%/map.h \
  %D%/status.c %D%/status.h \
  %D%/utf8.c %D%/utf8.h \
  %D%/view.c %D%/view.h
