"""The README is true: its Turtle stands in the graph of its example, its queries give its answers.

A ```turtle block is parsed and every triple looked up; a ```sparql block is run on the graph, and
its rows must be those of the ```text block that follows it, in that order.
"""
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need("pyoxigraph")
tap.need_model()
import pyoxigraph  # noqa: E402

EXAMPLE = "examples/rice-export-ban.txt"


def blocks(text):
    """The fenced blocks as (language, content)."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S)


def prefixes(turtle):
    """The @prefix lines of a graph, as Turtle and as SPARQL."""
    lines = [line for line in turtle.splitlines() if line.startswith("@prefix")]
    return ("\n".join(lines) + "\n",
            "\n".join(line.replace("@prefix", "PREFIX").rstrip(" .") for line in lines) + "\n")


def cell(term):
    """A result's term as the README shows it."""
    return "" if term is None else term.value


def rows(store, query):
    """The answer to a query as lines "a | b"."""
    return [" | ".join(cell(term) for term in row) for row in store.query(query)]


def graph_of(article):
    """The Turtle that `graphwright build` writes for an article."""
    with tempfile.TemporaryDirectory() as out:
        result = tap.run("build", tap.SOURCE / article, "-o", out)
        tap.check(result.returncode == 0, f"build {article}", result.stderr.decode())
        return (Path(out) / "graph.ttl").read_text(encoding="utf-8")


def check_turtle(store, block, header):
    """Every triple of a Turtle block stands in the store."""
    missing = [t for t in pyoxigraph.parse(header + block, format=pyoxigraph.RdfFormat.TURTLE)
               if not list(store.quads_for_pattern(t.subject, t.predicate, t.object))]
    tap.check(not missing, "the README's Turtle stands in the graph",
              "\n".join(str(t) for t in missing))


def main():
    """One test point a block."""
    readme = (tap.SOURCE / "README.md").read_text(encoding="utf-8")
    turtle = graph_of(EXAMPLE)
    store = pyoxigraph.Store()
    store.load(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    header, sparql_header = prefixes(turtle)
    query, queries = None, 0
    for language, content in blocks(readme):
        if language == "turtle":
            check_turtle(store, content, header)
        elif language == "sparql":
            query, queries = content, queries + 1
        elif language == "text" and query:
            got = rows(store, sparql_header + query)
            tap.check(got == content.splitlines(), f"query {queries} gives the README's answer",
                      "\n".join(got))
            query = None
    tap.check(queries >= 3, "the README has three queries")
    tap.done()


main()
