"""The cookbook is true: every query of doc/cookbook.md gives the answer that stands below it, and
Oxigraph gives the same rows.

cookbook_test.py --renew writes the answers into doc/cookbook.md again. Read them before you
commit: an answer that shows a reading gone wrong is no recipe.
"""
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "export"))
import answers  # noqa: E402
from answers import tap  # noqa: E402

tap.need_model()
import pyoxigraph as ox  # noqa: E402

BOOK = tap.SOURCE / "doc/cookbook.md"
ARTICLES = ("rice-export-ban", "heat-at-work", "seasonal-visas")
RECIPE = re.compile(r"(```sparql\n)(.*?)(```\n\n```(?:text|turtle)\n)(.*?)(```\n)", re.S)
KEYWORD = re.compile(r"\b(SELECT|ASK|CONSTRUCT)\b")


def build(folder):
    """The graphs of the articles, as the cookbook's first lines build them."""
    files = []
    for article in ARTICLES:
        result = tap.run("build", tap.SOURCE / f"examples/{article}.txt", "-o", folder / article)
        tap.check(result.returncode == 0, f"build {article}", result.stderr.decode())
        files.append(folder / article / "graph.ttl")
    return files


def store_of(files):
    """All that `graphwright query --vocabulary` sees, and the prefixes of its files."""
    store, prefixes = ox.Store(), {}
    names = ("vocabulary.ttl", "relations.ttl")
    for path in [*files, *(tap.SOURCE / "ontology" / name for name in names)]:
        text = path.read_text(encoding="utf-8")
        store.load(text.encode(), format=ox.RdfFormat.TURTLE)
        prefixes |= dict(re.findall(r"^@prefix ([\w-]*): <(.*)> \.", text, re.M))
    return store, "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items())


def same_rows(store, prefixes, files, query):
    """Whether Oxigraph gives the rows that we give; in order, where the query says one."""
    graph = KEYWORD.search(query)[1] == "CONSTRUCT"
    names, expected = answers.of_oxigraph(store, prefixes + query)
    got, message = answers.of_graphwright([*files, "--vocabulary"], query, names, graph)
    order = list if "ORDER BY" in query or graph or got is None else sorted
    good = got is not None and order(got) == order(expected)
    return good, f"{message}\nOxigraph {order(expected)}\nhere     {got}"


def answer(files, query):
    """What the program prints."""
    result = tap.run("query", *files, "--vocabulary", query)
    return result.stdout.decode(), result.stderr.decode()


def renew(files):
    """Write the present answers into the book."""
    def fresh(match):
        out, error = answer(files, match[2])
        print(match[2], out, error, sep="\n")
        return match[1] + match[2] + match[3] + out + match[5]
    text = BOOK.read_text(encoding="utf-8")
    BOOK.write_text(RECIPE.sub(fresh, text), encoding="utf-8")


def check(store, prefixes, files, recipe):
    """Two test points."""
    name = " ".join(recipe[2].split())[:70]
    out, error = answer(files, recipe[2])
    tap.check(out == recipe[4], f"the book's answer to {name}",
              f"{error}{out}\nafter a change of the reading: cookbook_test.py --renew")
    good, detail = same_rows(store, prefixes, files, recipe[2])
    tap.check(good, f"Oxigraph's answer to {name}", detail)


def main():
    """All recipes."""
    with tempfile.TemporaryDirectory() as folder:
        files = build(Path(folder))
        if "--renew" in sys.argv:
            renew(files)
            return
        store, prefixes = store_of(files)
        recipes = list(RECIPE.finditer(BOOK.read_text(encoding="utf-8")))
        for recipe in recipes:
            check(store, prefixes, files, recipe)
        tap.check(len(recipes) >= 25, "there are 25 recipes")
    tap.done()


main()
