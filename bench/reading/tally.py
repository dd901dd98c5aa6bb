"""Adds up a reading: judged.tsv (statements) and wanted.txt (what a graph should have).

tally.py [FOLDER]     the folder of the reading, this one if none is given
"""
import argparse
import csv
import pathlib
import re

HERE = pathlib.Path(__file__).parent


def read_judged(folder):
    """Rows of the folder's judged.tsv, by column name."""
    with open(folder / "judged.tsv", encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def confidence(row):
    return float(re.search(r" ([\d.]+)\}$", row["statement"]).group(1))


def is_asserted(row):
    """Positive, actual, said by nobody in the article and likelier right than wrong."""
    meant = re.search(r"--> (?:\(.*?\)|\".*?\"|S\d+|-)(?= )(.*)\{", row["statement"]).group(1)
    marks = r" (?:not|Possible|Intended|Conditional|Necessary|Questioned|by) "
    return confidence(row) >= 0.5 and not re.match(marks, meant)


def is_triple(row):
    """Asserted, and with an object: what the graph holds as a plain triple."""
    return is_asserted(row) and "--> - " not in row["statement"]


def share(rows):
    right = sum(row["verdict"] == "right" for row in rows)
    return f"{right} of {len(rows)}"


def print_statements(rows):
    articles = list(dict.fromkeys(row["article"] for row in rows))
    for name in articles:
        print(f"{name}: {share([row for row in rows if row['article'] == name])}")
    print(f"all: {share(rows)}")
    for least in (0.5, 0.7, 0.9):
        print(f"confidence {least}: {share([row for row in rows if confidence(row) >= least])}")
    print(f"asserted: {share(list(filter(is_asserted, rows)))}")
    print(f"plain triples: {share(list(filter(is_triple, rows)))}")
    right, wrong = (sum(int(row[f"qualifiers {kind}"]) for row in rows)
                    for kind in ("right", "wrong"))
    print(f"qualifiers: {right} of {right + wrong}")
    mistakes = [row["mistake"] for row in rows if row["mistake"]]
    for mistake in sorted(set(mistakes), key=lambda m: (-mistakes.count(m), m)):
        print(f"  {mistakes.count(mistake)} {mistake}")


def print_wanted(lines):
    """Lines are `+`, `~` or `-` with a statement, or the name of an article."""
    found = {}
    for line in lines:
        if line[:2] in ("+ ", "~ ", "- "):
            found[name].append(line[0])
        elif line:
            name = line
            found[name] = []
    for name, marks in list(found.items()) + [("all", sum(found.values(), []))]:
        print(f"{name}: {marks.count('+')} found, {marks.count('~')} with a flaw, of {len(marks)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE)
    folder = parser.parse_args().folder
    print_statements(read_judged(folder))
    print_wanted((folder / "wanted.txt").read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    main()
