"""GraphML and CSV: statements as edges, read by other programs."""
import csv
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

SEEDS = range(1, 31)
WRITER = Path(os.environ.get("ROUNDTRIP", Path(tap.PROGRAM).parent / "tests/export/roundtrip_test"))
E = "http://example.org/"
STATEMENTS = """@prefix e: <http://example.org/> .
@prefix gw: <https://graphwright.org/ns#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
e:mayor a e:Office, gw:Person ; rdfs:label "Bürgermeister"@de, "mayor, \\"the\\" <first>"@en ;
    gw:mentionedIn e:s1, e:s2 ; skos:exactMatch e:other, wd:Q42 .
e:ferry a gw:Thing ; rdfs:label "ferry \\u0001 & line\\nbreak" .
e:pier a gw:Place ; rdfs:label "pier" ; gw:mentionedIn e:s1 ; skos:broader e:ferry .
gw:closes rdfs:label "closes"@en .
e:s1 nif:isString "The mayor closed the ferry." ; nif:referenceContext e:doc .
e:s2 nif:isString "It is \\r\\n slow." ; nif:referenceContext e:doc .
e:st1 a gw:Statement ; rdfs:label "mayor closes ferry" ; rdf:subject e:mayor ;
    rdf:predicate gw:closes ; rdf:object e:ferry ; gw:asserted true ; gw:polarity gw:Positive ;
    gw:modality gw:Actual ; gw:confidence 0.9 ; gw:evidence e:s1, e:s2 ;
    gw:firstDay "2024-03-04"^^xsd:date ; gw:lastDay "2024-03"^^xsd:gYearMonth .
e:st2 a gw:Claim, gw:Statement ; rdf:subject e:ferry ; rdf:predicate gw:hasProperty ;
    rdf:object "slow"@en ; gw:asserted false ; gw:polarity gw:Negative ; gw:modality gw:Possible ;
    gw:claimedBy e:mayor, e:pilot ; gw:evidence e:s2 .
e:st3 a gw:Statement ; rdf:subject e:mayor ; rdf:predicate gw:said ; rdf:object e:st2 ;
    gw:asserted true .
e:st4 a gw:Statement ; rdf:subject e:mayor ; rdf:predicate gw:rel-sleep ; gw:asserted true .
"""
TRIPLES = """@prefix e: <http://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
e:ann a e:Person ; rdfs:label "Ann" ; e:knows e:bob, e:carl .
e:bob rdfs:label "Bob" .
e:knows rdfs:label "knows" .
"""


def convert(folder, text, form, end="ttl"):
    """A text of RDF in another format: the path of what was written."""
    source, out = folder / f"in.{end}", folder / f"out-{form}"
    source.write_bytes(text if isinstance(text, bytes) else text.encode())
    done = tap.run("convert", source, "-o", out, "--format", form)
    if done.returncode or (done.stderr and b"does not say which graph" not in done.stderr):
        tap.check(False, f"convert to {form}", done.stderr)
    return out


def by_xml(path):
    """Nodes and edges of GraphML by their ids, read as XML; data under the names of keys."""
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ET.parse(path).getroot()
    keys = {(k.get("for"), k.get("id")): k.get("attr.name") for k in root.iter(f"{space}key")}

    def read(kind):
        return {i.get("id"): ({keys[kind, d.get("key")]: d.text for d in i.iter(f"{space}data")}
                              | {"source": i.get("source"), "target": i.get("target")})
                for i in root.iter(space + kind)}
    return read("node"), read("edge")


def by_csv(folder):
    """The two tables as lists of rows."""
    with open(folder / "nodes.csv", newline="", encoding="utf-8") as nodes, \
            open(folder / "edges.csv", newline="", encoding="utf-8") as edges:
        return list(csv.DictReader(nodes, strict=True)), list(csv.DictReader(edges, strict=True))


def test_graphml(folder):
    """What the nodes and edges of a small graph are."""
    nodes, edges = by_xml(convert(folder, STATEMENTS, "graphml"))
    named = {n["iri"]: n for n in nodes.values()}
    tap.check(sorted(named) == ['"slow"@en'] + [E + n for n in ("ferry", "mayor", "pier", "st2")],
              "nodes: ends of statements, and what is mentioned", sorted(named))
    tap.check(named[E + "mayor"] | {"source": 0, "target": 0} == {
        "iri": E + "mayor", "label": 'mayor, "the" <first>', "type": "Person", "wikidata": "Q42",
        "mentions": "2", "source": 0, "target": 0}, "a node", named[E + "mayor"])
    tap.check(named[E + "ferry"]["label"] == "ferry \ufffd & line\nbreak",
              "a character that XML does not have is replaced", named[E + "ferry"])
    tap.check((named['"slow"@en']["label"], named['"slow"@en']["type"]) == ("slow", "Literal"),
              "a literal is a node")
    stated = {e["iri"]: e for e in edges.values()}
    tap.check(sorted(stated) == [E + "st1", E + "st2", E + "st3"],
              "edges: statements with an object", sorted(stated))
    one = stated[E + "st1"]
    tap.check((nodes[one["source"]]["iri"], nodes[one["target"]]["iri"])
              == (E + "mayor", E + "ferry"), "an edge has its ends")
    tap.check({k: v for k, v in one.items() if k not in ("source", "target")} == {
        "iri": E + "st1", "relation": "closes", "label": "closes",
        "statement": "mayor closes ferry", "asserted": "true", "polarity": "Positive",
        "modality": "Actual", "confidence": "0.9", "firstDay": "2024-03-04",
        "sentence": "The mayor closed the ferry. | It is \r\n slow.", "document": E + "doc"},
        "an edge", one)
    two = stated[E + "st2"]
    tap.check((two["label"], two["speaker"], two["asserted"])
              == ("not: hasProperty (claimed, possible)", 'mayor, "the" <first>; pilot', "false"),
              "a claim says that it is one", two)
    tap.check(nodes[stated[E + "st3"]["target"]]["iri"] == E + "st2", "a statement can be a node")


