"""The same article gives the same bytes, whatever the folder, the locale, the time and the
number of threads."""
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

SETTINGS = [
    {"LC_ALL": "C"},
    {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Shanghai"},
    {"LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "OPENBLAS_NUM_THREADS": "4", "HOME": "/"},
]


def build(article, folder, setting):
    """Bytes of every output file, by name."""
    done = tap.run("build", article, "-o", folder, env={**os.environ, **setting})
    tap.check(done.returncode == 0, f"build {article.name} with {' '.join(setting)}", done.stderr)
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())} if folder.exists() else {}


def compare(article):
    """Build twice with each setting, and once from a copy of another name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = build(article, folder / "first", SETTINGS[0])
        for i, setting in enumerate(SETTINGS):
            again = build(article, folder / f"again{i}", setting)
            for file in first:
                tap.check(first[file] == again.get(file),
                          f"{article.name}: the same {file} with {' '.join(setting)}")
        copy = folder / "copy.txt"
        copy.write_bytes(article.read_bytes())
        tap.check(build(copy, folder / "copy", SETTINGS[0]).get("graph.ttl")
                  == first.get("graph.ttl"), f"{article.name}: the same graph from a copy")
        parsed = [tap.run("parse", article).stdout for _ in range(2)]
        tap.check(parsed[0] and parsed[0] == parsed[1], f"{article.name}: the same analysis")


def main():
    """Compare every example."""
    tap.need_model()
    for article in sorted((tap.SOURCE / "examples").glob("*.txt")):
        compare(article)
    tap.done()


main()
