"""What the causes head reads in a sentence. Twin of extract/language/cause_{head,spans}.c."""
import math

import numpy as np
import torch

from examples import batch_of, span_rows

CAUSES = 3                              # read in a sentence at most
PROPOSALS = 6                           # pairs of a sentence whose spans are looked at


def best_spans(z):
    """The best cause and effect that do not overlap, from [n,4] log probabilities of their first
    and last words; words from 1. (cause, effect, score)"""
    n = len(z)
    z = z.tolist()
    best = ((1, 1), (1, 1), -math.inf)
    for one, two in ((0, 2), (2, 0)):       # cause first, then effect first
        ahead = [None] * n                  # best span of `two` from a word on
        last, span = (-math.inf, 0), (-math.inf, 0, 0)
        for w in range(n - 1, -1, -1):
            last = max(last, (z[w][two + 1], w), key=lambda t: t[0])
            span = max(span, (z[w][two] + last[0], w, last[1]), key=lambda t: t[0])
            ahead[w] = span
        first, span = (-math.inf, 0), (-math.inf, 0, 0)
        for w in range(n - 1):
            first = max(first, (z[w][one], w), key=lambda t: t[0])
            span = max(span, (first[0] + z[w][one + 1], first[1], w), key=lambda t: t[0])
            total = span[0] + ahead[w + 1][0]
            if total > best[2]:
                spans = [(span[1] + 1, span[2] + 1), (ahead[w + 1][1] + 1, ahead[w + 1][2] + 1)]
                best = (*(spans if one == 0 else spans[::-1]), total)
    return best


def signals(tags):
    """Runs of signal words, from 1."""
    found = []
    for w, tag in enumerate(tags, 1):
        if tag == 2 and found and found[-1][1] == w - 1:
            found[-1] = (found[-1][0], w)
        elif tag:
            found.append((w, w))
    return found


def predict(net, examples, pairs=None):
    """For each example its relations, best first: dicts with C, E, S in words from 1, the pair,
    its score above the threshold and that of its spans. `pairs` fixes the pairs."""
    found = []
    with torch.no_grad():
        for x in examples:
            b, _, v = batch_of([x])
            v, c, e = net.words(v, b)
            at = torch.from_numpy(x.candidates)
            scores = net.scores(c[at], e[at], x.pairs) - net.threshold(v[0])
            k = len(at)
            top = scores.reshape(-1).topk(min(PROPOSALS, k * k - k))
            chosen = [(x, 0, int(at[i // k]), int(at[i % k])) for i in top.indices.tolist()]
            value = top.values.tolist()
            if pairs is not None:
                chosen, value = [(x, 0, *p) for p in pairs(x)], [0.0] * len(pairs(x))
            if not chosen:
                found.append([])
                continue
            out = net.spans(v, b, *span_rows(chosen)).view(len(chosen), x.n - 1, -1)
            relations = []
            for z, (_, _, cause, effect), score_ in zip(out, chosen, value):
                spans = best_spans(z[:, :4].log_softmax(0))
                relations.append({"C": spans[0], "E": spans[1], "pair": (cause, effect),
                                  "S": signals(z[:, 4:].argmax(-1).tolist()),
                                  "score": score_, "spans": spans[2]})
            found.append(relations)
    return found


def ranked(relations):
    """Without repeats: proposals with the same spans add their probabilities."""
    by_spans = {}
    for r in relations:
        by_spans.setdefault((r["C"], r["E"]), []).append(r)
    return sorted((dict(rs[0], score=np.logaddexp.reduce([r["score"] for r in rs]))
                   for rs in by_spans.values()), key=lambda r: -r["score"] - 0.3 * r["spans"])


def read(net, example):
    """The causes above the threshold, best first, as the program reads them."""
    found = []
    for r in predict(net, [example])[0]:
        told = any((r["C"], r["E"]) == (f["C"], f["E"]) for f in found)
        if r["score"] > 0 and not told and len(found) < CAUSES:
            found.append(r)
    return found
