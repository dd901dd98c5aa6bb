"""Answers of graphwright and of Oxigraph in one form, for the tests that compare them."""
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need("pyoxigraph")
import pyoxigraph as ox  # noqa: E402

XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {XSD + name for name in ("integer", "decimal", "double")}


def literal(value, datatype, language):
    """A literal's spelling; of numbers ten digits count, as engines round differently."""
    if language:
        return f'"{value}"@{language.lower()}'
    if datatype in NUMBERS:
        return f"{float(value):.10g}^^{datatype[len(XSD):]}"
    return f'"{value}"' if datatype in (None, XSD + "string") else f'"{value}"^^{datatype}'


def spell(term):
    """A term of Oxigraph."""
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return f"<{term.value}>"
    return literal(term.value, None if term.language else term.datatype.value, term.language)


def spell_json(term):
    """A term of SPARQL's JSON results."""
    if term["type"] == "uri":
        return f"<{term['value']}>"
    return literal(term["value"], term.get("datatype"), term.get("xml:lang"))


def store_of(data, syntax):
    """A store in which the default graph holds the triples of all graphs, as `query` sees them
    (Oxigraph's own union gives a triple of two graphs twice)."""
    store = ox.Store()
    store.load(data, format=syntax)
    for quad in list(store):
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    return store


def triples(parsed):
    """A graph as sorted lines."""
    return sorted({" ".join(map(spell, (t.subject, t.predicate, t.object))) for t in parsed})


def of_oxigraph(store, query):
    """(names of the columns, rows); rows are tuples, or lines of a graph."""
    result = store.query(query)
    if isinstance(result, ox.QueryBoolean):
        return [], [("true" if result else "false",)]
    if isinstance(result, ox.QueryTriples):
        return [], triples(result)
    names = [variable.value for variable in result.variables]
    return names, [tuple(map(spell, row)) for row in result]


def of_graphwright(files, query, names, graph=False):
    """The same from `graphwright query`; None and the message when it is refused."""
    result = tap.run("query", *files, query, "--format", "ntriples" if graph else "json")
    if result.returncode:
        return None, result.stderr.decode()
    if graph:
        return triples(ox.parse(result.stdout, format=ox.RdfFormat.N_TRIPLES)), ""
    answer = json.loads(result.stdout)
    if "boolean" in answer:
        return [("true" if answer["boolean"] else "false",)], ""
    rows = answer["results"]["bindings"]
    return [tuple(spell_json(row[n]) if n in row else "" for n in names) for row in rows], ""
