"""Trains the engine; resumable.  train.py --data DIR --encoder DIR --names FILE --out DIR"""
import argparse
import math
import os
import time

import torch
import torch.nn.functional as F

import batches
import evaluate
from data import NONE, Labels, load
from features import Pieces, read_names
from model import Engine, tree_features

WEIGHTS = {"upos": 1.0, "xpos": 0.5, "lemma": 0.7, "ner": 1.2, "ner_gum": 0.5,
           "types": 0.4, "pred": 0.7}


def start_from(engine, folder):
    """Copies the pre-trained encoder (MiniLM, safetensors) into the engine."""
    from safetensors.torch import load_file
    w = load_file(os.path.join(folder, "model.safetensors"))
    w = {k.removeprefix("bert."): v.float() for k, v in w.items()}
    state = engine.state_dict()

    def put(name, value):
        state[name].copy_(value)
    put("words.weight", w["embeddings.word_embeddings.weight"])
    put("positions.weight", w["embeddings.position_embeddings.weight"]
        + w["embeddings.token_type_embeddings.weight"][0])
    for kind in ("weight", "bias"):
        put("norm." + kind, w["embeddings.LayerNorm." + kind])
        for i in range(len(engine.layers)):
            old, new = f"encoder.layer.{i}.", f"layers.{i}."
            put(new + "qkv." + kind, torch.cat([w[f"{old}attention.self.{n}.{kind}"]
                                                for n in ("query", "key", "value")]))
            put(new + "out." + kind, w[old + "attention.output.dense." + kind])
            put(new + "norm1." + kind, w[old + "attention.output.LayerNorm." + kind])
            put(new + "up." + kind, w[old + "intermediate.dense." + kind])
            put(new + "down." + kind, w[old + "output.dense." + kind])
            put(new + "norm2." + kind, w[old + "output.LayerNorm." + kind])


def tag_loss(out, batch, name):
    """EWT's names and GUM's (derived, other guidelines) have an output layer each."""
    scores, gold = out[name], batch[name.removesuffix("_gum")]
    if name.startswith("ner"):
        other = batch["gum"] if name == "ner" else ~batch["gum"]
        gold = gold.masked_fill(other[:, None], NONE)
    if not (gold != NONE).any():
        return scores.sum() * 0
    return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=NONE)


def tree_loss(engine, out, batch):
    gold = batch["heads"]
    arc = F.cross_entropy(out["arc"].flatten(0, 1), gold.flatten(), ignore_index=NONE)
    b, w = (batch["deprel"] != NONE).nonzero(as_tuple=True)
    scores = engine.label_scores(out["label_dep"][b, w], out["label_head"][b, gold[b, w]])
    return arc + F.cross_entropy(scores, batch["deprel"][b, w])


def role_loss(engine, out, batch):
    rows = [(i, p) for i, roles in enumerate(batch["roles"])
            for p in sorted({p for p, _, _ in roles})]
    if not rows:
        return out["role_pred"].sum() * 0
    width = out["arc"].shape[1]
    gold = torch.zeros(len(rows), width, dtype=torch.long)
    for k, (i, _) in enumerate(rows):
        gold[k, batch["n"][i] + 1:] = NONE
    gold[:, 0] = NONE
    at = {row: k for k, row in enumerate(rows)}
    for i, roles in enumerate(batch["roles"]):
        for p, a, r in roles:
            gold[at[i, p], a] = r
    b, p = (torch.tensor(x) for x in zip(*rows))
    tree = tree_features(out["arc"].detach())[b, p]
    scores = engine.role_scores(out["role_pred"][b, p], out["role_arg"][b], tree)
    each = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=NONE, reduction="sum")
    return each / (gold != NONE).sum() * 8     # about one word in eight is an argument


def loss_of(engine, batch):
    out = engine(batch)
    loss = tree_loss(engine, out, batch) + 1.0 * role_loss(engine, out, batch)
    for name, weight in WEIGHTS.items():
        loss = loss + weight * tag_loss(out, batch, name)
    return loss


class Average:
    """Exponential moving average of the weights, with a warm-up of its own."""

    def __init__(self, engine, decay):
        self.decay, self.steps = decay, 0
        self.mean = {k: v.clone() for k, v in engine.state_dict().items()}

    def update(self, engine):
        self.steps += 1
        rate = 1 - min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.mean.values()), list(engine.state_dict().values()), rate)


def optimizer_of(engine, args):
    encoder = [p for n, p in engine.named_parameters()
               if n.split(".")[0] in ("words", "positions", "norm", "layers")]
    ids = {id(p) for p in encoder}
    heads = [p for p in engine.parameters() if id(p) not in ids]
    return torch.optim.AdamW([{"params": encoder, "lr": args.encoder_lr, "weight_decay": 0.01},
                              {"params": heads, "lr": args.head_lr, "weight_decay": 0.01}],
                             betas=(0.9, 0.98), fused=True)


def focus(names):
    """Weights of the later stages: trees and names before what is learnt already."""
    WEIGHTS.update({"xpos": 0.2, "lemma": 0.4, "ner": names, "ner_gum": 0.3, "types": 0.3,
                    "pred": 0.5})


def varied(swapper, coder, train, number, args, rng):
    """A sentence as it is, with other names, or in lower case."""
    dice = rng.random()
    if dice < args.lowered:
        return swapper.lowered(coder, number)
    swap = dice > 1 - args.swap
    return (swapper.renamed(coder, number) if swap else None) or train[number]


