#!/usr/bin/env python3
"""Makes doc/vocabulary.md, the vocabulary for people, from the vocabulary and the lexicon.

make_page.py [--check] [FOLDER]

Writes doc/vocabulary.md; with --check only says whether it is what would be written (exit 1 if
not). FOLDER is the source folder: by default the one above the script's. Needs rdflib.
"""
import re
import sys
from pathlib import Path

import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

import make_vocabulary

GW = rdflib.Namespace("https://graphwright.org/ns#")
ONTOLOGY = rdflib.URIRef(str(GW))
WIKIDATA = "http://www.wikidata.org/prop/direct/"
# What Wikidata calls the properties that relations are aligned with.
NAMES = {
    "P17": "country", "P31": "instance of", "P39": "position held", "P50": "author",
    "P108": "employer", "P112": "founded by", "P123": "publisher", "P127": "owned by",
    "P131": "located in the administrative territorial entity", "P157": "killed by",
    "P166": "award received", "P170": "creator", "P276": "location", "P361": "part of",
    "P460": "said to be the same as", "P463": "member of", "P467": "legislated by",
    "P533": "target", "P828": "has cause", "P921": "main subject", "P1037": "director / manager",
    "P1344": "participant in", "P1346": "winner", "P1479": "has contributing factor",
    "P1537": "contributing factor of", "P1542": "has effect", "P1552": "has characteristic",
    "P1830": "owner of", "P1891": "signatory", "P2283": "uses",
}
FAMILIES = (
    ("cause", "Causes", "from a cause to its effect"),
    ("prevent", "Preventions", "from something to what it hinders or makes less"),
    ("action", "Actions", "what actors do"),
    ("speech", "Speech", "from a speaker to what is said, believed or asked"),
    ("attribute", "Attributes", "class, part, member, place, office"),
)
PARENTS = (RDFS.subClassOf, RDFS.subPropertyOf)
MATCHES = ((SKOS.closeMatch, "≈"), (GW.inverseMatch, "⇄"))
INTRODUCTION = """# The vocabulary

Made by `ontology/make_page.py` from `ontology/vocabulary.ttl`, `relations.tsv` and `lexicon.tsv`:
change those, then run it.

{comment}

The namespace is `{namespace}`, its prefix `gw:`; this is version {version}.
`graphwright vocabulary` prints all of it as RDF, to be loaded beside the graphs. How to bring
relations, classes and words of one's own is told in [ontology.md](ontology.md).

In the columns of other vocabularies, **⊂** means that ours is a special case of theirs
(`rdfs:subClassOf`, `rdfs:subPropertyOf`: a reasoner may use it), **≈** that the meaning is about
the same (`skos:closeMatch`: for people who map data), and **⇄** that theirs leads the other way
(`gw:inverseMatch`).
"""
RELATIONS = """## Relations

A fact is a plain triple, `subject relation object`; what is claimed, denied or supposed is a
`gw:Statement` only. Every relation is an `rdfs:subPropertyOf` its family and `gw:relatedTo`, in the
graph as well: no reasoner is needed. The words stand in their basic form; *(exchanged)* marks those
whose subject is the relation's object: what "stems from" a cause. *(policies)* marks verbs that
mean it of policies and laws only. In the vocabulary's RDF the words are `skos:altLabel`.
"""
OWN_VERBS = """### Other verbs

A verb that no relation has becomes one of its own, `gw:rel-` and its basic form with particle or
preposition: "The strike delayed the ferry" gives `gw:rel-delay`. Its label, "delays", and its
family, `gw:actionRelation`, stand in the graph that uses it. Likewise `gw:qualifier-` and a
preposition, where none of the qualifiers below fits.
"""
CLASSES_OF_WORDS = """## How language maps to it

`ontology/lexicon.tsv` is one table of three columns: a word or phrase in its basic form (`key`),
what kind of word it is (`class`), and what it stands for (`value`).

| class | words | what they tell | for example |
| --- | --- | --- | --- |
"""
MEANINGS = {
    "relation": "a verb with its particle or preposition, and its relation",
    "policy-relation": "the same, where the object is a policy or law",
    "intransitive": "a verb that says it of its subject alone, and its relation",
    "noun-relation": "a noun with its preposition, and its relation",
    "speech": "a verb of saying or thinking, and the speaker's relation to what is said",
    "causative": "a verb of making somebody act, and its relation",
    "cause": "a preposition or conjunction before a cause",
    "cause-hint": "a preposition that only suggests a cause",
    "cause-sign": "a word that may tell a cause, where the engine finds one",
    "cause-predicate": "a predicate noun or adjective that tells a cause",
    "result": "an adverb that makes its clause the effect of the one before",
    "light": "a verb that means little without its noun, and the noun",
    "embed": "a verb or adjective, and how it means the action that it governs",
    "modal": "an auxiliary, and how it means the action",
    "adverb": "an adverb, and how it means the action",
    "adjective": "an adjective of a noun of action, and how it means the action",
    "negation": "a word that denies",
    "condition": "a conjunction before a condition",
    "accuse": "a verb of accusing somebody of an act",
    "perform": "a verb that carries out what its object names",
    "kind": "a noun, and the class of a name that it describes",
    "source-noun": "a document that speaks for whoever made it",
}


