"""Test Anything Protocol for the tests that are scripts.

    import tap
    tap.need("rdflib")          # the whole file is skipped, by name, where it is missing
    tap.check(a == b, "what should hold", "shown when it does not")
    tap.done()

GRAPHWRIGHT is the program under test, GRAPHWRIGHT_SOURCE the source folder.
"""
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

PROGRAM = os.environ.get("GRAPHWRIGHT", "./graphwright")
SOURCE = Path(os.environ.get("GRAPHWRIGHT_SOURCE", "."))
_count = _failed = 0


def skip_all(reason):
    """End the test file as skipped."""
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def need(module):
    """Skip the file unless a Python module is there."""
    if importlib.util.find_spec(module) is None:
        skip_all(f"{Path(sys.argv[0]).name}: Python module {module} is not installed")


def has_model():
    """Whether there is a language model to read articles with."""
    data = Path(os.environ.get("GRAPHWRIGHT_DATA", SOURCE))
    return (data / "model/graphwright.gwm").exists()


def need_model():
    """Skip the file unless there is a language model."""
    if not has_model():
        skip_all(f"{Path(sys.argv[0]).name}: no model/graphwright.gwm")


def run(*arguments, stdin=b"", **options):
    """Run graphwright; the result has returncode, stdout and stderr (bytes)."""
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True,
                          timeout=options.pop("timeout", 300), check=False, **options)


def check(good, name, detail=""):
    """One test point."""
    global _count, _failed
    _count += 1
    _failed += not good
    print(f"{'ok' if good else 'not ok'} {_count} - {name}", flush=True)
    if not good and detail:
        print("\n".join(f"# {line}" for line in str(detail).splitlines()), flush=True)
    return good


def skip(name, reason):
    """One test point that cannot be tried here."""
    global _count
    _count += 1
    print(f"ok {_count} - {name} # SKIP {reason}", flush=True)


def done():
    """Print the plan; the exit status stays 0, as the points say what failed."""
    print(f"1..{_count}")
    sys.exit(0)
