unit_tests += \
  %D%/amounts_test \
  %D%/calendar_test \
  %D%/confidence_test \
  %D%/gazetteer_test \
  %D%/knowledge_test \
  %D%/linking_test

script_tests += \
  %D%/coreference_score_test.py

EXTRA_DIST += \
  %D%/data/actions.conllu %D%/data/actions.txt \
  %D%/data/asides.conllu %D%/data/asides.txt \
  %D%/data/attribution.conllu %D%/data/attribution.txt \
  %D%/data/beings.conllu %D%/data/beings.txt \
  %D%/data/causes.conllu %D%/data/causes.txt \
  %D%/data/claims.conllu %D%/data/claims.txt \
  %D%/data/clauses.conllu %D%/data/clauses.txt \
  %D%/data/descriptions.conllu %D%/data/descriptions.txt \
  %D%/data/directed.conllu %D%/data/directed.txt \
  %D%/data/doubt.conllu %D%/data/doubt.txt \
  %D%/data/governed.conllu %D%/data/governed.txt \
  %D%/data/metonyms.conllu %D%/data/metonyms.txt \
  %D%/data/found-causes.conllu %D%/data/found-causes.txt \
  %D%/data/namesakes.conllu %D%/data/namesakes.txt \
  %D%/data/lives.conllu %D%/data/lives.txt \
  %D%/data/nominalizations.conllu %D%/data/nominalizations.txt \
  %D%/data/predicates.conllu %D%/data/predicates.txt \
  %D%/data/pronouns.conllu %D%/data/pronouns.txt \
  %D%/data/propositions.conllu %D%/data/propositions.tsv \
  %D%/data/results.conllu %D%/data/results.txt \
  %D%/data/unreal.conllu %D%/data/unreal.txt \
  %D%/data/relatives.conllu %D%/data/relatives.txt \
  %D%/links.tsv \
  %D%/quantities.tsv \
  %D%/tables.h \
  %D%/timexes.tsv
