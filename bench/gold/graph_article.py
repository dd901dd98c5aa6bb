"""Reads what graphwright wrote of an article, from its Turtle: entities and statements."""
from dataclasses import dataclass, field

import rdflib
from rdflib.namespace import RDF, RDFS, SKOS

GW = rdflib.Namespace("https://graphwright.org/ns#")
NIF = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
TIMES = (GW.time, GW.timeText)  # worked out, and in the article's words
NOT_ARGUMENTS = {GW[name] for name in (
    "asserted", "confidence", "evidence", "modality", "polarity", "rule", "trigger", "claimedBy",
    "speechVerb", "deniedBy")}


@dataclass
class Entity:
    """An entity of the graph."""
    node: rdflib.URIRef
    type: str
    qid: str
    labels: list
    named: bool
    sentences: list  # (begin, end) of those that mention it

    def forms(self):
        """The words that it is spoken of with, the label first."""
        return self.labels


@dataclass
class Statement:
    """A statement node. Arguments are an Entity, a list of words, or None."""
    label: str
    sentence: tuple
    subject: object
    relation: str
    object: object
    qualifiers: list = field(default_factory=list)
    polarity: str = "Positive"
    modality: str = "Actual"
    speakers: list = field(default_factory=list)
    times: list = field(default_factory=list)


def local(node):
    """The last part of an IRI."""
    return str(node).rsplit("#", 1)[-1].rsplit("/", 1)[-1]


class GraphArticle:
    """Entities by their nodes, and statements, of one graph."""

    def __init__(self, path):
        self.graph = rdflib.Graph().parse(path, format="turtle")
        self.entities = {}
        for node in self.graph.subjects(GW.mentionedIn, None):
            if node not in self.entities:
                self.entities[node] = self._entity(node)
        nodes = set(self.graph.subjects(RDF.type, GW.Statement))
        self.statements = sorted((self._statement(node) for node in nodes
                                  if self.graph.value(node, RDF.object) not in nodes),
                                 key=lambda s: (s.sentence, s.label, s.relation))
        self.countries = [(self._argument(a), self._argument(b))
                          for a, b in sorted(self.graph.subject_objects(GW.country))]

    def _span(self, sentence):
        return (int(self.graph.value(sentence, NIF.beginIndex)),
                int(self.graph.value(sentence, NIF.endIndex)))

    def _entity(self, node):
        g = self.graph
        types = sorted(local(t) for t in g.objects(node, RDF.type) if str(t).startswith(str(GW)))
        links = sorted(local(o) for o in g.objects(node, SKOS.exactMatch))
        labels = [str(o) for o in g.objects(node, RDFS.label)]
        labels += sorted(str(o) for o in g.objects(node, SKOS.altLabel))
        return Entity(node, types[0] if types else "", links[0] if links else "", labels,
                      g.value(node, GW.named) is not None,
                      sorted(self._span(s) for s in g.objects(node, GW.mentionedIn)))

    def _argument(self, node):
        if node is None:
            return None
        if node in self.entities:
            return self.entities[node]
        label = self.graph.value(node, RDFS.label) if isinstance(node, rdflib.URIRef) else node
        return [str(label if label is not None else local(node))]

    def _statement(self, node):
        def value(name):
            return self.graph.value(node, name)
        qualifiers = sorted((q for q in self.graph.predicate_objects(node)
                             if str(q[0]).startswith(str(GW)) and q[0] not in NOT_ARGUMENTS))
        return Statement(
            str(value(RDFS.label)), self._span(value(GW.evidence)),
            self._argument(value(RDF.subject)), local(value(RDF.predicate)),
            self._argument(value(RDF.object)),
            [self._argument(v) for p, v in qualifiers if p not in TIMES],
            local(value(GW.polarity)), local(value(GW.modality)),
            [self._argument(v) for v in sorted(self.graph.objects(node, GW.claimedBy))],
            [form for p, v in qualifiers if p in TIMES for form in self._argument_forms(v)])

    def _argument_forms(self, node):
        argument = self._argument(node)
        return argument if isinstance(argument, list) else argument.forms()
