libgraphwright_a_SOURCES += \
  %D%/ntriples.c \
  %D%/order.c %D%/order.h \
  %D%/prefixes.c %D%/prefixes.h \
  %D%/sink.c %D%/sink.h \
  %D%/terms.c %D%/terms.h \
  %D%/turtle.c %D%/turtle.h
