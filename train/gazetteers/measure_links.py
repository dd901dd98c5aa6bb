"""How many links are right: names of GUM, linked by bench/links, against GUM's wiki annotations.

measure_links.py --data DIR --links PROGRAM [--part dev] [--tables DIR] [--show]

DIR/treebank holds gum-PART.conllu and gum-wiki-map.tsv; --tables is the root of the data folder
(GRAPHWRIGHT_DATA) when it is not the program's own. A case is a named mention of GUM: its name is
the run of proper nouns around its head, its engine type its GUM entity type. Counted twice: each
mention alone, and each chain of mentions with all its names. Names that the annotators did not
link are counted apart: a link there may be right, wrong or an omission of the annotation.

With --raw the program reads the documents' plain text itself, and its own mentions are compared
with the annotated ones that cover the same name.
"""
import argparse
import os
import re
import subprocess
import tempfile
from collections import Counter, defaultdict

TYPES = {"person": "Person", "organization": "Organization", "place": "Place"}
INSIDE = {"of", "the", "for", "and", "on", "at", "'s", "’s", "de", "di", "la", "al", "&", "-"}

PART = re.compile(r"(north|south|east|west|central|mainland|sub-)")  # of a place: not its name


def documents(path):
    """(name, words, mentions) of each document; a mention is (group, type, span, title)."""
    name, words, mentions, open_, start = "", [], [], [], 0
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            if words:
                yield name, words, mentions
            name, words, mentions, open_ = line.split(" = ")[1].strip(), [], [], []
        field = line.rstrip("\n").split("\t")
        if field[0] == "1":
            start = len(words)
        if len(field) != 10 or not field[0].isdigit():
            continue
        words.append(field + [start])
        mark = re.search(r"(?:^|\|)Entity=([^|]*)", field[9])
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", mark.group(1) if mark else ""):
            if piece[0] == "(":
                open_.append((piece.strip("()").split("-"), len(words) - 1))
            if piece[-1] == ")":
                group = piece.strip("()").split("-")[0]
                k = max((k for k, o in enumerate(open_) if o[0][0] == group), default=None)
                if k is not None:
                    info, begin = open_.pop(k)
                    title = "-".join(info[7:])
                    mentions.append((group, info[1], (begin, len(words)), title))
    if words:
        yield name, words, mentions


def proper(word):
    return word[4] in ("NNP", "NNPS")


def named(word):
    """May be part of a name: a proper noun, a capitalised word, a number ("US 66")."""
    return proper(word) or word[1][0].isupper() and word[3] in ("NOUN", "ADJ") or word[4] == "CD"


def text_of(words):
    text = ""
    for word in words:
        text += word[1] + ("" if "SpaceAfter=No" in word[9] else " ")
    return text.strip()


def head_of(words, span):
    """The word whose head in the dependency tree lies outside."""
    for at in range(*span):
        above = words[at][10] + int(words[at][6]) - 1
        if words[at][6] == "0" or not span[0] <= above < span[1]:
            return at
    return span[0]


def name_span(words, span):
    """First and last word of the run of proper nouns around the head, little words inside."""
    head = head_of(words, span)
    first = last = head
    for step, limit in ((-1, span[0] - 1), (1, span[1])):
        at, edge = head + step, head
        while at != limit and (named(words[at]) or words[at][1] in INSIDE):
            edge = at if words[at][1] not in INSIDE else edge
            at += step
        first, last = min(first, edge), max(last, edge)
    if first > span[0] and PART.match(words[first - 1][1]):
        first -= 1
    return first, last


def name_of(words, span):
    """The words of name_span, or '' where the head is no proper noun."""
    if not proper(words[head_of(words, span)]):
        return ""
    first, last = name_span(words, span)
    return text_of(words[first:last + 1]).replace("|", "/")


