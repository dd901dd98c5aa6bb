"""Nouns that name an action, each with its verb, and verbs that take an object.

nominalizations.py --data DIR --nouns nouns.tsv --out FILE. A noun belongs to a verb when PropBank
gives both the same roleset (introduction.n and introduce.v: introduce.01), in its list or in
EWT's annotation, or when it is the same word. A verb is transitive when at least TRANSITIVE of
its active finite uses in the training parts of UD English EWT and GUM have an object or are
passive. Lines key, class, value as in ontology/lexicon.tsv: noun, nominalization, verb; verb,
transitive, yes. A header line; sorted by key and class.
"""
import argparse
import re
from collections import Counter
from pathlib import Path

TRANSITIVE, SEEN = 0.4, 4
ALIKE = 2  # letters that a noun and its verb begin with in common: a tariff is not "to tax"
UNLIKE = {"death", "sale"}
# Nouns that mostly do not name their verb's action ("the process of", "the state of").
NO_ACTION = set("""case cause form headline house interest kind matter order part process program
    reason right sort state system time type way""".split())
WORD = re.compile(r"[a-z]{3,}$")


def rolesets(path):
    """Verb lemma and noun aliases of each roleset."""
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        if line:
            name, _, _, aliases, roles = line.split("\t")
            if "vn=amuse-31.1" in roles:  # "his frustration": he is frustrated
                continue
            pairs = [a.rsplit("/", 1) for a in aliases.split("|") if "/" in a]
            yield (name, [w for w, pos in pairs if pos == "v" and WORD.match(w)],
                   [w for w, pos in pairs if pos == "n" and WORD.match(w)])


def annotated_nouns(treebank, roles):
    """Noun and roleset of the nominal predicates that were annotated in a text."""
    nouns, sentence = {}, None
    for line in treebank.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id = "):
            sentence = line[12:]
        fields = line.split("\t")
        if len(fields) == 10 and fields[3] == "NOUN":
            nouns[sentence, fields[0]] = fields[2]
    for line in roles.read_text(encoding="utf-8").split("\n"):
        sentence, word, roleset = (line.split("\t") + ["", "", ""])[:3]
        if (sentence, word) in nouns:
            yield nouns[sentence, word], roleset


def verb_of_noun(data, common_nouns):
    """The verb that shares most rolesets with a noun; the one that looks most like it of equals;
    the same word ("ban") for a noun that has none."""
    votes, verbs_of = {}, {}
    for name, verbs, nouns in rolesets(data / "lexicon/propbank-rolesets.tsv"):
        verbs_of[name] = verbs
        for noun in nouns:
            votes.setdefault(noun, Counter()).update(verbs)
    for noun, roleset in annotated_nouns(data / "treebank/ewt-train.conllu",
                                         data / "srl/ewt-propbank-train.tsv"):
        if WORD.match(noun):
            votes.setdefault(noun, Counter()).update(verbs_of.get(roleset, []))

    def common(a, b):
        n = 0
        while n < min(len(a), len(b)) and a[n] == b[n]:
            n += 1
        return n

    verbs = {noun: max(verbs, key=lambda v: (verbs[v], common(v, noun), v))
             for noun, verbs in votes.items() if verbs}
    same = {v for roleset in verbs_of.values() for v in roleset if v in common_nouns}
    return {n: v for n, v in {**{v: v for v in same}, **verbs}.items()
            if n not in NO_ACTION and (common(v, n) >= ALIKE or n in UNLIKE)}


def sentences(path):
    rows = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if len(fields) == 10 and fields[0].isdigit():
            rows.append(fields)
        elif not line and rows:
            yield rows
            rows = []


def transitive_verbs(paths):
    uses, objects = Counter(), Counter()
    for path in paths:
        for rows in sentences(path):
            children = {}
            for f in rows:
                children.setdefault(f[6], []).append(f[7])
            for f in rows:
                if f[3] == "VERB":
                    relations = children.get(f[0], [])
                    uses[f[2]] += 1
                    objects[f[2]] += any(r in ("obj", "ccomp", "nsubj:pass") for r in relations)
    return {v for v, n in uses.items() if n >= SEEN and objects[v] >= TRANSITIVE * n}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--nouns", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    a = parser.parse_args()
    lines = a.nouns.read_text(encoding="utf-8").split("\n")
    nouns = verb_of_noun(a.data, {line.split("\t")[0] for line in lines})
    transitive = transitive_verbs([a.data / "treebank/ewt-train.conllu",
                                         a.data / "treebank/gum-train.conllu"])
    rows = [(n, "nominalization", v) for n, v in nouns.items()]
    rows += [(v, "transitive", "yes") for v in set(nouns.values())
             if v in transitive]
    rows = [("key", "class", "value")] + sorted(rows)
    a.out.write_text("".join("\t".join(r) + "\n" for r in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
