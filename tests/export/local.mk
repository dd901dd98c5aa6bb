unit_tests += \
  %D%/roundtrip_test \
  %D%/turtle_test
script_tests += %D%/readers_test.py

%C%_roundtrip_test_SOURCES = %D%/roundtrip_test.c \
  %D%/hostile.c %D%/hostile.h %D%/reader.c %D%/reader.h
