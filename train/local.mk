# How the language model and the gazetteers are made: Python, not needed to build or run.
EXTRA_DIST += \
  %D%/README.md \
  %D%/causes/corpus.py \
  %D%/causes/examples.py \
  %D%/causes/head.py \
  %D%/causes/model_file.py \
  %D%/causes/reading.py \
  %D%/causes/scorer.py \
  %D%/causes/train.py \
  %D%/causes/tree.py \
  %D%/confidence/fit.py \
  %D%/confidence/judged.py \
  %D%/confidence/judged.tsv \
  %D%/confidence/texts.py \
  %D%/coreference/train.py \
  %D%/engine/batches.py \
  %D%/engine/data.py \
  %D%/engine/evaluate.py \
  %D%/engine/export.py \
  %D%/engine/features.py \
  %D%/engine/lemma.py \
  %D%/engine/model.py \
  %D%/engine/train.py \
  %D%/gazetteers/entities.py \
  %D%/gazetteers/given_names.py \
  %D%/gazetteers/measure_links.py \
  %D%/gazetteers/names.py \
  %D%/gazetteers/nouns.py

# The weights of confidences anew, from judged statements: TEXTS names the folder of the judged
# articles that are not in examples/, SHEETS filled sheets (train/README.md).
TEXTS =
SHEETS =

.PHONY: confidence
confidence: bench/statements$(EXEEXT)
	@$(MKDIR_P) %D%
	bench/statements$(EXEEXT) $(srcdir)/examples/*.txt $(TEXTS)/*.txt > %D%/statements.tsv
	@test -z '$(SHEETS)' || $(PYTHON) $(srcdir)/%D%/confidence/judged.py take $(SHEETS)
	PYTHONDONTWRITEBYTECODE=1 $(PYTHON) $(srcdir)/%D%/confidence/fit.py %D%/statements.tsv \
	  --table $(srcdir)/model/confidence.tsv --diagram $(srcdir)/doc/reliability.svg

CLEANFILES += %D%/statements.tsv
