"""Scores plain extractions against CaRB (Bhardwaj, Aggarwal and Mausam 2019, "CaRB: A Crowdsourced
Benchmark for Open IE", EMNLP-IJCNLP), by the paper's rules.

carb.py --gold GOLD.tsv --system EXTRACTIONS.tsv [--part even|odd]

GOLD has a line for each extraction: sentence, relation, first argument, further arguments.
EXTRACTIONS has the confidence after the sentence, as `graphwright list --openie` writes it.

A pair of gold and predicted extraction is compared word by word, slot against slot: relation,
first argument, and all further arguments as one. Precision counts each extraction against a gold
one of its own, the best pairs first; recall lets each gold one take its best extraction. Both are
read at every confidence, and F1 where it is highest.
"""
import argparse
import bisect
import collections
import string

BE = ("be", "is", "am", "are", "was", "were", "been", "being")
SAYING = ("said", "told", "added", "adds", "says")
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}

Extraction = collections.namedtuple("Extraction", "confidence relation arguments")


def sentence_key(text):
    """What is the same for all ways of tokenising one sentence."""
    text = text.replace(" ", "")
    for code, bracket in BRACKETS.items():
        text = text.replace(code, bracket)
    return text.translate(str.maketrans("", "", string.punctuation))


def read(lines, has_confidence):
    """{sentence key: [Extraction]} in the order of the lines."""
    sentences = {}
    for line in lines:
        fields = [f.strip() for f in line.strip().split("\t")]
        text = fields.pop(0)
        confidence = float(fields.pop(0)) if has_confidence else 1.0
        arguments = [f for f in fields[1:] if "C: " not in f]  # a context is no argument
        sentences.setdefault(text, []).append(Extraction(confidence, fields[0], arguments))
    return {sentence_key(text): found for text, found in sentences.items()}


def common(gold, predicted):
    """Number of words that two lists share, each counted as often as it stands in both."""
    return sum((collections.Counter(gold) & collections.Counter(predicted)).values())


def compare_slots(gold, predicted):
    """(precision, recall) of the words of two lists of slots, the first being the relation."""
    shared = common(gold[0], predicted[0])
    if predicted[0].count("be") > gold[0].count("be") and set(gold[0]) & set(BE):
        shared += 1  # any form of "be" will do for "be"
    if shared == 0 or len(predicted) < min(len(gold), 3):
        return 0.0, 0.0
    pairs = list(zip(gold[1:], predicted[1:]))
    shared += sum(common(g, p) for g, p in pairs)
    predicted_words = len(predicted[0]) + sum(len(p) for _, p in pairs)
    return shared / predicted_words, shared / sum(len(slot) for slot in gold)


def slots(extraction):
    """Words of the relation, of the first argument and of all others together."""
    first, others = extraction.arguments[:1], extraction.arguments[1:]
    texts = [extraction.relation] + first + ([" ".join(others)] if others else [])
    return [text.split() for text in texts]


def compare(gold, predicted):
    """(precision, recall) of one extraction against one gold extraction. With verbs of saying,
    speaker and speech may stand in either slot."""
    g, p = slots(gold), slots(predicted)
    score = compare_slots(g, p)
    if any(verb in gold.relation for verb in SAYING):
        score = max(score, compare_slots(g, p[:1] + p[:0:-1]))
    return score


def matched_precision(scores, columns):
    """Sum of precisions, each gold extraction (row) and each column used once, best first."""
    cells = sorted(((row[c][0], -r, -c) for r, row in enumerate(scores) for c in columns),
                   reverse=True)
    rows, used, total = set(), set(), 0.0
    for precision, r, c in cells:
        if r not in rows and c not in used:
            rows.add(r)
            used.add(c)
            total += precision
    return total


def curve(gold, system):
    """[(confidence, precision, recall)], least confidence first."""
    thresholds = sorted({e.confidence for found in system.values() for e in found})
    sums = [[0.0, 0, 0.0] for _ in thresholds]  # precision, extractions, recall
    for key, golds in gold.items():
        found = system.get(key, [])
        scores = [[compare(g, e) for e in found] for g in golds]
        begin = 0
        for confidence in sorted({e.confidence for e in found}):
            columns = [c for c, e in enumerate(found) if e.confidence >= confidence]
            end = bisect.bisect_right(thresholds, confidence)
            precision = matched_precision(scores, columns)
            recall = sum(max(row[c][1] for c in columns) for row in scores)
            for total in sums[begin:end]:
                total[0] += precision
                total[1] += len(columns)
                total[2] += recall
            begin = end
    golds = sum(len(g) for g in gold.values())
    return [(t, p / n if n else 1.0, r / golds) for t, (p, n, r) in zip(thresholds, sums)]


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def area(points):
    """Under precision over recall by trapezoids, from recall 0 at precision 1 on."""
    points = [(p, r) for _, p, r in points] + [(1.0, 0.0)]
    return sum((a[1] - b[1]) * (a[0] + b[0]) / 2 for a, b in zip(points, points[1:]))


def evaluate(gold, system):
    """(precision, recall, F1, confidence, area): at the confidence with the highest F1."""
    points = curve(gold, system)
    if not points:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    best = max(points, key=lambda point: f1(*point[1:]))
    return best[1], best[2], f1(*best[1:]), best[0], area(points)


def part(gold, name):
    """Every other sentence of the gold: "even" has the first."""
    keep = {"even": 0, "odd": 1}.get(name)
    return {k: v for i, (k, v) in enumerate(gold.items()) if keep in (None, i % 2)}


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--gold", required=True)
    p.add_argument("--system", required=True)
    p.add_argument("--part", choices=("all", "even", "odd"), default="all")
    args = p.parse_args()
    with open(args.gold, encoding="utf-8") as g, open(args.system, encoding="utf-8") as s:
        gold, system = part(read(g, False), args.part), read(s, True)
    print("precision %.3f  recall %.3f  F1 %.3f  at confidence %.2f;  area %.3f"
          % evaluate(gold, system))


if __name__ == "__main__":
    main()
