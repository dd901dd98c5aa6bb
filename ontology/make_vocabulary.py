#!/usr/bin/env python3
"""Makes relations.ttl, the relations' part of the vocabulary, from relations.tsv and lexicon.tsv.

make_vocabulary.py [--check] [FOLDER]

Writes FOLDER/relations.ttl; with --check only says whether it is what would be written (exit 1
if not). FOLDER is where the tables lie: by default the script's own.
"""
import csv
import sys
from pathlib import Path

TOP = "relatedTo"  # the parent of all relations, described in vocabulary.ttl
FAMILIES = {"action": "actionRelation", "cause": "causalRelation", "prevent": "preventiveRelation",
            "speech": "speechRelation", "attribute": "attributeRelation"}
# The lexicon's classes of words that stand for a relation by themselves.
WORDS = ("relation", "policy-relation", "intransitive", "noun-relation", "cause-predicate",
         "speech")
PREFIXES = {
    "ceo": "http://www.newsreader-project.eu/domain-ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "gw": "https://graphwright.org/ns#",
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wdt": "http://www.wikidata.org/prop/direct/",
}


def table(path):
    """The rows of a table as dictionaries."""
    with open(path, encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def words_of_relations(folder):
    """Relation -> the words that stand for it, subject first, as sorted lists."""
    found = {}
    for row in table(folder / "lexicon.tsv"):
        if row["class"] in WORDS and not row["value"].startswith("-"):
            found.setdefault(row["value"], set()).add(row["key"])
    return {name: sorted(words) for name, words in found.items()}


def literal(text):
    """An English literal in Turtle."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@en'


def sentence(text):
    """A comment as a sentence."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def alignments(row):
    """Terms of other vocabularies: those that lead the same way, and those that do not."""
    terms = row["alignment"].split()
    return ([term for term in terms if not term.startswith("-")],
            [term[1:] for term in terms if term.startswith("-")])


def relation(row, words):
    """The description of one relation."""
    same, inverse = alignments(row)
    lines = [f"gw:{row['name']} a rdf:Property",
             f"rdfs:subPropertyOf gw:{FAMILIES[row['family']]}, gw:{TOP}"]
    lines += [f"skos:closeMatch {', '.join(same)}"] if same else []
    lines += [f"gw:inverseMatch {', '.join(inverse)}"] if inverse else []
    lines += [f"rdfs:label {literal(row['label'])}"]
    lines += [f"skos:altLabel {', '.join(map(literal, words))}"] if words else []
    lines += [f"rdfs:comment {literal(sentence(row['comment']))}",
              f"skos:example {literal(row['example'])}"]
    return " ;\n    ".join(lines) + " .\n"


def vocabulary(folder):
    """The text of relations.ttl."""
    words = words_of_relations(folder)
    relations = {row["name"]: relation(row, words.get(row["name"], []))
                 for row in table(folder / "relations.tsv") if row["name"] != TOP}
    head = ["# The relations between what articles speak of. skos:altLabel gives the words that a",
            "# relation is read from, in their basic form.",
            "# Made from relations.tsv and lexicon.tsv by make_vocabulary.py: change those.", ""]
    head += [f"@prefix {name}: <{value}> ." for name, value in sorted(PREFIXES.items())]
    return "\n".join(head + [""] + [relations[name] for name in sorted(relations)])


def write(target, text, maker):
    """Write a file that is made, or with --check only compare it."""
    if "--check" not in sys.argv:
        target.write_text(text, encoding="utf-8")
    elif not target.exists() or target.read_text(encoding="utf-8") != text:
        sys.exit(f"{target} is not what the tables give: run ontology/{maker}")


def main():
    """Write or check."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--check"]
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    write(folder / "relations.ttl", vocabulary(folder), "make_vocabulary.py")


if __name__ == "__main__":
    main()
