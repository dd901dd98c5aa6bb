"""Hostile triples, written as Turtle and N-Triples, come back from rdflib and Oxigraph."""
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
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
WRITER = Path(os.environ.get("ROUNDTRIP", Path(tap.PROGRAM).parent / "tests/export/roundtrip_test"))
rdflib.NORMALIZE_LITERALS = False
logging.disable(logging.CRITICAL)  # rdflib's complaints about ill-typed literals


def written(what, seed):
    """What the test program prints for a seed."""
    return subprocess.run([WRITER, what, str(seed)], capture_output=True, check=True).stdout


def expected(seed):
    """The triples themselves: subject, predicate, (kind, value, datatype, language)."""
    triples = set()
    for line in written("hex", seed).decode("ascii").splitlines():
        subject, predicate, kind, value, datatype, language = line.split(" ")
        text = [bytes.fromhex(f).decode() for f in (subject, predicate, value, datatype, language)]
        datatype = "" if text[3] == XSD_STRING else text[3]
        triples.add((text[0], text[1], (kind, text[2], datatype, text[4])))
    return triples


def by_oxigraph(data, form):
    """The triples that Oxigraph reads."""
    def term(node):
        if isinstance(node, pyoxigraph.NamedNode):
            return ("iri", node.value, "", "")
        if node.language:
            return ("literal", node.value, "", node.language)
        datatype = node.datatype.value
        return ("literal", node.value, "" if datatype == XSD_STRING else datatype, "")
    return {(q.subject.value, q.predicate.value, term(q.object))
            for q in pyoxigraph.parse(data, format=form)}


def by_rdflib(data, form):
    """The triples that rdflib reads."""
    def term(node):
        if isinstance(node, rdflib.URIRef):
            return ("iri", str(node), "", "")
        return ("literal", str(node), str(node.datatype or ""), (node.language or "").lower())
    graph = rdflib.Graph().parse(data=data, format=form)
    return {(str(s), str(p), term(o)) for s, p, o in graph}


def difference(seed, want, got):
    """What is missing and what is too much."""
    return f"seed {seed}\nmissing {sorted(want - got)[:3]}\ntoo much {sorted(got - want)[:3]}"


def check(name, read):
    """One reader on one format, all seeds."""
    for seed in SEEDS:
        want = expected(seed)
        try:
            got = read(seed)
        except Exception as error:  # pylint: disable=broad-except
            tap.check(False, name, f"seed {seed}: {error}")
            return
        if got != want:
            tap.check(False, name, difference(seed, want, got))
            return
    tap.check(True, name)


if not WRITER.exists():
    tap.skip_all(f"readers_test.py: {WRITER} was not built (no cmocka)")
check("Oxigraph reads the Turtle",
      lambda seed: by_oxigraph(written("turtle", seed), pyoxigraph.RdfFormat.TURTLE))
check("Oxigraph reads the N-Triples",
      lambda seed: by_oxigraph(written("ntriples", seed), pyoxigraph.RdfFormat.N_TRIPLES))
check("rdflib reads the Turtle", lambda seed: by_rdflib(written("turtle", seed), "turtle"))
check("rdflib reads the N-Triples", lambda seed: by_rdflib(written("ntriples", seed), "nt"))
tap.done()
