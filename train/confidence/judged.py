"""Judgements of statements, kept by what a statement says, not by its number.

    judged.py draw STATEMENTS SHEET [--each N] [--seed S]   statements to judge, at random
    judged.py take SHEET...                                 judgements from filled sheets

STATEMENTS is what bench/statements prints. A sheet is filled in its first two columns: "right"
gets 1 or 0, "fault" a word for what is wrong. The texts may be others' property, so that what is
kept (judged.tsv) names a statement by a hash of its sentence and of all that it says: a judgement
holds as long as the same is read from the same sentence.
"""
import argparse
import hashlib
import random
from collections import defaultdict
from pathlib import Path

JUDGED = Path(__file__).with_name("judged.tsv")
SAID = ["sentence", "subject", "relation", "object", "polarity", "modality", "speaker"]
SHEET = ["right", "fault", "article", "number", *SAID]


def read_table(path):
    """The rows of a tab-separated table as dictionaries."""
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:] if line]


def write_table(path, names, rows):
    """Rows as a tab-separated table."""
    lines = ["\t".join(names), *("\t".join(row[name] for name in names) for row in rows)]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def key(row):
    """What names a statement: 16 hexadecimal digits."""
    content = "\x1f".join(" ".join(row[name].split()) for name in SAID)
    return hashlib.blake2b(content.encode(), digest_size=8).hexdigest()


def article(row):
    """An article's name: its file's, without folder and ending."""
    return Path(row["article"]).stem


def read_judged():
    """Judgements by article and key."""
    return {(r["article"], r["key"]): r for r in read_table(JUDGED)} if JUDGED.exists() else {}


def draw(statements, sheet, each, seed):
    """Up to `each` statements an article that are not judged yet, in text order."""
    known, waiting = read_judged(), defaultdict(dict)
    for row in read_table(statements):
        row |= {"right": "", "fault": ""}
        if (article(row), key(row)) not in known:
            waiting[article(row)][key(row)] = row
    drawn = []
    for name, rows in sorted(waiting.items()):
        rows = list(rows.values())
        chosen = random.Random(f"{seed} {name}").sample(rows, min(each, len(rows)))
        drawn += sorted(chosen, key=lambda row: int(row["number"]))
    write_table(sheet, SHEET, drawn)


def take(sheets):
    """Add what the sheets say to the judgements; a newer judgement replaces an older one."""
    judged = read_judged()
    for sheet in sheets:
        for row in read_table(sheet):
            if row["right"] in ("0", "1"):
                name = (article(row), key(row))
                judged[name] = {"article": name[0], "key": name[1], "right": row["right"],
                                "fault": row["fault"], "relation": row["relation"]}
    write_table(JUDGED, ["article", "key", "right", "fault", "relation"],
                [judged[name] for name in sorted(judged)])
    right = sum(row["right"] == "1" for row in judged.values())
    print(f"{len(judged)} statements judged, {right} right")


def main():
    """The two commands."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("draw")
    one.add_argument("statements")
    one.add_argument("sheet")
    one.add_argument("--each", type=int, default=15)
    one.add_argument("--seed", type=int, default=1)
    commands.add_parser("take").add_argument("sheets", nargs="+")
    arguments = parser.parse_args()
    if arguments.command == "draw":
        draw(arguments.statements, arguments.sheet, arguments.each, arguments.seed)
    else:
        take(arguments.sheets)


if __name__ == "__main__":
    main()
