"""Text that is split into sentences already: a line is one, whatever stands in it."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

LINES = b"The mayor resigned. Nobody knew why .\n\n  Ann Lee sold\tthe mill\n\nBy Jane Doe\n"
SENTENCES = ["The mayor resigned. Nobody knew why .", "Ann Lee sold the mill", "By Jane Doe"]

tap.need_model()

parsed = tap.run("parse", "--lines", "-", stdin=LINES)
texts = [line[len("# text = "):] for line in parsed.stdout.decode().splitlines()
         if line.startswith("# text = ")]
tap.check(texts == SENTENCES, "each line that is not blank is a sentence", texts)

split = tap.run("parse", "-", stdin=LINES).stdout.decode().count("# text = ")
tap.check(split != len(SENTENCES), "without --lines the text is split by what it says", split)

listed = tap.run("list", "--lines", "--openie", "-", stdin=LINES)
rows = [line.split("\t") for line in listed.stdout.decode().splitlines()]
tap.check(["sold", "Ann Lee", "the mill"] in [row[2:] for row in rows],
          "relation, subject, object of a line", rows)
tap.check(all(row[0] in SENTENCES and 0 < float(row[1]) <= 1 for row in rows),
          "the sentence and a confidence stand before them", rows)

again = tap.run("list", "-e", "-l", "-", stdin=LINES)
tap.check(again.stdout == listed.stdout, "short options give the same bytes")

empty = tap.run("list", "--lines", "-", stdin=b"\n \n")
tap.check(empty.returncode == 3 and b"no text" in empty.stderr, "a file without text is refused")
tap.done()
