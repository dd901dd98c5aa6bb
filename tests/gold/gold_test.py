"""The scorer of the gold articles: a small graph, written by hand, whose figures can be counted."""
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need("rdflib")
HERE = tap.SOURCE / "tests/gold"
SCORER = tap.SOURCE / "bench/gold/gold.py"


def score(*arguments):
    """Run the scorer."""
    return subprocess.run([sys.executable, SCORER, *map(str, arguments)], capture_output=True,
                          text=True, timeout=300, check=False)


def check_figures():
    """Every figure of the small article, and what is found, missed and added."""
    expected = (HERE / "harbour.expected").read_text(encoding="utf-8")
    got = score("--graph", HERE / "harbour.ttl", "--show", "--final", HERE / "harbour.gold")
    tap.check(got.stdout == expected, "figures and lists", got.stdout + got.stderr)


def check_unseen():
    """An article kept unseen is scored, but its misses are not shown."""
    got = score("--graph", HERE / "harbour.ttl", "--show", HERE / "harbour.gold")
    tap.check("kept unseen" in got.stdout and "statements, strict" in got.stdout
              and "council |" not in got.stdout, "an unseen article is not shown", got.stdout)


def check_text():
    """The article comes without its marks."""
    got = score("--text", HERE / "harbour.gold")
    tap.check("It will not sell them to Norway, Mara Ostby said." in got.stdout
              and "{" not in got.stdout, "the text has no marks", got.stdout)


def check_articles():
    """Every gold article can be read, and each entity is mentioned."""
    sys.path.insert(0, str(SCORER.parent))
    from gold_article import GoldArticle
    for path in sorted(SCORER.parent.glob("*.gold")):
        article = GoldArticle(path)
        tap.check(len(article.statements) >= 60, f"{path.name}: enough statements")
        absent = [e.label for e in article.entities.values() if not e.mentions]
        tap.check(not absent, f"{path.name}: each entity is mentioned", absent)


def check_errors():
    """A slip of the annotation is told with its line."""
    for wrong, message in (("> {nobody|She} left.", "nobody"), ("> A } stray mark.", "not opened"),
                           ("> {a|Not closed", "not closed"), ("> A.\n= a | b", "not enough"),
                           ("> A.\n= a | b | - | often", "often")):
        with tempfile.NamedTemporaryFile("w", suffix=".gold") as file:
            file.write(f"entity\ta\tThing\t-\tstone\nparagraph\n{wrong}\n")
            file.flush()
            got = score("--text", file.name)
        tap.check(got.returncode == 1 and message in got.stderr and file.name in got.stderr
                  and "Traceback" not in got.stderr, f"refuses {wrong!r}", got.stderr)


check_figures()
check_unseen()
check_text()
check_articles()
check_errors()
tap.done()
