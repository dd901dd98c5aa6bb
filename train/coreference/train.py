"""Trains the coreference ranker on a treebank with GUM's Entity= annotation.

train.py --ties PROGRAM --model FILE --data FILE.conllu --out FILE [--held N] [--epochs N] ...

The program ties (see bench/) analyses the raw text of each document and writes the features of
every pair of references. The loss is the marginal likelihood of all right antecedents (Durrett
and Klein 2013); a tie to a wrong antecedent and a tie of what is new cost more than a missed one.
With --held, every Nth document is kept apart and scored after each epoch.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "../../bench"), os.path.join(HERE, "../engine")]
import coreference  # noqa: E402
import export  # noqa: E402

HIDDEN, UPPER = 96, 32
NONE = 65535


class Document:
    """Pairs of one document: rows of features, which reference each row is of, and whether its
    antecedent is right."""

    def __init__(self, rows, mentions, gold):
        clusters = [None if m is None else m.cluster for m in coreference.aligned(gold, mentions)]
        self.mentions, self.gold = mentions, gold
        self.reference, self.antecedent = rows[:, 0], rows[:, 1]
        self.features = rows[:, 2:]
        self.right = np.array([a != NONE and clusters[x] is not None and clusters[x] == clusters[a]
                               for x, a in zip(self.reference, self.antecedent)])
        fresh = self.antecedent == NONE
        has = np.zeros(len(mentions), bool)
        np.logical_or.at(has, self.reference, self.right)
        self.right[fresh] = ~has[self.reference[fresh]]
        self.tied = has


def read(args):
    documents, count = [], 0
    for _, text in coreference.documents(args.data):
        with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            done = subprocess.run([args.ties, "features", file.name, args.model], check=True,
                                  capture_output=True)
            gold = coreference.gold_mentions(list(coreference.data.read_conllu(file.name, "gum")))
        count, width = (int(x) for x in done.stderr.splitlines()[0].split()[1:])
        mentions = coreference.system_mentions(done.stderr.decode("utf-8").splitlines()[1:])
        rows = np.frombuffer(done.stdout, np.uint16).reshape(-1, width + 2)
        documents.append(Document(rows, mentions, gold))
    return documents, count


class Ranker(torch.nn.Module):
    def __init__(self, count, dropout):
        super().__init__()
        self.features = torch.nn.EmbeddingBag(count + 1, HIDDEN, mode="sum", padding_idx=count)
        torch.nn.init.normal_(self.features.weight, std=0.05)
        self.bias = torch.nn.Parameter(torch.zeros(HIDDEN))
        self.drop = torch.nn.Dropout(dropout)
        self.upper = torch.nn.Linear(HIDDEN, UPPER)
        self.out = torch.nn.Linear(UPPER, 1, bias=False)

    def forward(self, rows):
        x = self.drop(torch.relu(self.features(rows) + self.bias))
        return self.out(self.drop(torch.relu(self.upper(x)))).squeeze(-1)


def tensors(document, count):
    rows = document.features.astype(np.int64)
    rows[rows == NONE] = count
    return (torch.from_numpy(rows), torch.from_numpy(document.reference.astype(np.int64)),
            torch.from_numpy(document.right), torch.from_numpy(document.antecedent == NONE))


def log_sum(scores, groups, count):
    top = torch.full((count,), -1e30).scatter_reduce(0, groups, scores.detach(), "amax")
    sums = torch.zeros(count).index_add(0, groups, torch.exp(scores - top[groups]))
    return torch.log(sums.clamp_min(1e-30)) + top


def loss_of(model, document, args, count):
    rows, reference, right, fresh = tensors(document, count)
    if model.training:              # half of the wrong pairs are enough
        chosen = right | fresh | (torch.rand(len(right)) < args.share)
        rows, reference, right, fresh = (x[chosen] for x in (rows, reference, right, fresh))
    if args.word_dropout and model.training:
        rows = rows.masked_fill(torch.rand(rows.shape) < args.word_dropout, count)
    scores = model(rows)
    tied = torch.from_numpy(document.tied)[reference]
    cost = torch.where(fresh, args.missed, torch.where(tied, args.wrong, args.false))
    scores = torch.where(right, scores, scores + cost)
    n = len(document.mentions)
    return (log_sum(scores, reference, n)
            - log_sum(scores.masked_fill(~right, -1e30), reference, n)).sum() / n


def decode(model, document, count):
    """The clusters that the program would make, less its check of genders."""
    rows, _, _, _ = tensors(document, count)
    with torch.no_grad():
        scores = model(rows).numpy()
    mentions = document.mentions
    held = [{m.name} - {"-1"} for m in mentions]
    cluster = list(range(len(mentions)))
    first = np.searchsorted(document.reference, np.arange(len(mentions) + 1))
    for i in range(len(mentions)):
        best, at = scores[first[i]], None
        for row in range(first[i] + 1, first[i + 1]):
            c = cluster[document.antecedent[row]]
            if scores[row] > best and len(held[c] | held[i]) < 2:
                best, at = scores[row], c
        if at is not None:
            cluster[i] = at
            held[at] |= held[i]
    for m, c in zip(mentions, cluster):
        m.cluster = c


def evaluate(model, documents, count):
    every, plural = coreference.Score(), coreference.Score()
    model.eval()
    for d in documents:
        decode(model, d, count)
        every.add(coreference.clusters_of(d.gold), coreference.clusters_of(d.mentions))
        plural.add(coreference.clusters_of(d.gold, False),
                   coreference.clusters_of(d.mentions, False))
    return every.figures(), plural.figures()


def save(model, path, count):
    arrays = {"features": model.features.weight[:count], "bias": model.bias[None],
              "upper": model.upper.weight, "upper.bias": model.upper.bias[None],
              "out": model.out.weight}
    entries = []
    for name, value in arrays.items():
        half = value.detach().numpy().astype(np.float16)
        entries.append((name, (export.F16, *half.shape, half.tobytes())))
    with open(path + ".tmp", "wb") as file:
        file.write(export.pack(entries))
    os.replace(path + ".tmp", path)


def fit(documents, held, count, args):
    """The trained network; prints the loss of each epoch and, with documents held out, scores."""
    torch.manual_seed(args.seed)
    part = [d for d in documents if d not in held]
    model = Ranker(count, args.dropout)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=args.decay)
    steps = args.epochs * len(part)
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, s / 100) * (1 - s / steps))
    for epoch in range(args.epochs):
        model.train()
        total = 0.0
        for i in torch.randperm(len(part)).tolist():
            optimiser.zero_grad()
            loss = loss_of(model, part[i], args, count)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            plan.step()
            total += loss.item()
        print("epoch %d loss %.4f" % (epoch + 1, total / len(part)), end="", flush=True)
        for figures in evaluate(model, held, count) if held else ():
            print("  " + " ".join("%s %.2f" % (n, v[2]) for n, v in figures.items()), end="")
        print(flush=True)
    return model


def options():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("ties", "model", "data", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--held", type=int, default=0, help="keep every so many documents apart")
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--decay", type=float, default=1e-4)
    p.add_argument("--dropout", type=float, default=0.3)
    p.add_argument("--word-dropout", type=float, default=0.05)
    p.add_argument("--missed", type=float, default=0.0, help="cost of not tying what is tied")
    p.add_argument("--wrong", type=float, default=0.5, help="cost of a wrong antecedent")
    p.add_argument("--false", type=float, default=0.5, help="cost of tying what is new")
    p.add_argument("--share", type=float, default=0.5, help="of the wrong pairs in a step")
    p.add_argument("--seed", type=int, default=1)
    return p


def main():
    args = options().parse_args()
    torch.set_num_threads(2)
    documents, count = read(args)
    held = documents[::args.held] if args.held else []
    save(fit(documents, held, count, args), args.out, count)


if __name__ == "__main__":
    main()
