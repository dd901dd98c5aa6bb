"""The vocabulary for readers of RDF: well-formed, explained, and enough for what is written."""
import csv
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need("rdflib")
tap.need("pyoxigraph")
import pyoxigraph  # noqa: E402
import rdflib  # noqa: E402
from rdflib.namespace import RDF  # noqa: E402

GW = "https://graphwright.org/ns#"
FOLDER = tap.SOURCE / "ontology"
FILES = ("vocabulary.ttl", "relations.ttl")


def terms_of(graph):
    """Local names of all our terms that a graph uses, in any place."""
    return {str(node)[len(GW):] for triple in graph for node in triple
            if isinstance(node, rdflib.URIRef) and str(node).startswith(GW)} - {""}


def relation_names():
    """The names in relations.tsv."""
    with open(FOLDER / "relations.tsv", encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row["name"] for row in rows if not row["name"].startswith("#")]


def same_triples(path):
    """Whether rdflib and Oxigraph read the same number of triples and no blank node."""
    graph = rdflib.Graph().parse(path, format="turtle")
    quads = set(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    blank = any(isinstance(node, rdflib.BNode) for triple in graph for node in triple)
    return len(graph) == len(quads) and not blank


graphs = {}
for name in FILES:
    tap.check(same_triples(FOLDER / name), f"{name} is read alike by rdflib and Oxigraph")
    graphs[name] = rdflib.Graph().parse(FOLDER / name, format="turtle")
declared = {name: {str(s)[len(GW):] for s in graph.subjects(RDF.type)}
            for name, graph in graphs.items()}
everything = set().union(*declared.values())
used = set().union(*map(terms_of, graphs.values()))

tap.check(not declared[FILES[0]] & declared[FILES[1]], "no term is declared twice",
          declared[FILES[0]] & declared[FILES[1]])
tap.check(used <= everything, "every term that the vocabulary uses is declared",
          used - everything)
tap.check(set(relation_names()) <= everything, "every relation of the table is declared",
          set(relation_names()) - everything)
tap.check(len(relation_names()) == len(set(relation_names())), "no relation stands twice")
checked = subprocess.run([sys.executable, FOLDER / "make_vocabulary.py", "--check", FOLDER],
                         capture_output=True, text=True, check=False)
tap.check(checked.returncode == 0, "relations.ttl is up to date", checked.stderr)
made = subprocess.run([sys.executable, FOLDER / "make_page.py", "--check", tap.SOURCE],
                      capture_output=True, text=True, check=False)
tap.check(made.returncode == 0, "doc/vocabulary.md is up to date", made.stderr)

written = rdflib.Graph().parse(tap.SOURCE / "tests/ontology/describe.ttl", format="turtle")
free = {term for term in terms_of(written) if term.startswith(("rel-", "qualifier-"))}
explained = {str(s)[len(GW):] for s in written.subjects(RDF.type, RDF.Property)}
tap.check(len(terms_of(written)) > 40, "the sample graph uses the vocabulary")
tap.check(terms_of(written) - free <= everything, "every term of a graph is declared",
          terms_of(written) - free - everything)
tap.check(free and free <= explained, "a graph explains the terms that it adds", free - explained)
tap.done()
