#!/usr/bin/env python3
"""Time and memory of merging a million triples, without links and with them.

merge.py GRAPH.ttl... [--triples N] [--files N]

Makes N files (4) of N triples in all (1,000,000) out of the graphs of articles: each copy has a
document of its own, and in every second copy the entities have labels of their own, save the shared
ones. Then merges them, and prints seconds and the most memory. Needs GRAPHWRIGHT, the program.
"""
import argparse
import os
import re
import resource
import subprocess
import tempfile
import time
from pathlib import Path

PROGRAM = os.environ.get("GRAPHWRIGHT", "./graphwright")


def lines_of(graph):
    """A graph as N-Triples, one triple a line."""
    done = subprocess.run([PROGRAM, "merge", "--no-links", "-f", "ntriples", str(graph)],
                          check=True, capture_output=True)
    return done.stdout.decode().splitlines(keepends=True)


def copied(lines, number):
    """The lines for another document, whose things have other names half the time."""
    text = "".join(lines)
    for document in set(re.findall(r"/doc/([0-9a-f]{12})", text)):
        text = text.replace(document, f"{(int(document, 16) + number) % 16**12:012x}")
    if number % 2:
        text = re.sub(r'(/entity/[^> ]*> <http://www\.w3\.org/2000/01/rdf-schema#label> "[^"]*)"',
                      rf'\1 {number}"', text)
    return text


def write_files(graphs, folder, triples, files):
    """The synthetic files, and how many triples they have."""
    sources = [lines_of(graph) for graph in graphs]
    paths, total = [], 0
    for index in range(files):
        path = Path(folder) / f"part{index}.nt"
        with open(path, "w", encoding="utf-8") as out:
            while total < triples * (index + 1) // files:
                lines = sources[total % len(sources)]
                out.write(copied(lines, total))
                total += len(lines)
        paths.append(str(path))
    return paths, total


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("graphs", nargs="+")
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=4)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths, total = write_files(arguments.graphs, folder, arguments.triples, arguments.files)
        for options in (["--no-links"], []):
            before = time.perf_counter()
            done = subprocess.run([PROGRAM, "merge", *options, *paths, "-o", f"{folder}/out.ttl"],
                                  check=True, capture_output=True)
            seconds = time.perf_counter() - before
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"{total} triples in {len(paths)} files, {' '.join(options) or 'with links'}: "
                  f"{seconds:.1f} s, at most {memory:.0f} MB; "
                  f"{done.stdout.decode().split(': ', 1)[1].strip()}")


main()
