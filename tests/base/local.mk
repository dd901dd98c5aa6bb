unit_tests += \
  %D%/arena_test \
  %D%/buffer_test \
  %D%/child_test \
  %D%/file_test \
  %D%/map_test \
  %D%/status_test \
  %D%/utf8_test \
  %D%/view_test
