# The models are made by train/engine, train/causes and train/coreference. MODEL is empty where the
# former two are missing: see configure.ac.
EXTRA_DIST += %D%/names.tsv $(MODEL)
nobase_dist_pkgdata_DATA += %D%/confidence.tsv
nobase_dist_pkgdata_DATA += %D%/coreference.gwm
nobase_pkgdata_DATA += $(MODEL)
