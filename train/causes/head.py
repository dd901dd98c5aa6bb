"""The causes head: which word heads the cause of what other word, and how far both reach.

It reads the engine's frozen encoder and its own analysis. A biaffine score for every pair of
words (Dozat and Manning 2017) is compared with a threshold of the sentence (Zhou et al. 2021); for
a chosen pair, each word is scored as the first and last word of cause and effect, and as part of
a signal. extract/language/cause_head.c runs the same arithmetic.
"""
import torch
import torch.nn.functional as F
from torch import nn

from tree import CLASSES, DISTANCES, PAIR_FEATURES

WIDE = 384 + 64         # encoder and spelling features
END, SPAN = 128, 160
OUT = 7                 # first and last word of cause and effect; signal: no, begins, goes on


class Drop(nn.Module):
    """Dropout from a pool of random bits: drawing them is slow on a CPU."""
    pool = {}

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or not self.p:
            return x
        if self.p not in Drop.pool:
            bits = (torch.rand(1 << 23) >= self.p).float() / (1 - self.p)
            Drop.pool[self.p] = bits
        pool, n = Drop.pool[self.p], x.numel()
        start = int(torch.randint(len(pool) - n, (1,)))
        return x * pool[start:start + n].view(x.shape)


class Causes(nn.Module):
    def __init__(self, upos, deprel, roles, drop=0.3):
        """upos, deprel, roles: numbers of labels, one more than the engine has, for the root."""
        super().__init__()
        self.cause, self.effect = nn.Linear(3 * WIDE, END), nn.Linear(3 * WIDE, END)
        self.cause_deprel, self.effect_deprel = table(deprel, END), table(deprel, END)
        self.pair = nn.Linear(END, END, bias=False)
        self.cause_alone, self.effect_alone = nn.Linear(END, 1), nn.Linear(END, 1, bias=False)
        self.classes = table(CLASSES, 1, 0.0)
        self.distances = table(len(DISTANCES) + 1, 1, 0.0)
        self.role_cause, self.role_effect = table(roles, 1, 0.0), table(roles, 1, 0.0)
        self.threshold = nn.Linear(WIDE, 1)
        self.word = nn.Linear(4 * WIDE, SPAN)
        self.word_upos, self.word_deprel = table(upos, SPAN), table(deprel, SPAN)
        self.before_upos, self.after_upos = table(upos, SPAN), table(upos, SPAN)
        self.ends = nn.Linear(2 * WIDE, SPAN, bias=False)
        self.relation = nn.Linear(PAIR_FEATURES, SPAN, bias=False)
        self.out = nn.Linear(SPAN, OUT)
        self.out_relation = nn.Linear(PAIR_FEATURES, OUT, bias=False)
        nn.init.zeros_(self.out_relation.weight)
        nn.init.normal_(self.pair.weight, std=0.02)
        self.drop, self.drop_in = Drop(drop), Drop(drop)

    def words(self, x, b):
        """Ends of pairs [N,END] twice and words for spans [N,SPAN], of N words end to end."""
        x = self.drop_in(x)
        around = torch.cat([x, x[b["marker"]], x[b["head"]]], -1)
        c = self.drop(F.gelu(self.cause(around) + self.cause_deprel(b["deprel"])))
        e = self.drop(F.gelu(self.effect(around) + self.effect_deprel(b["deprel"])))
        return x, c, e

    def scores(self, c, e, s):
        """[k,k] scores of the k candidates of one sentence as cause (rows) and effect."""
        scores = self.pair(c) @ e.t() + self.cause_alone(c) + self.effect_alone(e).t()
        scores = scores + (self.classes(s["classes"]) + self.distances(s["distances"])
                           + self.role_cause(s["role_cause"])
                           + self.role_effect(s["role_effect"]))[..., 0]
        return scores.masked_fill(torch.eye(len(c), dtype=torch.bool), -1e4)

    def spans(self, x, b, word, pair_of, ends, features):
        """[m,OUT] for m pairs of a word and a relation: `word` and `pair_of` [m], `ends` [r,2]
        the words of r relations, `features` [m,PAIR_FEATURES]."""
        t = self.word(torch.cat([x, x[b["before"]], x[b["after"]], x[b["head"]]], -1))
        t = (t + self.word_upos(b["upos"]) + self.word_deprel(b["deprel"])
             + self.before_upos(b["upos"][b["before"]]) + self.after_upos(b["upos"][b["after"]]))
        q = self.ends(torch.cat([x[ends[:, 0]], x[ends[:, 1]]], -1))
        h = self.drop(F.gelu(t[word] + q[pair_of] + self.relation(features)))
        return self.out(h) + self.out_relation(features)


def table(rows, width, std=0.05):
    layer = nn.Embedding(rows, width)
    nn.init.normal_(layer.weight, std=std) if std else nn.init.zeros_(layer.weight)
    return layer
