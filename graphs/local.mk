libgraphwright_a_SOURCES += \
  %D%/views/view.h
