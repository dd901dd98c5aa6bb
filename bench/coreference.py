"""Compares the clusters of references in a raw text with those of a treebank in GUM's format.

coreference.py --ties PROGRAM --model FILE --data FILE.conllu [--errors N]

MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998), CEAFe (Luo 2005) and their mean, the CoNLL
score, over all documents; mentions match when they are the same characters without white space.
Over-merging is counted apart: system clusters that hold names of two entities, or phrases of two
entities with different links.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../train/engine"))
import data  # noqa: E402

BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")


class Mention:
    """A mention of the gold text or of the system: its characters, end exclusive."""

    def __init__(self, span, head, cluster):
        self.span, self.head, self.cluster = span, head, cluster
        self.link, self.named = "", False
        self.name, self.kind, self.antecedent, self.probability, self.text = "-1", "", None, 0.0, ""


def brackets(entity):
    """Mentions of one sentence as (cluster, link, first, last), words from 1."""
    open_, found = [], []
    for number, value in enumerate(entity, 1):
        for bracket in BRACKET.findall(value):
            if bracket.startswith("("):
                fields = bracket.strip("()").split("-", 7)
                open_.append((fields[0], fields[7] if len(fields) > 7 else "", number))
                if bracket.endswith(")"):
                    found.append((*open_.pop(), number))
            else:
                group = bracket.rstrip(")")
                at = max((k for k, o in enumerate(open_) if o[0] == group), default=None)
                if at is not None:
                    found.append((*open_.pop(at), number))
    return found


def gold_mentions(sentences):
    """All mentions of one document."""
    position, mentions = 0, []
    for s in sentences:
        spans = []
        for word in s.words:
            length = len("".join(word.split()))
            spans.append((position, position + length))
            position += length
        for cluster, link, first, last in brackets(s.entity):
            head = data.head_of_span(s.heads, first, last)
            m = Mention((spans[first - 1][0], spans[last - 1][1]), spans[head - 1], cluster)
            m.link, m.named = link, s.upos[head - 1] == "PROPN"
            m.text = " ".join(s.words[first - 1:last])
            mentions.append(m)
    return mentions


def system_mentions(lines):
    """What the program ties printed."""
    mentions = []
    for line in lines:
        begin, end, head, head_end, cluster, kind, antecedent, p, name, entity, tied, text = \
            line.rstrip("\n").split("\t", 11)
        m = Mention((int(begin), int(end)), (int(head), int(head_end)), cluster)
        m.kind, m.probability, m.text, m.name = kind, float(p), text, name
        m.entity, m.tied = entity, float(tied)
        m.antecedent = int(antecedent) if antecedent != "-1" else None
        mentions.append(m)
    return mentions


def documents(path):
    """(id, text of the part) of each document of a treebank file."""
    part, name = [], "document"
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id") and part:
            yield name, "".join(part)
            part = []
        if line.startswith("# newdoc id"):
            name = line.split("=", 1)[1].strip()
        part.append(line)
    yield name, "".join(part)


def clusters_of(mentions, singletons=True):
    """Sets of spans. A span that stands in two clusters counts in the first."""
    groups, seen = defaultdict(set), set()
    for m in mentions:
        if m.span not in seen:
            seen.add(m.span)
            groups[m.cluster].add(m.span)
    return [g for g in groups.values() if singletons or len(g) > 1]


def index(clusters):
    return {m: i for i, c in enumerate(clusters) for m in c}


def muc(key, response):
    """(links found, links to find): those of `key` that `response` has too."""
    where, found, total = index(response), 0, 0
    for cluster in key:
        parts = {where.get(m, (m,)) for m in cluster}
        found += len(cluster) - len(parts)
        total += len(cluster) - 1
    return found, total


def b_cubed(key, response):
    """(sum over the mentions of `key` of the share of their cluster found, mentions)."""
    where, found = index(response), 0.0
    for cluster in key:
        shares = Counter(where[m] for m in cluster if m in where)
        found += sum(n * n for n in shares.values()) / len(cluster)
    return found, sum(map(len, key))


def best_assignment(weights):
    """Largest sum of one-to-one pairs; weights[row][column]. Hungarian method (Kuhn 1955) with
    potentials, on costs -weight; there are no more rows than columns."""
    rows, columns = len(weights), len(weights[0])
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        least, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while True:
            used[column], current, delta, nearest = True, row_of[column], float("inf"), 0
            for c in range(1, columns + 1):
                if not used[c]:
                    cost = -weights[current - 1][c - 1] - u[current] - v[c]
                    if cost < least[c]:
                        least[c], way[c] = cost, column
                    if least[c] < delta:
                        delta, nearest = least[c], c
            for c in range(columns + 1):
                if used[c]:
                    u[row_of[c]] += delta
                    v[c] -= delta
                else:
                    least[c] -= delta
            column = nearest
            if row_of[column] == 0:
                break
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return sum(weights[row_of[c] - 1][c - 1] for c in range(1, columns + 1) if row_of[c])


def components(key, response):
    """Groups of clusters that overlap: (indices of key, indices of response)."""
    where, near = index(response), defaultdict(set)
    for k, cluster in enumerate(key):
        for m in cluster:
            if m in where:
                near["k", k].add(("r", where[m]))
                near["r", where[m]].add(("k", k))
    seen = set()
    for start in sorted(near):
        if start not in seen:
            group, stack = set(), [start]
            while stack:
                at = stack.pop()
                if at not in group:
                    group.add(at)
                    stack.extend(near[at])
            seen |= group
            yield (sorted(i for side, i in group if side == "k"),
                   sorted(i for side, i in group if side == "r"))


def ceaf_e(key, response):
    """Similarity of the best one-to-one alignment of clusters."""
    total = 0.0
    for ks, rs in components(key, response):
        weights = [[2 * len(key[k] & response[r]) / (len(key[k]) + len(response[r])) for r in rs]
                   for k in ks]
        if len(ks) > len(rs):
            weights = [list(column) for column in zip(*weights)]
        total += best_assignment(weights)
    return total


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Score:
    """Sums over documents."""
    METRICS = ("mentions", "MUC", "B3", "CEAFe")

    def __init__(self):
        self.sums = {name: [0.0] * 4 for name in self.METRICS}

    def add(self, key, response):
        gold, system = set().union(*key), set().union(*response)
        same, similarity = len(gold & system), ceaf_e(key, response)
        parts = {"mentions": (same, len(system), same, len(gold)),
                 "MUC": (*muc(response, key), *muc(key, response)),
                 "B3": (*b_cubed(response, key), *b_cubed(key, response)),
                 "CEAFe": (similarity, len(response), similarity, len(key))}
        for name, values in parts.items():
            self.sums[name] = [a + b for a, b in zip(self.sums[name], values)]

    def figures(self):
        """{metric: (precision, recall, F1)} in per cent, with the CoNLL score."""
        out = {}
        for name, (found, system, hit, gold) in self.sums.items():
            p, r = 100 * found / (system or 1), 100 * hit / (gold or 1)
            out[name] = p, r, f1(p, r)
        conll = sum(out[n][2] for n in self.METRICS[1:]) / 3
        return {**out, "CoNLL": (conll, conll, conll)}


def aligned(gold, system):
    """The gold mention of each system mention: the same span, else the same head, or None."""
    spans, heads = {}, {}
    for m in sorted(gold, key=lambda m: m.span[0] - m.span[1]):     # the longest first
        spans.setdefault(m.span, m)
        heads.setdefault(m.head, m)
    return [spans.get(m.span) or heads.get(m.head) for m in system]


def over_merged(gold, system):
    """Texts of the system clusters that hold names of two gold clusters, and of those that hold
    mentions of any kind, pronouns too, of gold clusters with two links."""
    links = {m.cluster: m.link for m in gold if m.link}
    held = defaultdict(list)
    for mine, other in zip(system, aligned(gold, system)):
        if other is not None:
            held[mine.cluster].append((other, mine.text))
    two_names, two_links = [], []
    for pairs in held.values():
        texts = sorted({text for _, text in pairs})
        if len({m.cluster for m, _ in pairs if m.named}) > 1:
            two_names.append(texts)
        if len({links[m.cluster] for m, _ in pairs if m.cluster in links}) > 1:
            two_links.append(texts)
    return two_names, two_links


def ties(gold, system):
    """(kind, probability, right) of each tie: is the antecedent of the gold cluster?"""
    mates = aligned(gold, system)
    for i, m in enumerate(system):
        if m.antecedent is not None:
            a, b = mates[i], mates[m.antecedent]
            yield m, system[m.antecedent], bool(a and b and a.cluster == b.cluster)


def meanings(gold, system):
    """(mention, right) of each phrase whose entity comes from a tie: is a phrase that names or
    describes the entity by itself of the same gold cluster?"""
    mates = aligned(gold, system)
    own = defaultdict(set)
    for m, mate in zip(system, mates):
        if not m.tied and m.entity != "-1" and mate is not None:
            own[m.entity].add(mate.cluster)
    for m, mate in zip(system, mates):
        if m.tied:
            yield m, mate is not None and mate.cluster in own[m.entity]


def run(args, text):
    with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        out = subprocess.run([args.ties, "clusters", file.name, args.model], check=True,
                             stdout=subprocess.PIPE, encoding="utf-8",
                             env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}).stdout
        return list(data.read_conllu(file.name, "gum")), system_mentions(out.splitlines())


def print_figures(title, score):
    print(title)
    for name, (p, r, f) in score.figures().items():
        print("  %-9s %6.2f" % (name, f) if name == "CoNLL" else
              "  %-9s precision %6.2f  recall %6.2f  F1 %6.2f" % (name, p, r, f))


def print_ties(all_ties):
    """How many ties of each kind are right, by their probability."""
    print("Ties that are right, by the probability at least")
    for kind in sorted({m.kind for m, _, _ in all_ties}):
        row = []
        for least in (0.0, 0.5, 0.7, 0.8, 0.9, 0.95):
            chosen = [right for m, _, right in all_ties if m.kind == kind
                      and m.probability >= least]
            row.append("%.2f: %d of %d" % (least, sum(chosen), len(chosen)))
        print("  %-13s %s" % (kind, "  ".join(row)))


def print_meanings(meant):
    """How many phrases that statements take for an entity by a tie are right, by probability."""
    print("Phrases that stand for an entity by a tie, right of all")
    for kind in [*sorted({m.kind for m, _ in meant}), "all"]:
        row = []
        for least in (0.0, 0.7, 0.75, 0.8, 0.85, 0.9):
            chosen = [r for m, r in meant if kind in ("all", m.kind) and m.tied >= least]
            row.append("%.2f: %d of %d" % (least, sum(chosen), len(chosen)))
        print("  %-13s %s" % (kind, "  ".join(row)))


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--ties", required=True, help="the program ties")
    p.add_argument("--model", required=True, help="of the language engine")
    p.add_argument("--data", required=True, help="treebank file with Entity= in MISC")
    p.add_argument("--errors", type=int, default=0, help="show so many wrong ties a document")
    args = p.parse_args()
    every, plural, all_ties, meant = Score(), Score(), [], []
    two_links, two_names = [], []
    for _, text in documents(args.data):
        sentences, system = run(args, text)
        gold = gold_mentions(sentences)
        every.add(clusters_of(gold), clusters_of(system))
        plural.add(clusters_of(gold, False), clusters_of(system, False))
        found = list(ties(gold, system))
        all_ties += found
        meant += meanings(gold, system)
        names, links = over_merged(gold, system)
        two_names += names
        two_links += links
        for m, antecedent, right in [t for t in found if not t[2]][:args.errors]:
            print("%s %.2f: %s <- %s" % (m.kind, m.probability, m.text, antecedent.text))
    print_figures("All mentions", every)
    print_figures("Without singletons", plural)
    print_ties(all_ties)
    print_meanings(meant)
    print("Clusters that hold names of two entities: %d; phrases of two linked ones: %d"
          % (len(two_names), len(two_links)))
    for texts in two_names if args.errors else []:
        print("  ", "; ".join(texts))


if __name__ == "__main__":
    main()
