"""describe: its numbers are those SPARQL counts in the graph, its checksums those of Python."""
import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from store import Store  # noqa: E402

tap.need("rdflib")
import rdflib  # noqa: E402
from rdflib import DCAT, DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, VOID, XSD  # noqa: E402

BASE = "https://graphwright.org/kg/"
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
MEDIA = "https://www.iana.org/assignments/media-types/"
SAMPLE = """@prefix : <https://graphwright.org/kg/entity/> .
@prefix e: <http://example.org/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
:a a e:Thing, e:Other ; e:name "one", "two", "one"@en ; e:knows :b, :c ;
   skos:exactMatch wd:Q1, <http://dbpedia.org/resource/A>, wd:Q2 ; owl:sameAs wd:Q1 .
:b a e:Thing ; e:name "two" ; e:size 2, 2.0 ; skos:exactMatch <https://sws.geonames.org/1/> .
:c e:knows :a ; skos:closeMatch :a .
<http://elsewhere.example/x> e:name "two" ; skos:exactMatch wd:Q3 .
_:blank e:name "no name" ; e:knows [ e:name "inner" ] .
"""


def by_sparql(graph, query):
    """The single number that a query gives."""
    return int(next(iter(graph.query(query)))[0])


def the(description, subject, predicate):
    """The only value of a property."""
    values = list(description.objects(subject, predicate))
    return values[0] if len(values) == 1 else values


def number(description, subject, predicate):
    """The only value of a property as a number, or None."""
    value = the(description, subject, predicate)
    return value.toPython() if isinstance(value, rdflib.Literal) else None


def check_totals(graph, description, dataset, name):
    """Numbers of the whole."""
    expected = {
        VOID.triples: "COUNT(*)", VOID.distinctSubjects: "COUNT(DISTINCT ?s)",
        VOID.distinctObjects: "COUNT(DISTINCT ?o)", VOID.properties: "COUNT(DISTINCT ?p)"}
    got = {p: number(description, dataset, p) for p in expected}
    want = {p: by_sparql(graph, f"SELECT ({count} AS ?n) {{ ?s ?p ?o }}")
            for p, count in expected.items()}
    tap.check(got == want, f"{name}: triples, subjects, objects, properties", f"{got}\n{want}")
    classes = by_sparql(graph, "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }")
    entities = by_sparql(graph, f"""SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s ?p ?o
                         FILTER(isIRI(?s) && STRSTARTS(STR(?s), "{BASE}")) }}""")
    tap.check((number(description, dataset, VOID.classes), classes)
              == (classes, number(description, dataset, VOID.classes))
              and number(description, dataset, VOID.entities) == entities,
              f"{name}: classes and entities", f"{classes} {entities}")


def check_partitions(graph, description, dataset, name):
    """Numbers of each class and of each property."""
    got = {str(the(description, part, VOID["class"])): number(description, part, VOID.entities)
           for part in description.objects(dataset, VOID.classPartition)}
    want = {str(c): int(n) for c, n in graph.query(
        "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c")}
    tap.check(got == want and want, f"{name}: members of each class", f"{got}\n{want}")
    got = {str(the(description, part, VOID.property)): tuple(
        number(description, part, p) for p in (VOID.triples, VOID.distinctSubjects,
                                               VOID.distinctObjects))
           for part in description.objects(dataset, VOID.propertyPartition)}
    want = {str(p): tuple(map(int, numbers)) for p, *numbers in graph.query(
        """SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?a) (COUNT(DISTINCT ?o) AS ?b)
           { ?s ?p ?o } GROUP BY ?p""")}
    tap.check(got == want, f"{name}: triples of each property", f"{got}\n{want}")
    spaces = {str(v) for v in description.objects(dataset, VOID.vocabulary)}
    used = {*graph.predicates(), *graph.objects(None, RDF.type)}
    tap.check(all(any(str(u).startswith(s) for s in spaces) for u in used)
              and all(any(str(u).startswith(s) for u in used) for s in spaces),
              f"{name}: vocabularies", spaces)


def check_links(graph, description, dataset, name):
    """Numbers of each set of links."""
    got = {}
    for links in description.subjects(RDF.type, VOID.Linkset):
        target = the(description, links, VOID.objectsTarget)
        key = (str(the(description, links, VOID.linkPredicate)),
               str(the(description, target, VOID.uriSpace)))
        got[key] = (number(description, links, VOID.triples),
                    number(description, links, VOID.distinctSubjects))
        tap.check(the(description, links, VOID.subjectsTarget) == dataset
                  and (dataset, VOID.subset, links) in description, f"{name}: links {key[1]}")
    want = {(str(p), str(space)): (int(n), int(s)) for p, space, n, s in graph.query(f"""
        SELECT ?p ?space (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) {{
          VALUES ?p {{ <{OWL.sameAs}> <{SKOS.exactMatch}> <{SKOS.closeMatch}> <{RDFS.seeAlso}> }}
          ?s ?p ?o . FILTER(isIRI(?o) && !STRSTARTS(STR(?o), "{BASE}"))
          FILTER(STRSTARTS(STR(?s), "{BASE}"))
          BIND(REPLACE(STR(?o), "[^/#]*[/#]?$", "") AS ?space) }} GROUP BY ?p ?space""")}
    tap.check(got == want and want, f"{name}: numbers of links", f"{got}\n{want}")


def described(path, *options):
    """The description of a file, and the data set's IRI in it."""
    done = tap.run("describe", path, *options)
    description = rdflib.Graph()
    if tap.check(done.returncode == 0 and not done.stderr, f"describe {Path(path).name}",
                 done.stderr):
        description.parse(data=done.stdout, format="turtle")
    return description, the(description, None, FOAF.primaryTopic) or next(
        description.objects(None, FOAF.primaryTopic), None), done.stdout


