"""The engine in PyTorch with the weights of a model file: what the C engine is compared with.

The file is read here independently of the C reader; its layout is told in
train/engine/export.py.
"""
import os
import re
import struct
import sys
import time
import types

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../train/engine"))

F32, F16, I8, TEXT = range(4)
ENTRY = "<40s4I2Q"
SETS = ("upos", "xpos", "lemma", "ner", "types", "deprel", "roles")
PLAIN = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
         "‐": "-", "‑": "-", "−": "-", "…": "...", "\u00a0": " ", "\u00ad": "", "\u200b": "",
         "\u2060": ""}


def plain_word(word):
    """The twin of gw_plain_word in extract/language/words.c."""
    return "".join(PLAIN.get(c, c) for c in word) or word


def read_arrays(path):
    """{name: numpy array, or text}."""
    import numpy as np
    data = open(path, "rb").read()
    if data[:8] != b"GWMODEL1":
        sys.exit(path + ": no model file")
    count, _ = struct.unpack_from("<2I", data, 16)
    arrays = {}
    for i in range(count):
        name, kind, rows, columns, _, offset, size = struct.unpack_from(
            ENTRY, data, 24 + i * struct.calcsize(ENTRY))
        raw = data[offset:offset + size]
        if kind == TEXT:
            value = raw.decode("utf-8")
        elif kind == I8:
            scales = np.frombuffer(raw, np.float32, rows)
            value = np.frombuffer(raw, np.int8, rows * columns, rows * 4)
            value = value.reshape(rows, columns) * scales[:, None]
        else:
            value = np.frombuffer(raw, np.float32 if kind == F32 else np.float16)
            value = value.astype(np.float32).reshape(rows, columns)
        arrays[name.rstrip(b"\0").decode()] = value
    return arrays


def labels_of(arrays):
    labels = types.SimpleNamespace()
    for name in SETS:
        values = arrays["labels." + name].split("\n")[:-1]
        setattr(labels, name, values)
        setattr(labels, name + "_id", {t: i for i, t in enumerate(values)})
    labels.known = frozenset(arrays["lemmas"].split("\n")[:-1])
    return labels


def load(path):
    """(engine, coder) with the weights of a model file."""
    import torch
    import batches
    import features
    from model import Engine
    torch.set_num_threads(1)
    arrays = read_arrays(path)
    labels = labels_of(arrays)
    names = dict(line.split("\t") for line in arrays["names"].split("\n") if line)
    coder = batches.Coder(features.Pieces(arrays["pieces"].split("\n")[:-1]),
                          {k: int(v) for k, v in names.items()}, labels)
    engine = Engine({n: len(getattr(labels, n)) for n in SETS})
    state = engine.state_dict()
    for key, value in state.items():
        stored = re.sub(r"(_dep|_head|_pred|_arg|ner_hidden)\.0\.", r"\1.", key)
        if stored in arrays:    # what only training needs is not in the file
            array = torch.from_numpy(arrays[stored].copy())
            state[key] = (array.log() if key == "mix" else array).view(value.shape)
    engine.load_state_dict(state)
    engine.eval()
    return engine, coder


def analyse(engine, coder, words):
    import evaluate
    return evaluate.analyse(engine, coder, [plain_word(w) for w in words])


def words_per_second(engine, coder, sentences, limit=4000):
    """Speed of the forward pass alone, one core, sentences of like length together."""
    import torch
    import batches
    chosen, words = [], 0
    for s in sentences:
        if words < limit:
            chosen.append(coder.sentence(s))
            words += len(s.words)
    chosen.sort(key=lambda c: c["n"])
    groups = [batches.collate(chosen[i:i + 32]) for i in range(0, len(chosen), 32)]
    with torch.no_grad():
        engine(groups[0])
        began = time.perf_counter()
        for group in groups:
            engine(group)
    return words / (time.perf_counter() - began)
