unit_tests += \
  %D%/causes_test \
  %D%/conllu_test \
  %D%/mending_test \
  %D%/parts_test \
  %D%/tokenize_test \
  %D%/tokens_test

script_tests += \
  %D%/parse_test.py \
  %D%/reference_test.py

# Labels by PyTorch with the model's weights, for the test that the C engine gives the same. To
# be made again for a new model or other sentences: needs PyTorch.
.PHONY: reference
reference: graphwright$(EXEEXT)
	OMP_NUM_THREADS=1 $(PYTHON) $(srcdir)/bench/reference.py \
	  --model $(srcdir)/model/graphwright.gwm --causes $(srcdir)/model/causes.gwm \
	  --graphwright ./graphwright$(EXEEXT) \
	  --text $(srcdir)/%D%/reference.txt --out $(srcdir)/%D%/reference.tsv

EXTRA_DIST += \
  %D%/parse_test.py \
  %D%/reference.tsv \
  %D%/reference.txt \
  %D%/reference_test.py \
  %D%/validate_level1.py \
  %D%/data/abbreviations.txt \
  %D%/data/abbreviations.expected \
  %D%/data/brackets.txt \
  %D%/data/brackets.expected \
  %D%/data/contractions.txt \
  %D%/data/contractions.expected \
  %D%/data/hyphens.txt \
  %D%/data/hyphens.expected \
  %D%/data/numbers.txt \
  %D%/data/numbers.expected \
  %D%/data/quotes.txt \
  %D%/data/quotes.expected \
  %D%/data/references.txt \
  %D%/data/references.expected \
  %D%/data/scripts.txt \
  %D%/data/scripts.expected \
  %D%/data/sentences.txt \
  %D%/data/sentences.expected \
  %D%/data/web.txt \
  %D%/data/web.expected
