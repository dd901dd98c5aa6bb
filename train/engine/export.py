"""Writes the engine as one self-describing file.  export.py --data DIR --checkpoint FILE
--encoder DIR --names FILE --out FILE

Layout (little endian): "GWMODEL1", u64 XXH3 hash of all that follows the first 16 bytes,
u32 number of arrays, u32 0; then per array a name (40 bytes, zero padded), u32 kind, u32 rows,
u32 columns, u32 0, u64 offset, u64 bytes; then the arrays, each at a multiple of 64.
Kinds: 0 f32, 1 f16, 2 int8 rows after one f32 scale a row, 3 UTF-8 text.
"""
import argparse
import os
import struct

import numpy as np
import torch
import xxhash

from data import load
from lemma import known_lemmas

F32, F16, I8, TEXT = range(4)
ENTRY = "<40s4I2Q"


def array_of(name, value):
    """(kind, rows, columns, bytes) and the value as the reader will see it."""
    v = value.numpy().astype(np.float32)
    rows, columns = (1, v.shape[0]) if v.ndim == 1 else v.shape
    if name in ("words.weight", "spelling.weight"):
        scale = np.maximum(np.abs(v).max(1), 1e-8) / 127
        q = np.clip(np.rint(v / scale[:, None]), -127, 127).astype(np.int8)
        scale = scale.astype(np.float32)
        return (I8, rows, columns, scale.tobytes() + q.tobytes()), q * scale[:, None]
    if v.ndim == 1 or name == "mix" or name == "role_tree.weight":
        return (F32, rows, columns, v.tobytes()), v
    half = v.astype(np.float16)
    return (F16, rows, columns, half.tobytes()), half.astype(np.float32)


def arrays(state, labels, vocabulary, names):
    yield "config", (TEXT, 1, 9, b"format 1\n"), None
    texts = {"pieces": vocabulary, "names": names, "lemmas": "\n".join(sorted(labels.known)) + "\n"}
    for layer in ("upos", "xpos", "lemma", "ner", "types", "deprel", "roles"):
        texts["labels." + layer] = "\n".join(getattr(labels, layer)) + "\n"
    for name, text in texts.items():
        data = text.encode("utf-8")
        yield name, (TEXT, text.count("\n"), len(data), data), None
    for name, value in state.items():
        if name.startswith("ner_gum"):      # trained for the layers below it alone
            continue
        name = name.replace("_dep.0.", "_dep.").replace("_head.0.", "_head.")
        name = name.replace("_pred.0.", "_pred.").replace("_arg.0.", "_arg.")
        name = name.replace("ner_hidden.0.", "ner_hidden.")
        if name == "mix":
            value = value.softmax(-1)
        yield name, *array_of(name, value)


def pack(entries):
    head = 16 + 8 + len(entries) * struct.calcsize(ENTRY)
    offset, toc, body = (head + 63) // 64 * 64, b"", b""
    body += b"\0" * (offset - head)
    chunks = [body]
    for name, (kind, rows, columns, data) in entries:
        toc += struct.pack(ENTRY, name.encode(), kind, rows, columns, 0, offset, len(data))
        padded = data + b"\0" * (-len(data) % 64)
        chunks.append(padded)
        offset += len(padded)
    rest = struct.pack("<2I", len(entries), 0) + toc + b"".join(chunks)
    return b"GWMODEL1" + struct.pack("<Q", xxhash.xxh3_64_intdigest(rest)) + rest


def average(mean, args):
    """Replace the weights by their average with those of other checkpoints."""
    others = [(torch.load(path, weights_only=False)["mean"], float(weight))
              for path, weight in (item.rsplit("=", 1) for item in args.also)]
    total = args.weight + sum(weight for _, weight in others)
    for name, value in mean.items():
        value.mul_(args.weight / total)
        for other, weight in others:
            value.add_(other[name], alpha=weight / total)


def main():
    a = argparse.ArgumentParser()
    for name in ("data", "checkpoint", "encoder", "names", "out"):
        a.add_argument("--" + name, required=True)
    a.add_argument("--also", nargs="*", default=[], metavar="FILE=WEIGHT",
                   help="other checkpoints to average with (Wortsman et al. 2022, model soups)")
    a.add_argument("--weight", type=float, default=1.0, help="of --checkpoint in the average")
    a.add_argument("--average", help="also save the average as a checkpoint to start from (torch)")
    a.add_argument("--outside-bias", type=float, default=0.0,
                   help="added to the score of 'no name': precision against recall, set on dev")
    a.add_argument("--rounded", help="also save the weights as the reader sees them (torch)")
    args = a.parse_args()
    c = torch.load(args.checkpoint, weights_only=False)
    average(c["mean"], args)
    if args.average:
        torch.save({"mean": c["mean"], "labels": c["labels"]}, args.average)
    c["mean"]["ner.bias"][c["labels"].ner_id["O"]] += args.outside_bias
    vocabulary = open(os.path.join(args.encoder, "vocab.txt"), encoding="utf-8").read()
    names = open(args.names, encoding="utf-8").read()
    c["labels"].known = frozenset(known_lemmas(args.data, sum(load(args.data, "train"), [])))
    entries, rounded = [], {}
    for (name, coded, seen), key in zip(
            arrays(c["mean"], c["labels"], vocabulary, names),
            [None] * 11 + [n for n in c["mean"] if not n.startswith("ner_gum")]):
        entries.append((name, coded))
        if key:
            rounded[key] = c["mean"][key] if key == "mix" else \
                torch.from_numpy(np.ascontiguousarray(seen)).view(c["mean"][key].shape)
    data = pack(entries)
    with open(args.out + ".tmp", "wb") as file:
        file.write(data)
    os.replace(args.out + ".tmp", args.out)
    print(f"{args.out}: {len(data) / 1e6:.1f} MB, {len(entries)} arrays")
    if args.rounded:
        rounded.update((n, v) for n, v in c["mean"].items() if n not in rounded)
        torch.save({"mean": rounded, "labels": c["labels"]}, args.rounded)


if __name__ == "__main__":
    main()
