"""Trains the causes head on the Causal News Corpus, or measures it in folds.

train.py --data DIR --dev-eval PROGRAM --model FILE --cache FILE (--folds | --out FILE)

DIR holds cnc-train-classification.csv and cnc-train-spans.csv, PROGRAM is bench/dev_eval, FILE the
model of the engine, which stays as it is. The cache keeps what the encoder says of the sentences.
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import corpus
import scorer
from examples import MIX, batch_of, load, span_rows
from head import Causes
from reading import predict, ranked

WORDS = 1200                            # a batch


def groups(examples, rng=None):
    order = list(examples)
    if rng:
        rng.shuffle(order)
    found, group, size = [], [], 0
    for x in order:
        if group and size + x.n > WORDS:
            found.append(group)
            group, size = [], 0
        group.append(x)
        size += x.n
    return found + [group]


def pair_loss(scores, threshold, x):
    """Each reference pair against the others and the threshold; the threshold against what is no
    pair. Pairs inside a reference relation's spans are left out: they mean the same."""
    place = {w: i for i, w in enumerate(x.candidates)}
    flat = torch.cat([scores.reshape(-1), threshold])
    k, loss = len(x.candidates), 0
    inside = np.zeros((k, k), bool)
    for g in x.gold:
        row, column = ((x.candidates >= g[y][0]) & (x.candidates <= g[y][1]) for y in "CE")
        inside |= row[:, None] & column[None]
    rest = flat
    if x.gold:
        rest = flat.masked_fill(torch.from_numpy(np.append(inside.reshape(-1), False)), -1e4)
    total = rest.logsumexp(0)
    gold = [place[g["hC"]] * k + place[g["hE"]] for g in x.gold
            if g["hC"] in place and g["hE"] in place]
    if gold:
        right = flat[torch.tensor(gold)]
        loss = (torch.logaddexp(total.expand_as(right), right) - right).mean()
    return loss + 0.5 * (total - flat[-1])


def span_loss(out, chosen, gold):
    loss, at = 0, 0
    signal = []
    for (x, *_), g in zip(chosen, gold):
        z = out[at:at + x.n - 1]
        at += x.n - 1
        wanted = torch.tensor([*g["C"], *g["E"]]) - 1
        loss = loss + F.cross_entropy(z[:, :4].t(), wanted, reduction="sum")
        tags = [0] * (x.n - 1)
        for first, last in g["S"]:
            tags[first - 1:last] = [1] + [2] * (last - first)
        signal += tags
    return loss / len(gold) + 8 * F.cross_entropy(out[:, 4:], torch.tensor(signal))


def noisy(rng, g, share):
    """The pair of a reference relation; now and then another word of its spans."""
    return tuple(rng.randint(*g[y]) if rng.random() < share else g["h" + y] for y in "CE")


def train(examples, sizes, args, seed):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    net = Causes(*sizes, drop=args.drop)
    optimizer = torch.optim.AdamW(net.parameters(), lr=args.lr, weight_decay=args.decay,
                                  betas=(0.9, 0.98))
    steps = len(groups(examples)) * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda t: min((t + 1) / (0.1 * steps), max(0.0, (steps - t) / (0.9 * steps))))
    for epoch in range(args.epochs):
        began, sums, count = time.process_time(), np.zeros(2), 0
        net.train()
        for group in groups(examples, rng):
            b, starts, x = batch_of(group)
            x, c, e = net.words(x, b)
            thresholds = net.threshold(x[torch.tensor(starts)])
            loss = 0
            for i, (s, g) in enumerate(zip(starts, group)):
                at = torch.from_numpy(g.candidates) + s
                loss = loss + pair_loss(net.scores(c[at], e[at], g.pairs), thresholds[i], g)
            loss = loss / len(group)
            chosen = [(g, s, *noisy(rng, r, args.noise)) for s, g in zip(starts, group)
                      for r in g.gold]
            spans = 0 * loss
            if chosen:
                out = net.spans(x, b, *span_rows(chosen))
                spans = span_loss(out, chosen, [r for g in group for r in g.gold])
            optimizer.zero_grad()
            (loss + spans).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            sums += [loss.item(), spans.item()]
            count += 1
        print(f"  epoch {epoch + 1}: pairs {sums[0] / count:.3f} spans {sums[1] / count:.3f} "
              f"{time.process_time() - began:.0f} s", flush=True)
    return net.eval()


def as_tokens(item, relation):
    to = lambda span: item.as_tokens((span[0] - 1, span[1] - 1))
    return {"C": to(relation["C"]), "E": to(relation["E"]), "S": [to(s) for s in relation["S"]]}


def report(examples, found, given):
    with_count, fixed = scorer.Score(), scorer.Score()
    right = [0, 0]
    causal = np.zeros((2, 2), int)
    strict = []
    for x, relations, of_gold in zip(examples, found, given):
        order = [as_tokens(x.item, r) for r in ranked(relations)]
        said = [as_tokens(x.item, r) for r in ranked(relations) if r["score"] > 0]
        with_count.add(x.item.relations, order)
        fixed.add(x.item.relations, [as_tokens(x.item, r) for r in of_gold])
        strict.append((x.item.relations, said))
        causal[int(x.item.causal), int(bool(said))] += 1
        gold = {(g["hC"], g["hE"]) for g in x.gold}
        right[0] += len(gold & {r["pair"] for r in relations[:len(gold)]})
        right[1] += len(gold)
    print(with_count)
    print(f"pairs of heads right {100 * right[0] / right[1]:.1f}; with the reference's pairs:")
    print(fixed)
    print("strict  " + "  ".join(f"{k} {100 * f:.2f} ({100 * p:.1f}/{100 * r:.1f})"
                                 for k, (p, r, f) in scorer.strict(strict).items()))
    p, r = causal[1, 1] / max(1, causal[:, 1].sum()), causal[1, 1] / causal[1].sum()
    print(f"causal sentences F1 {200 * p * r / (p + r):.2f} ({100 * p:.1f}/{100 * r:.1f}), "
          f"accuracy {100 * causal.trace() / causal.sum():.2f}", flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("data", "dev-eval", "model", "cache"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--folds", type=int, nargs="*", help="measure in these folds, or in all")
    p.add_argument("--out", help="train on everything and write the head's model file")
    p.add_argument("--epochs", type=int, default=14)
    p.add_argument("--lr", type=float, default=1.5e-3)
    p.add_argument("--decay", type=float, default=0.05)
    p.add_argument("--drop", type=float, default=0.3)
    p.add_argument("--noise", type=float, default=0.2)
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    torch.set_num_threads(1)
    examples, sizes = load(args)
    if args.out:
        from model_file import write
        write(train(examples, sizes, args, args.seed), MIX, args.out)
        return
    tested, found, given = [], [], []
    for fold in args.folds or range(corpus.FOLDS):
        test = [x for x in examples if corpus.fold_of(x.item) == fold]
        rest = [x for x in examples if corpus.fold_of(x.item) != fold]
        net = train(rest, sizes, args, args.seed)
        tested += test
        found += predict(net, test)
        given += [predict(net, [x], lambda x: [(g["hC"], g["hE"]) for g in x.gold])[0]
                  if x.gold else [] for x in test]
        print(f"fold {fold}:", flush=True)
        report(tested, found, given)


if __name__ == "__main__":
    main()
