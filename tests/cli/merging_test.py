"""doc/merging.md is true: its commands are run in order, and answer what stands below them."""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

tap.need_model()


def blocks(text):
    """The fenced blocks as (language, content)."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S)


def prepare(folder):
    """A folder in which the commands find the program and the examples."""
    (folder / "bin").mkdir()
    (folder / "bin/graphwright").symlink_to(Path(tap.PROGRAM).resolve())
    (folder / "examples").symlink_to((tap.SOURCE / "examples").resolve())
    environment = dict(os.environ, PATH=f"{folder / 'bin'}:{os.environ['PATH']}")
    for name in ("GRAPHWRIGHT_DATA", "GRAPHWRIGHT_SOURCE"):
        if name in environment:
            environment[name] = str(Path(environment[name]).resolve())
    return environment


def main():
    """One test point for each command, and for each answer."""
    with tempfile.TemporaryDirectory() as name:
        environment = prepare(Path(name))
        got = b""
        for language, content in blocks((tap.SOURCE / "doc/merging.md").read_text("utf-8")):
            if language == "sh":
                done = subprocess.run(["sh", "-e", "-c", content], cwd=name, env=environment,
                                      capture_output=True, timeout=300, check=False)
                got = done.stdout
                tap.check(done.returncode == 0, content.split("\n", 1)[0], done.stderr.decode())
            elif language == "text":
                tap.check(got.decode() == content, "answer as the page gives it", got.decode())
            elif language == "sparql":
                asked = tap.run("query", Path(name) / "merged.ttl", content)
                tap.check(asked.returncode == 0, "a query without an answer runs",
                          asked.stderr.decode())
    tap.done()


main()
