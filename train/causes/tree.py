"""What the causes head sees of an analysed sentence beside the encoder's vectors.

Words are numbered from 1 as in CoNLL-U; word 0 is the root. Every function here has its twin in
extract/language/cause_features.c.
"""
import numpy as np

CANDIDATES = ("VERB", "NOUN", "PROPN", "ADJ", "PRON", "NUM")   # what can head a cause or effect
CLASSES = 12            # how one word stands to another in the tree, and their order
DISTANCES = (1, 2, 4, 8, 16, 32)
ONE_END = 17            # features of a word for one end of a pair
PAIR_FEATURES = 2 * ONE_END


class Tree:
    def __init__(self, rows):
        """rows: the words' fields of CoNLL-U."""
        self.n = n = len(rows) + 1
        self.heads = np.array([0] + [int(r[6]) for r in rows])
        self.upos = ["ROOT"] + [r[3] for r in rows]
        self.deprel = ["_"] + [r[7] for r in rows]
        self.roles = roles_of(rows)
        self.under = np.zeros((n, n), bool)         # under[a, w]: w is a, or below it
        for w in range(1, n):
            at = w
            for _ in range(n):
                self.under[at, w] = True
                if at == 0:
                    break
                at = self.heads[at]
        self.under[0, 0] = True
        words = np.arange(n)
        self.first = np.array([words[self.under[a]].min() for a in range(n)])
        self.last = np.array([words[self.under[a]].max() for a in range(n)])
        self.marker = np.zeros(n, int)              # first preposition or conjunction of a word
        for w in range(n - 1, 0, -1):
            if self.deprel[w] in ("case", "mark"):
                self.marker[self.heads[w]] = w
        self.marker[0] = 0

    def candidates(self):
        found = [w for w in range(1, self.n) if self.upos[w] in CANDIDATES]
        return np.array(found or [1])


def roles_of(rows):
    """{(predicate, argument): role}"""
    found = {}
    for number, row in enumerate(rows, 1):
        for item in row[9].split("|"):
            if item.startswith("Roles="):
                for pair in item[6:].split(","):
                    role, argument = pair.rsplit(":", 1)
                    found[number, int(argument)] = role
    return found


def pair_class(tree, c, e):
    """0 c is a child of e, 1 e of c, 2 c lies below e, 3 e below c, 4 under one head, 5 else;
    times two, plus one where c stands before e."""
    if tree.heads[c] == e:
        kind = 0
    elif tree.heads[e] == c:
        kind = 1
    elif tree.under[e, c]:
        kind = 2
    elif tree.under[c, e]:
        kind = 3
    else:
        kind = 4 if tree.heads[c] == tree.heads[e] else 5
    return 2 * kind + (c < e)


def distance_class(c, e):
    return sum(abs(c - e) > d for d in DISTANCES)


def end_features(tree, p, q):
    """[n, ONE_END]: how each word stands to the end p of a pair whose other end is q."""
    n = tree.n
    words = np.arange(n)
    f = np.zeros((n, ONE_END), np.float32)
    below = tree.under[p]
    own = below & ~tree.under[q] if tree.under[p, q] else below     # p's part of the sentence
    f[:, 0], f[:, 1], f[:, 2] = below, tree.under[:, p], (tree.heads == p) & (words > 0)
    f[p, 3] = 1
    f[:, 4] = words < p
    mine = words[own]
    f[mine.min(), 5] = f[mine.max(), 6] = 1
    f[:, 7] = own
    for child in words[(tree.heads == p) & (words > 0)]:
        f[tree.first[child], 8] = f[tree.last[child], 9] = 1
    first = last = p
    while first > 1 and own[first - 1]:
        first -= 1
    while last + 1 < n and own[last + 1]:
        last += 1
    f[first, 10] = f[last, 11] = 1
    f[first:last + 1, 12] = 1
    far = np.abs(words - p)
    f[:, 13], f[:, 14] = far == 1, (far > 1) & (far <= 3)
    f[:, 15], f[:, 16] = (far > 3) & (far <= 8), far > 16
    return f


def pair_features(tree, c, e):
    """[n, PAIR_FEATURES]"""
    return np.concatenate([end_features(tree, c, e), end_features(tree, e, c)], 1)
