"""The C engine gives the labels that PyTorch gives with the same weights (make reference)."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ.get("GRAPHWRIGHT_SOURCE", "."), "tests"))
import tap

LAYERS = "form lemma upos xpos head relation name mention predicate roles causes".split()
ALLOWED = 2     # labels of some 4,000: a tie can fall either way on another processor


def without_percent(causes):
    """What is compared: the words of each cause."""
    return ",".join(c.rsplit(":", 1)[0] for c in causes.split(","))


def of_parse(conllu):
    """The rows of reference.tsv, from what graphwright parse printed."""
    for line in conllu.split("\n"):
        fields = line.split("\t")
        if len(fields) == 10:
            misc = dict(item.split("=", 1) for item in fields[9].split("|"))
            yield fields[1:5] + fields[6:8] + [
                misc.get("Ner", "O"), misc.get("Mention", "none"), misc.get("Predicate", "_"),
                misc.get("Roles", "_"), without_percent(misc.get("CausedBy", "_"))]


tap.need_model()
folder = tap.SOURCE / "tests/language"
result = tap.run("parse", folder / "reference.txt")
tap.check(result.returncode == 0, "parsed", result.stderr.decode())
got = list(of_parse(result.stdout.decode("utf-8")))
wanted = [line.split("\t") for line in
          (folder / "reference.tsv").read_text(encoding="utf-8").split("\n") if line]
tap.check([r[0] for r in got] == [r[0] for r in wanted], "the same tokens")
wrong = [f"{a[0]}: {layer} {x}, PyTorch {y}" for a, b in zip(got, wanted)
         for layer, x, y in zip(LAYERS, a, b) if x != y]
tap.check(len(wrong) <= ALLOWED, "the same labels", "\n".join(wrong[:20]))
tap.done()
