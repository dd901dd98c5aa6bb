# Articles that were read by hand, and what was found.
EXTRA_DIST += \
  %D%/README.md \
  %D%/draw.py \
  %D%/encyclopedia.txt \
  %D%/judged.tsv \
  %D%/news.txt \
  %D%/policy.txt \
  %D%/second/encyclopedia.txt \
  %D%/second/judged.tsv \
  %D%/second/news.txt \
  %D%/second/policy.txt \
  %D%/second/wanted.txt \
  %D%/tally.py \
  %D%/wanted.txt
