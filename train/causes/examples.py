"""Sentences as tensors: what the encoder says of their words, and how these stand in the tree."""
import os
import sys

import torch

import corpus
from tree import Tree, distance_class, pair_class, pair_features

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../bench"))

MIX = (0.0, 0.0, 0.0, 0.2, 0.3, 0.5)    # share of each layer in what the head reads


def encode(sentences, engine, coder):
    """[words, WIDE] of each list of words, word 0 the root: the mixed layers, spelling features."""
    import batches
    import pytorch
    from data import Sentence
    coded = []
    for words in sentences:
        s = Sentence("", "ewt")
        s.words = [pytorch.plain_word(w) for w in words]
        n = len(s.words)
        s.lemmas, s.upos, s.xpos, s.heads, s.labels = s.words, ["X"] * n, ["X"] * n, [0] * n, \
            ["dep"] * n
        coded.append(coder.sentence(s))
    found = [None] * len(sentences)
    mix = torch.tensor(MIX)
    with torch.no_grad():
        for group in batches.by_length(coded, 4000):
            batch = batches.collate([coded[i] for i in group])
            states, spell = engine.encode(batch)
            x = torch.cat([torch.einsum("lbwh,l->bwh", torch.stack(states), mix), spell], -1)
            for k, i in enumerate(group):
                found[i] = x[k, :coded[i]["n"] + 1].clone()
    return found


class Example:
    """An item as tensors; words with the root at 0."""
    def __init__(self, item, x, labels):
        self.item, self.x = item, x
        self.tree = tree = Tree(item.rows)
        self.n = tree.n
        self.upos = [labels["upos"].get(u, len(labels["upos"])) for u in tree.upos]
        self.deprel = [labels["deprel"].get(d, len(labels["deprel"])) for d in tree.deprel]
        self.gold = []
        for relation in item.relations:
            gold = {"S": [tuple(w + 1 for w in item.as_words(s)) for s in relation["S"]]}
            for x_ in "CE":
                first, last = (w + 1 for w in item.as_words(relation[x_]))
                gold[x_] = (first, last)
                outside = [w for w in range(first, last + 1)
                           if not first <= tree.heads[w] <= last]
                gold["h" + x_] = outside[0] if outside else first
            self.gold.append(gold)
        self.candidates = cand = tree.candidates()
        role = lambda p, w: labels["roles"].get(tree.roles.get((p, w), ""), len(labels["roles"]))
        grid = lambda f: torch.tensor([[f(c, e) for e in cand] for c in cand])
        self.pairs = {"classes": grid(lambda c, e: pair_class(tree, c, e)),
                      "distances": grid(distance_class),
                      "role_cause": grid(lambda c, e: role(e, c)),
                      "role_effect": grid(lambda c, e: role(c, e))}
        self.seen = {}

    def features(self, c, e):
        if (c, e) not in self.seen:
            self.seen[c, e] = torch.from_numpy(pair_features(self.tree, c, e)[1:])
        return self.seen[c, e]


def batch_of(examples):
    """Words of all examples end to end; `start` of each."""
    b = {k: [] for k in ("marker", "head", "before", "after", "upos", "deprel")}
    starts, at = [], 0
    for x in examples:
        starts.append(at)
        n = x.n
        b["marker"] += [at + int(m) for m in x.tree.marker]
        b["head"] += [at + int(h) for h in x.tree.heads]
        b["before"] += [at] + [at + w - 1 for w in range(1, n)]
        b["after"] += [at + w + 1 for w in range(n - 1)] + [at]
        b["upos"] += x.upos
        b["deprel"] += x.deprel
        at += n
    return {k: torch.tensor(v) for k, v in b.items()}, starts, torch.cat([x.x for x in examples])


def span_rows(chosen):
    """Rows for Causes.spans of (example, start in batch, cause, effect)."""
    word = torch.cat([torch.arange(s + 1, s + x.n) for x, s, _, _ in chosen])
    pair_of = torch.cat([torch.full((x.n - 1,), i) for i, (x, *_) in enumerate(chosen)])
    ends = torch.tensor([[s + c, s + e] for _, s, c, e in chosen])
    return word, pair_of, ends, torch.cat([x.features(c, e) for x, _, c, e in chosen])


def load(args):
    """Examples and the numbers of labels, one more than the engine has."""
    import pytorch
    if not os.path.exists(args.cache):
        items = corpus.load(args.data, args.dev_eval, args.model)
        vectors = encode([i.words for i in items], *pytorch.load(args.model))
        torch.save((items, vectors), args.cache)
    items, vectors = torch.load(args.cache, weights_only=False)
    arrays = pytorch.read_arrays(args.model)
    labels = {n: {t: i for i, t in enumerate(arrays["labels." + n].split("\n")[:-1])}
              for n in ("upos", "deprel", "roles")}
    return [Example(i, v, labels) for i, v in zip(items, vectors)], \
        [len(labels[n]) + 1 for n in ("upos", "deprel", "roles")]
