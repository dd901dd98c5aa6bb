"""The vocabulary beside others: terms that exist, of the right kind, and no surprising entailments.

known-terms.tsv lists the terms of other vocabularies that ours names, as their own files have them
(for units, QUDT's; for currencies, ISO 4217).
"""
import csv
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need("rdflib")
import rdflib  # noqa: E402
from rdflib.namespace import OWL, RDF, RDFS, SKOS, VANN, XSD  # noqa: E402

try:
    import owlrl
except ImportError:
    owlrl = None

GW = rdflib.Namespace("https://graphwright.org/ns#")
ONTOLOGY = rdflib.URIRef(str(GW))
BASIC = (str(RDF), str(RDFS), str(OWL), str(XSD), str(GW))
MATCHES = (SKOS.closeMatch, GW.inverseMatch)
FOLDER = tap.SOURCE / "ontology"


def table(path):
    """The rows of a table as dictionaries."""
    with open(path, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(*paths):
    """One graph of several Turtle files."""
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


def kind_of(graph, term):
    """What a term of ours is, in the words of known-terms.tsv."""
    types = {str(t) for t in graph.objects(term, RDF.type)}
    if str(OWL.Class) in types:
        return "class"
    return "individual" if str(OWL.NamedIndividual) in types else "property"


def misaligned(graph, known):
    """Alignments with terms that are not known, or that are something else than ours."""
    wrong = []
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, *MATCHES):
        for term, other in graph.subject_objects(predicate):
            wanted = kind_of(graph, term)
            if not str(other).startswith(BASIC) and known.get(str(other)) != wanted:
                wrong.append(f"{term} {predicate} {other}: not a known {wanted}")
    return wrong


def ambiguous(graph):
    """Properties that OWL could take for both kinds, and parents or ranges of the wrong kind."""
    def has(term, kind):
        return (term, RDF.type, kind) in graph
    wrong = [p for p in graph.subjects(RDF.type, OWL.ObjectProperty)
             if has(p, OWL.DatatypeProperty)]
    for kind, literal in ((OWL.DatatypeProperty, True), (OWL.ObjectProperty, False)):
        for p in graph.subjects(RDF.type, kind):
            wrong += [p for r in graph.objects(p, RDFS.range)
                      if str(r).startswith(str(XSD)) != literal]
            other = OWL.ObjectProperty if literal else OWL.DatatypeProperty
            wrong += [p for q in graph.objects(p, RDFS.subPropertyOf) if has(q, other)]
    return wrong


def above(graph, start, predicate):
    """A term and all its parents."""
    return set(graph.transitive_objects(start, predicate))


def entailed(vocabulary, graph):
    """Types that follow from domains and ranges without being stated: nothing may."""
    ends = [(p, end, c) for end, by in enumerate((RDFS.domain, RDFS.range))
            for p, c in vocabulary.subject_objects(by) if not str(c).startswith(str(XSD))]
    stated = {}
    for node, t in [*vocabulary.subject_objects(RDF.type), *graph.subject_objects(RDF.type)]:
        stated.setdefault(node, set()).update(above(vocabulary, t, RDFS.subClassOf))
    wrong = set()
    for p in set(graph.predicates()):
        parents = above(vocabulary, p, RDFS.subPropertyOf) | above(graph, p, RDFS.subPropertyOf)
        for q, end, wanted in ends:
            if q in parents:
                wrong |= {f"{t[2 * end]} a {wanted}, by {p}" for t in graph.triples((None, p, None))
                          if wanted not in stated.get(t[2 * end], ())}
    return sorted(wrong)


def mistyped(vocabulary, graph):
    """Words where an object property has a node, and nodes where a datatype property has words."""
    def values(kind, literal):
        return [t for p in vocabulary.subjects(RDF.type, kind)
                for t in graph.triples((None, p, None))
                if isinstance(t[2], rdflib.Literal) == literal]
    return values(OWL.ObjectProperty, True) + values(OWL.DatatypeProperty, False)


def contradictions(*graphs):
    """What OWL 2 RL says is contradictory, of all the graphs together."""
    everything = rdflib.Graph()
    for graph in graphs:
        everything += graph
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(everything)
    return [o for s, p, o in everything if "agent-ont#error" in str(p)]


def roles(graph):
    """Effects and offices that no fact makes one, and facts that make one of what is none."""
    def objects(relation_holds):
        return {o for p in graph.predicates() if relation_holds(p)
                for o in graph.objects(None, p) if isinstance(o, rdflib.URIRef)}
    effects = objects(lambda p: any((p, RDFS.subPropertyOf, family) in graph for family in
                                    (GW.causalRelation, GW.preventiveRelation)))
    return ((effects ^ set(graph.subjects(RDF.type, GW.Effect)))
            | (objects(lambda p: p == GW.holdsOffice) ^ set(graph.subjects(RDF.type, GW.Office))))