def countries_of(words, table):
    found = set()
    for first in range(len(words)):
        for last in range(first + 1, min(first + 6, len(words)) + 1):
            if words[first][1][0].isupper():
                found |= table.get(text_of(words[first:last]), set())
    return sorted(found)


def country_names(root):
    kinds, table = {}, defaultdict(set)
    for line in open(root + "/ontology/gazetteers/entities.tsv", encoding="utf-8"):
        qid, kind = line.split("\t")[:2]
        kinds[qid] = kind
    for file in ("names", "demonyms"):
        for line in open(f"{root}/ontology/gazetteers/{file}.tsv", encoding="utf-8"):
            name, qid, prior = line.rstrip("\n").split("\t")
            if kinds[qid] == "Country" and (file == "demonyms" or int(prior) >= 80):
                table[name].add(qid)
    return table


def cases_of(path, qids, table):
    """(document, names, type, countries, gold, text) of every mention and of every chain."""
    single, chains = [], []
    for document, words, mentions in documents(path):
        countries = countries_of(words, table)
        groups = defaultdict(list)
        for group, kind, span, title in mentions:
            name = name_of(words, span)
            if name:
                case = (document, [name], TYPES.get(kind, "Thing"), countries,
                        qids.get(title, "?") if title else "",
                        text_of(words[max(span[0] - 3, 0):span[1] + 3]))
                single.append(case)
                groups[group].append(case)
        for cases in groups.values():
            names = sorted({c[1][0] for c in cases}, key=lambda n: (-len(n), n))
            kinds, golds = Counter(c[2] for c in cases), Counter(c[4] for c in cases if c[4])
            gold = golds.most_common(1)[0][0] if golds else ""
            chains.append((document, names, kinds.most_common(1)[0][0], countries, gold,
                           cases[0][5]))
    return single, chains


def measure(title, cases, args):
    lines = "".join(f"{'|'.join(n)}\t{k}\t{' '.join(c)}\n" for _, n, k, c, _, _ in cases)
    environment = dict(os.environ, **({"GRAPHWRIGHT_DATA": args.tables} if args.tables else {}))
    chosen = subprocess.run([args.links], input=lines, text=True, check=True, env=environment,
                            stdout=subprocess.PIPE).stdout.split("\n")[:-1]
    assert len(chosen) == len(cases)
    count, unlinked = Counter(), Counter()
    for (document, names, kind, _, gold, text), qid in zip(cases, chosen):
        if gold:
            result = "abstained" if qid == "-" else "right" if qid == gold else "wrong"
            count[result] += 1
        else:
            result = "abstained without link" if qid == "-" else "linked without annotation"
            unlinked[result] += 1
        if args.show and result in args.show.split(","):
            print("  ", result, document, "|".join(names), kind, qid, gold, "--", text[:80])
    made = count["right"] + count["wrong"]
    print(f"{title}: annotated {sum(count.values())}: right {count['right']}, wrong "
          f"{count['wrong']}, abstained {count['abstained']}; precision "
          f"{100 * count['right'] / max(made, 1):.1f} %, recall "
          f"{100 * count['right'] / max(sum(count.values()), 1):.1f} %; "
          f"not annotated {sum(unlinked.values())}, of these linked "
          f"{unlinked['linked without annotation']}")


def plain_text(words, paragraphs):
    """The document as a file, and where each word begins and ends in it, in bytes."""
    text, places = b"", []
    for at, word in enumerate(words):
        if at in paragraphs and text:
            text = text.rstrip() + b"\n\n"
        form = word[1].encode()
        places.append((len(text), len(text) + len(form)))
        text += form + (b"" if "SpaceAfter=No" in word[9] else b" ")
    return text.rstrip() + b"\n", places


def paragraph_starts(path):
    """Per document, the numbers of the words that begin paragraphs."""
    starts, count = [], 0
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            starts.append(set())
            count = 0
        elif line.startswith(("# newpar", "# meta::title")):
            starts[-1].add(count)
        elif "\t" in line and line.split("\t")[0].isdigit():
            count += 1
    return starts


