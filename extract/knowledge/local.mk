libgraphwright_a_SOURCES += \
  %D%/gazetteer.h \
  %D%/knowledge.h \
  %D%/linking.h
