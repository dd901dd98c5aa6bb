EXTRA_PROGRAMS += \
  %D%/dev_eval \
  %D%/links

EXTRA_DIST += \
  %D%/score.py

# Speed and memory on the examples, on one core. With TREEBANKS=DIR also every score: DIR holds
# treebank/ewt-dev.conllu, ner/uner-ewt-dev.iob2 and srl/ewt-propbank-dev.tsv.
BENCH_MODEL = $(srcdir)/model/graphwright.gwm
TREEBANKS =
BENCH = OPENBLAS_NUM_THREADS=1 %D%/dev_eval
SCORE = $(PYTHON) $(srcdir)/%D%/score.py --gold '$(TREEBANKS)/treebank/ewt-dev.conllu'

.PHONY: bench
bench: graphwright$(EXEEXT) %D%/dev_eval$(EXEEXT)
	@for article in $(srcdir)/examples/*.txt; do \
	  ./graphwright parse "$$article" || exit; done > %D%/examples.conllu
	@echo 'Examples, from raw text:'
	@$(BENCH) raw %D%/examples.conllu $(BENCH_MODEL) > %D%/system.conllu
	@if test -n '$(TREEBANKS)'; then \
	  echo 'EWT dev, gold tokens:'; \
	  $(BENCH) gold '$(TREEBANKS)/treebank/ewt-dev.conllu' $(BENCH_MODEL) \
	    > %D%/system.conllu && \
	  $(SCORE) --system %D%/system.conllu --names '$(TREEBANKS)/ner/uner-ewt-dev.iob2' \
	    --roles '$(TREEBANKS)/srl/ewt-propbank-dev.tsv' && \
	  echo 'EWT dev, from raw text:' && \
	  $(BENCH) raw '$(TREEBANKS)/treebank/ewt-dev.conllu' $(BENCH_MODEL) \
	    > %D%/system.conllu && \
	  $(SCORE) --system %D%/system.conllu; fi

CLEANFILES += \
  %D%/examples.conllu \
  %D%/system.conllu
