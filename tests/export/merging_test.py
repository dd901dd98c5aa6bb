#!/usr/bin/env python3
"""The links and conflicts of tests/export/merging/CASE.ttl are those of CASE.links and
CASE.conflicts.

merging_test.py prints TAP. With --write, it writes what the program finds: read it before you keep
it.
"""
import difflib
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

CASES = tap.SOURCE / "tests/export/merging"
KG = "https://graphwright.org/kg/"


def found(case):
    """{"links": text, "conflicts": text}: the tables' lines, without what all IRIs begin with."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {kind: Path(folder) / kind for kind in ("links", "conflicts")}
        subprocess.run(
            [tap.PROGRAM, "merge", str(case), "--min-score", "0.2", "-o", f"{folder}/merged.ttl"]
            + [argument for kind, path in paths.items() for argument in (f"--{kind}", str(path))],
            check=True, capture_output=True, timeout=60)
        return {kind: "".join(line.replace(KG, "") + "\n"
                              for line in path.read_text(encoding="utf-8").splitlines()
                              if not line.startswith("#"))
                for kind, path in paths.items()}


def main():
    for case in sorted(CASES.glob("*.ttl")):
        for kind, text in found(case).items():
            expected = case.with_suffix("." + kind)
            if "--write" in sys.argv:
                expected.write_text(text, encoding="utf-8")
            want = expected.read_text(encoding="utf-8")
            lines = difflib.unified_diff(want.splitlines(), text.splitlines(), "want", "got")
            tap.check(text == want, f"{case.stem}: {kind}", "\n".join(lines))
    tap.done()


main()
