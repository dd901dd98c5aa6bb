# libFuzzer targets: configure --enable-fuzzers --enable-sanitize CC=clang; then, for example,
# mkdir found && tests/fuzz/article_fuzz found examples (new inputs go to the first folder).
if FUZZERS
noinst_PROGRAMS = \
  %D%/article_fuzz \
  %D%/conllu_fuzz \
  %D%/knowledge_fuzz \
  %D%/model_fuzz \
  %D%/rdf_fuzz
endif
EXTRA_PROGRAMS += \
  %D%/article_fuzz \
  %D%/conllu_fuzz \
  %D%/knowledge_fuzz \
  %D%/model_fuzz \
  %D%/rdf_fuzz

%C%_article_fuzz_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_conllu_fuzz_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_knowledge_fuzz_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_model_fuzz_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_rdf_fuzz_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
