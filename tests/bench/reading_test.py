"""Drawing statements for a reading, and adding one up."""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

sys.path.insert(0, str(tap.SOURCE / "bench/reading"))
import tally  # noqa: E402

# A statement as `list` prints it, whether it is asserted, whether it is a plain triple.
STATEMENTS = [
    ("(council) --sells--> (mill) time=1987 {object 0.90}", True, True),
    ("(council) --sells--> (mill (old)) by=auction {object 0.50}", True, True),
    ("(council) --sells--> (mill) {object 0.49}", False, False),
    ("(council) --sells--> (mill) not {object 0.90}", False, False),
    ("(council) --sells--> (mill) Possible time=1987 {object 0.90}", False, False),
    ("(council) --sells--> (mill) by Ann Lee: say {object 0.90}", False, False),
    ("(council) --sells--> (mill) by critics: say {object 0.90}", False, False),
    ("(Ann Lee) --says--> S3 {speech 0.90}", True, True),
    ("(mill) --is--> \"not what it was\" {copula 0.90}", True, True),
    ("(mill) --~burns--> - time=1987 {intransitive 0.90}", True, False),
    ("(mill) --~burns--> - Conditional {intransitive 0.90}", False, False),
]
for line, asserted, triple in STATEMENTS:
    row = {"statement": line}
    tap.check(tally.is_asserted(row) == asserted and tally.is_triple(row) == triple, line)

ROWS = [{"statement": "", "verdict": verdict} for verdict in ("right", "wrong", "right")]
tap.check(tally.share(ROWS) == "2 of 3", "the right ones are counted")

# What was read is judged in full, and by the same rules.
for folder in (tap.SOURCE / "bench/reading", tap.SOURCE / "bench/reading/second"):
    TABLE = tally.read_judged(folder)
    tap.check(len(TABLE) == 100, f"{folder.name}: a hundred statements", len(TABLE))
    texts = {row["article"] for row in TABLE}
    tap.check(all((folder / f"{name}.txt").exists() for name in texts),
              f"{folder.name}: each of an article that is there", texts)
    BAD = [row for row in TABLE
           if row["verdict"] not in ("right", "wrong")
           or (row["verdict"] == "wrong") != bool(row["mistake"])]
    tap.check(not BAD, f"{folder.name}: what is wrong has its kind of mistake", BAD)
    BAD = [row for row in TABLE
           if len(re.findall(r" [A-Za-z]+=", row["statement"]))
           != int(row["qualifiers right"]) + int(row["qualifiers wrong"])]
    tap.check(not BAD, f"{folder.name}: every qualifier is judged", BAD)


def draw(*options):
    command = [sys.executable, str(tap.SOURCE / "bench/reading/draw.py"), "--graphwright",
               tap.PROGRAM, *options, str(tap.SOURCE / "examples/rice-export-ban.txt")]
    output = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return [line.strip() for line in output.splitlines() if line.startswith("  S")]


if tap.has_model():
    FIRST = draw("--count", "12")
    tap.check(len(set(FIRST)) == 12, "as many as asked for, each once", FIRST)
    tap.check(draw("--count", "12") == FIRST, "the same seed draws the same")
    tap.check(draw("--count", "12", "--seed", "2") != FIRST, "another seed draws others")
    SURE = draw("--count", "12", "--min-confidence", "0.9")
    tap.check(SURE and all(tally.confidence({"statement": line}) >= 0.89 for line in SURE),
              "only what is sure enough", SURE)
tap.done()
