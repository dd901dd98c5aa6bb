"""How many links are right: names of GUM, linked by bench/links, against GUM's wiki annotations.

measure_links.py --data DIR --links PROGRAM [--part dev] [--tables DIR] [--show]

DIR/treebank holds gum-PART.conllu and gum-wiki-map.tsv; --tables is the root of the data folder
(GRAPHWRIGHT_DATA) when it is not the program's own. A case is a named mention of GUM: its name is
the run of proper nouns around its head, its engine type its GUM entity type. Counted twice: each
mention alone, and each chain of mentions with all its names. Names that the annotators did not
link are counted apart: a link there may be right, wrong or an omission of the annotation.
"""
import argparse
import os
import re
import subprocess
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


def name_of(words, span):
    """The run of proper nouns around the head, with the little words inside it, or ''."""
    head = head_of(words, span)
    if not proper(words[head]):
        return ""
    first = last = head
    for step, limit in ((-1, span[0] - 1), (1, span[1])):
        at, edge = head + step, head
        while at != limit and (named(words[at]) or words[at][1] in INSIDE):
            edge = at if words[at][1] not in INSIDE else edge
            at += step
        first, last = min(first, edge), max(last, edge)
    if first > span[0] and PART.match(words[first - 1][1]):
        first -= 1
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--links", required=True)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--tables", default="")
    parser.add_argument("--show", default="", help="wrong,abstained,linked without annotation")
    args = parser.parse_args()
    treebank = args.data + "/treebank/"
    qids = {}
    for line in open(treebank + "gum-wiki-map.tsv", encoding="utf-8"):
        field = line.rstrip("\n").split("\t")
        qids[field[0]] = field[2]
    table = country_names(args.tables or ".")
    single, chains = cases_of(f"{treebank}gum-{args.part}.conllu", qids, table)
    measure("mentions", single, args)
    measure("chains", chains, args)


if __name__ == "__main__":
    main()
