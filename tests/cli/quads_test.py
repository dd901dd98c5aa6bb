"""build --quads: the plain graph in named graphs, and claims where their speaker is."""
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

tap.need_model()
tap.need("pyoxigraph")
import pyoxigraph  # noqa: E402

GW = "https://graphwright.org/ns#"
PROV = "http://www.w3.org/ns/prov#"
FORMATS = {"trig": pyoxigraph.RdfFormat.TRIG, "nquads": pyoxigraph.RdfFormat.N_QUADS}
ARTICLE = tap.SOURCE / "examples" / "rice-export-ban.txt"


def build(folder, *options):
    """Build the article; the only graph file in the folder."""
    built = tap.run("build", ARTICLE, "-o", folder, *options)
    tap.check(built.returncode == 0, f"build {' '.join(options)}", built.stderr.decode())
    return next(p for p in Path(folder).iterdir() if p.suffix not in (".svg", ".png"))


def quads(*options, format_=None):
    """The quads of the article's graph."""
    with tempfile.TemporaryDirectory() as folder:
        path = build(folder, *options)
        return set(pyoxigraph.parse(path=str(path),
                                    format=format_ or pyoxigraph.RdfFormat.TURTLE)), path.name


plain, _ = quads()
parted, name = quads("--quads", format_=FORMATS["trig"])
tap.check(name == "graph.trig", "TriG is written", name)
default = pyoxigraph.DefaultGraph()
named = {q for q in parted if q.graph_name != default}
tap.check({q.triple for q in named} == {q.triple for q in plain},
          "the named graphs together are the plain graph")
tap.check(len(named) == len(plain), "no triple stands in two graphs")

claimed = {q.subject for q in named if q.predicate.value == GW + "claimedBy"}
graphs = {q.subject: q.graph_name.value for q in named if q.predicate.value == GW + "claimedBy"}
tap.check(claimed and all("/claims/" in g for g in graphs.values()),
          "claims stand in graphs of their own")
tap.check(all(q.subject in claimed for q in named if "/claims/" in q.graph_name.value),
          "graphs of claims hold nothing but claims, and no plain triples")
speakers = {(q.graph_name.value, q.object.value) for q in named
            if q.predicate.value == GW + "claimedBy"}
described = {(q.subject.value, q.object.value) for q in parted if q.graph_name == default
             and q.predicate.value == PROV + "wasAttributedTo"}
tap.check(speakers == described, "the default graph says whose claims each graph has",
          speakers ^ described)

lines, name = quads("--quads", "--format", "nquads", format_=FORMATS["nquads"])
tap.check(lines == parted and name == "graph.nq", "N-Quads say the same")
with tempfile.TemporaryDirectory() as folder:
    path, merged = build(folder, "--quads"), Path(folder) / "merged.trig"
    run = tap.run("merge", path, "-n", "-o", merged)
    tap.check(run.returncode == 0 and merged.read_bytes() == path.read_bytes(),
              "merging keeps named graphs, as the name of the output says", run.stderr.decode())
    run = tap.run("merge", path, "-n", "-o", Path(folder) / "merged.ttl")
    tap.check(run.returncode == 0 and b"does not say which graph" in run.stderr,
              "merging into Turtle warns of their loss", run.stderr.decode())
    page = (tap.SOURCE / "doc" / "graph.md").read_text(encoding="utf-8")
    for number, query in enumerate(page.split("```sparql")[1:], 1):
        run = tap.run("query", path, query.split("```")[0], "--format", "csv")
        tap.check(run.returncode == 0 and run.stdout.count(b"\n") > 1,
                  f"query {number} of doc/graph.md has an answer", run.stderr.decode())
with tempfile.TemporaryDirectory() as folder:
    refused = tap.run("build", ARTICLE, "-o", folder, "-q", "-f", "turtle")
    tap.check(refused.returncode != 0 and b"trig" in refused.stderr
              and not list(Path(folder).iterdir()), "Turtle is refused, with what to take",
              refused.stderr.decode())
tap.done()
