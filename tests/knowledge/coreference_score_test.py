"""bench/coreference.py: the scores of clusters worked out by hand."""
import os
import sys

SOURCE = os.environ.get("GRAPHWRIGHT_SOURCE", ".")
sys.path[:0] = [os.path.join(SOURCE, f) for f in ("tests", "bench")]
import coreference
import tap

CASES = {  # key, response, {metric: (precision, recall) in per cent}
    "the same": ("abc d", "abc d", {"mentions": (100, 100), "MUC": (100, 100), "B3": (100, 100),
                                    "CEAFe": (100, 100)}),
    # MUC: 2 links of each 5. B3: key 4/3 + 1/3 + 1/4 + 4/4 of 7, response 2 + 1 + 1 of 8.
    # CEAFe: abc with ab 4/5, defg with fghi 4/8.
    "cut and mixed": ("abc defg", "ab cd fghi",
                      {"mentions": (75, 600 / 7), "MUC": (40, 40), "B3": (50, 100 * 35 / 84),
                       "CEAFe": (130 / 3, 65)}),
    # B3: precision 2 * 2/4 + 2 * 2/4 of 4. CEAFe: one cluster of two is aligned, 4/6.
    "two as one": ("ab cd", "abcd", {"MUC": (200 / 3, 100), "B3": (50, 100),
                                     "CEAFe": (200 / 3, 100 / 3)}),
    # Singletons: no links at all, but mentions of their own.
    "nothing tied": ("a b cd", "a b c d", {"MUC": (0, 0), "B3": (100, 75),
                                           "CEAFe": (200 / 3, 800 / 9)}),
    # The best pairs one by one are not the best alignment: abcd-ab 4/6 would leave ef out.
    "alignment": ("abcdef gh", "abcd efgh", {"CEAFe": (100 * (0.8 + 2 / 3) / 2,
                                                       100 * (0.8 + 2 / 3) / 2)}),
}


def clusters(text):
    return [set(word) for word in text.split()]


for name, (key, response, wanted) in CASES.items():
    score = coreference.Score()
    score.add(clusters(key), clusters(response))
    figures = score.figures()
    for metric, pair in wanted.items():
        tap.check(all(abs(a - b) < 1e-9 for a, b in zip(figures[metric], pair)),
                  f"{name}: {metric}", f"{figures[metric][:2]} instead of {pair}")
    mean = sum(figures[m][2] for m in ("MUC", "B3", "CEAFe")) / 3
    tap.check(abs(figures["CoNLL"][2] - mean) < 1e-9, f"{name}: CoNLL is the mean")

sums = coreference.Score()
sums.add(clusters("ab"), clusters("ab"))
sums.add(clusters("cd"), clusters("c d"))
tap.check(sums.figures()["MUC"][:2] == (100, 50), "documents are summed up")

tap.check(coreference.brackets(["(1-person-new-n-cf1-1-sgl-Jane_Doe", "(2-place-new-n-cf2-1-sgl)",
                                "1)"]) == [("2", "", 2, 2), ("1", "Jane_Doe", 1, 3)],
          "brackets of GUM, with links")
tap.check(sorted(coreference.brackets(["(1-a-b(1-c-d)", "1)"])) == [("1", "", 1, 1),
                                                                   ("1", "", 1, 2)],
          "brackets of one cluster inside each other")


def mention(first, end, cluster, link="", named=False):
    m = coreference.Mention((first, end), (first, end), cluster)
    m.link, m.named = link, named
    return m


GOLD = [mention(0, 1, "1", "A", True), mention(1, 2, "2", "B", True), mention(2, 3, "3"),
        mention(3, 4, "4", "A", True), mention(4, 5, "2")]
for name, joined, wanted in (("two links", (0, 1), (1, 1)), ("a description", (0, 2), (0, 0)),
                             ("two names of one link", (0, 3), (1, 0)),
                             ("a pronoun", (0, 4), (0, 1))):
    system = [mention(i, i + 1, "x" if i in joined else str(i)) for i in range(5)]
    found = tuple(map(len, coreference.over_merged(GOLD, system)))
    tap.check(found == wanted, f"over-merged: {name}", f"{found} instead of {wanted}")
tap.done()
