"""Draws statements of an article at random, to be judged by reading.

draw.py --graphwright PROGRAM [--min-confidence X] [--seed N] [--count N] ARTICLE.txt

Prints each statement under its sentence, with its confidence, and under a statement that is about
another one (what somebody says, a cause) that other one too. The same seed draws the same numbers
from the same statements.
"""
import argparse
import random
import re
import subprocess

STATEMENT = re.compile(r"  S(\d+) ")
ABOUT = re.compile(r"\bS(\d+)\b")


def listing(program, article, least):
    """Statements by number, each with its line and its sentence, as `graphwright list` has them."""
    command = [program, "list", "--min-confidence", str(least), article]
    output = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    statements, sentence = {}, ""
    for line in output.splitlines():
        match = STATEMENT.match(line)
        if match:
            statements[int(match.group(1))] = (line.strip(), sentence)
        elif line.startswith("["):
            sentence = line
    return statements


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--graphwright", required=True)
    parser.add_argument("--min-confidence", type=float, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=34)
    parser.add_argument("article")
    options = parser.parse_args()
    everything = listing(options.graphwright, options.article, 0)
    kept = sorted(listing(options.graphwright, options.article, options.min_confidence))
    drawn = random.Random(options.seed).sample(kept, min(options.count, len(kept)))
    print(f"{len(kept)} statements, {len(drawn)} drawn with seed {options.seed}")
    last = None
    for number in sorted(drawn):
        line, sentence = everything[number]
        if sentence != last:
            print(f"\n{sentence}")
        last = sentence
        print(f"  {line}")
        for other in ABOUT.findall(line)[1:]:
            if int(other) in everything:
                print(f"      {everything[int(other)][0]}")


if __name__ == "__main__":
    main()
