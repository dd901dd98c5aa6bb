"""The Causal News Corpus as the engine sees it: its sentences in the engine's tokens, analysed.

A span is kept as white-space tokens, in which the task scores, and as words of the engine.
"""
import csv
import re
import subprocess
import tempfile
from pathlib import Path

TAG = re.compile(r"<(/?)(ARG0|ARG1|SIG[A-Z0-9]*)>")
FOLDS = 5


class Item:
    """One sentence. Words are 0-based here; heads 1-based with 0 for the root."""
    def __init__(self, key, text):
        self.key, self.text = key, text
        self.tokens = text.split()
        self.relations = []     # {"C": (first, last), "E": .., "S": [..]} in white-space tokens
        self.causal = None
        self.words, self.token_of = [], []      # token_of[word]
        self.rows = []          # the words' fields of CoNLL-U, as the engine analysed them

    def as_words(self, span):
        """A span of tokens as a span of words."""
        inside = [w for w, t in enumerate(self.token_of) if span[0] <= t <= span[1]]
        return inside[0], inside[-1]

    def as_tokens(self, span):
        return self.token_of[span[0]], self.token_of[span[1]]


def marked_spans(text):
    """The relation that <ARG0>..</ARG0>, <ARG1> and <SIG0> mark in white-space tokens."""
    relation = {"C": None, "E": None, "S": []}
    opened = {}
    for number, token in enumerate(text.split()):
        for close, name in TAG.findall(token):
            if not close:
                opened[name] = number
            elif name in opened:
                span = (opened.pop(name), number)
                if name.startswith("SIG"):
                    relation["S"].append(span)
                else:
                    relation["C" if name == "ARG0" else "E"] = span
    return relation


def read_items(folder):
    """Items in file order; a sentence that occurs twice in a document is one item."""
    items = {}
    for row in csv.DictReader(open(f"{folder}/cnc-train-classification.csv", encoding="utf-8")):
        item = items.setdefault(row["index"], Item(row["index"], row["text"]))
        item.causal = row["label"] == "1"
    for row in csv.DictReader(open(f"{folder}/cnc-train-spans.csv", encoding="utf-8")):
        key = f"{row['doc_id']}_{row['sent_id']}"
        item = items.get(key)
        if item is None:
            raise SystemExit(f"{key}: spans of a sentence that is not classified")
        relation = marked_spans(row["text_w_pairs"])
        if relation["C"] and relation["E"]:
            item.relations.append(relation)
    return list(items.values())


def run(program, mode, text, *rest):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".conllu") as file:
        file.write(text)
        file.flush()
        return subprocess.run([program, mode, file.name, *rest], check=True,
                              stdout=subprocess.PIPE, stderr=None
                              ).stdout.decode("utf-8")


def conllu(sentences):
    out = []
    for number, words in enumerate(sentences):
        out.append(f"# newpar\n# sent_id = {number}\n# text = {' '.join(words)}\n")
        out += [f"{i}\t{w}\t_\t_\t_\t_\t{min(i - 1, 1)}\tdep\t_\t_\n"
                for i, w in enumerate(words, 1)]
        out.append("\n")
    return "".join(out)


def word_rows(text):
    return [line.split("\t") for line in text.split("\n") if line[:1].isdigit()
            and line.split("\t")[0].isdigit()]


def analyse(items, dev_eval, model):
    """Fill words, token_of and rows: each item is one sentence, in the engine's words."""
    rows = iter(word_rows(run(dev_eval, "tokens", conllu([i.tokens for i in items]))))
    for item in items:
        for number, token in enumerate(item.tokens):
            rest = token
            while rest:
                form = next(rows)[1]
                if not rest.startswith(form):
                    raise SystemExit(f"{item.key}: {form!r} is not the start of {rest!r}")
                item.words.append(form)
                item.token_of.append(number)
                rest = rest[len(form):].lstrip()
    rows = word_rows(run(dev_eval, "gold", conllu([i.words for i in items]), model))
    at = 0
    for item in items:
        item.rows = rows[at:at + len(item.words)]
        at += len(item.words)
        if [r[1] for r in item.rows] != item.words:
            raise SystemExit(f"{item.key}: other words than were given")


def document_of(item):
    return item.key.rsplit("_", 1)[0]


def fold_of(item):
    """By document, so that no document and no sentence is in two folds."""
    value = 2166136261
    for byte in document_of(item).encode("utf-8"):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value % FOLDS


def load(folder, dev_eval, model):
    items = read_items(folder)
    analyse(items, dev_eval, model)
    return items
