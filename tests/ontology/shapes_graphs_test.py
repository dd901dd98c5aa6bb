"""The graphs of the example articles are as the shapes want them, and broken ones are not."""
import importlib.util
import logging
import random
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[0]))
import tap  # noqa: E402

tap.need_model()
tap.need("rdflib")
import rdflib  # noqa: E402
from rdflib.namespace import OWL, RDF, RDFS, SH, XSD  # noqa: E402

sys.path.insert(0, str(HERE))
import shacl_peer as peer  # noqa: E402

logging.disable(logging.CRITICAL)
GW = rdflib.Namespace("https://graphwright.org/ns#")
SHAPE = rdflib.Namespace("https://graphwright.org/shapes#")
TRUE = rdflib.Literal("true", datatype=XSD.boolean)
SHAPES = tap.SOURCE / "ontology/shapes.ttl"
CHANGES = 60
# pyshacl compares what cannot be compared: numbers with dates, for one. These get values of their
# own kind only.
ORDERED = {"beginIndex", "endIndex", "firstDay", "lastDay", "lowerBound", "upperBound",
           "minimumDuration", "maximumDuration", "confidence"}
STRANGE = [rdflib.Literal("x", lang="de"), rdflib.Literal("", lang="en"), rdflib.BNode("b"),
           rdflib.Literal("2024-02-30", datatype=XSD.date), rdflib.Literal("abc"),
           rdflib.Literal("-1", datatype=XSD.integer), rdflib.Literal("P1Y", datatype=XSD.duration),
           rdflib.Literal("true", datatype=XSD.boolean),
           rdflib.URIRef("http://www.wikidata.org/entity/X1")]


def own_name(term):
    """The last part of an IRI."""
    return str(term).rsplit("#", maxsplit=1)[-1]


def change(graph, draw):
    """One random change of a graph."""
    triples = sorted(graph)
    subject, predicate, value = draw.choice(triples)
    alike = [t[2] for t in triples if t[1] == predicate]
    kinds = ["remove", "repeat", "move"]
    kinds += [] if own_name(predicate) in ORDERED else ["add", "replace", "exchange"]
    kind = draw.choice(kinds)
    if kind in ("remove", "replace", "exchange"):
        graph.remove((subject, predicate, value))
    if kind in ("add", "replace"):
        graph.add((subject, predicate, draw.choice(STRANGE)))
    elif kind == "exchange":
        graph.add((subject, predicate, draw.choice(triples)[2]))
    elif kind == "repeat":
        graph.add((subject, predicate, draw.choice(alike)))
    elif kind == "move":
        graph.add((draw.choice(triples)[0], predicate, value))


def facts_broken(graph):
    """What the two rules about plain triples find, in the form of verdicts."""
    facts, found = set(), set()
    classes = {GW.Statement, GW.Claim}
    severity = peer.name(SH.Violation)
    for node in set(graph.subjects(GW.asserted, TRUE)) | set(graph.subjects(RDF.subject)):
        parts = [set(graph.objects(node, p)) for p in (RDF.subject, RDF.predicate, RDF.object)]
        asserted = (node, GW.asserted, TRUE) in graph
        facts |= {(s, p, o) for s in parts[0] for p in parts[1] for o in parts[2] if asserted}
        if asserted and set(graph.objects(node, RDF.type)) & classes \
                and [len(p) for p in parts] == [1, 1, 1] \
                and tuple(p.copy().pop() for p in parts) not in graph:
            found.add((peer.name(node), "-", "FactsArePlainConstraintComponent", peer.name(node),
                       severity, peer.name(SHAPE.PlainFact)))
    relations = set(graph.subjects(RDFS.subPropertyOf, GW.relatedTo))
    relations |= {GW.relatedTo} & set(graph.objects(None, RDF.predicate))
    return found | {
        (peer.name(s), peer.name(p), "PlainAreFactsConstraintComponent", peer.name(o), severity,
         peer.name(SHAPE.PlainTriple))
        for s, p, o in graph if p in relations and (s, p, o) not in facts}


