"""Reads a gold article: its text, entities, mentions and statements. The format: README.md."""
import re
from dataclasses import dataclass, field

FLAGS = ("not", "actual", "possible", "necessary", "intended", "conditional", "questioned")
KEYS = ("by", "time", "place", "value", "min", "max", "unit", "per")


@dataclass
class Entity:
    """A person, body, place, policy, ... that the article speaks of."""
    name: str
    type: str
    qid: str
    label: str
    named: bool
    mentions: list = field(default_factory=list)  # (begin, end, text) in the article

    def forms(self):
        """All the words that it is spoken of with, the label first."""
        return [self.label, *(text for _, _, text in self.mentions)]


@dataclass
class Statement:
    """One thing that the article says. Arguments are lists of alternatives, each a list of forms;
    an empty list of alternatives is an argument that the sentence does not give."""
    line: str
    sentence: tuple
    subject: list
    relations: set
    object: list
    polarity: str = "Positive"
    modalities: tuple = ("Actual",)
    speaker: list = field(default_factory=list)
    time: str = ""


class GoldArticle:
    """One file: text, entities by their short name, statements, sentences (begin, end)."""

    def __init__(self, path):
        self.path, self.unseen = path, False
        self.text, self.entities, self.statements, self.sentences = "", {}, [], []
        self.kinds, self._kind, self._rows = [], "", []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                self._line(line)
            except (KeyError, ValueError) as error:
                raise SystemExit(f"{path}:{number}: {error}; see README.md") from error
        self.text += "\n"
        for row in self._rows:  # once all mentions are known
            self.statements.append(self._statement(*row))

    def _line(self, line):
        if line.startswith(("name\t", "entity\t")):
            kind, name, type_name, qid, label = line.split("\t")
            self.entities[name] = Entity(name, type_name, qid, label, kind == "name")
        elif line.startswith("> "):
            self._sentence(line[2:])
        elif line.startswith("= "):
            self._rows.append((line[2:], self.sentences[-1]))
        elif line == "unseen":
            self.unseen = True
        elif line and not line.startswith("#"):
            self._kind = line  # a block begins: title, paragraph, ...
            self.text += "\n\n" if self.text else ""

    def _sentence(self, marked):
        """Append a sentence, its marks taken out and kept as mentions."""
        if self.text and not self.text.endswith("\n"):
            self.text += " "
        begin, open_marks, at = len(self.text), [], 0
        for token in re.finditer(r"\{(\w+)\||\}|[^{}]+", marked):
            if token.start() != at:
                raise ValueError(f"cannot read a mark at {marked[at:at + 20]!r}")
            at = token.end()
            if token.group(1):
                open_marks.append((self.entities[token.group(1)], len(self.text)))
            elif token.group() == "}":
                entity, first = open_marks.pop() if open_marks else (None, 0)
                if not entity:
                    raise ValueError("a mark is closed that was not opened")
                entity.mentions.append((first, len(self.text), self.text[first:]))
            else:
                self.text += token.group()
        if open_marks:
            raise ValueError(f"the mark of {open_marks[-1][0].name} is not closed")
        self.sentences.append((begin, len(self.text)))
        self.kinds.append(self._kind)

    def _argument(self, text):
        """Alternatives separated by "/": entities, or quoted words."""
        alternatives = []
        for item in [] if text == "-" else re.findall(r'"[^"]*"|[^/]+', text):
            if item.startswith('"'):
                alternatives.append([item.strip('"')])
            elif item in self.entities:
                alternatives.append(self.entities[item])
            else:
                raise ValueError(f"no entity {item}")
        return alternatives

    def _statement(self, line, sentence):
        try:
            subject, relations, object_, *rest = (part.strip() for part in line.split(" | "))
            s = Statement(line, sentence, self._argument(subject), set(relations.split("/")),
                          self._argument(object_))
            for item in rest:
                self._qualify(s, item)
        except ValueError as error:
            raise SystemExit(f"{self.path}: {line}: {error}; see README.md") from error
        return s

    def _qualify(self, statement, item):
        key, _, value = item.partition("=")
        if key == "not":
            statement.polarity = "Negative"
        elif all(flag in FLAGS for flag in item.split("/")):
            statement.modalities = tuple(flag.capitalize() for flag in item.split("/"))
        elif key == "by":
            statement.speaker = [self._argument(who) for who in value.split(">")]
        elif key == "time":
            statement.time = value
        elif key not in KEYS:
            raise ValueError(f"cannot read {item!r}")
