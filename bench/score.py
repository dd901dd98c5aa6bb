"""Compares analysed CoNLL-U with a treebank, its names and its roles.

score.py --gold TREEBANK --system FILE [--names IOB2] [--roles TSV] [--only REGEX] [--errors N]

Tokens, sentences, tags and trees are aligned by their characters without white space and
scored by F1, as in the CoNLL 2018 shared task (Zeman et al. 2018), so that a text that was
split otherwise than the treebank can be scored too. Relations count with their subtypes.
Definitions of name and role scores are those of train/engine/evaluate.py.
"""
import argparse
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../train/engine"))
import data  # noqa: E402


class Text:
    """Sentences of one file, each word with its range of characters."""

    def __init__(self, sentences):
        self.sentences, self.characters, position, parts = sentences, "", 0, []
        for s in sentences:
            s.spans = []
            for word in s.words:
                letters = "".join(word.split())
                s.spans.append((position, position + len(letters)))
                position += len(letters)
                parts.append(letters)
        self.characters = "".join(parts)


def read_system(path):
    """What graphwright wrote: the treebank's layers, names, predicates and roles."""
    sentences = list(data.read_conllu(path, "system"))
    numbers = iter(sentences)
    current, rows = None, []
    for line in open(path, encoding="utf-8"):
        if line[0].isdigit():
            rows.append(dict(item.split("=", 1) for item in
                             line.rstrip("\n").split("\t")[9].split("|") if "=" in item))
        elif line == "\n" and rows:
            current = next(numbers)
            current.ner = [row.get("Ner", "O") for row in rows]
            current.types = [row.get("Mention", "none") for row in rows]
            current.role_pairs = {}
            current.predicate_words = {i for i, row in enumerate(rows, 1) if "Predicate" in row}
            for i, row in enumerate(rows, 1):
                for item in filter(None, row.get("Roles", "").split(",")):
                    role, argument = item.rsplit(":", 1)
                    current.role_pairs[i, int(argument)] = role
            rows = []
    return sentences


def names_of(tags):
    """BIO tags as (first, end, type), end exclusive; OTH is left out."""
    found, start = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            found.add((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = i
    return {n for n in found if n[2] != "OTH"}


def f1(correct, system, gold):
    return 200.0 * correct / max(1, system + gold)


class Score:
    def __init__(self, gold, system):
        self.gold, self.system = Text(gold), Text(system)
        if self.gold.characters != self.system.characters:
            at = next((i for i, (a, b) in enumerate(zip(self.gold.characters,
                                                        self.system.characters)) if a != b), -1)
            sys.exit("the two files hold different texts, from character %d: %r and %r" % (
                at, self.gold.characters[at:at + 30], self.system.characters[at:at + 30]))

    def covered(self, wanted):
        """For each character, whether it lies in a gold sentence that is wanted."""
        flags = bytearray(len(self.gold.characters) + 1)
        for s in self.gold.sentences:
            if wanted(s):
                first, end = s.spans[0][0], s.spans[-1][1]
                flags[first:end] = b"\1" * (end - first)
        return flags

    def f1(self, items, wanted=lambda s: True, system_items=None):
        """F1 of sets of tuples, whose first member is a range, over the wanted sentences."""
        flags = self.covered(wanted)
        gold = {x for s in self.gold.sentences if wanted(s) for x in items(s)}
        system = {x for s in self.system.sentences for x in (system_items or items)(s)
                  if flags[x[0][0]]}
        return f1(len(gold & system), len(system), len(gold)), gold, system


def tokens(s):
    return [(span,) for span in s.spans]


def sentence(s):
    return [((s.spans[0][0], s.spans[-1][1]),)]


def layer(name):
    return lambda s: list(zip(s.spans, getattr(s, name)))


def arcs(labelled):
    def items(s):
        for span, head, label in zip(s.spans, s.heads, s.labels):
            over = s.spans[head - 1] if head else (-1, -1)
            yield (span, over, label) if labelled else (span, over)
    return items


def name_items(s):
    return [((s.spans[a][0], s.spans[b - 1][1]), kind) for a, b, kind in names_of(s.ner or [])]


def role_items(pairs):
    return lambda s: [(s.spans[p - 1], s.spans[a - 1], r) for (p, a), r in pairs(s).items()]


def scores(score, wanted):
    """The figures in the order in which they are printed."""
    def annotated(attribute):
        return lambda s: wanted(s) and getattr(s, attribute) is not None
    yield "tokens", score.f1(tokens, wanted)[0]
    yield "sentences", score.f1(sentence, wanted)[0]
    if all(head == 0 for s in score.system.sentences for head in s.heads):
        return
    for name in ("upos", "xpos"):
        yield name, score.f1(layer(name), wanted)[0]
    yield "lemma", score.f1(layer("lemmas"), wanted)[0]
    yield "uas", score.f1(arcs(False), wanted)[0]
    yield "las", score.f1(arcs(True), wanted)[0]
    if any(s.ner is not None for s in score.gold.sentences):
        yield "names", score.f1(name_items, annotated("ner"))[0]
    if any(s.predicates is not None for s in score.gold.sentences):
        yield "predicates", score.f1(
            lambda s: [(s.spans[p - 1],) for p in s.predicates], annotated("predicates"),
            lambda s: [(s.spans[p - 1],) for p in s.predicate_words])[0]
        yield "roles", score.f1(role_items(data.role_heads), annotated("predicates"),
                                role_items(lambda s: s.role_pairs))[0]


def show_errors(score, items, limit, wanted):
    """Where the two differ, with the text around."""
    _, gold, system = score.f1(items, wanted)
    text = score.gold.characters
    for mark, only in (("-", gold - system), ("+", system - gold)):
        for ((first, end),) in sorted(only)[:limit]:
            print("%s %s[%s]%s" % (mark, text[max(0, first - 20):first], text[first:end],
                                   text[end:end + 20]))


def load(gold_path, system_path, names, roles):
    gold = list(data.read_conllu(gold_path, "ewt"))
    if names:
        data.add_ner(gold, names)
    if roles:
        data.add_roles(gold, roles)
    return Score(gold, read_system(system_path))


def main():
    a = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    a.add_argument("--gold", required=True)
    a.add_argument("--system", required=True)
    a.add_argument("--names", help="names of the gold sentences (IOB2)")
    a.add_argument("--roles", help="roles of the gold sentences")
    a.add_argument("--only", default="", help="score sentences whose id this matches")
    a.add_argument("--errors", type=int, default=0, help="show so many token errors")
    args = a.parse_args()
    score = load(args.gold, args.system, args.names, args.roles)
    pattern = re.compile(args.only)

    def wanted(s):
        return bool(pattern.search(s.id))
    for name, value in scores(score, wanted):
        print("%-10s %6.2f" % (name, value))
    if args.errors:
        show_errors(score, tokens, args.errors, wanted)


if __name__ == "__main__":
    main()