def cell(text):
    """Text for a cell of a table."""
    return re.sub(r"\s+", " ", text.replace("|", "\\|").replace("<", "&lt;"))


def short(graph, iri):
    """An IRI with its prefix."""
    return graph.namespace_manager.normalizeUri(iri)


def link(graph, iri):
    """A term of another vocabulary as a link."""
    if str(iri).startswith(WIKIDATA):
        number = str(iri)[len(WIKIDATA):]
        return f"[{NAMES[number]}](https://www.wikidata.org/wiki/Property:{number})"
    return f"[{short(graph, iri)}]({iri})"


def aligned(graph, term):
    """The terms of other vocabularies that a term is aligned with."""
    found = [f"⊂ {link(graph, o)}" for p in PARENTS for o in sorted(graph.objects(term, p))
             if not str(o).startswith(str(GW))]
    found += [f"{sign} {link(graph, o)}" for p, sign in MATCHES
              for o in sorted(graph.objects(term, p))]
    return ", ".join(found)


def text(graph, term, predicate):
    """The value of a property of a term, as text."""
    return str(graph.value(term, predicate) or "")


def example(graph, term):
    """A term's example: code as code, and always with an end."""
    shown = cell(text(graph, term, SKOS.example))
    if re.search(r"\?\w|\w:\w|^[\d.]+$|^\"[^ ]+$", shown):
        return f"`{shown.replace('&lt;', '<')}`"
    return shown if shown.endswith((".", "?", "!")) else f"{shown}."


def by_heading(path):
    """(heading, terms) of the Turtle file's sections, in its order."""
    sections = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"# (.+)", line):
            sections.append((heading[1], []))
        elif term := re.match(r"gw:([\w-]+) a ", line):
            sections[-1][1].append(GW[term[1]])
    return [(heading, terms) for heading, terms in sections if terms]


def class_tree(graph, term, depth, listed):
    """A class and those below it, as nested list items."""
    other = aligned(graph, term)
    yield (f"{'  ' * depth}- **{short(graph, term)}** {text(graph, term, RDFS.comment)} "
           f"*For example:* {example(graph, term)}{' ' if other else ''}{other}")
    for below in listed:
        if (below, RDFS.subClassOf, term) in graph:
            yield from class_tree(graph, below, depth + 1, listed)


def classes(graph, sections):
    """The tree of all classes, with the individuals of those that are lists."""
    listed = [t for _, terms in sections for t in terms if (t, RDF.type, OWL.Class) in graph]
    tops = [t for t in listed if not any((t, RDFS.subClassOf, o) in graph for o in listed)]
    lines = ["## Classes", ""]
    for top in tops:
        lines += class_tree(graph, top, 0, listed)
        for one in (t for _, terms in sections for t in terms if (t, RDF.type, top) in graph
                    and (t, RDF.type, OWL.NamedIndividual) in graph):
            lines.append(f"  - {short(graph, one)}: {text(graph, one, RDFS.comment)} "
                         f"*For example:* {example(graph, one)} {aligned(graph, one)}".rstrip())
    return "\n".join(lines) + "\n"


