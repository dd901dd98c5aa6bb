# Quality on our own articles; needs rdflib.
.PHONY: bench-gold
bench-gold: graphwright$(EXEEXT)
	PYTHONDONTWRITEBYTECODE=1 $(PYTHON) $(srcdir)/%D%/gold.py --graphwright ./graphwright$(EXEEXT)

EXTRA_DIST += \
  %D%/README.md \
  %D%/align.py \
  %D%/cholera.gold \
  %D%/cradles.gold \
  %D%/forester.gold \
  %D%/gold.py \
  %D%/gold_article.py \
  %D%/graph_article.py
