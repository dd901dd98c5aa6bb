"""What an article says of itself: who speaks in an interview, its sections, who wrote it."""
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

tap.need("rdflib")
tap.need_model()
import rdflib  # noqa: E402

DATA = tap.SOURCE / "tests/article/data"
PREFIXES = {"gw": "https://graphwright.org/ns#",
            "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "schema": "http://schema.org/"}  # rdflib's own has https
QUERIES = {
    "claims": """SELECT ?who ?said WHERE {
        ?c gw:claimedBy ?s ; rdfs:label ?said . ?s rdfs:label ?who }""",
    "asserted in turns": """SELECT ?said WHERE {
        ?s gw:asserted true ; rdfs:label ?said ; gw:evidence/nif:beginIndex ?at .
        FILTER (?at > 158) }""",
    "sections": """SELECT ?said ?title WHERE {
        ?s rdfs:label ?said ; gw:evidence/gw:section/rdfs:label ?title }""",
    "beside": """SELECT ?said WHERE {
        ?s a gw:Statement ; rdfs:label ?said ; gw:evidence/gw:section/a gw:Biography }""",
    "author": """SELECT ?name ?office ?at WHERE {
        ?d schema:author ?a . ?a rdfs:label ?name ; schema:jobTitle ?office ;
        schema:affiliation/rdfs:label ?at }""",
    "modified": "SELECT ?date WHERE { ?d schema:dateModified ?date }",
}


def graph_of(name):
    """The graph that is built from one of the articles."""
    with tempfile.TemporaryDirectory() as folder:
        done = tap.run("build", DATA / name, "-o", folder)
        tap.check(done.returncode == 0, f"build {name}", done.stderr)
        return rdflib.Graph().parse(Path(folder) / "graph.ttl", format="turtle")


def ask(graph, query):
    """The rows of an answer, as text."""
    return {tuple(map(str, row)) for row in graph.query(QUERIES[query], initNs=PREFIXES)}


interview = graph_of("interview-labels.txt")
claims = ask(interview, "claims")
tap.check(("Rosa Albers", "Rosa Albers writes three letters") in claims,
          "\"I\" is who speaks, under the full name", claims)
tap.check({who for who, _ in claims} == {"Rosa Albers"}, "nobody else claims anything", claims)
tap.check(not ask(interview, "asserted in turns"), "neither questions nor answers are facts",
          ask(interview, "asserted in turns"))

brief = graph_of("policy-brief.txt")
sections = ask(brief, "sections")
tap.check(any(title == "2. What to do" and "meter" in said for said, title in sections),
          "statements are found by their section", sections)

opinion = graph_of("op-ed.txt")
tap.check(ask(opinion, "author") == {("Helle Kragh", "senior fellow",
                                      "Institute of Coastal Studies")},
          "the biography tells office and affiliation", ask(opinion, "author"))
beside = ask(opinion, "beside")
tap.check(all("Helle Kragh" in said[0] for said in beside),
          "the biography is no part of the argument", beside)
tap.check(ask(opinion, "modified") == {("2023-05-05",)}, "the day of the last change")
tap.done()
