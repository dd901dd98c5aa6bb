EXTRA_PROGRAMS += \
  %D%/dev_eval \
  %D%/links \
  %D%/rdf \
  %D%/statements \
  %D%/ties \
  %D%/timexes

# Built with the tests, so that they keep up with the library.
check_DATA = \
  %D%/dev_eval$(EXEEXT) \
  %D%/links$(EXEEXT) \
  %D%/rdf$(EXEEXT) \
  %D%/statements$(EXEEXT) \
  %D%/ties$(EXEEXT) \
  %D%/timexes$(EXEEXT)

bench_rdf_CPPFLAGS = $(AM_CPPFLAGS) $(SERD_CFLAGS)
bench_rdf_LDADD = $(LDADD) $(SERD_LIBS)
bench_statements_SOURCES = %D%/statements.c cli/pipeline.c

EXTRA_DIST += \
  %D%/agree.py \
  %D%/causes.py \
  %D%/bench.py \
  %D%/carb.py \
  %D%/coreference.py \
  %D%/merge.py \
  %D%/pytorch.py \
  %D%/rdf.py \
  %D%/reference.py \
  %D%/score.py \
  %D%/timexes.py

# The quality of graphs on the gold articles (gold/), then speed and memory on the examples, on
# one core. With TREEBANKS=DIR every figure of the engine: DIR holds treebank/ewt-dev.conllu,
# treebank/gum-dev.conllu, ner/uner-ewt-dev.iob2, srl/ewt-propbank-dev.tsv and, for plain
# extractions, openie/carb-dev.txt and openie/carb-dev.tsv.
BENCH_MODEL = $(srcdir)/model/graphwright.gwm
BENCH_CAUSES = $(srcdir)/model/causes.gwm
TREEBANKS =

.PHONY: bench
bench: bench-gold bench-rdf graphwright$(EXEEXT) %D%/dev_eval$(EXEEXT) %D%/ties$(EXEEXT)
	@for article in $(srcdir)/examples/*.txt; do \
	  echo "$$article, from raw text:"; \
	  ./graphwright parse "$$article" > %D%/examples.conllu \
	  && OPENBLAS_NUM_THREADS=1 %D%/dev_eval raw %D%/examples.conllu $(BENCH_MODEL) \
	    $(BENCH_CAUSES) > %D%/system.conllu || exit; done
	@if test -n '$(TREEBANKS)'; then \
	  PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1 $(PYTHON) $(srcdir)/%D%/bench.py \
	    --dev-eval %D%/dev_eval$(EXEEXT) --graphwright ./graphwright$(EXEEXT) \
	    --model $(BENCH_MODEL) --causes $(BENCH_CAUSES) --data '$(TREEBANKS)' \
	  && PYTHONDONTWRITEBYTECODE=1 $(PYTHON) $(srcdir)/%D%/coreference.py \
	    --ties %D%/ties$(EXEEXT) --model $(BENCH_MODEL) \
	    --data '$(TREEBANKS)/treebank/gum-dev.conllu'; fi

# Writers of RDF side by side, and files read, joined and written. RDF_TRIPLES=10000000 for more.
RDF_TRIPLES = 1000000
.PHONY: bench-rdf
bench-rdf: graphwright$(EXEEXT) %D%/rdf$(EXEEXT)
	@PYTHONDONTWRITEBYTECODE=1 $(PYTHON) $(srcdir)/%D%/rdf.py --rdf %D%/rdf$(EXEEXT) \
	  --graphwright ./graphwright$(EXEEXT) --triples $(RDF_TRIPLES) $(srcdir)/examples/*.txt

CLEANFILES += \
  $(check_DATA) \
  %D%/examples.conllu \
  %D%/system.conllu
