"""Validation reports as comparable sets, and pyshacl's verdict on a graph."""
import rdflib
from rdflib.namespace import RDF, RDFS, SH

BLANK = "https://graphwright.org/kg/.well-known/genid/"
rdflib.NORMALIZE_LITERALS = False


def name(node):
    """A node as text; blank nodes of all readers are alike."""
    if node is None:
        return "-"
    if isinstance(node, rdflib.BNode) or node.startswith(BLANK):
        return "[]"
    return node.n3()


def path_text(graph, node):
    """A property path as text, by its structure."""
    if node is None:
        return "-"
    if (node, RDF.first, None) in graph:
        return "(" + " ".join(path_text(graph, n) for n in graph.items(node)) + ")"
    for kind in ("inverse", "zeroOrMore", "oneOrMore", "zeroOrOne", "alternative"):
        part = graph.value(node, SH[kind + "Path"])
        if part is not None:
            return f"{kind}({path_text(graph, part)})"
    return name(node)


def verdicts(report):
    """(focus node, path, component, value, severity, shape) of each result of a report."""
    return {(name(report.value(r, SH.focusNode)),
             path_text(report, report.value(r, SH.resultPath)),
             str(report.value(r, SH.sourceConstraintComponent)).rsplit("#", maxsplit=1)[-1],
             name(report.value(r, SH.value)), name(report.value(r, SH.resultSeverity)),
             name(report.value(r, SH.sourceShape)))
            for r in report.objects(report.value(None, RDF.type, SH.ValidationReport), SH.result)}


def read(data, syntax="turtle"):
    """A graph from bytes, with its literals as they are written."""
    return rdflib.Graph().parse(data=data, format=syntax)


def classes_of(path):
    """The hierarchy of classes in a vocabulary: what `graphwright check` knows of it."""
    whole = rdflib.Graph().parse(path, format="turtle")
    return [t for t in whole if t[1] == RDFS.subClassOf]


def core(found):
    """Verdicts without those by the rules of our own, which pyshacl does not know."""
    return {v for v in found if v[2] not in ("FactsArePlainConstraintComponent",
                                             "PlainAreFactsConstraintComponent")}


def pyshacl_verdicts(data, shapes, classes):
    """What pyshacl finds in a graph."""
    import pyshacl
    graph = rdflib.Graph()
    for triple in [*data, *classes]:
        graph.add(triple)
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False,
                                    max_validation_depth=40)
    return verdicts(report)
