"""Compares the labels of the C engine with those of PyTorch, on the same weights and tokens.

agree.py --model FILE --system FILE [--limit N]

SYSTEM is what `dev_eval gold TREEBANK MODEL` wrote. Counted are eight labels a word (tag, fine
tag, lemma, head, relation, name, mention, predicate), and each role that either side has.
"""
import argparse
import sys

import pytorch
import score

SHOWN = 20     # differences that are printed
LAYERS = ("upos", "xpos", "lemma", "heads", "deprel", "ner", "types", "predicates")


def of_pytorch(a, count):
    return {**{k: a[k] for k in LAYERS[:-1]}, "roles": a["roles"],
            "predicates": [i + 1 in a["predicates"] for i in range(count)]}


def of_system(s):
    return {"upos": s.upos, "xpos": s.xpos, "lemma": s.lemmas, "heads": s.heads,
            "deprel": s.labels, "ner": s.ner, "types": s.types, "roles": s.role_pairs,
            "predicates": [i + 1 in s.predicate_words for i in range(len(s.words))]}


def differences(a, b):
    """((layer, place, one, other) of each label that differs, number of labels)."""
    found, count = [], 0
    for layer in LAYERS:
        count += len(a[layer])
        found += [(layer, i, x, y) for i, (x, y) in enumerate(zip(a[layer], b[layer])) if x != y]
    for pair in sorted(a["roles"].keys() | b["roles"].keys()):
        count += 1
        x, y = a["roles"].get(pair), b["roles"].get(pair)
        if x != y:
            found.append(("role", pair, x, y))
    return found, count


def compare(model, system, limit=None, show=print):
    """(differing labels, labels) over the sentences of a file that the C engine wrote."""
    engine, coder = pytorch.load(model)
    differing = total = 0
    for s in score.read_system(system)[:limit]:
        a = of_pytorch(pytorch.analyse(engine, coder, s.words), len(s.words))
        found, count = differences(a, of_system(s))
        for layer, place, x, y in found[:max(0, SHOWN - differing)]:
            show(f"{s.id} {layer} at {place}: PyTorch {x}, C {y}")
        differing, total = differing + len(found), total + count
    return differing, total


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--model", required=True)
    p.add_argument("--system", required=True)
    p.add_argument("--limit", type=int, help="compare so many sentences")
    args = p.parse_args()
    differing, total = compare(args.model, args.system, args.limit)
    print(f"{differing} of {total} labels differ: {1e4 * differing / total:.2f} in 10,000")
    sys.exit(differing * 10000 > total)


if __name__ == "__main__":
    main()
