"""publish to an Oxigraph server of its own, on loopback (the PyPI package oxigraph)."""
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
import triples  # noqa: E402

SECONDS = 30
GRAPH = "http://example.org/rice"


class Oxigraph:
    """A server with an empty store in memory."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.url = f"http://{address}"
        self.process = subprocess.Popen(
            ["oxigraph", "serve", "--bind", address], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def count(self, graph):
        """Triples in a graph; None for the default graph."""
        pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        asked = urllib.parse.urlencode({"query": f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"})
        request = urllib.request.Request(f"{self.url}/query?{asked}",
                                         headers={"Accept": "text/csv"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=SECONDS) as answer:
            return int(answer.read().split()[1])

    def wait(self):
        """Whether it answers, before long."""
        for _ in range(10 * SECONDS):
            try:
                return self.count(None) == 0
            except OSError:
                time.sleep(0.1)
        return False


def test(server, folder):
    """What every store must do, and the default graph."""
    files = triples.example(folder)
    publish = triples.Publisher(server.url + "/store", folder)
    triples.check_store(publish, server.count, files, GRAPH)
    for option, expected in (("--add", files.count), ("--add", files.count + files.small_count),
                             ("--replace", files.count)):
        graph = files.small if expected > files.count else files.turtle
        done = publish.run(graph, "--default", option, "--verify")
        tap.check(done.returncode == 0 and server.count(None) == expected,
                  f"the default graph, {option}: {expected} triples", done.stderr)
    publish.endpoint = server.url + "/store?graph=http://example.org/own"
    done = publish.run(files.small, "--direct", "--verify")
    tap.check(done.returncode == 0 and server.count("http://example.org/own") == 8,
              "--direct: the URL as it stands", done.stderr)
    publish.endpoint = server.url + "/query"
    done = publish.run(files.small, "-g", GRAPH)
    tap.check(done.returncode == 7 and b"Graph Store Protocol?" in done.stderr,
              "the address for queries is refused", done.stderr)


def main():
    """All of it on one server."""
    os.environ["PATH"] += os.pathsep + str(Path(sys.executable).parent)
    if not shutil.which("oxigraph"):
        tap.skip_all("oxigraph_test.py: the server oxigraph is not installed")
    server = Oxigraph()
    try:
        with tempfile.TemporaryDirectory() as folder:
            if tap.check(server.wait(), "Oxigraph starts"):
                test(server, Path(folder))
    finally:
        server.process.terminate()
        server.process.wait(SECONDS)
    tap.done()


main()
