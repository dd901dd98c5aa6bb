"""publish to a Virtuoso of its own, on loopback: Digest, replacing, adding, reading back."""
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
import triples  # noqa: E402

SECONDS = 60
GRAPH = "http://example.org/rice"
SETTINGS = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 4
DisableUnixSocket = 1
NumberOfBuffers = 4000
MaxDirtyBuffers = 2000
CheckpointInterval = 0
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 100000
"""


def free_port():
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Virtuoso:
    """A server with an empty database in a folder."""

    def __init__(self, folder):
        self.url = f"http://127.0.0.1:{free_port()}"
        settings = folder / "virtuoso.ini"
        settings.write_text(SETTINGS.format(folder=folder, sql=free_port(),
                                            http=self.url.rsplit(":", 1)[1]))
        self.process = subprocess.Popen(
            ["virtuoso-t", "+foreground", "+configfile", settings], cwd=folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait(self):
        """Whether it answers, before long."""
        for _ in range(10 * SECONDS):
            try:
                self.select("SELECT * WHERE { ?s ?p ?o } LIMIT 1")
                return True
            except OSError:
                time.sleep(0.1)
            if self.process.poll() is not None:
                return False
        return False

    def select(self, query):
        """The rows of a query."""
        asked = urllib.parse.urlencode({"query": query,
                                        "format": "application/sparql-results+json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"{self.url}/sparql?{asked}", timeout=SECONDS) as answer:
            rows = json.load(answer)["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in rows]

    def count(self, graph):
        """Triples in a graph."""
        return int(self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> "
                               "{ ?s ?p ?o } }")[0]["n"])

    def stop(self):
        """End the process that __init__ began."""
        self.process.terminate()
        try:
            self.process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def test(server, folder):
    """Publish the example's graph, and ask for it."""
    files = triples.example(folder)
    publish = triples.Publisher(server.url + "/sparql-graph-crud-auth", folder,
                                GRAPHWRIGHT_USER="dba", GRAPHWRIGHT_PASSWORD="dba")
    triples.check_store(publish, server.count, files, GRAPH)
    labels = server.select(f"""PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX gw: <https://graphwright.org/ns#>
        SELECT ?l WHERE {{ GRAPH <{GRAPH}> {{ ?s a gw:Country ; rdfs:label ?l }} }}""")
    tap.check({"l": "India"} in labels, "a country is found by its label", labels)
    done = publish.run(files.turtle, "-g", GRAPH, GRAPHWRIGHT_PASSWORD="wrong")
    tap.check(done.returncode == 7 and b"401" in done.stderr, "a wrong password", done.stderr)
    done = publish.run(files.turtle, "--default", "--add")
    tap.check(done.returncode == 7 and b"not configured to have default graph" in done.stderr,
              "Virtuoso has no default graph, and says so", done.stderr)


def main():
    """All of it on one server."""
    if not shutil.which("virtuoso-t"):
        tap.skip_all("virtuoso_test.py: virtuoso-t is not installed")
    with tempfile.TemporaryDirectory() as name:
        server = Virtuoso(Path(name))
        try:
            if tap.check(server.wait(), "Virtuoso starts"):
                test(server, Path(name))
        finally:
            server.stop()
    tap.done()


main()
