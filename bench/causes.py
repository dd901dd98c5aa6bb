"""The causes head in PyTorch with the weights of its model file, like pytorch.py for the engine."""
import os
import sys
from types import SimpleNamespace

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../train/causes"))

LABELS = ("upos", "deprel", "roles")


def load(path, labels):
    """(head, numbers of labels by name); `labels` are the engine's."""
    import torch
    import pytorch
    from head import Causes
    arrays = pytorch.read_arrays(path)
    ids = {n: {t: i for i, t in enumerate(getattr(labels, n))} for n in LABELS}
    head = Causes(*(len(ids[n]) + 1 for n in LABELS))
    head.load_state_dict({k: torch.from_numpy(arrays[k].copy()).view(v.shape)
                          for k, v in head.state_dict().items()})
    return head.eval(), ids


def rows_of(words, a):
    """The analysis of a sentence as fields of CoNLL-U."""
    roles = [",".join(f"{r}:{w}" for (p, w), r in sorted(a["roles"].items()) if p == i + 1)
             for i in range(len(words))]
    return [[str(i + 1), w, "_", a["upos"][i], "_", "_", str(a["heads"][i]), a["deprel"][i], "_",
             "Roles=" + roles[i] if roles[i] else "_"] for i, w in enumerate(words)]


def analyse(head, ids, engine, coder, words, a):
    """CausedBy of each word, without the probability: see extract/language/conllu.h."""
    from examples import Example, encode
    from reading import read
    item = SimpleNamespace(rows=rows_of(words, a), relations=[])
    example = Example(item, encode([words], engine, coder)[0], ids)
    found = [[] for _ in words]
    for r in read(head, example):
        signal = "%d-%d" % r["S"][0] if r["S"] else "-"
        cause, effect = r["pair"]
        found[effect - 1].append("%d:%d-%d:%d-%d:%s" % (cause, *r["C"], *r["E"], signal))
    return [",".join(f) or "_" for f in found]
