# unit_tests += %D%/NAME_test (source NAME_test.c) and script_tests += %D%/NAME_test.py
