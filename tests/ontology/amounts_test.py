"""Quantities and times in graphs: literals that are valid, bounds in order, filters that work.

The article is made of the texts of the tables that the readers are tested with, and of a few
sentences whose values are asked for.
"""
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need_model()
tap.need("rdflib")
import rdflib  # noqa: E402
from rdflib.namespace import RDF, RDFS, XSD  # noqa: E402

GW = rdflib.Namespace("https://graphwright.org/ns#")
TIME = rdflib.Namespace("http://www.w3.org/2006/time#")
PREFIXES = f"PREFIX gw: <{GW}> PREFIX rdfs: <{RDFS}> PREFIX xsd: <{XSD}>\n"
SENTENCES = [
    "The port handled up to 15,000 containers a month in 2019.",
    "Fees rose from 20 to 30 euros in March 2020.",
    "The ministry received between 3,000 and 5,000 asylum applications a year since 2015.",
    "Dock workers earned about $4.25 an hour from 2019 to 2022.",
    "The strike lasted for five to ten weeks.",
    "Losses nearly doubled last year.",
    "Officials inspect the warehouses every two weeks.",
]


def texts():
    """Sentences around every text of the tables."""
    folder = tap.SOURCE / "tests" / "knowledge"
    for line in (folder / "quantities.tsv").read_text(encoding="utf-8").splitlines():
        yield f"The farmers lost {line.split(chr(9))[0]}."
    for line in (folder / "timexes.tsv").read_text(encoding="utf-8").splitlines():
        yield f"The farmers met {line.split(chr(9))[1]}."


def graph_of(sentences):
    """The graph of an article of 29 February 2024 with these sentences, one a paragraph."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        body = "\n\n".join(sentences)
        article.write_text(f"Ships and Fees\n\n29 February 2024\n\n{body}\n", encoding="utf-8")
        built = tap.run("build", article, "-o", folder)
        tap.check(built.returncode == 0, "build the article", built.stderr)
        return rdflib.Graph().parse(Path(folder) / "graph.ttl", format="turtle")


def invalid(graph):
    """Literals that are none of their datatype; of the parts of dates rdflib knows nothing."""
    def is_valid(literal):
        if literal.datatype in (XSD.gYearMonth, XSD.gYear):
            return re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", literal) is not None
        return literal.value is not None and not literal.ill_typed
    return [o for o in graph.objects() if isinstance(o, rdflib.Literal) and o.datatype
            and not is_valid(o)]


def disordered(graph):
    """Quantities and statements whose bounds do not enclose what lies between them."""
    wrong = []
    for low, between, high in ((GW.lowerBound, GW.value, GW.upperBound),
                               (GW.firstDay, None, GW.lastDay)):
        for node in set(graph.subjects(low)) | set(graph.subjects(high)):
            values = [graph.value(node, p).toPython() for p in (low, between, high)
                      if p and graph.value(node, p) is not None]
            wrong += [] if values == sorted(values) else [node]
    return wrong


def unexplained(graph):
    """Quantities without number, label or evidence; times of the calendar without an end."""
    amounts = [q for q in graph.objects(None, GW.quantity)
               if not (graph.value(q, GW.evidence) and graph.value(q, RDFS.label)
                       and any(graph.value(q, p) is not None for p in
                               (GW.value, GW.lowerBound, GW.upperBound)))]
    spans = [t for t in graph.subjects(RDF.type, TIME.ProperInterval)
             if not (graph.value(t, TIME.hasBeginning) or graph.value(t, TIME.hasEnd))]
    return amounts + spans


def units(graph):
    """Units that neither QUDT's namespace nor the vocabulary has."""
    known = rdflib.Graph().parse(tap.SOURCE / "ontology/vocabulary.ttl", format="turtle")
    return [u for u in graph.objects(None, GW.unit)
            if not str(u).startswith("http://qudt.org/vocab/unit/")
            and (u, RDF.type, GW.Unit) not in known]


def rows(graph, query):
    """The answer to a query as sorted lines."""
    return sorted(" | ".join(str(c) for c in row) for row in graph.query(PREFIXES + query))


everything = graph_of(list(texts()))
for name, wrong in (("every literal is valid", invalid(everything)),
                    ("bounds are in order", disordered(everything)),
                    ("quantities and times are explained", unexplained(everything)),
                    ("units are known", units(everything))):
    tap.check(not wrong, name, wrong[:5])
tap.check(len(set(everything.subjects(GW.value))) > 60, "there are quantities",
          len(set(everything.subjects(GW.value))))
tap.check(len(set(everything.subjects(GW.firstDay))) > 40, "there are times",
          len(set(everything.subjects(GW.firstDay))))

few = graph_of(SENTENCES)
EXPECTED = (
    ("what is counted and at which rate",
     """SELECT ?what ?low ?high ?per WHERE { ?q gw:counts/rdfs:label ?what ; gw:per ?per .
        OPTIONAL { ?q gw:lowerBound ?low } OPTIONAL { ?q gw:upperBound ?high } }""",
     ["asylum applications | 3000 | 5000 | P1Y", "containers | None | 15000 | P1M"]),
    ("money", "SELECT ?v ?c ?p WHERE { ?q gw:value ?v ; gw:currency ?c ; gw:per ?p }",
     ["4.25 | USD | PT1H"]),
    ("changes", """SELECT ?a ?b WHERE { ?s gw:changeFrom/gw:value ?a ; gw:changeTo/gw:value ?b }""",
     ["20 | 30"]),
    ("factors", "SELECT ?f ?r WHERE { ?s gw:changeFactor ?q . ?q gw:value ?f ; gw:approximate ?r }",
     ["2 | true"]),
    ("a range of dates", """SELECT ?what WHERE {
        ?s gw:firstDay ?from ; gw:lastDay ?to ; rdfs:label ?what .
        FILTER (?from >= "2019-01-01"^^xsd:date && ?to <= "2019-12-31"^^xsd:date) }""",
     ["port handles up to 15,000 containers a month"]),
    ("durations", "SELECT ?a ?b WHERE { ?s gw:minimumDuration ?a ; gw:maximumDuration ?b }",
     ["P35D | P70D"]),
    ("recurrence", "SELECT ?e WHERE { ?s gw:every ?e }", ["P14D"]),
    ("last year", """SELECT ?t ?words WHERE { ?s gw:changeFactor ?q ; gw:time ?t ;
        gw:timeText ?words }""", ["2023 | last year"]),
)
for name, query, wanted in EXPECTED:
    tap.check(rows(few, query) == wanted, name, rows(few, query))
tap.done()
