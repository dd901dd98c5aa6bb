# The model is made by train/engine; see configure.ac for what happens without it.
EXTRA_DIST += %D%/names.tsv
if HAVE_MODEL
nobase_dist_pkgdata_DATA += %D%/graphwright.gwm
endif
