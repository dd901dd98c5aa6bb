"""Sentences as tensors."""
import random

import torch

from data import NONE, Sentence, role_heads
from features import FEATURES, name_flags, spelling
from lemma import rule_of

CLS, SEP, MASK = 101, 102, 103
OTHER_CLS = 2       # stands before GUM's sentences: the treebanks' conventions differ in places


class Coder:
    def __init__(self, pieces, names, labels):
        self.pieces, self.names, self.labels = pieces, names, labels
        self.words = {}

    def word(self, form):
        """(pieces, spelling rows, flag bits) of a form."""
        if form not in self.words:
            bits = name_flags(self.names, form)
            self.words[form] = (self.pieces.of_word(form), spelling(form),
                                [(bits >> k) & 1 for k in range(8)])
        return self.words[form]

    def sentence(self, s):
        lab = self.labels
        coded = {"n": len(s.words), "source": s.source}
        begin = OTHER_CLS if s.source == "gum" else CLS
        pieces, first, last, spell, flags = [begin], [0], [0], [[0] * FEATURES], [[0] * 8]
        for form in s.words:
            ids, rows, bits = self.word(form)
            first.append(len(pieces))
            pieces += ids
            last.append(len(pieces) - 1)
            spell.append(rows)
            flags.append(bits)
        coded.update(pieces=pieces + [SEP], first=first, last=last, spelling=spell, flags=flags)
        for name in ("upos", "xpos"):
            coded[name] = [NONE] + [getattr(lab, name + "_id").get(t, NONE)
                                     for t in getattr(s, name)]
        coded["lemma"] = [NONE] + [lab.lemma_id.get(rule_of(w, m), NONE)
                                   for w, m in zip(s.words, s.lemmas)]
        coded["heads"] = [NONE] + s.heads
        coded["deprel"] = [NONE] + [lab.deprel_id.get(t, NONE) for t in s.labels]
        coded["ner"] = [NONE] + ([lab.ner_id[t] for t in s.ner] if s.ner else [NONE] * len(s.words))
        coded["types"] = [NONE] + ([lab.types_id[t] for t in s.types] if s.types
                                   else [NONE] * len(s.words))
        coded["pred"], coded["roles"] = self.predicates(s)
        return coded

    def predicates(self, s):
        verbless = s.source == "ewt" and not {"VERB", "AUX"} & set(s.upos)
        if s.predicates is None:
            return [NONE] + [0 if verbless else NONE] * len(s.words), []
        return ([NONE] + [int(i + 1 in s.predicates) for i in range(len(s.words))],
                [(p, a, self.labels.roles_id.get(r, NONE)) for (p, a), r in role_heads(s).items()]
                + [(p, 0, NONE) for p in s.predicates])   # a predicate may have no argument


class Swapper:
    """Augmentation: the same sentence about other people and places."""

    def __init__(self, sentences, names, rng, whole=False):
        self.sentences, self.rng, self.whole = sentences, rng, whole
        plain = [(n, f) for n, f in sorted(names.items()) if n.isalpha() and n.istitle()]
        self.given = [n for n, f in plain if f & 1]
        self.surnames = [n for n, f in plain if f & 2]
        self.places = [n for n, f in plain if f & (4 | 16)]
        self.acronyms = [n for n, f in sorted(names.items()) if f & 32 and n.isupper()]

    def renamed(self, coder, number):
        """The coded sentence with its names drawn anew, or None."""
        s = self.sentences[number]
        pools = {"B-PER": self.given, "I-PER": self.surnames, "B-LOC": self.places}
        words = s.words[:]
        for i, tag in enumerate(s.ner or ()):
            if not words[i].isalpha() or s.lemmas[i] != words[i]:
                continue
            part = i + 1 < len(words) and s.ner[i + 1] == "I-LOC"
            if self.whole and tag == "B-LOC" and part:
                continue                # "North" of "North Korea" is no place
            if tag in pools and words[i].istitle():
                words[i] = self.rng.choice(pools[tag])
            elif tag == "B-ORG" and words[i].isupper() and len(words[i]) > 1:
                words[i] = self.rng.choice(self.acronyms)
        return None if words == s.words else self.rewritten(coder, s, words)

    def lowered(self, coder, number):
        """The coded sentence without capitals, as people write in haste."""
        s = self.sentences[number]
        return self.rewritten(coder, s, [w.lower() for w in s.words])

    @staticmethod
    def rewritten(coder, s, words):
        """The coded sentence with other words in the same places."""
        copy = Sentence(s.id, s.source)
        copy.__dict__.update(s.__dict__)
        copy.words = words
        copy.lemmas = [w if w != old else m for w, old, m in zip(words, s.words, s.lemmas)]
        return coder.sentence(copy)


def pad(rows, value):
    width = max(map(len, rows))
    return torch.tensor([r + [value] * (width - len(r)) for r in rows])


def collate(coded, noise=None):
    """A padded batch; with noise (a random.Random), words are masked and features dropped."""
    batch = {n: pad([c[n] for c in coded], NONE)
             for n in ("upos", "xpos", "lemma", "heads", "deprel", "ner", "types", "pred")}
    pieces = [c["pieces"] for c in coded]
    if noise:
        pieces = [[MASK if 0 < i < len(p) - 1 and noise.random() < 0.10 else t
                   for i, t in enumerate(p)] for p in pieces]
    batch["pieces"] = pad(pieces, 0)
    batch["piece_count"] = torch.tensor([len(p) for p in pieces])
    batch["first"] = pad([c["first"] for c in coded], 0)
    batch["last"] = pad([c["last"] for c in coded], 0)
    width = batch["first"].shape[1]
    batch["spelling"] = torch.tensor([c["spelling"] + [[0] * FEATURES] * (width - c["n"] - 1)
                                      for c in coded])
    batch["flags"] = torch.tensor([c["flags"] + [[0] * 8] * (width - c["n"] - 1)
                                   for c in coded], dtype=torch.float)
    mask = torch.zeros(len(coded), width)
    for i, c in enumerate(coded):
        mask[i, 1:c["n"] + 1] = 1
    batch["word_mask"] = mask
    keep = mask.clone()
    if noise:
        keep *= torch.tensor([[float(noise.random() >= 0.08) for _ in range(width)] for _ in coded])
    batch["spell_keep"] = keep.unsqueeze(-1)
    batch["n"] = [c["n"] for c in coded]
    batch["roles"] = [c["roles"] for c in coded]
    batch["gum"] = torch.tensor([c["source"] == "gum" for c in coded])
    return batch


def by_length(coded, budget, rng=None):
    """Batches of about `budget` padded pieces, of sentences of like length."""
    order = list(range(len(coded)))
    if rng:
        rng.shuffle(order)
        order.sort(key=lambda i: len(coded[i]["pieces"]) + rng.random() * 4)
    else:
        order.sort(key=lambda i: len(coded[i]["pieces"]))
    groups, group = [], []
    for i in order:
        if group and len(coded[i]["pieces"]) * (len(group) + 1) > budget:
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def seeded(seed):
    random.seed(seed)
    torch.manual_seed(seed)
    return random.Random(seed)