def compare(graph, seed, folder):
    """A graph with random changes gets the verdicts of pyshacl, and lines that are true."""
    draw = random.Random(seed)
    for _ in range(CHANGES):
        change(graph, draw)
    path = Path(folder) / "changed.ttl"
    graph.serialize(path, format="turtle", encoding="utf-8")
    run = tap.run("check", "--format=turtle", path)
    ours = peer.verdicts(peer.read(run.stdout))
    changed = peer.read(path.read_bytes())
    tap.check(facts_broken(changed) == ours - peer.core(ours), f"changes {seed}: plain triples are "
              "those of asserted statements", ours - peer.core(ours))
    ours = peer.core(ours)
    theirs = peer.pyshacl_verdicts(changed, rdflib.Graph().parse(SHAPES),
                                   peer.classes_of(tap.SOURCE / "ontology/vocabulary.ttl"))
    tap.check(run.returncode == 6 and len(ours) > CHANGES / 3, f"changes {seed}: they are found")
    tap.check(ours == theirs, f"changes {seed}: the verdicts of pyshacl",
              "\n".join([f"only here: {v}" for v in sorted(ours - theirs)]
                        + [f"only pyshacl: {v}" for v in sorted(theirs - ours)]))


def uncovered(graph, shapes):
    """Properties and classes of a graph that no shape speaks of; relations and qualifiers are
    open lists."""
    spoken = set(shapes.objects(None, None))
    described = set(graph.subjects(RDFS.subPropertyOf)) | {GW.relatedTo}
    vocabulary = rdflib.Graph().parse(tap.SOURCE / "ontology/vocabulary.ttl")
    qualifiers = set(vocabulary.subjects(RDFS.subPropertyOf, GW.qualifier))
    return (set(graph.predicates()) - described - qualifiers - spoken
            - {RDF.type, RDFS.subPropertyOf}) \
        | (set(graph.objects(None, RDF.type)) - spoken)


def build(article, folder, extra=()):
    """The article's graph, as a file."""
    built = tap.run("build", article, "-o", folder, *extra)
    tap.check(built.returncode == 0, f"build {article.name}", built.stderr)
    return next(Path(folder).glob("graph.[nt]t*"))


def main():
    """All of this for the examples."""
    shapes = rdflib.Graph().parse(SHAPES)
    named = set(shapes.subjects(RDF.type, SH.NodeShape)) | set(shapes.subjects(SH.path))
    tap.check(all(isinstance(s, rdflib.URIRef) for s in named), "shapes have IRIs")
    lacking = [s for s in named if not shapes.value(s, SH.message)
               and any(shapes.objects(s, SH.targetClass))
               and any(p not in (SH.property, SH.targetClass, RDF.type, SH.closed)
                       for p in shapes.predicates(s))]
    tap.check(not lacking, "shapes that find something say what to do", lacking)
    tap.check((None, OWL.imports, None) not in shapes, "the shapes stand for themselves")
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for article in sorted((tap.SOURCE / "examples").glob("*.txt")):
            paths.append(build(article, Path(folder) / article.stem))
            run = tap.run("check", paths[-1])
            tap.check(run.returncode == 0 and run.stdout.count(b"\n") == 1,
                      f"{article.name}: conforms, without a warning", run.stdout)
            graph = peer.read(paths[-1].read_bytes())
            left = uncovered(graph, shapes)
            tap.check(not left, f"{article.name}: shapes speak of everything in it", left)
        run = tap.run("check", *paths)
        tap.check(run.returncode == 0, "their union conforms", run.stdout)
        merged = Path(folder) / "merged.ttl"
        run = tap.run("merge", *paths, "-o", merged)
        tap.check(run.returncode == 0, "they are merged", run.stderr)
        run = tap.run("check", merged)
        tap.check(run.returncode == 0, "what is merged conforms", run.stdout)
        described = Path(folder) / "described.ttl"
        described.write_bytes(tap.run("describe", *paths).stdout)
        run = tap.run("check", described)
        tap.check(run.returncode == 0 and described.stat().st_size > 0,
                  "the description of their data set conforms", run.stdout)
        left = uncovered(peer.read(merged.read_bytes()), shapes)
        tap.check(not left, "shapes speak of all that merging adds", left)
        if not importlib.util.find_spec("pyshacl"):
            tap.skip("random changes", "Python module pyshacl is not installed")
            return
        for seed in range(4):
            compare(peer.read(paths[seed % len(paths)].read_bytes()), seed, folder)


main()
tap.done()
