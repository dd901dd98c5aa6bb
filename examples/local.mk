EXTRA_DIST += \
  %D%/countries.ttl \
  %D%/heat-at-work.txt \
  %D%/organizations.ttl \
  %D%/power-plants.tsv \
  %D%/power-plants.txt \
  %D%/rice-export-ban.txt \
  %D%/seasonal-visas.txt
