"""--min-confidence: what stays, under which number, and what goes with what is left out."""
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

ARTICLE = tap.SOURCE / "examples/rice-export-ban.txt"
STATEMENT = re.compile(r"^  (S\d+) .* ([01]\.\d\d)}$", re.M)
TRIPLE = re.compile(r"^<(.*?)> <(.*?)> (.*) \.$", re.M)


def statements(*options):
    """Confidence of every listed statement, by its number."""
    done = tap.run("list", ARTICLE, *options)
    return {number: float(confidence)
            for number, confidence in STATEMENT.findall(done.stdout.decode())}


def test_list():
    """Lists with a higher bound are parts of lists with a lower one."""
    every = statements()
    tap.check(len(every) > 50, "statements are listed with their confidence", len(every))
    tap.check(statements("-c", "0") == every, "0 keeps all")
    tap.check(not statements("--min-confidence=1"), "nothing is certain")
    for least in (0.5, 0.7, 0.8):
        kept = statements("-c", least)
        tap.check(kept.items() <= every.items() and min(kept.values()) >= least,
                  f"-c {least} keeps statements with their numbers", kept)
    tap.check(len(every) > len(statements("-c", 0.7)) > len(statements("-c", 0.8)) > 0,
              "more is left out by a higher bound")


def test_graph(folder):
    """No statement below the bound is in the graph, and no entity hangs in the air."""
    done = tap.run("build", ARTICLE, "-o", folder, "-f", "ntriples", "-c", "0.8")
    tap.check(done.returncode == 0, "a graph of the surest statements is built", done.stderr)
    triples = TRIPLE.findall((folder / "graph.nt").read_text(encoding="utf-8"))
    values = [float(o.split('"')[1]) for _, p, o in triples if p.endswith("/confidence")
              or p.endswith("#confidence")]
    tap.check(len(values) > 10 and min(values) >= 0.8, "no statement is less sure", values)
    subjects = {s for s, _, _ in triples}
    missing = [o for _, _, o in triples
               if "/kg/" in o and "/entity/" in o and o.strip("<>") not in subjects]
    tap.check(not missing, "whatever is spoken of is described", missing)


def main():
    """All of it, where there is a model."""
    tap.need_model()
    test_list()
    with tempfile.TemporaryDirectory() as folder:
        test_graph(Path(folder) / "out")
    tap.done()


if __name__ == "__main__":
    main()
