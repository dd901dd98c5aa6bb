libgraphwright_a_SOURCES += \
  %D%/describe.h \
  %D%/graph.h

nobase_dist_pkgdata_DATA += \
  %D%/gazetteers/capitals.tsv \
  %D%/gazetteers/demonyms.tsv \
  %D%/gazetteers/entities.tsv \
  %D%/gazetteers/names.tsv \
  %D%/gazetteers/nouns.tsv \
  %D%/gazetteers/README.md
