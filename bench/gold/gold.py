"""Scores graphwright against the gold articles.

gold.py --graphwright PROGRAM [--show] [--final] [FILE.gold ...]
gold.py --graph GRAPH.ttl [--show] [--final] FILE.gold
gold.py --text FILE.gold

What the figures mean, and what not: README.md beside this file. Needs rdflib.
"""
import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

if not importlib.util.find_spec("rdflib"):
    sys.exit("gold.py: needs the Python module rdflib to read graphs: pip install rdflib")
import align  # noqa: E402
from gold_article import GoldArticle  # noqa: E402
from graph_article import GraphArticle  # noqa: E402

HERE = Path(__file__).resolve().parent


def percent(part, whole):
    """"83.3", or "-" of nothing."""
    return f"{100 * part / whole:.1f}" if whole else "-"


def read_graph(program, article):
    """What the program makes of the article, as a graph."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / f"{article.path.stem}.txt"
        text.write_text(article.text, encoding="utf-8")
        subprocess.run([program, "build", text, "-o", folder], check=True,
                       stdout=subprocess.DEVNULL)
        return GraphArticle(Path(folder) / "graph.ttl")


class Score:
    """Counts for one article; they add up."""

    def __init__(self):
        self.counts = {}

    def add(self, name, good, of=1):
        """Count `good` of `of`."""
        a, b = self.counts.get(name, (0, 0))
        self.counts[name] = (a + good, b + of)

    def update(self, other):
        """Add the counts of another article."""
        for name, (good, of) in other.counts.items():
            self.add(name, good, of)

    def ratio(self, name):
        """"83.3 (5/6)"."""
        good, of = self.counts.get(name, (0, 0))
        return f"{percent(good, of):>5} ({good}/{of})"

    def f1(self, recall, precision):
        """P, R, F1 of two counts."""
        (found, gold), (right, system) = (self.counts.get(recall, (0, 0)),
                                          self.counts.get(precision, (0, 0)))
        p, r = (right / system if system else 0.0), (found / gold if gold else 0.0)
        f1 = 200 * p * r / (p + r) if p + r else 0.0
        return f"P {100 * p:5.1f} ({right}/{system})  R {100 * r:5.1f} ({found}/{gold})  " \
               f"F1 {f1:5.1f}"

    def lines(self):
        """The figures, a line each."""
        yield f"names              {self.f1('names', 'system names')}"
        yield f"things described   R {self.ratio('described')}"
        yield f"types              {self.ratio('types')}"
        yield f"links              {self.f1('links', 'system links')}"
        yield f"mentions           {self.f1('mentions', 'system mentions')}"
        yield f"statements, strict {self.f1('strict', 'system strict')}"
        yield f"statements, lenient {self.f1('lenient', 'system lenient')}"
        yield "on matched statements:"
        for name in ("identity", "polarity", "modality", "speaker", "time"):
            yield f"  {name:9} {self.ratio(name)}"
        for name in ("negative", "not actual", "claimed"):
            yield f"  {name:10} {self.f1(name, 'system ' + name)}"


def score_entities(score, gold, system):
    """Names, types, links, and mentions counted by sentence."""
    matches = align.align_entities(gold.entities.values(), system.entities.values())
    found = {id(m.gold) for m in matches if not m.gold.named or same_name(m)}
    for entity in gold.entities.values():
        score.add("names" if entity.named else "described", id(entity) in found)
        if entity.qid.startswith("Q"):
            score.add("links", any(m.gold is entity and m.system.qid == entity.qid
                                   for m in matches))
    taken = {id(m.system): m.gold for m in matches}
    for entity in system.entities.values():
        if entity.named:
            known = taken.get(id(entity))
            score.add("system names", bool(known) and id(known) in found and known.named)
        if entity.qid and id(entity) in taken and taken[id(entity)].qid != "?":
            score.add("system links", taken[id(entity)].qid == entity.qid)
    for m in matches:
        score.add("types", m.strict)
        score_mentions(score, gold, m)
    return matches


def same_name(m):
    """Whether the graph has a name whole and without words that do not belong to it."""
    return any(align.content(a) == align.content(b)
               for a in m.gold.forms() for b in m.system.forms())


def score_mentions(score, gold, entity_match):
    """In which sentences the two speak of an entity."""
    spans = entity_match.gold.mentions
    wanted = [s for s in gold.sentences if any(align.overlap(s, m[:2]) for m in spans)]
    evidence = entity_match.system.sentences
    for s in wanted:
        score.add("mentions", any(align.same_sentence(s, e) for e in evidence))
    for e in evidence:
        score.add("system mentions", any(align.same_sentence(s, e) for s in wanted))


def speaker_right(gold, system):
    """Whether both leave a statement to the article, or to the same speaker."""
    if not gold.speaker or not system.speakers:
        return not gold.speaker and not system.speakers
    return any(align.same_argument(gold.speaker[-1], s) for s in system.speakers)


def time_right(gold, system):
    """A date, or more of one or less; or the same words."""
    return any(gold.time.startswith(t) or t.startswith(gold.time) or
               align.similarity(gold.time, t) for t in system.times if t)


def score_attributes(score, m):
    """How a matched statement is meant."""
    gold, system = m.gold, m.system
    modal, system_modal = "Actual" not in gold.modalities, system.modality != "Actual"
    right = {"polarity": gold.polarity == system.polarity,
             "modality": system.modality in gold.modalities,
             "speaker": speaker_right(gold, system)}
    for name, good in right.items():
        score.add(name, good)
    if gold.time:
        score.add("time", time_right(gold, system))
    for name, in_gold, in_system, good in (
            ("negative", gold.polarity == "Negative", system.polarity == "Negative",
             right["polarity"]),
            ("not actual", modal, system_modal, right["modality"]),
            ("claimed", bool(gold.speaker), bool(system.speakers), right["speaker"])):
        if in_gold:
            score.add(name, good)
        if in_system:
            score.add("system " + name, good)


def score_identity(score, m, node_of):
    """Whether arguments that are gold entities are also the entity's own node in the graph, and
    not one of a description or part of a name left apart."""
    given = [m.system.subject, m.system.object, *m.system.qualifiers]
    for alternatives in (m.gold.subject, m.gold.object):
        if alternatives and not any(isinstance(a, list) for a in alternatives):
            score.add("identity", any(node_of.get(id(a)) is x for a in alternatives
                                      for x in given if x is not None))


def score_statements(score, gold, system, node_of):
    """Statements, strictly and leniently, and the attributes of those matched."""
    matches = align.align_statements(gold.statements, system.statements, system.countries)
    strict = sum(m.strict for m in matches)
    in_nodes = [m for m in matches if m.system]
    score.add("strict", strict, len(gold.statements))
    score.add("lenient", len(matches), len(gold.statements))
    score.add("system strict", sum(m.strict for m in in_nodes), len(system.statements))
    score.add("system lenient", len(in_nodes), len(system.statements))
    for m in in_nodes:
        score_attributes(score, m)
        score_identity(score, m, node_of)
    return matches


def describe(s):
    """A statement of the graph on a line."""
    def name(argument):
        return "-" if argument is None else align.forms(argument)[0]
    by = f" by {', '.join(name(x) for x in s.speakers)}" if s.speakers else ""
    more = f" [{'; '.join(name(q) for q in s.qualifiers)}]" if s.qualifiers else ""
    return f"{name(s.subject)} | {s.relation} | {name(s.object)}{more} " \
           f"({s.polarity}, {s.modality}{by}{', ' if s.times else ''}{'; '.join(s.times)})"


def show(gold, system, entities, statements):
    """What was found, missed (-) and added (+), sentence by sentence."""
    found = {id(m.gold): m for m in statements}
    used = {id(m.system) for m in statements}
    for e in gold.entities.values():
        m = next((m for m in entities if m.gold is e), None)
        got = f"{m.system.type} {m.system.qid} {m.system.labels}" if m else "missed"
        if not m or not m.strict or e.qid not in ("?", m.system.qid or "-"):
            print(f"E {e.label} ({e.type} {e.qid}): {got}")
    for e in system.entities.values():
        if e.named and all(m.system is not e for m in entities):
            print(f"E + {e.labels} ({e.type} {e.qid})")
    for sentence in gold.sentences:
        print(f"\n> {gold.text[slice(*sentence)]}")
        for g in (g for g in gold.statements if g.sentence == sentence):
            m = found.get(id(g))
            print(f"{'-' if not m else '=' if m.strict else '~'} {g.line}")
            if m and m.system:
                print(f"      {describe(m.system)}")
        for s in system.statements:
            if id(s) not in used and align.same_sentence(sentence, s.sentence):
                print(f"+ {describe(s)}")


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", type=Path, help="gold articles; all if none is given")
    parser.add_argument("--graphwright", default="./graphwright", help="the program")
    parser.add_argument("--graph", help="score this graph instead of the program's")
    parser.add_argument("--show", action="store_true", help="show what is missed and added")
    parser.add_argument("--final", action="store_true", help="show the unseen article as well")
    parser.add_argument("--text", action="store_true", help="print the articles' text only")
    return parser.parse_args()


def score_article(article, graph, shown):
    """Scores of one article's graph."""
    score = Score()
    entities = score_entities(score, article, graph)
    node_of = {id(m.gold): m.system for m in entities}
    statements = score_statements(score, article, graph, node_of)
    if shown:
        show(article, graph, entities, statements)
    return score


def main():
    """Score each article, then all together."""
    options, total = arguments(), Score()
    if options.graph and len(options.files) != 1:
        sys.exit("gold.py: --graph needs the one gold article that the graph was read from")
    articles = [GoldArticle(path) for path in options.files or sorted(HERE.glob("*.gold"))]
    for article in articles:
        if options.text:
            sys.stdout.write(article.text)
            continue
        shown = options.show and (options.final or not article.unseen)
        if options.show and not shown:
            print(f"{article.path.stem}: not shown, for it is kept unseen (--final shows it)")
        graph = GraphArticle(options.graph) if options.graph else read_graph(
            options.graphwright, article)
        score = score_article(article, graph, shown)
        total.update(score)
        print(f"{article.path.stem}{' (unseen)' if article.unseen else ''}",
              *score.lines(), "", sep="\n")
    if len(articles) > 1 and not options.text:
        print("all", *total.lines(), sep="\n")


if __name__ == "__main__":
    main()
