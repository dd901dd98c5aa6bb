# The model is made by train/engine. MODEL is empty where it is missing: see configure.ac.
EXTRA_DIST += %D%/names.tsv $(MODEL)
nobase_dist_pkgdata_DATA += %D%/confidence.tsv
nobase_pkgdata_DATA += $(MODEL)