def properties(graph, sections):
    """A table of properties for each section that has some."""
    parts = ["## Properties\n"]
    for heading, terms in sections:
        rows = [t for t in terms if not {OWL.Class, OWL.NamedIndividual}
                & set(graph.objects(t, RDF.type))]
        if not rows or heading.startswith("Families"):
            continue
        lines = [f"### {heading.split(':')[0]}", "",
                 "| property | of | value | meaning | for example | other vocabularies |",
                 "| --- | --- | --- | --- | --- | --- |"]
        for t in rows:
            ends = [short(graph, e) if (e := graph.value(t, p)) else "" for p in
                    (RDFS.domain, RDFS.range)]
            lines.append(f"| `{short(graph, t)}` | {ends[0]} | {ends[1]} "
                         f"| {cell(text(graph, t, RDFS.comment))} "
                         f"| {example(graph, t)} | {aligned(graph, t)} |")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def words_of(folder):
    """Relation -> its words, as the page gives them."""
    words = {}
    for row in make_vocabulary.table(folder / "ontology/lexicon.tsv"):
        if row["class"] in make_vocabulary.WORDS:
            exchanged = row["value"].startswith("-")
            mark = " *(exchanged)*" if exchanged else ""
            mark += " *(policies)*" if row["class"] == "policy-relation" else ""
            words.setdefault(row["value"].lstrip("-"), {}).setdefault(row["key"], mark)
    return {name: ", ".join(key + mark for key, mark in sorted(found.items()))
            for name, found in words.items()}


def relations(graph, folder):
    """A table of relations for each family."""
    words = words_of(folder)
    rows = [row for row in make_vocabulary.table(folder / "ontology/relations.tsv")
            if row["name"] != make_vocabulary.TOP]
    parts = [RELATIONS]
    for family, heading, meaning in FAMILIES:
        parent = make_vocabulary.FAMILIES[family]
        lines = [f"### {heading}", "", f"`gw:{parent}`: {meaning}.", "",
                 "| relation | meaning | words | for example | other vocabularies |",
                 "| --- | --- | --- | --- | --- |"]
        lines += [f"| `gw:{row['name']}` | {cell(make_vocabulary.sentence(row['comment']))} "
                  f"| {cell(words.get(row['name'], ''))} | {cell(row['example'])} "
                  f"| {aligned(graph, GW[row['name']])} |"
                  for row in rows if row["family"] == family]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts + [OWN_VERBS])


def word_classes(folder):
    """A table of the lexicon's classes."""
    found = {}
    for row in make_vocabulary.table(folder / "ontology/lexicon.tsv"):
        found.setdefault(row["class"], []).append(row)
    lines = []
    for name, meaning in MEANINGS.items():
        middle = found[name][len(found[name]) // 2]
        lines.append(f"| `{name}` | {len(found[name])} | {meaning} "
                     f"| {middle['key']}: {middle['value']} |")
    if set(found) != set(MEANINGS):
        sys.exit(f"lexicon.tsv: say what the classes {set(found) ^ set(MEANINGS)} tell, in "
                 "make_page.py")
    return CLASSES_OF_WORDS + "\n".join(lines) + "\n"


def page(folder):
    """The text of the page."""
    graph = rdflib.Graph(bind_namespaces="none")
    for name in ("vocabulary.ttl", "relations.ttl"):
        graph.parse(folder / "ontology" / name, format="turtle")
    sections = by_heading(folder / "ontology/vocabulary.ttl")
    head = INTRODUCTION.format(comment=text(graph, ONTOLOGY, DCTERMS.description),
                               namespace=str(GW), version=text(graph, ONTOLOGY, OWL.versionInfo))
    return "\n".join([head, classes(graph, sections), relations(graph, folder),
                      properties(graph, sections), word_classes(folder)])


def main():
    """Write or check."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--check"]
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[1]
    make_vocabulary.write(folder / "doc/vocabulary.md", page(folder), "make_page.py")


if __name__ == "__main__":
    main()
