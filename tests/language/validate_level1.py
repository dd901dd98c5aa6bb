"""The rules of CoNLL-U that the UD validator checks at its level 1, and that text and words
agree: universaldependencies.org/format.html and /validation.html, written from those pages.

    errors = validate_level1.check(text)       # list of "line N: what is wrong"
    python3 validate_level1.py FILE
"""
import re
import sys
import unicodedata

COLUMNS = "ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC".split()
UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
FEATURE = re.compile(r"[A-Z][A-Za-z0-9]*(\[[a-z0-9]+\])?"
                     r"=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*")
RELATION = re.compile(r"[a-z]+(:[a-z]+)?")
META = re.compile(r"# (sent_id|text|newdoc id|newpar id) = (.+)")


def check_word(fields, expected, count):
    """Errors of one word line."""
    if len(fields) != 10:
        yield f"{len(fields)} columns"
        return
    row = dict(zip(COLUMNS, fields))
    for name, value in row.items():
        if value == "":
            yield f"{name} is empty"
        if value != value.strip():
            yield f"{name} has white space at an end"
        if re.search(r"\s", value) and name not in ("FORM", "LEMMA", "MISC"):
            yield f"{name} holds white space"
    if row["ID"] != str(expected):
        yield f"ID {row['ID']}, expected {expected}"
    if row["UPOS"] not in UPOS:
        yield f"UPOS {row['UPOS']}"
    if row["FEATS"] != "_" and not all(map(FEATURE.fullmatch, row["FEATS"].split("|"))):
        yield f"FEATS {row['FEATS']}"
    if not row["HEAD"].isdigit() or int(row["HEAD"]) > count or row["HEAD"] == row["ID"]:
        yield f"HEAD {row['HEAD']}"
    if not RELATION.fullmatch(row["DEPREL"]):
        yield f"DEPREL {row['DEPREL']}"
    if (row["HEAD"] == "0") != (row["DEPREL"] == "root"):
        yield f"HEAD {row['HEAD']} with DEPREL {row['DEPREL']}"
    items = row["MISC"].split("|") if row["MISC"] != "_" else []
    if len({i.split("=")[0] for i in items}) < len(items) or not all("=" in i for i in items):
        yield f"MISC {row['MISC']}"


def check_tree(rows):
    """Errors of the heads: one root, no cycle."""
    heads = [int(f[6]) for f in rows]
    if heads.count(0) != 1:
        yield f"{heads.count(0)} roots"
    for word in range(1, len(heads) + 1):
        steps = 0
        while word and steps <= len(heads):
            word, steps = heads[word - 1], steps + 1
        if word:
            yield "the heads form a cycle"
            return


def check_sentence(lines, seen):
    """Errors of one sentence: (offset of the line, what)."""
    meta, rows = {}, []
    for offset, line in enumerate(lines):
        if line.startswith("#"):
            found = META.fullmatch(line)
            if rows:
                yield offset, "a comment inside the sentence"
            if found and found.group(1) in meta:
                yield offset, f"{found.group(1)} twice"
            if found:
                meta[found.group(1)] = found.group(2)
            continue
        rows.append(line.split("\t"))
    for number, fields in enumerate(rows, 1):
        for error in check_word(fields, number, len(rows)):
            yield len(lines) - len(rows) + number - 1, error
    if not rows or any(len(f) != 10 or not f[6].isdigit() for f in rows):
        yield 0, "no sentence"
        return
    for error in check_tree(rows):
        yield 0, error
    text = "".join(f[1] + ("" if "SpaceAfter=No" in f[9].split("|") else " ") for f in rows)
    if text.rstrip(" ") != meta.get("text"):
        yield 0, f"the words give {text!r}, the text is {meta.get('text')!r}"
    if not meta.get("sent_id") or meta["sent_id"] in seen or " " in meta["sent_id"]:
        yield 0, f"sent_id {meta.get('sent_id')}"
    seen.add(meta.get("sent_id"))


def check(text):
    """Every breach as "line N: what"."""
    errors, seen, sentence = [], set(), []
    if not text.endswith("\n\n"):
        errors.append("the file does not end in an empty line")
    if "\r" in text:
        errors.append("carriage returns")
    for number, line in enumerate(text.split("\n")[:-1], 1):
        if line != unicodedata.normalize("NFC", line):
            errors.append(f"line {number}: not in composed form (NFC)")
        if line:
            sentence.append(line)
            continue
        if not sentence:
            errors.append(f"line {number}: an empty line too many")
        for offset, what in check_sentence(sentence, seen) if sentence else ():
            errors.append(f"line {number - len(sentence) + offset}: {what}")
        sentence = []
    return errors


if __name__ == "__main__":
    found = check(open(sys.argv[1], encoding="utf-8", newline="").read())
    print("\n".join(found) or "valid")
    sys.exit(bool(found))
