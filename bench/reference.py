"""Writes the reference that tests/language/reference_test.py compares the C engine with.

reference.py --model FILE --causes FILE --graphwright PROGRAM --text FILE --out FILE

Tokens are those of `graphwright parse`; every label is PyTorch's, with the model's weights.
Columns: form, lemma, UPOS, XPOS, head, relation, name, mention, predicate, roles, causes.
"""
import argparse
import os
import subprocess
import tempfile

import causes
import pytorch
import score


def rows_of(words, a, caused):
    """One line a word."""
    for i, word in enumerate(words):
        roles = sorted((p, r) for (q, p), r in a["roles"].items() if q == i + 1)
        yield "\t".join([
            word, a["lemma"][i], a["upos"][i], a["xpos"][i], str(a["heads"][i]), a["deprel"][i],
            a["ner"][i], a["types"][i], "Yes" if i + 1 in a["predicates"] else "_",
            ",".join(f"{r}:{p}" for p, r in roles) or "_", caused[i]])


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("model", "causes", "graphwright", "text", "out"):
        p.add_argument("--" + name, required=True)
    args = p.parse_args()
    parsed = subprocess.run([args.graphwright, "parse", args.text], check=True,
                            stdout=subprocess.PIPE).stdout
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(parsed)
    sentences = score.read_system(file.name)
    os.unlink(file.name)
    engine, coder = pytorch.load(args.model)
    head, ids = causes.load(args.causes, coder.labels)
    with open(args.out, "w", encoding="utf-8") as out:
        for s in sentences:
            a = pytorch.analyse(engine, coder, s.words)
            caused = causes.analyse(head, ids, engine, coder, s.words, a)
            for row in rows_of(s.words, a, caused):
                out.write(row + "\n")
            out.write("\n")
    print(f"{args.out}: {len(sentences)} sentences")


if __name__ == "__main__":
    main()