def check_file(path, name):
    """Everything that is counted, for one file."""
    graph = rdflib.Graph().parse(path)
    description, dataset, _ = described(path)
    check_totals(graph, description, dataset, name)
    check_partitions(graph, description, dataset, name)
    check_links(graph, description, dataset, name)
    file = the(description, dataset, DCAT.distribution)
    checksum = the(description, file, SPDX.checksum)
    tap.check(str(the(description, checksum, SPDX.checksumValue))
              == hashlib.sha256(path.read_bytes()).hexdigest()
              and number(description, file, DCAT.byteSize) == path.stat().st_size
              and str(the(description, file, DCAT.mediaType)) == MEDIA + "text/turtle"
              and the(description, file, DCTERMS.title) == rdflib.Literal(path.name),
              f"{name}: size and checksum")
    tap.check(not [n for n in description.all_nodes() if isinstance(n, rdflib.BNode)],
              f"{name}: no blank nodes")
    examples = list(description.objects(dataset, VOID.exampleResource))
    tap.check(examples and all((e, None, None) in graph for e in examples),
              f"{name}: examples are resources of the graph", examples)


def check_options(folder, sample):
    """What the options say is said."""
    options = ["--dataset", "http://e.org/d", "--title", "My \"graph\"", "--license",
               "http://creativecommons.org/licenses/by/4.0/", "--publisher", "Université d'A",
               "--issued", "2024-02-29", "--sparql", "http://e.org/sparql", "--download",
               "http://e.org/files/"]
    name = folder / "two words.ttl"
    shutil.copy(sample, name)
    d, dataset, _ = described(name, *options)
    file = the(d, dataset, DCAT.distribution)
    publisher = the(d, dataset, DCTERMS.publisher)
    dump = rdflib.URIRef("http://e.org/files/two%20words.ttl")
    tap.check(str(dataset) == "http://e.org/d"
              and the(d, dataset, DCTERMS.title) == rdflib.Literal('My "graph"', lang="en")
              and the(d, dataset, DCTERMS.issued) == rdflib.Literal("2024-02-29",
                                                                    datatype=XSD.date)
              and the(d, publisher, FOAF.name) == rdflib.Literal("Université d'A")
              and str(the(d, file, DCTERMS.license)).endswith("/by/4.0/")
              and the(d, file, DCAT.downloadURL) == the(d, dataset, VOID.dataDump) == dump
              and str(the(d, dataset, VOID.sparqlEndpoint)) == "http://e.org/sparql"
              and (None, DCAT.servesDataset, dataset) in d, "every option", d.serialize())
    d, dataset, _ = described(name, "-p", "http://e.org/me")
    tap.check(str(the(d, dataset, DCTERMS.publisher)) == "http://e.org/me", "a publisher's IRI")
    for option, value in (("-b", "kg/"), ("-b", "http://e.org/kg"), ("-d", "x y"), ("-l", "MIT"),
                          ("-i", "2023-02-29"), ("-i", "today"), ("-i", "2023-13-01"),
                          ("-s", "ftp://e.org/"), ("-s", "http://me:pw@e.org/"), ("-u", "files"),
                          ("-f", "pdf")):
        done = tap.run("describe", sample, option, value)
        tap.check(done.returncode == 2 and done.stderr.count(b"\n") == 1 and not done.stdout,
                  f"describe {option} {value}: refused", done.stderr)


def check_sameness(folder, sample):
    """The same triples are the same data set, whatever file they come in."""
    _, dataset, first = described(sample)
    _, _, second = described(sample)
    tap.check(first == second, "the same bytes")
    lines = folder / "sample.nt"
    graph = rdflib.Graph().parse(data=SAMPLE.split("_:blank", maxsplit=1)[0], format="turtle")
    plain = folder / "plain.ttl"
    plain.write_text(SAMPLE.split("_:blank", maxsplit=1)[0])
    lines.write_text(graph.serialize(format="nt"))
    _, by_turtle, _ = described(plain)
    _, by_lines, _ = described(lines)
    tap.check(by_turtle == by_lines != dataset, "one IRI for the same triples in two formats")


def check_publishing(folder, sample):
    """publish --description puts it into a graph of its own, named after it."""
    store = Store()
    out = folder / "void.ttl"
    done = tap.run("describe", sample, "-o", out, "-d", "http://e.org/d")
    done = tap.run("publish", sample, "-g", "http://e.org/g", "-e", store.url, "-v",
                   "--description", out)
    tap.check(done.returncode == 0 and set(store.graphs)
              == {"http://e.org/g", "http://e.org/d/description"},
              "publish --description", f"{done.stderr}\n{list(store.graphs)}")
    done = tap.run("publish", sample, "-g", "http://e.org/g", "-e", store.url, "-f", sample)
    tap.check(done.returncode == 3 and b"0 resources" in done.stderr,
              "what is no description is refused", done.stderr)
    store.close()


def main():
    """On a sample, and on the example article's graph."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = folder / "sample.ttl"
        sample.write_text(SAMPLE)
        check_file(sample, "sample")
        check_options(folder, sample)
        check_sameness(folder, sample)
        check_publishing(folder, sample)
        if tap.has_model():
            tap.run("build", tap.SOURCE / "examples/rice-export-ban.txt", "-o", folder / "out")
            check_file(folder / "out" / "graph.ttl", "example")
        else:
            tap.skip("the example's graph", "no model/graphwright.gwm")
    tap.done()


main()
