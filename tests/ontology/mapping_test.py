"""Mappings of the user's own: what is read with them, what graphs say, and what faults say.

mapping.tsv and mapping.txt belong together; mapping.expected is their listing. The example beside
an article in examples/ is tried as well. mapping-faults.txt has mappings that are wrong.
"""
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

FOLDER = tap.SOURCE / "tests/ontology"
MAPPING, SENTENCES = FOLDER / "mapping.tsv", FOLDER / "mapping.txt"
EXAMPLE = tap.SOURCE / "examples/power-plants.tsv"
PREFIXES = """PREFIX gw: <https://graphwright.org/ns#> PREFIX m: <https://example.org/mapping#>
              PREFIX ex: <https://example.org/energy#>
              PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
              PREFIX skos: <http://www.w3.org/2004/02/skos/core#> """


def statements(listing):
    """The listed sentences and statements, without confidences, which models change."""
    return [re.sub(r" \d\.\d\d\}$", "}", line) for line in listing.splitlines()
            if re.match(r"\[|  S", line)]


def faults():
    """(mapping, line, words) of mapping-faults.txt."""
    lines = []
    for line in (FOLDER / "mapping-faults.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=> "):
            number, words = line[3:].split(" ", 1)
            yield "\n".join(lines) + "\n", number, words
            lines = []
        elif not line.startswith("#"):
            lines.append(line)


def vocabulary(mapping):
    """What `vocabulary` prints with a mapping (bytes), or the message."""
    ran = tap.run("vocabulary", "--ontology", "-", stdin=mapping)
    return ran.returncode, ran.stdout, ran.stderr.decode()


def check_faults():
    """Every fault is told with its line."""
    for mapping, number, words in faults():
        status, printed, message = vocabulary(mapping.encode())
        tap.check(status == 3 and not printed and message.startswith(f"graphwright: -:{number}: ")
                  and words in message and message.count("\n") == 1, f"line {number}: {words}",
                  message)
    status, _, message = vocabulary(b"ex:\tprefix\thttps://example.org/\xff#\n")
    tap.check(status == 3 and "UTF-8" in message, "bytes that are not UTF-8", message)
    missing = tap.run("vocabulary", "--ontology", "nowhere.tsv")
    tap.check(missing.returncode == 4 and b"nowhere.tsv" in missing.stderr, "a missing file",
              missing.stderr.decode())


def check_spellings():
    """A spreadsheet's table means the same, and so does any order of the lines."""
    plain = MAPPING.read_bytes()
    lines = plain.splitlines(keepends=True)
    wanted = vocabulary(plain)
    tap.check(wanted[0] == 0 and b"rel" in wanted[1], "the mapping is read", wanted[2])
    for name, other in (("CR LF, a byte order mark and empty fields",
                         b"\xef\xbb\xbf" + plain.replace(b"\n", b"\t\t\r\n")),
                        ("spaces around", plain.replace(b"\t", b" \t ")),
                        ("no header", b"".join(lines[1:])),
                        ("the other way round", b"".join(reversed(lines)))):
        tap.check(vocabulary(other)[:2] == wanted[:2] if name != "the other way round" else
                  sorted(vocabulary(other)[1]) == sorted(wanted[1]), name, vocabulary(other)[2])
    tap.check(vocabulary(b"# nothing\n\n")[1] == tap.run("vocabulary").stdout,
              "an empty mapping adds nothing")


def check_reading():
    """What is read with it, and without."""
    listed = tap.run("list", "--lines", "--ontology", MAPPING, SENTENCES).stdout.decode()
    wanted = (FOLDER / "mapping.expected").read_text(encoding="utf-8")
    tap.check(statements(listed) == wanted.splitlines(), "what is read",
              "\n".join(statements(listed)))
    tap.check(re.search(r"^E\d+\tm:Smallholder\tsmallholders\t", listed, re.M) is not None
              and re.search(r"^E\d+\tOrganization\tcommune\t", listed, re.M) is not None,
              "classes of things", listed[:1500])
    plain = tap.run("list", "--lines", SENTENCES).stdout.decode()
    tap.check("--~shelves-->" in plain and "--solves-->" in plain and "--ends--> (tariff)" in plain,
              "without it, the vocabulary's words hold", plain)
    explained = tap.run("explain", "-m", MAPPING, SENTENCES, "ministry").stdout.decode()
    tap.check("phases out" in explained, "explain reads with it", explained)
    for command in (("list",), ("build", "-o", "nowhere"), ("explain",)):
        name = ("x",) if command[0] == "explain" else ()
        ran = tap.run(*command, "-m", "-", SENTENCES, *name, stdin=b"phase out\trelation\tx\n")
        tap.check(ran.returncode == 3 and b"-:1: " in ran.stderr, f"{command[0]}: a fault",
                  ran.stderr.decode())


def graph_with(mapping, article):
    """The graph of an article read with a mapping."""
    with tempfile.TemporaryDirectory() as folder:
        built = tap.run("build", article, "-m", mapping, "-o", folder)
        tap.check(built.returncode == 0, f"build with {mapping.name}", built.stderr.decode())
        return rdflib.Graph().parse(Path(folder) / "graph.ttl", format="turtle")


def rows(graph, query):
    """The answer to a query as sorted lines."""
    return sorted(" | ".join(str(c) for c in row) for row in graph.query(PREFIXES + query))


def check_graph():
    """The graph of the example, and the vocabulary with the example's terms."""
    graph = graph_with(EXAMPLE, EXAMPLE.with_suffix(".txt"))
    told = vocabulary(EXAMPLE.read_bytes())[1]
    both = graph + rdflib.Graph().parse(data=told, format="turtle")
    for name, where, query, wanted in (
            ("own relations are plain triples", graph,
             "SELECT ?a ?b { ?x ex:phasesOut ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }",
             ["France | reactor at Fessenheim", "Germany | last three reactors"]),
            ("the graph explains them", graph,
             "SELECT ?l ?c { ex:phasesOut rdfs:label ?l ; rdfs:comment ?c ; rdfs:subPropertyOf "
             "gw:ends, gw:actionRelation, gw:relatedTo }",
             ["phases out | Takes a plant or a fuel out of use for good."]),
            ("and what they are aligned with", graph,
             "SELECT ?t { ex:supplies skos:closeMatch ?t }", ["http://schema.org/provider"]),
            ("the vocabulary's relations go by another IRI", graph,
             "SELECT ?a ?b { ?x ex:leadsTo ?y . ?x rdfs:label ?a . ?y rdfs:label ?b "
             "FILTER NOT EXISTS { ?x gw:causes ?y } FILTER (?b = \"protests\"@en) }",
             ["closure of the reactors | protests"]),
            ("things have own classes and the vocabulary's", graph,
             "SELECT ?l { ?x a ex:RenewablePlant, gw:Thing ; rdfs:label ?l }",
             ["offshore wind farms", "solar park", "wind farm"]),
            ("and are found by the class above", graph,
             "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a/rdfs:subClassOf* ex:PowerPlant }", ["9"]),
            ("children are found by the vocabulary's relation", both,
             "SELECT ?b { ?p rdfs:subPropertyOf* gw:improves . ?x ?p ?y . ?y rdfs:label ?b }",
             ["coal plant"])):
        tap.check(rows(where, query) == wanted, name, "\n".join(rows(where, query)))


check_faults()
check_spellings()
if tap.has_model():
    check_reading()
try:
    import rdflib
except ImportError:
    tap.skip("the graph", "Python module rdflib is not installed")
else:
    if tap.has_model():
        check_graph()
tap.done()
