"""The graphs of the example articles: read alike everywhere, quoted exactly, linked together."""
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need_model()
tap.need("rdflib")
tap.need("pyoxigraph")
import pyoxigraph  # noqa: E402
import rdflib  # noqa: E402
from rdflib.namespace import RDF, RDFS  # noqa: E402

GW = rdflib.Namespace("https://graphwright.org/ns#")
NIF = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
rdflib.NORMALIZE_LITERALS = False


def lines_of_rdflib(graph):
    """The graph as a set of N-Triples lines, as Oxigraph writes them."""
    return {str(quad.triple) for quad in pyoxigraph.parse(
        graph.serialize(format="nt"), format=pyoxigraph.RdfFormat.N_TRIPLES)}


def misquoted(graph, text):
    """Sentences whose offsets do not give their text."""
    return [s for s in graph.subjects(RDF.type, NIF.Sentence)
            if text[int(graph.value(s, NIF.beginIndex)):int(graph.value(s, NIF.endIndex))]
            != str(graph.value(s, NIF.isString))]


def misplaced(graph):
    """Statements whose plain triple is missing, or stands there without being asserted."""
    wrong, plain = [], set()
    for node in graph.subjects(RDF.type, GW.Statement):
        triple = tuple(graph.value(node, p) for p in (RDF.subject, RDF.predicate, RDF.object))
        if triple[2] is not None and graph.value(node, GW.asserted).toPython():
            plain.add(triple)
            wrong += [] if triple in graph else [node]
    relations = set(graph.subjects(RDFS.subPropertyOf, GW.relatedTo))
    return wrong + [t for t in graph if t[1] in relations and t not in plain]


def dangling(graph):
    """Nodes of the graph's own that are spoken of but not described."""
    own = {node for triple in graph for node in triple if isinstance(node, rdflib.URIRef)
           and node.startswith("https://graphwright.org/kg/")}
    return own - set(graph.subjects())


def check(article):
    """All of this for one article."""
    with tempfile.TemporaryDirectory() as folder:
        built = tap.run("build", article, "-o", folder)
        if not tap.check(built.returncode == 0, f"build {article.name}", built.stderr):
            return
        data = (Path(folder) / "graph.ttl").read_bytes()
    graph = rdflib.Graph().parse(data=data, format="turtle")
    quads = {str(q.triple) for q in pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE)}
    tap.check(len(quads) > 500, f"{article.name}: there is a graph")
    tap.check(quads == lines_of_rdflib(graph), f"{article.name}: two readers agree")
    tap.check(not any(isinstance(n, rdflib.BNode) for t in graph for n in t),
              f"{article.name}: no blank nodes")
    text = article.read_text(encoding="utf-8")
    for name, wrong in (("sentences are quoted exactly", misquoted(graph, text)),
                        ("what is asserted, and only that, is a plain triple", misplaced(graph)),
                        ("every node is described", dangling(graph))):
        tap.check(not wrong, f"{article.name}: {name}", list(wrong)[:5])


for path in sorted((tap.SOURCE / "examples").glob("*.txt")):
    check(path)
tap.done()
