"""The README is true: its Turtle stands in the graph of its example, its queries give its answers.

A ```turtle block is parsed and every triple looked up; a ```sparql block is run on the graph, and
`graphwright query` must print the ```text block that follows it. Oxigraph gives the same rows.
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
    """Oxigraph's answer to a query as lines "a | b"."""
    return [" | ".join(cell(term) for term in row) for row in store.query(query)]


def rows_of(table):
    """The rows of a printed table as such lines."""
    return [" | ".join(c.strip() for c in line.split(" | ")) for line in table.splitlines()[2:]]


def check_answer(number, store, header, path, query, table):
    """A query's answers."""
    result = tap.run("query", path, query)
    tap.check(result.stdout.decode() == table, f"query {number} gives the README's answer",
              (result.stdout + result.stderr).decode())
    got = rows(store, header + query)
    tap.check(got == rows_of(table), f"query {number} gives it on Oxigraph", "\n".join(got))


def build(article, folder):
    """The Turtle file that `graphwright build` writes for an article."""
    result = tap.run("build", tap.SOURCE / article, "-o", folder)
    tap.check(result.returncode == 0, f"build {article}", result.stderr.decode())
    return Path(folder) / "graph.ttl"


def check_turtle(store, block, header):
    """Every triple of a Turtle block stands in the store."""
    missing = [t for t in pyoxigraph.parse(header + block, format=pyoxigraph.RdfFormat.TURTLE)
               if not list(store.quads_for_pattern(t.subject, t.predicate, t.object))]
    tap.check(not missing, "the README's Turtle stands in the graph",
              "\n".join(str(t) for t in missing))


def check_blocks(path):
    """Everything that the README says of the graph."""
    readme = (tap.SOURCE / "README.md").read_text(encoding="utf-8")
    turtle = path.read_text(encoding="utf-8")
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
            check_answer(queries, store, sparql_header, path, query, content)
            query = None
    tap.check(queries >= 3, "the README has three queries")


def main():
    """One test point a block."""
    with tempfile.TemporaryDirectory() as folder:
        check_blocks(build(EXAMPLE, folder))
    tap.done()


main()
