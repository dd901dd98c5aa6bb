libgraphwright_a_SOURCES += \
  %D%/addresses.c \
  %D%/cause_features.c %D%/cause_features.h \
  %D%/cause_head.c %D%/cause_head.h \
  %D%/cause_spans.c %D%/cause_spans.h \
  %D%/conllu_read.c \
  %D%/conllu_write.c %D%/conllu.h \
  %D%/document.h \
  %D%/encoder.c %D%/encoder.h \
  %D%/engine.c %D%/engine.h \
  %D%/heads.c %D%/heads.h \
  %D%/kernels.c %D%/kernels.h \
  %D%/irregular_verbs.def \
  %D%/lemma.c %D%/lemma.h \
  %D%/mending.c %D%/mending.h \
  %D%/model_file.c %D%/model_file.h \
  %D%/pieces.c %D%/pieces.h \
  %D%/sentences.c \
  %D%/spelling.c %D%/spelling.h \
  %D%/tags.c \
  %D%/tokenize.c %D%/tokenize.h \
  %D%/tree.c %D%/tree.h \
  %D%/words.c %D%/words.h
