"""Hostile quads, written in every format of RDF, come back from rdflib, Oxigraph and PyLD."""
import json
import logging
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need("rdflib")
tap.need("pyoxigraph")
import pyoxigraph  # noqa: E402
import rdflib  # noqa: E402

SEEDS = range(1, 61)
DEFAULT = rdflib.URIRef("urn:x-rdflib:default")
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
XSD_DOUBLE = "http://www.w3.org/2001/XMLSchema#double"
WRITER = Path(os.environ.get("ROUNDTRIP", Path(tap.PROGRAM).parent / "tests/export/roundtrip_test"))
rdflib.NORMALIZE_LITERALS = False
logging.disable(logging.CRITICAL)  # rdflib's complaints about ill-typed literals

# Format, whether it has named graphs, its name in Oxigraph and in rdflib.
FORMATS = [
    ("turtle", False, pyoxigraph.RdfFormat.TURTLE, "turtle"),
    ("trig", True, pyoxigraph.RdfFormat.TRIG, "trig"),
    ("ntriples", False, pyoxigraph.RdfFormat.N_TRIPLES, "nt"),
    ("nquads", True, pyoxigraph.RdfFormat.N_QUADS, "nquads"),
    ("rdfxml", False, pyoxigraph.RdfFormat.RDF_XML, "xml"),
    ("jsonld", True, pyoxigraph.RdfFormat.JSON_LD, "json-ld"),
]


def written(what, seed):
    """What the test program prints for a seed."""
    return subprocess.run([WRITER, what, str(seed)], capture_output=True, check=True).stdout


def literal(value, datatype, language):
    """A literal as all readers are made to tell it."""
    return ("literal", value, "" if language or datatype == XSD_STRING else datatype,
            language.lower())


def expected(form, named, seed):
    """The quads themselves: subject, predicate, (kind, value, datatype, language), graph."""
    quads = set()
    fields = written("hexxml" if form == "rdfxml" else "hex", seed).decode("ascii")
    for line in fields.splitlines():
        subject, predicate, kind, value, datatype, language, graph = (
            f if f in ("iri", "literal") else bytes.fromhex(f).decode() for f in line.split(" "))
        term = ("iri", value, "", "") if kind == "iri" else literal(value, datatype, language)
        quads.add((subject, predicate, term, graph if named else ""))
    return quads


def by_oxigraph(data, form):
    """The quads that Oxigraph reads."""
    def term(node):
        if isinstance(node, pyoxigraph.NamedNode):
            return ("iri", node.value, "", "")
        return literal(node.value, node.datatype.value, node.language or "")
    return {(q.subject.value, q.predicate.value, term(q.object), getattr(q.graph_name, "value", ""))
            for q in pyoxigraph.parse(data, format=form)}


def by_rdflib(data, form):
    """The quads that rdflib reads."""
    def term(node):
        if isinstance(node, rdflib.URIRef):
            return ("iri", str(node), "", "")
        return literal(str(node), str(node.datatype or ""), node.language or "")
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=form)
    return {(str(s), str(p), term(o), "" if g in (None, DEFAULT) else str(g))
            for s, p, o, g in dataset.quads()}


def by_pyld(data):
    """The quads that PyLD reads."""
    from pyld import jsonld  # pylint: disable=import-outside-toplevel

    def term(node):
        if node["type"] == "IRI":
            return ("iri", node["value"], "", "")
        return literal(node["value"], node["datatype"], node.get("language", ""))
    return {(t["subject"]["value"], t["predicate"]["value"], term(t["object"]),
             "" if graph == "@default" else graph)
            for graph, triples in jsonld.to_rdf(json.loads(data)).items() for t in triples}


def any_doubles(quads):
    """PyLD writes every xsd:double anew: that there is one is all that it gives back."""
    return {(s, p, (o[0], "" if o[2] == XSD_DOUBLE else o[1], o[2], o[3]), g)
            for s, p, o, g in quads}


def difference(seed, want, got):
    """What is missing and what is too much."""
    return f"seed {seed}\nmissing {sorted(want - got)[:3]}\ntoo much {sorted(got - want)[:3]}"


def check(name, form, named, read, view=set):
    """One reader on one format, all seeds."""
    for seed in SEEDS:
        want = view(expected(form, named, seed))
        try:
            got = view(read(written(form, seed)))
        except Exception as error:  # pylint: disable=broad-except
            tap.check(False, name, f"seed {seed}: {type(error).__name__} {error}")
            return
        if got != want:
            tap.check(False, name, difference(seed, want, got))
            return
    tap.check(True, name)


def main():
    """Every format by every reader that has it."""
    if not WRITER.exists():
        tap.skip_all(f"readers_test.py: {WRITER} was not built (no cmocka)")
    for form, named, oxigraph, plain in FORMATS:
        check(f"Oxigraph reads the {form}", form, named,
              lambda data, f=oxigraph: by_oxigraph(data, f))
        check(f"rdflib reads the {form}", form, named, lambda data, f=plain: by_rdflib(data, f))
    if tap.importlib.util.find_spec("pyld"):
        check("PyLD reads the jsonld", "jsonld", True, by_pyld, any_doubles)
    else:
        tap.skip("PyLD reads the jsonld", "Python module pyld is not installed")
    tap.done()


main()
