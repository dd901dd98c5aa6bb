script_tests += \
  %D%/carb_test.py
