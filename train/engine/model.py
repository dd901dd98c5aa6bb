"""The engine's network: a 6-layer encoder over word pieces and one head a layer of annotation.

extract/language/{encoder,heads}.c run the same arithmetic; names of parameters are the
names of the arrays in the model file.
"""
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

SPELL = 64
ARC, LABEL, ROLE = 256, 128, 128
TREE_FEATURES = 5


@dataclass(frozen=True)
class Shape:
    hidden: int
    heads: int
    layers: int
    ffn: int
    epsilon: float


MINILM = Shape(384, 12, 6, 1536, 1e-12)            # MiniLM-L6: what the program runs


class Dropout(nn.Module):
    """Dropout whose masks are slices of one random pool: drawing bits is slow on a CPU."""
    pool = {}

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        key = (self.p, x.dtype)
        if key not in Dropout.pool:
            bits = torch.rand(1 << 23) >= self.p
            Dropout.pool[key] = bits.to(x.dtype) / (1 - self.p)
        pool, n = Dropout.pool[key], x.numel()
        if n >= len(pool):
            return F.dropout(x, self.p)
        start = int(torch.randint(len(pool) - n, (1,)))
        return x * pool[start:start + n].view(x.shape)


class Layer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.heads, hidden = shape.heads, shape.hidden
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.up = nn.Linear(hidden, shape.ffn)
        self.down = nn.Linear(shape.ffn, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.drop = Dropout(0.1)

    def forward(self, x, bias):
        """bias: added to the attention scores, [b,1,1,n]."""
        b, n, hidden = x.shape
        width = hidden // self.heads
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, width).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(2, 3) * width ** -0.5 + bias
        a = scores.softmax(-1, dtype=torch.float).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, hidden))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Mlp(nn.Sequential):
    def __init__(self, wide, width, drop=0.33):
        super().__init__(nn.Linear(wide, width), nn.GELU(), Dropout(drop))


HEAD_NAMES = ("upos", "xpos", "lemma", "ner", "types", "pred", "arc", "label", "role")


