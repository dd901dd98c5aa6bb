#!/usr/bin/env python3
"""Makes relations.ttl, the relations' part of the vocabulary, from relations.tsv.

make_vocabulary.py [--check] [FOLDER]

Writes FOLDER/relations.ttl; with --check only says whether it is what would be written (exit 1
if not). FOLDER is where relations.tsv lies: by default the script's own.
"""
import csv
import sys
from pathlib import Path

TOP = "relatedTo"  # the parent of all relations, described in vocabulary.ttl
FAMILIES = {"action": "actionRelation", "cause": "causalRelation", "prevent": "preventiveRelation",
            "speech": "speechRelation", "attribute": "attributeRelation"}
# Wikidata properties that lead from a thing to the one who made, owns or leads it, where the
# relation of the same meaning leads from that one to the thing.
INVERSE = {"P50", "P112", "P123", "P127", "P170", "P1037"}
ALIGNED = {
    "causes": ["ceo:cause"],
    "exampleOf": ["skos:broader"],
    "holdsOffice": ["org:holds"],
    "isA": ["rdf:type"],
    "locatedIn": ["schema:containedInPlace"],
    "memberOf": ["org:memberOf", "schema:memberOf"],
    "partOf": ["dcterms:isPartOf"],
    "worksFor": ["schema:worksFor"],
}
PREFIXES = {
    "ceo": "http://www.newsreader-project.eu/domain-ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "gw": "https://graphwright.org/ns#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wdt": "http://www.wikidata.org/prop/direct/",
}


def literal(text):
    """An English literal in Turtle."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@en'


def sentence(text):
    """A comment as a sentence."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def relation(row):
    """The description of one relation."""
    close = list(ALIGNED.get(row["name"], []))
    lines = [f"gw:{row['name']} a rdf:Property",
             f"rdfs:subPropertyOf gw:{FAMILIES[row['kind']]}, gw:{TOP}"]
    wikidata = row["wikidata"]
    if wikidata in INVERSE:
        lines.append(f"owl:inverseOf wdt:{wikidata}")
    elif wikidata:
        close.append(f"wdt:{wikidata}")
    if close:
        lines.append(f"skos:closeMatch {', '.join(close)}")
    lines += [f"rdfs:label {literal(row['label'])}",
              f"rdfs:comment {literal(sentence(row['comment']))}",
              f"skos:example {literal('?subject gw:' + row['name'] + ' ?object')}"]
    return " ;\n    ".join(lines) + " .\n"


def vocabulary(folder):
    """The text of relations.ttl."""
    with open(folder / "relations.tsv", encoding="utf-8", newline="") as table:
        rows = csv.DictReader((line for line in table if not line.startswith("#")),
                              delimiter="\t", quoting=csv.QUOTE_NONE)
        relations = {row["name"]: relation(row) for row in rows if row["name"] != TOP}
    head = ["# The relations between what articles speak of.",
            "# Made from relations.tsv by make_vocabulary.py: change the table, then run it.", ""]
    head += [f"@prefix {name}: <{value}> ." for name, value in sorted(PREFIXES.items())]
    return "\n".join(head + [""] + [relations[name] for name in sorted(relations)])


def main():
    """Write or check."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--check"]
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    text, target = vocabulary(folder), folder / "relations.ttl"
    if "--check" not in sys.argv:
        target.write_text(text, encoding="utf-8")
    elif not target.exists() or target.read_text(encoding="utf-8") != text:
        sys.exit(f"{target} does not agree with relations.tsv: run ontology/make_vocabulary.py")


if __name__ == "__main__":
    main()
