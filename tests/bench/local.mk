script_tests += \
  %D%/carb_test.py \
  %D%/reading_test.py
