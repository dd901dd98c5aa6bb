"""Scores cause, effect and signal spans as the CASE shared task's subtask 2 does.

Written from the task's description (Tan et al. 2022 and 2023). A relation is a cause (C), an
effect (E) and any number of signals (S); a span is right when its first and last white-space
token are. Only sentences with a relation in the reference count, and the system is told their
number: what it says beyond that is cut, what lacks counts as empty. Of the ways to pair the
relations of a sentence with the reference's, the best one counts.

2022: precision, recall and F1 of each label (seqeval); overall their mean weighted by the number
of reference spans. 2023: FairEval (Ortmann 2022), where a span that merely overlaps a reference
span of its label (BE), has the wrong label (LE) or both (LBE) is half a false positive and half a
false negative, not one of each; overall from the summed counts.

Strict: spans of all sentences, no number told, one count a span; cause and effect must be paired
right (a relation is right when both its spans are).
"""
from collections import Counter, defaultdict
from itertools import permutations

LABELS = "CES"
EMPTY = {"C": None, "E": None, "S": ()}


def spans(relation):
    """[(label, first, last)] of a relation."""
    found = [(label, *relation[label]) for label in "CE" if relation[label]]
    return found + [("S", *span) for span in relation["S"]]


def overlap(a, b):
    return min(a[2], b[2]) - max(a[1], b[1]) + 1


def take(target, system, kind, counts, fits):
    """Pair off the spans that fit, the most alike first."""
    pairs = sorted(((-overlap(t, s), t, s) for t in target for s in system if fits(t, s)))
    for _, t, s in pairs:
        if t in target and s in system:
            target.remove(t)
            system.remove(s)
            counts[kind, t[0]] += 1


def errors(target, system):
    """Counter of (kind, label) over TP, LE, BE, LBE, FP and FN; each span is in one error.

    Arguments and signals are compared apart, as the task does.
    """
    counts = Counter()
    for labels in ("CE", "S"):
        t = [x for x in target if x[0] in labels]
        s = [x for x in system if x[0] in labels]
        take(t, s, "TP", counts, lambda a, b: a == b)
        take(t, s, "LE", counts, lambda a, b: a[1:] == b[1:])
        take(t, s, "BE", counts, lambda a, b: a[0] == b[0] and overlap(a, b) > 0)
        take(t, s, "LBE", counts, lambda a, b: overlap(a, b) > 0)
        counts.update(("FN", x[0]) for x in t)
        counts.update(("FP", x[0]) for x in s)
    return counts


def ratio(a, b):
    return a / b if b else 0.0


def fair(counts, label=None):
    """(precision, recall, F1)."""
    c = Counter()
    for (kind, of), n in counts.items():
        if label in (None, of):
            c[kind] += n
    half = (c["LE"] + c["BE"] + c["LBE"]) / 2
    p, r = ratio(c["TP"], c["TP"] + c["FP"] + half), ratio(c["TP"], c["TP"] + c["FN"] + half)
    return p, r, ratio(2 * p * r, p + r)


class Score:
    def __init__(self):
        self.fair = Counter()
        self.seen = Counter()       # (label, "right" | "said" | "wanted")

    def add(self, target, system):
        """Relations of one sentence, in the reference and as the system ranks them."""
        if not target:
            return
        system = (list(system) + [EMPTY] * len(target))[:len(target)]
        target = [spans(r) for r in target]
        system = [spans(r) for r in system]
        best = max(permutations(system), key=lambda order: fair(self.of(target, order))[2])
        self.fair.update(self.of(target, best))
        order = max(permutations(system), key=lambda order: self.right(target, order))
        for t, s in zip(target, order):
            for label in LABELS:
                wanted = {x for x in t if x[0] == label}
                said = {x for x in s if x[0] == label}
                self.seen[label, "right"] += len(wanted & said)
                self.seen[label, "said"] += len(said)
                self.seen[label, "wanted"] += len(wanted)

    @staticmethod
    def of(target, system):
        return sum((errors(t, s) for t, s in zip(target, system)), Counter())

    @staticmethod
    def right(target, system):
        return sum(len(set(t) & set(s)) for t, s in zip(target, system))

    def rows(self):
        """{"2022" | "2023": {"C" | "E" | "S" | "all": (precision, recall, F1)}}."""
        plain = {}
        for label in LABELS:
            right = self.seen[label, "right"]
            p = ratio(right, self.seen[label, "said"])
            r = ratio(right, self.seen[label, "wanted"])
            plain[label] = (p, r, ratio(2 * p * r, p + r))
        total = sum(self.seen[label, "wanted"] for label in LABELS)
        plain["all"] = tuple(ratio(sum(plain[x][i] * self.seen[x, "wanted"] for x in LABELS),
                                   total) for i in range(3))
        by_label = {label: fair(self.fair, label) for label in LABELS}
        return {"2022": plain, "2023": {**by_label, "all": fair(self.fair)}}

    def __str__(self):
        return "\n".join(
            f"{year}  " + "  ".join(f"{label} {100 * f:5.2f} ({100 * p:.1f}/{100 * r:.1f})"
                                    for label, (p, r, f) in row.items())
            for year, row in self.rows().items())


def strict(pairs):
    """{"C", "E", "S", "relation": (precision, recall, F1)} of (target, system) relation lists."""
    seen = defaultdict(lambda: [0, 0, 0])
    for target, system in pairs:
        for label in LABELS + "R":
            t, s = Counter(parts(target, label)), Counter(parts(system, label))
            for i, n in enumerate(((t & s).total(), s.total(), t.total())):
                seen[label][i] += n
    out = {}
    for label, (right, said, wanted) in seen.items():
        p, r = ratio(right, said), ratio(right, wanted)
        out["relation" if label == "R" else label] = (p, r, ratio(2 * p * r, p + r))
    return out


def parts(relations, label):
    if label == "R":
        return [(r["C"], r["E"]) for r in relations if r["C"] and r["E"]]
    return sorted({x for r in relations for x in spans(r) if x[0] == label})
