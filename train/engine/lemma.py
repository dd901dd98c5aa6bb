"""Lemmas as edit rules: how a form becomes its lemma, learnt as classes.

A rule is CASE DROP APPEND: lower the form (l), keep it (k) or lower all but its first
character (t), drop DROP characters from its end, append APPEND.  `=lemma` names a lemma
outright, for irregular forms.
"""
import re
from pathlib import Path

CHOICES = 4             # rules that are tried for a word, best first
INFLECTED = ("VBD", "VBG", "VBN", "VBZ")
LISTED = ("VERB",)      # tags whose lemmas are looked up


def irregular_verbs():
    """Past forms and their lemmas, from the program's own table."""
    table = Path(__file__).resolve().parents[2] / "extract/language/irregular_verbs.def"
    return dict(re.findall(r'IRREGULAR\("(.*)", "(.*)"\)', table.read_text(encoding="utf-8")))


IRREGULAR = irregular_verbs()


def known_lemmas(data, sentences):
    """Sorted lines "TAG TAB lemma": what a verb's lemma can be (PropBank's verbs, and the training
    sentences')."""
    known = {(t, m) for s in sentences for t, m in zip(s.upos, s.lemmas)
             if t in LISTED and m.isalpha() and m.islower()}
    with open(f"{data}/lexicon/propbank-rolesets.tsv", encoding="utf-8") as file:
        column = next(file).rstrip("\n").split("\t").index("aliases")
        for line in file:
            for alias in line.rstrip("\n").split("\t")[column].split("|"):
                word, _, kind = alias.rpartition("/")
                if kind == "v" and word.isalpha():
                    known.add(("VERB", word))
    return sorted("\t".join(k) for k in known)


def choose(rules, form, upos, xpos, known):
    """The lemma by the first of the rules whose result is a known lemma, else by the first. A
    past form of the table of irregular verbs has the lemma that stands there, a known verb without
    an inflected tag ("lower") is its own lemma."""
    if xpos not in INFLECTED and f"VERB\t{lower(form)}" in known and upos == "VERB":
        return lower(form)
    if upos == "VERB" and xpos in ("VBD", "VBN") and lower(form) in IRREGULAR:
        return IRREGULAR[lower(form)]
    for rule in rules if upos in LISTED else ():
        lemma = apply_rule(rule, form)
        if f"{upos}\t{lemma}" in known:
            return lemma
    return apply_rule(rules[0], form)


def lower(text):
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def cased(case, form):
    return {"l": lower(form), "k": form, "t": form[:1] + lower(form[1:])}[case]


def apply_rule(rule, form):
    if rule.startswith("="):
        return rule[1:]
    case, drop, append = rule.split("|")
    base = cased(case, form)
    keep = len(base) - int(drop)
    return (base[:keep] + append) if keep >= 0 else base


def rule_of(form, lemma):
    best = None
    for case in "lkt":
        base = cased(case, form)
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        if common == 0:
            continue
        drop = len(base) - common
        cost = drop + len(lemma) - common
        if best is None or cost < best[0]:
            best = (cost, "%s|%d|%s" % (case, drop, lemma[common:]))
    if best is None or best[0] > 6:
        return "=" + lemma
    return best[1]