def test_csv(folder):
    """The same in two tables."""
    nodes, edges = by_csv(convert(folder, STATEMENTS, "csv"))
    tap.check(list(nodes[0]) == ["iri:ID", "label", ":LABEL", "wikidata", "mentions:int"],
              "the header of nodes.csv", list(nodes[0]))
    tap.check(list(edges[0])[:3] == [":START_ID", ":END_ID", ":TYPE"], "the header of edges.csv")
    tap.check(next(list(n.values()) for n in nodes if n["iri:ID"] == E + "mayor")
              == [E + "mayor", 'mayor, "the" <first>', "Person", "Q42", "2"], "a row of nodes.csv")
    tap.check(next(n["label"] for n in nodes if n["iri:ID"] == E + "ferry")
              == "ferry \x01 & line break", "no line break within a field")
    tap.check(list(edges[0].values()) == [
        E + "mayor", E + "ferry", "closes", E + "st1", "closes", "mayor closes ferry", "true",
        "Positive", "Actual", "", "0.9", "2024-03-04", "",
        "The mayor closed the ferry. | It is    slow.", E + "doc"], "a row of edges.csv", edges[0])


def test_triples(folder):
    """A graph without statement nodes."""
    nodes, edges = by_csv(convert(folder, TRIPLES, "csv"))
    tap.check([(n["label"], n[":LABEL"]) for n in nodes]
              == [("Ann", "Person"), ("Bob", "Resource"), ("carl", "Resource"),
                  ("knows", "Resource")], "its resources are nodes", nodes)
    tap.check([(e[":START_ID"], e[":TYPE"], e[":END_ID"], e["asserted:boolean"]) for e in edges]
              == [(E + "ann", "knows", E + b, "true") for b in ("bob", "carl")],
              "its triples are edges", edges)


def test_networkx(folder):
    """The types of attributes, and parallel edges."""
    if not tap.importlib.util.find_spec("networkx"):
        tap.skip("networkx reads the graphml", "Python module networkx is not installed")
        return
    import networkx  # pylint: disable=import-outside-toplevel
    twice = STATEMENTS + """e:st5 rdf:subject e:mayor ; rdf:predicate gw:opens ;
        rdf:object e:ferry ; gw:asserted false ."""
    graph = networkx.read_graphml(convert(folder, twice, "graphml"))
    graph = networkx.relabel_nodes(graph, networkx.get_node_attributes(graph, "iri"))
    tap.check((graph.is_directed(), graph.number_of_nodes(), graph.number_of_edges())
              == (True, 5, 4), "networkx reads the graphml", graph)
    tap.check(sorted(d["relation"] for d in graph[E + "mayor"][E + "ferry"].values())
              == ["closes", "opens"], "parallel edges stay apart")
    edge = next(d for d in graph[E + "mayor"][E + "ferry"].values() if d["relation"] == "closes")
    tap.check(edge["asserted"] is True and edge["confidence"] == 0.9
              and graph.nodes[E + "mayor"]["mentions"] == 2, "attributes have their types", edge)


def test_pandas(folder):
    """The tables as they are."""
    if not tap.importlib.util.find_spec("pandas"):
        tap.skip("pandas reads the csv", "Python module pandas is not installed")
        return
    import pandas  # pylint: disable=import-outside-toplevel
    out = convert(folder, STATEMENTS, "csv")
    nodes, edges = (pandas.read_csv(out / f"{n}.csv") for n in ("nodes", "edges"))
    joined = edges.merge(nodes, left_on=":END_ID", right_on="iri:ID")
    tap.check(len(joined) == 3 and edges["asserted:boolean"].tolist() == [True, False, True]
              and edges["confidence:double"].max() == 0.9
              and nodes["mentions:int"].sum() == 3, "pandas reads the csv", edges)


def test_hostile(folder):
    """Whatever the quads, both formats hold together and have the same edges."""
    if not WRITER.exists():
        tap.skip("hostile quads", f"{WRITER} was not built (no cmocka)")
        return
    problem = ""
    for seed in SEEDS:
        quads = subprocess.run([WRITER, "nquads", str(seed)], capture_output=True, check=True)
        nodes, edges = by_xml(convert(folder, quads.stdout, "graphml", "nq"))
        rows, links = by_csv(convert(folder, quads.stdout, "csv", "nq"))
        ids = {r["iri:ID"] for r in rows}
        if (not edges or len(rows) != len(ids) or {n["iri"] for n in nodes.values()} != ids
                or any(e[k] not in nodes for e in edges.values() for k in ("source", "target"))
                or any(e[k] not in ids for e in links for k in (":START_ID", ":END_ID"))
                or sorted(e["iri"] for e in edges.values()) != sorted(e["iri"] for e in links)
                or any(None in r or None in r.values() for r in rows + links)):
            problem += f" {seed}"
    tap.check(not problem, "hostile quads make sound tables and networks", f"seeds{problem}")


def main():
    """Each test in a folder of its own."""
    for test in (test_graphml, test_csv, test_triples, test_networkx, test_pandas, test_hostile):
        with tempfile.TemporaryDirectory() as folder:
            test(Path(folder))
    tap.done()


main()
