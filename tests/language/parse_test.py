"""graphwright parse: valid CoNLL-U with exact offsets, the same bytes each time."""
import os
import sys

sys.path[:0] = [os.path.join(os.environ.get("GRAPHWRIGHT_SOURCE", "."), f)
                for f in ("tests", "tests/language")]
import tap
import validate_level1

BROKEN = {
    "nothing is wrong": (lambda t: t, 0),
    "a column is missing": (lambda t: t.replace("\tPUNCT", ""), 1),
    "two roots": (lambda t: t.replace("\t2\tpunct", "\t0\troot"), 1),
    "a cycle": (lambda t: t.replace("\t0\troot", "\t1\tdep"), 1),
    "another text": (lambda t: t.replace("text = She", "text = He"), 1),
    "a number is left out": (lambda t: t.replace("\n3\t", "\n4\t"), 1),
    "no empty line at the end": (lambda t: t[:-1], 1),
    "an empty lemma": (lambda t: t.replace("\tshe\t", "\t\t"), 1),
    "decomposed characters": (lambda t: t.replace("She", "S\u0301he"), 1),
}
SMALL = ("# sent_id = 1\n# text = She left.\n1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
         "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
         "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n")


def check_offsets(name, text, conllu):
    """TokenRange gives the word in the file's own text."""
    wrong = []
    for line in conllu.split("\n"):
        fields = line.split("\t")
        if len(fields) == 10:
            span = dict(i.split("=") for i in fields[9].split("|"))["TokenRange"]
            first, end = map(int, span.split(":"))
            if text[first:end] != fields[1]:
                wrong.append(f"{span} is {text[first:end]!r}, not {fields[1]!r}")
    tap.check(not wrong, f"{name}: offsets", "\n".join(wrong[:10]))


def check_file(path):
    result = tap.run("parse", path)
    conllu = result.stdout.decode("utf-8")
    if not tap.check(result.returncode == 0, f"{path.name}: parsed", result.stderr.decode()):
        return
    errors = validate_level1.check(conllu)
    tap.check(not errors, f"{path.name}: level 1", "\n".join(errors[:10]))
    check_offsets(path.name, path.read_text(encoding="utf-8"), conllu)
    tap.check(tap.run("parse", path).stdout == result.stdout, f"{path.name}: the same again")


for what, (change, errors) in BROKEN.items():
    tap.check(bool(validate_level1.check(change(SMALL))) == bool(errors), f"validator: {what}")
if tap.has_model():
    for folder in ("examples", "tests/article/data", "tests/language/data"):
        for file in sorted((tap.SOURCE / folder).glob("*.txt")):
            check_file(file)
else:
    tap.skip("parsed texts are valid", "no model/graphwright.gwm")
tap.done()
