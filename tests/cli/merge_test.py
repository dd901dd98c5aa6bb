"""graphwright merge: its laws on the graphs of real articles, what undoes a link, its errors."""
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

LINK = b"https://graphwright.org/kg/link/"
PAIR = """
@prefix gw: <https://graphwright.org/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://graphwright.org/kg/doc/%s/entity/x> a gw:Person ; rdfs:label "Ann Roe"@en ; gw:named true .
"""


def merge(*arguments):
    result = tap.run("merge", *arguments)
    if result.returncode:
        tap.check(False, "merge " + " ".join(map(str, arguments)), result.stderr.decode())
    return result.stdout


def check_laws(a, b, c, folder):
    """Byte for byte, with links and conflicts."""
    def kept(name, *arguments):
        path = folder / name
        path.write_bytes(merge(*arguments))
        return path

    ab, bc = kept("ab.ttl", a, b), kept("bc.ttl", b, c)
    abc = merge(a, b, c)
    tap.check(merge(a, a) == merge(a), "merge(A, A) = merge(A)")
    tap.check(merge(ab) == ab.read_bytes(), "merge(merge(A, B)) = merge(A, B)")
    tap.check(merge(b, a) == ab.read_bytes(), "merge(B, A) = merge(A, B)")
    tap.check(merge(ab, c) == abc, "merge(merge(A, B), C) = merge(A, B, C)")
    tap.check(merge(a, bc) == abc, "merge(A, merge(B, C)) = merge(A, B, C)")
    tap.check(merge("--no-links", ab) == merge("--no-links", a, b),
              "without links a merged graph is the union")
    tap.check(merge("--no-links", a) == a.read_bytes(), "one graph without links is itself")
    tap.check(LINK in abc, "there are links")


def check_union(a, b):
    """The union is that of another library."""
    try:
        import rdflib
    except ImportError:
        return
    union = rdflib.Graph().parse(data=merge("--no-links", a, b), format="turtle")
    parts = rdflib.Graph().parse(a).parse(b)
    tap.check(set(union) == set(parts), "the union is rdflib's", len(set(union) ^ set(parts)))


def check_articles(folder):
    """The examples, and one of them under another base, so that identifiers meet."""
    if not tap.has_model():
        return
    graphs = []
    for name, base in (("rice-export-ban", "https://graphwright.org/kg/"),
                       ("heat-at-work", "https://graphwright.org/kg/"),
                       ("rice-export-ban", "https://other.example/kg/")):
        out = folder / str(len(graphs))
        built = tap.run("build", tap.SOURCE / f"examples/{name}.txt", "-o", out, "--base", base)
        tap.check(built.returncode == 0, f"build {name}", built.stderr.decode())
        graphs.append(out / "graph.ttl")
    check_laws(*graphs, folder)
    check_union(*graphs[:2])


def check_verdicts(folder):
    """A rejected link stays rejected in every later merge; an accepted one is certain."""
    a, b, rejected = folder / "a.ttl", folder / "b.ttl", folder / "rejected.ttl"
    a.write_text(PAIR % "aaaaaaaaaaaa", encoding="utf-8")
    b.write_text(PAIR % "bbbbbbbbbbbb", encoding="utf-8")
    plain = merge(a, b)
    link = LINK + plain.split(LINK)[1][:12]
    tap.check(b"skos:closeMatch" in plain and b"owl:sameAs" not in plain, "one link is proposed")
    rejected.write_bytes(merge(a, b, "--reject", link.decode()))
    text = rejected.read_bytes()
    tap.check(b"gw:RejectedLink" in text and b"skos:closeMatch" not in text,
              "a rejected link stands for no triple", text.decode())
    tap.check(merge(rejected, a, b) == text, "it stays rejected")
    accepted = merge(a, b, "--accept", link.decode())
    tap.check(b"owl:sameAs <" in accepted or b"owl:sameAs b" in accepted or
              accepted.count(b"owl:sameAs") == 3, "an accepted link is owl:sameAs, both ways",
              accepted.decode())
    tap.check(merge(a, b, "--min-score", "0.9").count(LINK) == 0, "--min-score leaves links out")


def check_errors(folder):
    """Each is one line that says what to do, and nothing is written."""
    good, out = folder / "a.ttl", folder / "none.ttl"
    (folder / "bad.ttl").write_text("<a> <b> .\n", encoding="utf-8")
    (folder / "graph.txt").write_text("", encoding="utf-8")
    for arguments, status, words in (
            ([], 2, b"missing GRAPH"), ([good, "--min-score", "2"], 2, b"0 to 1"),
            ([good, "--min-score", "x"], 2, b"0 to 1"), ([good, "-f", "x"], 2, b"no format"),
            ([good, "--reject", "http://a.example/"], 2, b"no link"),
            ([good, "-n", "--links", "x"], 2, b"--no-links"),
            ([folder / "bad.ttl"], 3, b"bad.ttl"), ([folder / "absent.ttl"], 4, b"absent.ttl"),
            ([folder / "graph.txt"], 2, b".ttl")):
        result = tap.run("merge", *arguments, "-o", out)
        name = "merge " + " ".join(Path(str(a)).name for a in arguments)
        tap.check(result.returncode == status and words in result.stderr
                  and result.stderr.count(b"\n") == 1, name, (result.returncode, result.stderr))
        tap.check(not out.exists(), f"{name}: nothing is written")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_articles(folder)
        check_verdicts(folder)
        check_errors(folder)
    tap.done()


main()