def chosen(sources, epoch, args, rng):
    """Sentences of an epoch: all of EWT; of GUM a share, and none in the last epochs."""
    share = 0.0 if epoch >= args.epochs - args.ewt_last else args.gum_share
    return [i for i, source in enumerate(sources) if source == "ewt" or rng.random() < share]


def arguments():
    a = argparse.ArgumentParser()
    for name in ("data", "encoder", "names", "out"):
        a.add_argument("--" + name, required=True)
    a.add_argument("--epochs", type=int, default=11)
    a.add_argument("--budget", type=int, default=1500)
    a.add_argument("--encoder-lr", type=float, default=1.5e-4)
    a.add_argument("--head-lr", type=float, default=1.2e-3)
    a.add_argument("--start", help="second stage: begin with the mean weights of this checkpoint")
    a.add_argument("--gum-share", type=float, default=1.0, help="of GUM's sentences an epoch")
    a.add_argument("--ewt-last", type=int, default=0, help="last epochs, on EWT alone")
    a.add_argument("--lowered", type=float, default=0.0, help="share of sentences in lower case")
    a.add_argument("--swap", type=float, default=0.3, help="share of sentences with other names")
    a.add_argument("--whole-names", action="store_true", help="exchange places of one word only")
    a.add_argument("--name-weight", type=float, default=1.5, help="of names, in later stages")
    a.add_argument("--stop", type=int, help="stop after this epoch of --epochs")
    a.add_argument("--seed", type=int, default=7)
    a.add_argument("--judge", type=int, default=4, help="judge every so many epochs (minutes each)")
    a.add_argument("--f32", action="store_true", help="no bfloat16 (slower; same to 0.1 LAS)")
    return a.parse_args()


def main():
    args = arguments()
    rng = batches.seeded(args.seed)
    torch.set_flush_denormal(True)      # Adam's second moments underflow in unused rows
    vocabulary = open(os.path.join(args.encoder, "vocab.txt"), encoding="utf-8").read().split("\n")
    ewt, gum = load(args.data, "train")
    labels = Labels(ewt + gum)
    coder = batches.Coder(Pieces(vocabulary), read_names(args.names), labels)
    kept = [s for s in ewt + gum if len(s.words) <= 160]
    train = [coder.sentence(s) for s in kept]
    swapper = batches.Swapper(kept, coder.names, rng, args.whole_names)
    dev = load(args.data, "dev")
    sizes = {n: len(getattr(labels, n))
             for n in ("upos", "xpos", "lemma", "ner", "types", "deprel", "roles")}
    engine = Engine(sizes)
    start_from(engine, args.encoder)
    if args.start:
        engine.load_state_dict(torch.load(args.start, weights_only=False)["mean"])
        focus(args.name_weight)
    optimizer, average = optimizer_of(engine, args), Average(engine, 0.9985)
    os.makedirs(args.out, exist_ok=True)
    saved = os.path.join(args.out, "checkpoint.pt")
    epoch, step = 0, 0
    if os.path.exists(saved):
        c = torch.load(saved, weights_only=False)
        engine.load_state_dict(c["engine"])
        optimizer.load_state_dict(c["optimizer"])
        average.mean, average.steps, epoch, step = c["mean"], c["steps"], c["epoch"], c["step"]
        rng.setstate(c["rng"])
        torch.set_rng_state(c["torch_rng"])
    sources = [s.source for s in kept]
    plan = batches.seeded(args.seed)
    total = sum(len(batches.by_length([train[i] for i in chosen(sources, e, args, plan)],
                                      args.budget, plan)) for e in range(args.epochs))
    if epoch:
        rng.setstate(c["rng"])
        torch.set_rng_state(c["torch_rng"])
    base = [g["lr"] for g in (optimizer.param_groups if not epoch else c["base"])]
    while epoch < (args.stop or args.epochs):
        began = time.time()
        engine.train()
        running = 0.0
        subset = chosen(sources, epoch, args, rng)
        groups = [[subset[i] for i in group]
                  for group in batches.by_length([train[i] for i in subset], args.budget, rng)]
        for done, group in enumerate(groups, 1):
            rate = min(1, (step + 1) / (0.06 * total))
            rate *= 0.5 * (1 + math.cos(math.pi * min(1, step / total))) * 0.98 + 0.02
            for g, lr in zip(optimizer.param_groups, base):
                g["lr"] = lr * rate
            batch = batches.collate([varied(swapper, coder, train, i, args, rng) for i in group],
                                    rng)
            with torch.autocast("cpu", torch.bfloat16, enabled=not args.f32):
                loss = loss_of(engine, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(engine.parameters(), 1.0, foreach=True)
            optimizer.step()
            average.update(engine)
            step += 1
            running += loss.item()
            if done % 50 == 0:
                print(f"epoch {epoch + 1} {done}/{len(groups)} loss {running / done:.3f} "
                      f"{time.time() - began:.0f} s", flush=True)
        epoch += 1
        torch.save({"engine": engine.state_dict(), "optimizer": optimizer.state_dict(),
                    "mean": average.mean, "steps": average.steps, "epoch": epoch, "step": step,
                    "rng": rng.getstate(), "torch_rng": torch.get_rng_state(),
                    "base": [{"lr": x} for x in base], "labels": labels}, saved + ".tmp")
        os.replace(saved + ".tmp", saved)
        if epoch % args.judge == 0 or epoch == args.epochs:
            judged = Engine(sizes)
            judged.load_state_dict(average.mean)
            print(f"epoch {epoch} {time.time() - began:.0f} s (EWT dev)",
                  evaluate.report(judged, coder, dev[0]), flush=True)


if __name__ == "__main__":
    main()
