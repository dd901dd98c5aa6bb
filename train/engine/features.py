"""What the engine sees of a word: word pieces, hashed spelling features, name flags.

Every function here has a twin in extract/language/ (pieces.c, spelling.c); the two must
agree to the bit, which `make check` proves on examples dumped by dump_reference.py.
"""
import unicodedata

MAX_PIECES = 6          # pieces kept of one word: the first four and the last two
MAX_CHUNK = 100         # longer runs of letters become [UNK]
HASH_ROWS = 1 << 15
FEATURES = 11           # hashed rows summed for one word
NAME_FLAGS = 8


def is_punctuation(c):
    o = ord(c)
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126:
        return True
    return unicodedata.category(c).startswith("P")


def is_cjk(c):
    o = ord(c)
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2FA1F
            or 0xF900 <= o <= 0xFAFF)


def chunks(word):
    """Lower-cased, accent-free runs of a word; punctuation and CJK stand alone."""
    run = []
    for c in unicodedata.normalize("NFD", word):
        category = unicodedata.category(c)
        if category == "Mn" or category in ("Cc", "Cf", "Co", "Cs") or c == "\ufffd":
            continue
        if category == "Zs":
            if run:
                yield "".join(run)
            run = []
            continue
        c = c.lower() if len(c.lower()) == 1 else c
        if is_punctuation(c) or is_cjk(c):
            if run:
                yield "".join(run)
            run = []
            yield c
        else:
            run.append(c)
    if run:
        yield "".join(run)


class Pieces:
    """Greedy longest-match word pieces (Wu et al. 2016), as in BERT's uncased vocabulary."""

    def __init__(self, vocabulary):
        self.ids = {p: i for i, p in enumerate(vocabulary)}
        self.unknown = self.ids["[UNK]"]
        self.cache = {}

    def of_chunk(self, chunk):
        if len(chunk) > MAX_CHUNK:
            return [self.unknown]
        found, start = [], 0
        while start < len(chunk):
            end = len(chunk)
            while end > start:
                piece = chunk[start:end] if start == 0 else "##" + chunk[start:end]
                if piece in self.ids:
                    break
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self.ids[piece])
            start = end
        return found

    def of_word(self, word):
        if word not in self.cache:
            ids = [i for chunk in chunks(word) for i in self.of_chunk(chunk)]
            if len(ids) > MAX_PIECES:
                ids = ids[:4] + ids[-2:]
            self.cache[word] = ids or [self.unknown]
        return self.cache[word]


def fnv1a(data):
    h = 2166136261
    for byte in data:
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    return h


def pattern(word):
    """Spelling pattern with runs shortened to two: Xxx -> Xx, 15,000 -> dd,dd."""
    out = []
    for c in word:
        category = unicodedata.category(c)
        kind = ("X" if category in ("Lu", "Lt") else "x" if category == "Ll"
                else "d" if category == "Nd" else "l" if category[0] == "L" else c)
        if len(out) >= 2 and out[-1] == kind and out[-2] == kind:
            continue
        out.append(kind)
        if len(out) == 12:
            break
    return "".join(out)


def hashed(kind, text):
    return fnv1a(kind.encode() + text.encode("utf-8")) % HASH_ROWS


def spelling(word):
    """Rows of the spelling table that describe a word: whole, affixes, pattern."""
    w = word[:40]
    rows = [hashed("w", w), hashed("p", pattern(w)), hashed("W", "".join(
        c.lower() if len(c.lower()) == 1 else c for c in w))]
    rows += [hashed("a%d" % n, w[:n]) for n in (1, 2, 3, 4)]
    rows += [hashed("z%d" % n, w[-n:]) for n in (1, 2, 3, 4)]
    return rows


def read_names(path):
    names = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            token, flags = line.rstrip("\n").split("\t")
            names[token] = int(flags)
    return names


def name_flags(names, word):
    """Flags of a cased word; a word in capitals is also tried in title case."""
    flags = names.get(word, 0)
    if not flags and len(word) > 3 and word.isascii() and word.isalpha() and word.isupper():
        flags = names.get(word[0] + word[1:].lower(), 0)
    return flags
