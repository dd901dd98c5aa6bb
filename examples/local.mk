EXTRA_DIST += \
  %D%/heat-at-work.txt \
  %D%/rice-export-ban.txt \
  %D%/seasonal-visas.txt
