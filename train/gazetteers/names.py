"""Token-level name lexicon: word -> flags, an input feature of the tagger.

names.py --data DIR --out FILE.  Flags: 1 given name, 2 surname, 4 country, 8 demonym, 16 city,
32 acronym of an organisation, 64 organisation-name word, 128 person title.
"""
import argparse
import csv
import re
from collections import Counter

GIVEN, SURNAME, COUNTRY, DEMONYM, CITY, ACRONYM, ORGANISATION, TITLE = (1 << k for k in range(8))
TITLES = """Mr Mrs Ms Miss Dr Prof Professor President Minister Premier Chancellor Senator Governor
Mayor King Queen Prince Princess Pope Judge Justice Sir Lord Lady General Colonel Captain Major
Sergeant Secretary Ambassador Congressman Congresswoman Chairman Chairwoman Director Sheikh
Ayatollah Imam Bishop Archbishop Cardinal Rabbi Reverend Rev Sen Gov Gen Col Capt Lt Sgt Rep
Hon Emperor Sultan Mullah Deputy Officer Commissioner Admiral Marshal Detective Inspector""".split()
WORD = re.compile(r"[^\W\d_][^\W\d_'’]+")


def rows(path):
    with open(path, encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def latin(text):
    return all(ord(c) < 0x250 or c in "’‘" for c in text)


def common_words(data):
    """Lower-cased words of running text and how often they are no proper noun."""
    seen = Counter()
    for part in ("ewt-train", "gum-train"):
        for line in open(f"{data}/treebank/{part}.conllu", encoding="utf-8"):
            field = line.split("\t")
            if len(field) == 10 and field[3] != "PROPN" and field[1].islower():
                seen[field[1]] += 1
    return seen


def words_of(text):
    return [w for w in WORD.findall(text) if w[0].isupper() and latin(w)]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--out", required=True)
    args = a.parse_args()
    data = args.data + "/gazetteer/"
    given, surname, city, org = Counter(), Counter(), Counter(), Counter()
    flags = Counter()

    def mark(word, flag):
        flags[word] |= flag

    for row in rows(data + "politicians.tsv"):
        for name in [row["name"], *row["other_names"].split("|")]:
            parts = name.split("@")[0].split()
            if 2 <= len(parts) <= 4 and latin(name):
                given.update(parts[:-1])
                surname[parts[-1]] += 1
    for row in rows(data + "countries.tsv"):
        names = [row["name_en"], *row["aliases_en"].split("|")]
        for word in {w for n in names for w in words_of(n)}:
            mark(word, COUNTRY)
        for word in words_of(row["demonym_en"]):
            mark(word, DEMONYM)
        for word in words_of(row["capital"]):
            city[word] += 10
    for row in rows(data + "organisations.tsv"):
        for word in words_of(row["city"]):
            city[word] += 1
        if row["status"] == "active":
            org.update(set(words_of(row["name"])))
            for short in row["acronyms"].split("|"):
                if short.isascii() and short.isalpha() and short.isupper() and 3 <= len(short) <= 6:
                    mark(short, ACRONYM)
    for path, name, short in (("international-bodies.tsv", "name", "abbreviations"),
                              ("parties.tsv", "name", "abbreviation")):
        for row in rows(data + path):
            org.update(set(words_of(row[name])))
            for s in row[short].split("|"):
                if s.isascii() and s.isalpha() and s.isupper() and 2 <= len(s) <= 8:
                    mark(s, ACRONYM)
    common = common_words(args.data)

    def usual(word, count, floor):
        return common[word.lower()] >= 3 and count < floor

    for counter, flag, least, floor in ((given, GIVEN, 2, 12), (surname, SURNAME, 1, 12),
                                        (city, CITY, 1, 40), (org, ORGANISATION, 40, 0)):
        for word, count in counter.items():
            if count >= least and WORD.fullmatch(word) and not usual(word, count, floor):
                mark(word, flag)
    for word in TITLES:
        mark(word, TITLE)
    keep = sorted((w.encode(), f) for w, f in flags.items() if len(w) > 1)
    with open(args.out, "wb") as out:
        for word, flag in keep:
            out.write(word + b"\t%d\n" % flag)


if __name__ == "__main__":
    main()