def check_graph(name, graph, vocabulary):
    """What holds of any graph that is written."""
    for what, wrong in (("nothing unstated follows", entailed(vocabulary, graph)),
                        ("values are of the kind declared", mistyped(vocabulary, graph)),
                        ("facts make effects and offices", roles(graph))):
        tap.check(not wrong, f"{name}: {what}", "\n".join(map(str, list(wrong)[:8])))


def check_articles(vocabulary):
    """The same for the examples."""
    for article in sorted((tap.SOURCE / "examples").glob("*.txt")):
        with tempfile.TemporaryDirectory() as folder:
            built = tap.run("build", article, "-o", folder)
            tap.check(built.returncode == 0, f"build {article.name}", built.stderr)
            check_graph(article.name, read(Path(folder) / "graph.ttl"), vocabulary)


ours = read(FOLDER / "vocabulary.ttl", FOLDER / "relations.ttl")
terms = {row["term"]: row["kind"] for row in table(Path(__file__).parent / "known-terms.tsv")}
texts = [(FOLDER / name).read_text(encoding="utf-8") for name in
         ("vocabulary.ttl", "relations.ttl")]
amounts = table(FOLDER / "quantities.tsv")

tap.check(len(terms) > 100, "there are known terms")
tap.check(not misaligned(ours, terms), "other vocabularies have the terms that ours names",
          "\n".join(misaligned(ours, terms)))
tap.check(not any("https://schema.org" in text for text in texts), "schema.org is spelled http")
tap.check(not ambiguous(ours), "a property is of one kind, as are its parents and its range",
          ambiguous(ours))
units = {row["value"] for row in amounts if row["class"] == "unit"}
lacking = {u for u in units if u.startswith("unit:")
           and terms.get(u.replace("unit:", "http://qudt.org/vocab/unit/")) != "unit"}
lacking |= {u for u in units if u.startswith("gw:") and (GW[u[3:]], RDF.type, GW.Unit) not in ours}
tap.check(units and not lacking, "QUDT has the units, or the vocabulary", lacking)
codes = {row["value"] for row in amounts if row["class"] == "currency"}
unknown = {c for c in codes if terms.get(f"urn:iso:std:iso:4217:{c}") != "currency"}
tap.check(codes and not unknown, "ISO 4217 has the currencies", unknown)

version = str(ours.value(ONTOLOGY, OWL.versionInfo))
tap.check(re.fullmatch(r"\d+\.\d+\.\d+", version)
          and str(ours.value(ONTOLOGY, OWL.versionIRI)).endswith(f"/{version}"),
          "the vocabulary has a version", version)
tap.check(f"graphwright {version}\n".encode() == tap.run("version").stdout,
          "it is the program's", version)
tap.check(str(ours.value(ONTOLOGY, VANN.preferredNamespacePrefix)) == "gw"
          and str(ours.value(ONTOLOGY, VANN.preferredNamespaceUri)) == str(GW),
          "the vocabulary says its prefix and namespace")
tap.check(not list(ours.objects(ONTOLOGY, OWL.imports)), "it imports nothing")
tap.check(list(above(ours, GW.Effect, RDFS.subClassOf)) and entailed(
    ours, rdflib.Graph().parse(data="@prefix gw: <https://graphwright.org/ns#> .\n"
                                    "<urn:a> gw:country <urn:b> .", format="turtle")),
          "what follows unstated would be seen")
check_graph("describe.ttl", read(tap.SOURCE / "tests/ontology/describe.ttl"), ours)
if owlrl:
    sample = read(tap.SOURCE / "tests/ontology/describe.ttl")
    bad = rdflib.Graph().parse(format="turtle", data=f"""
        <{RDF}type> <{OWL.propertyDisjointWith}> <{SKOS.closeMatch}> .
        <{GW.Person}> <{SKOS.closeMatch}> <{OWL.Class}> .""")
    tap.check(not contradictions(ours, sample), "vocabulary and graph agree in OWL 2 RL",
              contradictions(ours, sample))
    tap.check(contradictions(ours, bad), "a contradiction would be seen")
else:
    tap.skip("vocabulary and graph agree in OWL 2 RL", "Python module owlrl is not installed")
if tap.has_model():
    check_articles(ours)
else:
    tap.skip("the examples", "no model/graphwright.gwm")
tap.done()
