"""Sentences with every layer the engine learns, read from the treebanks and their overlays."""
import re
from collections import Counter

from lemma import rule_of

NONE = -100     # label of a word or sentence whose layer is not annotated
ENTITY_TYPES = ("abstract", "animal", "event", "object", "organization", "person", "place",
                "plant", "substance", "time")
NER_TAGS = ["O"] + [p + t for t in ("PER", "LOC", "ORG", "OTH") for p in ("B-", "I-")]


class Sentence:
    def __init__(self, sent_id, source):
        self.id, self.source, self.text = sent_id, source, ""
        self.words, self.lemmas, self.upos, self.xpos = [], [], [], []
        self.heads, self.labels, self.entity = [], [], []
        self.ner = None         # UNER tags, or None
        self.types = None       # type of the mention a word heads, or None
        self.predicates = None  # {word: (roleset, [(role, first, last)])}, or None


def read_conllu(path, source):
    sentence = Sentence("", source)
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# sent_id = "):
            sentence.id = line[12:]
        elif line.startswith("# text = "):
            sentence.text = line[9:]
        elif not line:
            if sentence.words:
                yield sentence
            sentence = Sentence("", source)
        elif line[0] != "#":
            field = line.split("\t")
            if field[0].isdigit():
                sentence.words.append(field[1])
                sentence.lemmas.append(field[2])
                sentence.upos.append(field[3])
                sentence.xpos.append(field[4])
                sentence.heads.append(int(field[6]))
                sentence.labels.append(field[7])
                entity = re.search(r"(?:^|\|)Entity=([^|]*)", field[9])
                sentence.entity.append(entity.group(1) if entity else "")
    if sentence.words:
        yield sentence


def head_of_span(heads, first, last):
    """Word of [first, last] (1-based) whose head lies outside: the leftmost such word."""
    for word in range(first, last + 1):
        if not first <= heads[word - 1] <= last:
            return word
    return first


def read_ner(path):
    """UNER: {sent_id: tags}; the odd B-O tag of the first release counts as O."""
    tags, sent_id, found = [], None, {}
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# sent_id = "):
            sent_id = line[12:]
        elif not line:
            if tags:
                found[sent_id] = tags
            tags = []
        elif line[0] != "#":
            tag = line.split("\t")[2]
            tags.append("O" if tag == "B-O" else tag)
    if tags:
        found[sent_id] = tags
    return found


def add_ner(sentences, path):
    tags = read_ner(path)
    for s in sentences:
        if len(tags.get(s.id, ())) == len(s.words):
            s.ner = tags[s.id]


def add_roles(sentences, path):
    """A sentence of a file without rows for it is left unlabelled: it could not be aligned."""
    by_id = {}
    for line in open(path, encoding="utf-8"):
        sent_id, word, roleset, *arguments = line.rstrip("\n").split("\t")
        spans = []
        for argument in arguments:
            role, span = argument.rsplit(":", 1)
            first, last = span.split("-")
            spans.append((role, int(first), int(last)))
        by_id.setdefault(sent_id, {})[int(word)] = (roleset, spans)
    for s in sentences:
        s.predicates = by_id.get(s.id)


def gum_mentions(sentence):
    """Mentions of one GUM sentence as (type, first, last), from its Entity= brackets."""
    open_, found = [], []
    for number, value in enumerate(sentence.entity, 1):
        for bracket in re.findall(r"\([^()]*\)?|[^()]+\)", value):
            if bracket.startswith("("):
                group, etype = bracket.strip("()").split("-")[:2]
                open_.append((group, etype, number))
                if bracket.endswith(")"):
                    found.append((open_.pop()[1], number, number))
            else:
                group = bracket.rstrip(")")
                for k in range(len(open_) - 1, -1, -1):
                    if open_[k][0] == group:
                        _, etype, first = open_.pop(k)
                        found.append((etype, first, number))
                        break
    return found


def add_mention_types(sentences):
    """The type of the mention that each word heads, and name tags in UNER's manner."""
    named = {"person": "PER", "place": "LOC", "organization": "ORG"}
    for s in sentences:
        s.types = ["none"] * len(s.words)
        s.ner = ["O"] * len(s.words)
        for etype, first, last in sorted(gum_mentions(s), key=lambda m: m[1] - m[2]):
            head = head_of_span(s.heads, first, last)
            s.types[head - 1] = etype
            if etype in named and s.upos[head - 1] == "PROPN":
                mark_name(s, head, first, last, named[etype])


def mark_name(s, head, first, last, tag):
    """The run of proper nouns round the head, with 'of'/'for' between two of them."""
    def inside(n):
        if s.upos[n - 1] == "PROPN":
            return True
        small = s.words[n - 1].lower() in ("of", "for", "and", "the", "'s", "-", "&", "de")
        return small and first < n < last and s.upos[n] in ("PROPN",) and \
            s.upos[n - 2] == "PROPN" and s.words[n - 1].lower() not in ("the", "and", "'s")
    begin = end = head
    while begin > first and inside(begin - 1):
        begin -= 1
    while end < last and inside(end + 1):
        end += 1
    if any(t != "O" for t in s.ner[begin - 1:end]):
        return
    s.ner[begin - 1:end] = ["B-" + tag] + ["I-" + tag] * (end - begin)


def role_heads(s):
    """{(predicate, argument head): role}, both 1-based; the first role of a pair stays."""
    pairs = {}
    for word, (_, spans) in (s.predicates or {}).items():
        for role, first, last in spans:
            pairs.setdefault((word, head_of_span(s.heads, first, last)), role)
    return pairs


def load(data, part):
    """Sentences of EWT (and for training GUM) with all their layers."""
    ewt = list(read_conllu(f"{data}/treebank/ewt-{part}.conllu", "ewt"))
    add_ner(ewt, f"{data}/ner/uner-ewt-{part}.iob2")
    add_roles(ewt, f"{data}/srl/ewt-propbank-{part}.tsv")
    gum = list(read_conllu(f"{data}/treebank/gum-{part}.conllu", "gum"))
    add_mention_types(gum)
    return ewt, gum


class Labels:
    """Label sets, fixed by the training data in a reproducible order."""
    known = frozenset()     # lines of lemma.known_lemmas

    def __init__(self, sentences):
        self.upos = sorted({t for s in sentences for t in s.upos})
        self.xpos = sorted({t for s in sentences for t in s.xpos})
        self.deprel = sorted({t for s in sentences for t in s.labels})
        self.ner = NER_TAGS
        self.types = ["none", *ENTITY_TYPES]
        rules = Counter(rule_of(w, m) for s in sentences for w, m in zip(s.words, s.lemmas))
        self.lemma = [r for r, n in sorted(rules.items(), key=lambda x: (-x[1], x[0])) if n >= 2]
        roles = Counter(r for s in sentences for r in role_heads(s).values())
        self.roles = ["none"] + [r for r, n in sorted(roles.items(), key=lambda x: (-x[1], x[0]))
                                 if n >= 20]
        for name in ("upos", "xpos", "deprel", "ner", "types", "lemma", "roles"):
            setattr(self, name + "_id", {t: i for i, t in enumerate(getattr(self, name))})
