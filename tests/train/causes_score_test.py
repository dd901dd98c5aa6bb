"""The scorer of cause and effect spans counts as its description says."""
import os
import sys

SOURCE = os.environ.get("GRAPHWRIGHT_SOURCE", ".")
sys.path.insert(0, os.path.join(SOURCE, "tests"))
sys.path.insert(0, os.path.join(SOURCE, "train/causes"))
sys.dont_write_bytecode = True
import scorer
import tap


def relation(cause, effect, *signals):
    return {"C": cause, "E": effect, "S": list(signals)}


def figures(target, system, year):
    s = scorer.Score()
    s.add(target, system)
    return [round(100 * s.rows()[year][x][2]) for x in ("C", "E", "S", "all")]


GOLD = [relation((0, 3), (6, 9), (5, 5))]
OTHER = [relation((0, 3), (6, 9)), relation((6, 9), (12, 14))]
# name, target, system, F1 of cause, effect, signal and all, by the rules of 2022 and of 2023
CASES = [
    ("all right", GOLD, GOLD, [100, 100, 100, 100], [100, 100, 100, 100]),
    ("nothing said", GOLD, [], [0, 0, 0, 0], [0, 0, 0, 0]),
    ("a shorter cause", GOLD, [relation((1, 3), (6, 9), (5, 5))], [0, 100, 100, 67],
     [0, 100, 100, 80]),
    ("cause and effect exchanged", GOLD, [relation((6, 9), (0, 3), (5, 5))], [0, 0, 100, 33],
     [0, 0, 100, 50]),
    ("a signal too many", GOLD, [relation((0, 3), (6, 9), (5, 5), (11, 11))],
     [100, 100, 67, 89], [100, 100, 67, 86]),
    ("the other order of relations", OTHER, OTHER[::-1], [100, 100, 0, 100], [100, 100, 0, 100]),
    ("one relation of two", OTHER, OTHER[1:], [67, 67, 0, 67], [67, 67, 0, 67]),
    ("one more than there are", GOLD, GOLD + OTHER, [100, 100, 100, 100], [100, 100, 100, 100]),
]
for name, target, system, old, new in CASES:
    for year, wanted in (("2022", old), ("2023", new)):
        got = figures(target, system, year)
        tap.check(got == wanted, f"{year}: {name}", f"{got}, not {wanted}")
strict = scorer.strict([(GOLD, GOLD), ([], GOLD), (OTHER, [])])
tap.check([round(100 * x) for x in strict["relation"]] == [50, 33, 40], "strict relations",
          strict)
tap.done()
