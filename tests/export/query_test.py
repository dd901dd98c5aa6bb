"""`graphwright query` answers as Oxigraph does, or says what it cannot do: data/queries.txt.

query_test.py --renew FILE writes the cases again, with what is refused now.
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import answers  # noqa: E402
from answers import tap  # noqa: E402
import pyoxigraph as ox  # noqa: E402

DATA = Path(__file__).resolve().parent / "data"
W3C = "http://www.w3.org/"
PREFIXES = f"""PREFIX : <http://example.org/> PREFIX xsd: <{W3C}2001/XMLSchema#>
PREFIX rdf: <{W3C}1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <{W3C}2000/01/rdf-schema#> """


def cases():
    """(name, what the refusal says or None, query) of each case."""
    text = (DATA / "queries.txt").read_text(encoding="utf-8")
    for case in re.split(r"^== ", text, flags=re.M)[1:]:
        head, query = case.split("\n", 1)
        name, _, refusal = head.partition(" !! ")
        yield name, refusal or None, query.rstrip("\n")


def answer_of(store, query):
    """(Oxigraph's rows, our rows or None, our message)."""
    graph = query.startswith("CONSTRUCT")
    names, expected = answers.of_oxigraph(store, PREFIXES + query)
    got, message = answers.of_graphwright([DATA / "people.trig"], PREFIXES + query, names, graph)
    ordered = "order by" in query.lower() or graph
    return (expected, got, message) if ordered or got is None else \
        (sorted(expected), sorted(got), message)


def check(store, name, refusal, query):
    """One test point."""
    if refusal:
        got, message = answers.of_graphwright([DATA / "people.trig"], PREFIXES + query, [])
        tap.check(got is None and refusal in message, f"{name} is refused", message)
        return
    expected, got, message = answer_of(store, query)
    tap.check(got == expected, name, f"{query}\nexpected {expected}\ngot      {got}\n{message}")


def renew(path):
    """Write all cases with the refusals that there are."""
    with open(path, "w", encoding="utf-8") as out:
        text = (DATA / "queries.txt").read_text(encoding="utf-8")
        out.write(text[:text.index("== ")])
        for name, _, query in cases():
            result = tap.run("query", DATA / "people.trig", PREFIXES + query)
            message = result.stderr.decode().strip()
            feature = re.search(r"cannot do (.*?); ", message) or re.search(r":\d+: (.*)", message)
            refusal = f" !! {feature[1][:70].strip()}" if message else ""
            out.write(f"== {name}{refusal}\n{query}\n")


def main():
    """Every case."""
    if "--renew" in sys.argv:
        renew(sys.argv[2])
        return
    with open(DATA / "people.trig", "rb") as data:
        store = answers.store_of(data.read(), ox.RdfFormat.TRIG)
    for name, refusal, query in cases():
        check(store, name, refusal, query)
    tap.done()


main()
