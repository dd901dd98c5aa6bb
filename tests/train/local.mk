script_tests += %D%/causes_score_test.py

EXTRA_DIST += %D%/causes_score_test.py
