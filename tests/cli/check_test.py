"""graphwright check: what it says, on which line, and with which exit status."""
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

PREFIXES = """@prefix : <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
SHAPES = PREFIXES + ":Sized sh:targetSubjectsOf :size ; sh:property :Size .\n" \
    ":Size sh:path :size ; sh:maxInclusive 5 ; sh:message \"Smaller, please\" .\n"
# Shapes that are refused: what stands in the fifth line, and words of the message.
REFUSED = (
    (":S sh:targetClass :C ; sh:sparql [ sh:select \"\" ] .", "sh:sparql is not supported"),
    (":S a sh:NodeShape ; sh:rule [] .", "sh:rule is not supported"),
    (":S a sh:NodeShape ; sh:minimumCount 1 .", "sh:minimumCount is not supported"),
    (":S a sh:NodeShape ; <https://graphwright.org/shapes#facts> true .",
     "shape:facts is not supported"),
    (":S a sh:NodeShape ; sh:target [] .", "sh:target is not supported"),
    (":s a owl:Ontology ; sh:entailment :rdfs .", "sh:entailment is not supported"),
    (":s a owl:Ontology ; owl:imports :other .", "owl:imports is not followed"),
    (":S sh:targetClass :C ; sh:minCount 1 .", "sh:minCount is for shapes with a sh:path"),
    (":S sh:path :p ; sh:minCount 1, 2 .", "sh:minCount stands there more than once"),
    (":S sh:path :p ; sh:minCount -1 .", "no whole number"),
    (":S sh:path :p ; sh:minCount \"1\" .", "no whole number"),
    (":S sh:path :p, :q ; sh:minCount 1 .", "more than once"),
    (":S sh:path \"p\" ; sh:minCount 1 .", "no property path"),
    (":S sh:path (:p) ; sh:minCount 1 .", "needs two at least"),
    (":S sh:path :p ; sh:pattern \"(\" .", "sh:pattern, at character 1"),
    (":S sh:path :p ; sh:pattern \"a\" ; sh:flags \"g\" .", "sh:flags \"g\""),
    (":S sh:path :p ; sh:nodeKind sh:Iri .", "six kinds"),
    (":S sh:path :p ; sh:datatype \"x\" .", "sh:datatype is no IRI"),
    (":S sh:path :p ; sh:minInclusive :five .", "sh:minInclusive is no literal"),
    (":S sh:path :p ; sh:in :list .", "a list is not well-formed"),
    (":S sh:or (:A \"B\") .", "is a literal, not a shape"),
    (":S sh:path :p ; sh:uniqueLang \"yes\" .", "neither true nor false"),
    (":S sh:path :p ; sh:qualifiedMinCount 1 .", "needs a sh:qualifiedValueShape"),
    (":S a :Nothing .", "no shapes in it"),
)
FORMATS = {
    "a.nt": ("<http://example.org/a> <http://example.org/size> \"4\" .\n"
             "<http://example.org/a> <http://example.org/size> \"7\"^^"
             "<http://www.w3.org/2001/XMLSchema#integer> .\n", (1, 2)),
    "a.nq": ("<http://example.org/c> <http://example.org/size> \"4\" <http://example.org/g> .\n\n"
             "<http://example.org/b> <http://example.org/size> \"5\" .\n", (1, 3)),
    "a.trig": (PREFIXES + ":g {\n  :a :size 4, 9 .\n  :a :size\n   8\n}\n:b :size 6 .\n",
               (6, 8, 10)),
    "a.rdf": ("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
              "  xmlns=\"http://example.org/\">\n<rdf:Description rdf:about=\"http://e/a\">\n"
              "<size>4</size>\n<size>x</size>\n</rdf:Description>\n</rdf:RDF>\n", (4, 5)),
}


def write(folder, name, text):
    """A file in the folder."""
    path = Path(folder) / name
    path.write_text(text, encoding="utf-8")
    return path


def lines_of(run, name):
    """The lines of a file that a report names."""
    said = run.stdout.decode().splitlines()
    return tuple(int(line.split(":")[1]) for line in said if line.startswith(name + ":"))


def try_shapes(folder):
    """Shapes that cannot be taken at their word are refused, with their line."""
    data = write(folder, "data.ttl", PREFIXES + ":a :size 5 .\n")
    for shapes, words in REFUSED:
        path = write(folder, "shapes.ttl", PREFIXES + shapes + "\n")
        run = tap.run("check", "--shapes", path, data)
        said = run.stderr.decode()
        place = f"{path}: " if "no shapes" in words else f"{path}:5: "
        tap.check(run.returncode == 3 and said.count("\n") == 1 and place in said
                  and words in said and not run.stdout, f"refused: {words}", said)


def try_formats(folder):
    """Lines in every syntax that is read; several files at once."""
    shapes = write(folder, "shapes.ttl", SHAPES)
    for name, (text, lines) in FORMATS.items():
        write(folder, name, text)
        run = tap.run("check", "--shapes", shapes, name, cwd=folder)
        tap.check(run.returncode == 6 and lines_of(run, name) == lines, f"{name}: lines {lines}",
                  run.stdout + run.stderr)
    run = tap.run("check", "--shapes", shapes, *FORMATS, cwd=folder)
    tap.check(all(lines_of(run, name) == lines for name, (_, lines) in FORMATS.items()),
              "several files, each with its lines", run.stdout)
    tap.check(run.stdout.decode().splitlines()[-1].startswith("4 files, "), "and one summary")


def try_statuses(folder):
    """What conforms, what does not, and what cannot be read."""
    shapes = write(folder, "shapes.ttl", SHAPES)
    good = write(folder, "good.ttl", PREFIXES + ":a :size 5 .\n")
    broken = write(folder, "broken.ttl", PREFIXES + ":a :size\n")
    flawed = write(folder, "flawed.ttl", PREFIXES
                   + ":a :size 5 .\n:b\n :size \"x\"^^<relative iri> .\n")
    for name, arguments, status, words in (
            ("conforming data", ["--shapes", shapes, good], 0, "1 triple, 2 shapes: conforms"),
            ("a broken file", ["--shapes", shapes, broken], 3, "broken.ttl:"),
            ("a term that no graph takes", ["--shapes", shapes, flawed], 3, "flawed.ttl:7: "),
            ("a missing file", ["--shapes", shapes, "none.ttl"], 4, "none.ttl"),
            ("missing shapes", ["--shapes", "none.ttl", good], 4, "none.ttl"),
            ("no RDF by its name", [__file__], 2, "no RDF file by its name"),
            ("no file", [], 2, "say which FILE"),
            ("an unknown format", ["--format=xml", good], 2, "no format 'xml'")):
        run = tap.run("check", *arguments)
        said = (run.stdout + run.stderr).decode()
        tap.check(run.returncode == status and words in said and said.count("\n") == 1,
                  f"{name}: exit status {status}", said)


def try_cycle(folder):
    """Shapes without end are an error, not a crash."""
    shapes = write(folder, "shapes.ttl", PREFIXES + ":S sh:targetSubjectsOf :p ; sh:property "
                   "[ sh:path :p ; sh:node :S ] .\n")
    data = write(folder, "data.ttl", PREFIXES + ":a :p :a .\n")
    run = tap.run("check", "--shapes", shapes, data)
    tap.check(run.returncode == 3 and b"recursive shapes have no defined meaning" in run.stderr,
              "recursion without end is refused", run.stderr)


with tempfile.TemporaryDirectory() as place:
    try_shapes(place)
    try_formats(place)
    try_statuses(place)
    try_cycle(place)
tap.done()
