EXTRA_DIST += \
  %D%/heat-at-work.txt \
  %D%/power-plants.tsv \
  %D%/power-plants.txt \
  %D%/rice-export-ban.txt \
  %D%/seasonal-visas.txt
