"""Every relation of the vocabulary is read from its own example."""
import csv
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need_model()


def relations():
    """The rows of relations.tsv that have an example."""
    with open(tap.SOURCE / "ontology/relations.tsv", encoding="utf-8", newline="") as table:
        return [row for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
                if row["name"] != "relatedTo"]


def statements(sentences):
    """What is read from each sentence, as listed."""
    listed = tap.run("list", "--lines", "-", stdin="\n".join(sentences).encode()).stdout.decode()
    blocks = re.split(r"^\[(\d+)\] ", listed, flags=re.M)
    return {int(number): block for number, block in zip(blocks[1::2], blocks[2::2])}


rows = relations()
tap.check(len(rows) > 60 and all(row["example"] for row in rows), "relations have examples")
read = statements([row["example"] for row in rows])
for at, row in enumerate(rows):
    tap.check(f") --{row['label']}--> " in read.get(at, ""), f"{row['name']}: {row['example']}",
              read.get(at, "nothing is read"))
tap.done()
