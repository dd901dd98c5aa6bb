"""doc/formats.md is true: it has every format, and its Python recipes run."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402


def recipes(text):
    """The Python blocks, by the modules that they import."""
    for block in re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S):
        modules = re.findall(r"^(?:import|from) (\w+)", block, re.M)
        yield modules, block


def prepare(text, folder):
    """Run the commands that come first, in the folder."""
    commands = re.search(r"^```sh\n(.*?)^```$", text, re.M | re.S).group(1)
    for line in commands.splitlines():
        words = line.replace("examples/", f"{tap.SOURCE.resolve()}/examples/").split()[1:]
        done = tap.run(*words, cwd=folder)
        tap.check(done.returncode == 0 and not done.stderr, line, done.stderr)


def main():
    """The formats, then the recipes."""
    tap.need_model()
    text = (tap.SOURCE / "doc/formats.md").read_text(encoding="utf-8")
    listed = tap.run("help", "convert").stdout.decode().partition("\nFormats:\n")[2]
    for name in [line.split()[0] for line in listed.splitlines()]:
        tap.check(f"\n| `{name}` |" in text, f"the table has {name}")
    with tempfile.TemporaryDirectory() as folder:
        prepare(text, folder)
        for modules, block in recipes(text):
            missing = [m for m in modules if not tap.importlib.util.find_spec(m)]
            if missing:
                tap.skip(f"the recipe for {modules[-1]}", f"no Python module {missing[0]}")
                continue
            done = subprocess.run([sys.executable, "-c", block], cwd=folder, capture_output=True,
                                  check=False)
            tap.check(done.returncode == 0 and len(done.stdout.strip()) > 0
                      and done.stdout.strip() != b"0", f"the recipe for {modules[-1]}",
                      (done.stdout + done.stderr).decode())
    tap.check(len(list(recipes(text))) >= 5, "there are recipes")
    tap.done()


main()
