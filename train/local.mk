# How the language model and the gazetteers are made: Python, not needed to build or run.
EXTRA_DIST += \
  %D%/README.md \
  %D%/causes/corpus.py \
  %D%/causes/score.py \
  %D%/engine/batches.py \
  %D%/engine/data.py \
  %D%/engine/evaluate.py \
  %D%/engine/export.py \
  %D%/engine/features.py \
  %D%/engine/lemma.py \
  %D%/engine/model.py \
  %D%/engine/train.py \
  %D%/gazetteers/entities.py \
  %D%/gazetteers/measure_links.py \
  %D%/gazetteers/names.py \
  %D%/gazetteers/nouns.py
