"""Writes the causes head as a model file of its own, in the layout of train/engine/export.py."""
import os
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../engine"))
import export


def coded(value, exact):
    v = value.numpy().astype(np.float32)
    rows, columns = (1, v.shape[0]) if v.ndim == 1 else v.shape
    if exact or v.ndim == 1:
        return 0, rows, columns, v.tobytes()
    return 1, rows, columns, v.astype(np.float16).tobytes()


def write(net, mix, path):
    """Matrices in half precision; biases and the mix of layers in single."""
    entries = [("config", (3, 1, 9, b"format 1\n")), ("mix", coded(torch.tensor(mix), True))]
    entries += [(name, coded(value, value.shape[-1] < 8))
                for name, value in net.state_dict().items()]
    data = export.pack(entries)
    with open(path + ".tmp", "wb") as file:
        file.write(data)
    os.replace(path + ".tmp", path)
    print(f"{path}: {len(data) / 1e6:.1f} MB, {len(entries)} arrays")
