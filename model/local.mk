# The models are made by train/engine and train/coreference. MODEL is empty where it is missing:
# see configure.ac.
EXTRA_DIST += %D%/names.tsv $(MODEL)
nobase_dist_pkgdata_DATA += %D%/confidence.tsv
nobase_dist_pkgdata_DATA += %D%/coreference.gwm
nobase_pkgdata_DATA += $(MODEL)