class Engine(nn.Module):
    def __init__(self, sizes, shape=MINILM, vocabulary=30522, positions=512, hash_rows=1 << 15):
        super().__init__()
        hidden = shape.hidden
        self.shape = shape
        self.words = nn.Embedding(vocabulary, hidden)
        self.positions = nn.Embedding(positions, hidden)
        self.norm = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.spelling = nn.Embedding(hash_rows, SPELL)
        self.flags = nn.Linear(8, SPELL)
        self.spell_in = nn.Linear(SPELL, hidden)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.drop = Dropout(0.1)
        self.head_drop = Dropout(0.33)
        self.mix = nn.Parameter(torch.zeros(len(HEAD_NAMES), shape.layers))
        wide = hidden + SPELL
        self.upos = nn.Linear(wide, sizes["upos"])
        self.xpos = nn.Linear(wide, sizes["xpos"])
        self.lemma = nn.Linear(wide, sizes["lemma"])
        self.ner_hidden = Mlp(wide, 192)
        self.ner = nn.Linear(192, sizes["ner"])
        self.ner_gum = nn.Linear(192, sizes["ner"])     # trains the layers below; not exported
        self.types = nn.Linear(wide, sizes["types"])
        self.pred = nn.Linear(wide, 2)
        self.arc_dep, self.arc_head = Mlp(wide, ARC), Mlp(wide, ARC)
        self.arc = nn.Linear(ARC, ARC)      # of the dependent; its bias scores heads as such
        self.label_dep, self.label_head = Mlp(wide, LABEL), Mlp(wide, LABEL)
        self.label = nn.Linear(LABEL, sizes["deprel"] * LABEL, bias=False)
        self.label_flat = nn.Linear(2 * LABEL, sizes["deprel"])
        self.role_pred, self.role_arg = Mlp(wide, ROLE), Mlp(wide, ROLE)
        self.role = nn.Linear(ROLE, sizes["roles"] * ROLE, bias=False)
        self.role_flat = nn.Linear(2 * ROLE, sizes["roles"])
        self.role_tree = nn.Linear(TREE_FEATURES, sizes["roles"], bias=False)
        for m in (self.spelling, self.spell_in):
            nn.init.normal_(m.weight, std=0.02)
        nn.init.zeros_(self.arc.bias)
        for m in (self.arc, self.label, self.role, self.role_tree):
            nn.init.normal_(m.weight, std=0.02)

    def encode(self, batch):
        """Hidden states of every layer, at words: the mean of a word's first and last piece.

        batch: pieces [b,p], piece_count [b], first/last [b,w+1] (piece of word; word 0 is the
        root, piece 0), spelling [b,w+1,11], flags [b,w+1,8].
        """
        pieces, first, last = batch["pieces"], batch["first"], batch["last"]
        b, n = pieces.shape
        spell = self.spelling(batch["spelling"]).sum(2) + self.flags(batch["flags"])
        spell = F.gelu(spell * batch["spell_keep"])
        x = self.words(pieces) + self.positions.weight[:n]
        x = x.scatter_add(1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1]),
                          self.spell_in(spell).to(x.dtype) * batch["word_mask"].unsqueeze(-1))
        x = self.drop(self.norm(x))
        bias = (torch.arange(n)[None] >= batch["piece_count"][:, None])[:, None, None] * -1e4
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append((gather(x, first) + gather(x, last)) * 0.5)
        return states, spell

    def forward(self, batch):
        states, spell = self.encode(batch)
        flat = torch.stack([h.flatten() for h in states])       # [layers, b*w*hidden]
        mixed = (self.mix.softmax(-1).to(flat.dtype) @ flat).view(-1, *states[0].shape)
        def seen(name):
            h = mixed[HEAD_NAMES.index(name)]
            return self.head_drop(torch.cat([h, spell.to(h.dtype)], -1))
        out = {n: getattr(self, n)(seen(n)).float()
               for n in ("upos", "xpos", "lemma", "types", "pred")}
        h = self.ner_hidden(seen("ner"))
        out["ner"], out["ner_gum"] = self.ner(h).float(), self.ner_gum(h).float()
        h = seen("arc")
        arc = self.arc(self.arc_dep(h)) @ self.arc_head(h).transpose(1, 2)
        real = batch["word_mask"].clone()
        real[:, 0] = 1
        out["arc"] = arc.float().masked_fill(real[:, None] == 0, -1e4)
        h = seen("label")
        out["label_dep"], out["label_head"] = self.label_dep(h), self.label_head(h)
        h = seen("role")
        out["role_pred"], out["role_arg"] = self.role_pred(h), self.role_arg(h)
        return out

    def label_scores(self, dep, head):
        """[m,LABEL] dependents and their heads -> [m,labels]."""
        u = self.label(dep).view(dep.shape[0], -1, LABEL)
        bilinear = (u @ head.unsqueeze(-1)).squeeze(-1)
        return (bilinear + self.label_flat(torch.cat([dep, head], -1))).float()

    def role_scores(self, pred, arg, tree):
        """[m,ROLE] predicates, [m,w,ROLE] words, [m,w,TREE_FEATURES] -> [m,w,roles]."""
        m, w, _ = arg.shape
        u = self.role(pred).view(m, -1, ROLE)
        flat = self.role_flat(torch.cat([pred.unsqueeze(1).expand(-1, w, -1), arg], -1))
        return (arg @ u.transpose(1, 2) + flat + self.role_tree(tree.to(arg.dtype))).float()


def gather(x, index):
    return x.gather(1, index.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


def tree_features(arc):
    """Soft paths between every predicate p and word a: [b,p,a,5], from arc scores [b,w,w].

    a under p, p under a, both under one head, a a grandchild of p, p a grandchild of a.
    """
    up = arc.softmax(-1)
    up2 = up @ up
    down, down2 = up.transpose(1, 2), up2.transpose(1, 2)
    return torch.stack([down, up, up @ down, down2, up2], -1)
