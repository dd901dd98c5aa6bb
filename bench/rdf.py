"""Times writers of RDF, and reading, joining and writing files, on one core; prints tables.

rdf.py --rdf PROGRAM --graphwright PROGRAM [--triples N] [--runs N] [--folder DIR] ARTICLE...

The graphs of the articles are copied, each copy with a document id of its own, until there are N
triples: in the order of the documents, and shuffled. Each figure is the median of the runs, with
the lowest and the highest in brackets; the programs take turns, so that all meet the same load.
"""
import argparse
import hashlib
import multiprocessing
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

FORMATS = {"turtle": ".ttl", "ntriples": ".nt"}


def lines_of(args, article):
    """The N-Triples of an article's graph."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([args.graphwright, "build", article, "-o", folder], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        out = os.path.join(folder, "graph.nt")
        subprocess.run([args.rdf, "union", "ntriples", out, os.path.join(folder, "graph.ttl")],
                       check=True)
        with open(out, encoding="utf-8") as file:
            return file.read()


def write_copies(texts, count, path):
    """Copies of the texts in turn, each with document ids of its own; returns the lines."""
    lines, number = [], 0
    while len(lines) < count:
        text = texts[number % len(texts)]
        for name in set(re.findall("/doc/([0-9a-f]{12})", text)):
            copy = hashlib.sha256(f"{name} {number}".encode()).hexdigest()[:12]
            text = text.replace(name, copy)
        lines += text.splitlines(keepends=True)
        number += 1
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(lines[:count])
    return lines[:count]


class Data:
    """The files that are measured, in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.documents = os.path.join(folder, "documents.nt")
        self.shuffled = os.path.join(folder, "shuffled.nt")
        self.turtle = os.path.join(folder, "documents.ttl")
        self.parts = [os.path.join(folder, f"part{i}.ttl") for i in range(4)]

    def make(self, args):
        texts = [lines_of(args, article) for article in args.articles]
        lines = write_copies(texts, args.triples, self.documents)
        for i, part in enumerate(self.parts):
            with open(part + ".nt", "w", encoding="utf-8") as file:
                file.writelines(lines[i * len(lines) // 4:(i + 1) * len(lines) // 4])
            subprocess.run([args.rdf, "union", "turtle", part, part + ".nt"], check=True)
        random.Random(1).shuffle(lines)
        with open(self.shuffled, "w", encoding="utf-8") as file:
            file.writelines(lines)
        subprocess.run([args.rdf, "union", "turtle", self.turtle, self.documents], check=True)

    def out(self, name):
        return os.path.join(self.folder, name)


def measure(command, stdout=None):
    """Seconds, seconds of processor time and megabytes at the most of a program; its output."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=stdout or subprocess.PIPE)
    output = b"" if stdout else process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"rdf.py: failed: {' '.join(command)}")
    return (time.monotonic() - begin, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024), output.decode()


def write_cost(args, writer, syntax, source, out, prefixes):
    command = [args.rdf, "write", writer, syntax, source, out] + prefixes
    _, output = measure(command)
    return None if output.strip() == "absent" else tuple(map(float, output.split()))


def take_turns(jobs, runs):
    """{name: costs of its runs}, without those that are absent."""
    costs = {name: [] for name in jobs}
    for _ in range(runs):
        for name, job in jobs.items():
            cost = job()
            if cost:
                costs[name].append(cost)
    return costs


def print_table(title, costs, triples):
    print(f"\n{title}")
    print(f"  {'':34} {'CPU seconds':>22} {'triples/s':>10} {'times ours':>10} {'wall s':>7} "
          f"{'MB':>6}")
    ours = statistics.median(cost[1] for cost in next(iter(costs.values())))
    for name, runs in costs.items():
        if not runs:
            print(f"  {name:34} absent")
            continue
        cpu = [cost[1] for cost in runs]
        middle = statistics.median(cpu)
        spread = f"{middle:.2f} ({min(cpu):.2f}-{max(cpu):.2f})"
        print(f"  {name:34} {spread:>22} {triples / middle:>10,.0f} {middle / ours:>10.2f} "
              f"{statistics.median(cost[0] for cost in runs):>7.2f} "
              f"{statistics.median(cost[2] for cost in runs):>6,.0f}")


def bench_writers(args, data):
    for name, source in (("documents", data.documents), ("shuffled", data.shuffled)):
        for syntax, extension in FORMATS.items():
            out = data.out("written" + extension)
            jobs = {"ours (sorts, finds prefixes)" if syntax == "turtle" else "ours (sorts)":
                    lambda: write_cost(args, "ours", syntax, source, out, [])}
            for writer in ("serd", "raptor"):
                jobs[writer] = lambda w=writer: write_cost(args, w, syntax, source, out, [])
                if syntax == "turtle":
                    jobs[writer + ", given our prefixes"] = (
                        lambda w=writer: write_cost(args, w, syntax, source, out, [data.turtle]))
            print_table(f"Writing {syntax} from memory, {name}", take_turns(jobs, args.runs),
                        args.triples)


def convert_cost(command, out=None):
    if not shutil.which(command[0]):
        return None
    if out:
        with open(out, "wb") as file:
            return measure(command, file)[0]
    return measure(command)[0]


def bench_files(args, data):
    names = {"turtle": ("turtle", "turtle"), "ntriples": ("ntriples", "ntriples")}
    for source_syntax, syntax in (("ntriples", "turtle"), ("turtle", "ntriples"),
                                  ("turtle", "turtle")):
        source = data.documents if source_syntax == "ntriples" else data.turtle
        out = data.out("converted" + FORMATS[syntax])
        serd, raptor = names[source_syntax], names[syntax]
        jobs = {
            "ours (reads by Raptor, sorts)":
                lambda: convert_cost([args.rdf, "union", syntax, out, source]),
            "serdi": lambda: convert_cost(["serdi", "-i", serd[0], "-o", raptor[0], source], out),
            "rapper": lambda: convert_cost(["rapper", "-q", "-i", serd[0], "-o", raptor[0],
                                            source], out),
        }
        print_table(f"From a file of {source_syntax} to a file of {syntax}",
                    take_turns(jobs, args.runs), args.triples)


def bench_union(args, data):
    out = data.out("union.ttl")
    jobs = {"union of four Turtle files":
            lambda: convert_cost([args.rdf, "union", "turtle", out] + data.parts)}
    print_table("Joining files", take_turns(jobs, args.runs), args.triples)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rdf", required=True)
    parser.add_argument("--graphwright", required=True)
    parser.add_argument("--triples", type=int, default=1000000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", help="where the files are made; default: a temporary one")
    parser.add_argument("articles", nargs="+")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        data = Data(folder)
        # In a process of its own: what this one holds counts as the memory of those it starts.
        maker = multiprocessing.Process(target=data.make, args=(args,))
        maker.start()
        maker.join()
        if maker.exitcode:
            sys.exit("rdf.py: could not make the files")
        bench_writers(args, data)
        bench_files(args, data)
        bench_union(args, data)


if __name__ == "__main__":
    main()