def gold_mentions(words, places, mentions, qids):
    """(begin, end, qid or '' or '?') in bytes of every name that is a mention."""
    found = []
    for _, _, span, title in mentions:
        if not name_of(words, span):
            continue
        first, last = name_span(words, span)
        found.append((places[first][0], places[last][1],
                      qids.get(title, "?") if title else ""))
    return found


def judge(own, gold, text, args, count):
    """Count the program's links of one document, and the annotated ones that it found."""
    for begin, end, kind, qid in own:
        near = [g for g in gold if g[0] < end and begin < g[1]]
        same = [g for g in near if g[2] and qid == g[2]]
        # A name within another one, or around it, is another thing.
        other = [g for g in near if g[2] and abs(g[0] - begin) + abs(g[1] - end) <= 4]
        if qid == "-":
            continue
        result = "right" if same else "wrong" if other else "linked without annotation"
        count[result] += 1
        if args.show and result in args.show.split(","):
            print("  ", result, text[begin:end].decode(), kind, qid, [g[2] for g in other], "--",
                  text[max(begin - 30, 0):end + 20].decode(errors="ignore").replace("\n", " "))
    for begin, end, qid in gold:
        if qid:
            found = [o for o in own if o[0] < end and begin < o[1] and o[3] == qid]
            count["annotated"] += 1
            count["found"] += bool(found)
            if not found and "missed" in args.show.split(","):
                print("   missed", text[begin:end].decode(), qid, [o[2:] for o in own if o[0] < end
                                                                  and begin < o[1]])


def measure_raw(path, qids, args):
    """Link the documents' plain texts; each is a file of its own."""
    count, texts = Counter(), {}
    environment = dict(os.environ, **({"GRAPHWRIGHT_DATA": args.tables} if args.tables else {}))
    with tempfile.TemporaryDirectory() as folder:
        for (name, words, mentions), starts in zip(documents(path), paragraph_starts(path)):
            text, places = plain_text(words, starts)
            file = f"{folder}/{name}.txt"
            with open(file, "wb") as out:
                out.write(text)
            texts[file] = (text, gold_mentions(words, places, mentions, qids))
        printed = subprocess.run([args.links, *texts], check=True, env=environment, text=True,
                                 stdout=subprocess.PIPE).stdout
    own = defaultdict(list)
    for line in printed.splitlines():
        file, begin, end, kind, qid = line.split("\t")
        own[file].append((int(begin), int(end), kind, qid))
    for file, (text, gold) in texts.items():
        if args.show:
            print(" ", file.split("/")[-1])
        judge(own[file], gold, text, args, count)
    made = count["right"] + count["wrong"]
    print(f"raw text: annotated {count['annotated']}, found {count['found']} (recall "
          f"{100 * count['found'] / max(count['annotated'], 1):.1f} %); links of annotated names "
          f"{made}: right {count['right']}, wrong {count['wrong']} (precision "
          f"{100 * count['right'] / max(made, 1):.1f} %); links of names not annotated "
          f"{count['linked without annotation']}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--links", required=True)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--tables", default="")
    parser.add_argument("--show", default="",
                        help="wrong,abstained,linked without annotation,missed (raw)")
    parser.add_argument("--raw", action="store_true", help="let the program find the names")
    args = parser.parse_args()
    treebank = args.data + "/treebank/"
    qids = {}
    for line in open(treebank + "gum-wiki-map.tsv", encoding="utf-8"):
        field = line.rstrip("\n").split("\t")
        qids[field[0]] = field[2]
    if args.raw:
        measure_raw(f"{treebank}gum-{args.part}.conllu", qids, args)
        return
    table = country_names(args.tables or ".")
    single, chains = cases_of(f"{treebank}gum-{args.part}.conllu", qids, table)
    measure("mentions", single, args)
    measure("chains", chains, args)


if __name__ == "__main__":
    main()
