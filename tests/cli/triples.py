"""What the tests against real stores share: files to publish, and what every store must do."""
import os
from dataclasses import dataclass
from pathlib import Path

import tap

TURTLE = """@prefix e: <http://example.org/> .
e:a e:name "é"@en , "two\\nlines", "quote \\" and \\\\" ; e:size 0.90 , 7 , true .
e:a e:day "2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date> ; e:see <http://example.org/ü> .
"""
TRIG = """@prefix e: <http://example.org/> .
e:g1 { e:a e:name "one" . e:b e:knows e:a }
e:g2 { e:a e:name "two" }
"""


@dataclass
class Files:
    """Paths, and how many triples the first two have."""
    turtle: Path
    count: int
    small: Path
    small_count: int
    trig: Path
    large: Path


def example(folder):
    """The example article's graph, or a small one where there is no language model."""
    small, trig, large = (folder / n for n in ("small.ttl", "small.trig", "large.nt"))
    small.write_text(TURTLE)
    trig.write_text(TRIG)
    large.write_text("".join(
        f'<http://example.org/s{i}> <http://example.org/p> "{"x" * 90} {i}" .\n'
        for i in range(15000)))
    if not tap.has_model():
        return Files(small, 8, small, 8, trig, large)
    tap.run("build", tap.SOURCE / "examples/rice-export-ban.txt", "-o", folder / "out", "-f",
            "ntriples")
    graph = folder / "out" / "graph.nt"
    return Files(graph, graph.read_text().count("\n"), small, 8, trig, large)


class Publisher:
    """Runs publish for one store."""

    def __init__(self, endpoint, folder, **environment):
        self.endpoint = endpoint
        kept = {k: v for k, v in os.environ.items() if not k.startswith("GRAPHWRIGHT_")
                or k in ("GRAPHWRIGHT_DATA", "GRAPHWRIGHT_SOURCE")}
        self.environment = {**kept, "HOME": str(folder), **environment}

    def run(self, *arguments, **environment):
        """The result of publish."""
        return tap.run("publish", *arguments, "-e", self.endpoint,
                       env={**self.environment, **environment})


def check_store(publish, count, files, graph):
    """Replacing, adding, named graphs and parts; `count` gives the triples of a graph."""
    def check(arguments, good, name):
        done = publish.run(*arguments)
        tap.check(done.returncode == 0 and b"read back and equal" in done.stdout and good(), name,
                  f"{done.stdout.decode()}\n{done.stderr.decode()}")
    check((files.turtle, "-g", graph, "-v"), lambda: count(graph) == files.count,
          "a graph goes up and comes back")
    check((files.turtle, "-g", graph, "-v"), lambda: count(graph) == files.count,
          "publishing it again changes nothing")
    check((files.trig, "-v"), lambda: (count("http://example.org/g1"),
                                       count("http://example.org/g2")) == (2, 1), "named graphs")
    other = graph + "-other"
    check((files.small, "-g", other, "-v"), lambda: count(other) == files.small_count,
          "literals of many kinds come back")
    check((files.trig, "--add", "-g", other, "-v"), lambda: count(other) == files.small_count,
          "--add with nothing for this graph leaves it")
    check((files.large, "--add", "-g", other, "-v", "-c", "1"),
          lambda: count(other) == files.small_count + 15000, "--add, in parts")
    check((files.large, "--replace", "-g", other, "-v", "-c", "1"),
          lambda: count(other) == 15000, "--replace, in parts")
