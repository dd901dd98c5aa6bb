"""The scorer of plain extractions, on cases worked out by hand."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

sys.path.insert(0, str(tap.SOURCE / "bench"))
import carb  # noqa: E402


def extraction(relation, *arguments, confidence=1.0):
    return carb.Extraction(confidence, relation, list(arguments))


def near(got, wanted):
    return len(got) == len(wanted) and all(abs(a - b) < 1e-9 for a, b in zip(got, wanted))


SOLD = extraction("sold", "The council", "the mill", "in 1987")

# What is tested, gold, predicted, precision, recall.
PAIRS = [
    ("equal extractions", SOLD, SOLD, 1, 1),
    ("a word too many costs precision", SOLD,
     extraction("sold", "The council", "the old mill", "in 1987"), 7 / 8, 1),
    ("a missing argument costs recall", SOLD,
     extraction("sold", "The council", "the mill"), 1, 5 / 7),
    ("arguments after the first count as one", SOLD,
     extraction("sold", "The council", "in 1987", "the mill"), 1, 1),
    ("words in another slot do not count", SOLD,
     extraction("sold", "the mill", "The council"), 1 / 5, 1 / 7),
    ("without a word of the relation nothing counts", SOLD,
     extraction("bought", "The council", "the mill", "in 1987"), 0, 0),
    ("without a second argument nothing counts", SOLD, extraction("sold", "The council"), 0, 0),
    ("arguments that the gold has no slot for are not looked at",
     extraction("rained", "it"), extraction("rained", "it", "all day"), 1, 1),
    ("words count as often as they stand in both",
     extraction("is", "a b", "c"), extraction("is", "a a", "c"), 3 / 4, 3 / 4),
    ("any form of be will do for be",
     extraction("were", "they", "late"), extraction("be", "they", "late"), 1, 1),
    ("but not one form for another",
     extraction("were", "they", "late"), extraction("are", "they", "late"), 0, 0),
    ("speech and speaker may change places",
     extraction("said", "it is late", "Ann"), extraction("said", "Ann", "it is late"), 1, 1),
    ("nothing else may", extraction("saw", "it is late", "Ann"),
     extraction("saw", "Ann", "it is late"), 1 / 5, 1 / 5),
]

GOLD = """\
A b ( c ) .\tsaw\tA\tb
A b ( c ) .\tsaw\tA\tc\tC: seen
D e .\tmet\tD\te
"""

# The first sentence is tokenised otherwise, and nothing is said of the second.
SYSTEM = """\
A b -LRB-c-RRB-.\t0.9\tsaw\tA\tb
A b -LRB-c-RRB-.\t0.5\tsaw\tX\tc y z q
A b -LRB-c-RRB-.\t0.5\tsaw\tA\tb
"""


def check_pairs():
    for name, gold, predicted, precision, recall in PAIRS:
        got = carb.compare(gold, predicted)
        tap.check(near(got, (precision, recall)), name, f"got {got}")


def check_curve():
    gold = carb.read(GOLD.splitlines(), False)
    system = carb.read(SYSTEM.splitlines(), True)
    tap.check(set(system) <= set(gold), "sentences are found again whatever their tokens")
    tap.check([len(e.arguments) for e in gold["Abc"]] == [2, 2], "a context is no argument")
    points = carb.curve(gold, system)
    # At 0.5 the first has the precision 1 with the gold of b, the third 2/3 with that of c, and
    # the second is left over. The recalls of the three gold ones are 1, 2/3 and 0 throughout.
    wanted = [(0.5, (1 + 2 / 3) / 3, (1 + 2 / 3) / 3), (0.9, 1.0, (1 + 2 / 3) / 3)]
    tap.check(len(points) == 2 and all(near(a, b) for a, b in zip(points, wanted)),
              "precision one to one, recall by the best, at each confidence", points)
    precision, recall, f1, confidence, area = carb.evaluate(gold, system)
    tap.check(near((precision, recall, f1, confidence, area),
                   (1.0, 5 / 9, 2 * (5 / 9) / (1 + 5 / 9), 0.9, 5 / 9)),
              "F1 at the best confidence, area under the curve",
              (precision, recall, f1, confidence, area))
    tap.check(carb.evaluate(gold, {})[:3] == (0.0, 0.0, 0.0), "no extractions at all")
    tap.check([list(carb.part(gold, p)) for p in ("even", "odd")] == [["Abc"], ["De"]],
              "halves by sentences")


def check_program():
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("gold.tsv", "system.tsv")]
        for path, text in zip(paths, (GOLD, SYSTEM)):
            Path(path).write_text(text, encoding="utf-8")
        out = subprocess.run([sys.executable, tap.SOURCE / "bench/carb.py", "--gold", paths[0],
                              "--system", paths[1]], capture_output=True, text=True, check=False)
    tap.check(out.stdout == "precision 1.000  recall 0.556  F1 0.714  at confidence 0.90;  "
              "area 0.556\n", "the program prints the figures", out.stdout + out.stderr)


check_pairs()
check_curve()
check_program()
tap.done()
