"""Scores on dev data: tree, tags, lemmas, names, predicates, roles (gold tokens)."""
import torch

import batches
from data import role_heads
from lemma import CHOICES, choose
from model import tree_features


def chu_liu_edmonds(scores):
    """Heads of the best tree with one root; scores[d][h] of dependent d, head h (0 = root).

    The best single-root tree is found with a large penalty on every root arc, so that
    one is used exactly once.
    """
    n = len(scores)
    big = 1e4
    s = [[scores[d][h] - (big if h == 0 else 0.0) if h != d and d else float("-inf")
          for h in range(n)] for d in range(n)]
    return arborescence(s)


def arborescence(s):
    n = len(s)
    heads = [0] + [max(range(n), key=lambda h: s[d][h]) for d in range(1, n)]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    rest = [v for v in range(n) if v not in inside]
    index = {v: i for i, v in enumerate(rest)}
    c, m = len(rest), len(rest) + 1
    small = [[float("-inf")] * m for _ in range(m)]
    enter, leave = {}, {}
    total = sum(s[v][heads[v]] for v in cycle)
    for v in rest:
        for u in rest:
            small[index[v]][index[u]] = s[v][u]
        best = max(cycle, key=lambda u: s[v][u])
        small[index[v]][c] = s[v][best]
        leave[v] = best
        best = max(cycle, key=lambda u: s[u][v] - s[u][heads[u]])
        small[c][index[v]] = s[best][v] - s[best][heads[best]] + total
        enter[v] = best
    small[0] = [float("-inf")] * m
    got = arborescence(small)
    result = heads[:]
    for v in rest[1:]:
        h = got[index[v]]
        result[v] = leave[v] if h == c else rest[h]
    outside = rest[got[c]]
    result[enter[outside]] = outside
    return result


def find_cycle(heads):
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        v, path = start, []
        while v and state[v] == 0:
            state[v] = start
            path.append(v)
            v = heads[v]
        if v and state[v] == start and v in path:
            return path[path.index(v):]
    return None


def allowed(previous, tag):
    return not tag.startswith("I-") or previous[2:] == tag[2:] and previous != "O"


def best_tags(scores, tags):
    """Viterbi over BIO tags: an I- tag only follows a B- or I- of its type."""
    n, k = scores.shape
    score = [float(x) if allowed("O", t) else -1e9 for x, t in zip(scores[0], tags)]
    back = []
    for i in range(1, n):
        row, pointers = [], []
        for j in range(k):
            options = [score[p] if allowed(tags[p], tags[j]) else -1e9 for p in range(k)]
            p = max(range(k), key=lambda q: options[q])
            pointers.append(p)
            row.append(options[p] + float(scores[i][j]))
        back.append(pointers)
        score = row
    best = [max(range(k), key=lambda q: score[q])]
    for pointers in reversed(back):
        best.append(pointers[best[-1]])
    return [tags[t] for t in reversed(best)]


def names_of(tags):
    found, start = set(), None
    for i, t in enumerate([*tags, "O"]):
        if start is not None and not t.startswith("I-"):
            found.add((start, i, tags[start][2:]))
            start = None
        if t.startswith("B-"):
            start = i
    return found


def lemmas_of(scores, words, upos, xpos, labels):
    best = scores.topk(CHOICES, -1).indices.tolist()
    return [choose([labels.lemma[r] for r in row], word, tag, fine, labels.known)
            for row, word, tag, fine in zip(best, words, upos, xpos)]


@torch.no_grad()
def analyse(engine, coder, words):
    """The engine's whole answer for one sentence: what `graphwright parse` must print."""
    from data import Sentence
    lab = coder.labels
    s = Sentence("", "ewt")
    s.words, n = words, len(words)
    s.lemmas = s.upos = s.xpos = s.labels = s.entity = ["_"] * n
    s.heads = [0] * n
    batch = batches.collate([coder.sentence(s)])
    engine.eval()
    out = engine(batch)
    arc = out["arc"][0, :n + 1, :n + 1].log_softmax(-1)
    heads = chu_liu_edmonds(arc.tolist())[1:]
    h = torch.tensor(heads)
    label = engine.label_scores(out["label_dep"][0, 1:n + 1], out["label_head"][0, h])
    root = lab.deprel_id["root"]
    for i in range(n):      # the label root belongs to the root alone
        if heads[i] == 0:
            label[i, root] = 1e4
        else:
            label[i, root] = -1e4
    def tags(name):
        return [getattr(lab, name)[t] for t in out[name][0, 1:n + 1].argmax(-1).tolist()]
    predicates = [i for i in range(1, n + 1) if out["pred"][0, i, 1] > out["pred"][0, i, 0]]
    roles = {}
    if predicates:
        p = torch.tensor(predicates)
        tree = tree_features(out["arc"])[0, p][:, :n + 1]
        arguments = out["role_arg"][:1, :n + 1].expand(len(p), -1, -1)
        r = engine.role_scores(out["role_pred"][0, p], arguments, tree)
        for k, row in enumerate(r.argmax(-1).tolist()):
            roles.update({(predicates[k], a): lab.roles[row[a]] for a in range(1, n + 1) if row[a]})
    return {"heads": heads, "deprel": [lab.deprel[i] for i in label.argmax(-1).tolist()],
            "upos": tags("upos"), "xpos": tags("xpos"), "types": tags("types"),
            "lemma": lemmas_of(out["lemma"][0, 1:n + 1], words, tags("upos"), tags("xpos"), lab),
            "ner": best_tags(out["ner"][0, 1:n + 1].log_softmax(-1), lab.ner),
            "predicates": predicates, "roles": roles}


def f1(correct, predicted, gold):
    return 200.0 * correct / max(1, predicted + gold)


def report(engine, coder, sentences):
    c = dict.fromkeys("words las uas upos xpos lemma ner ner_p ner_g pred pred_p pred_g "
                      "role role_p role_g".split(), 0)
    for s in sentences:
        a = analyse(engine, coder, s.words)
        c["words"] += len(s.words)
        for i in range(len(s.words)):
            c["uas"] += a["heads"][i] == s.heads[i]
            c["las"] += a["heads"][i] == s.heads[i] and a["deprel"][i] == s.labels[i]
            c["upos"] += a["upos"][i] == s.upos[i]
            c["xpos"] += a["xpos"][i] == s.xpos[i]
            c["lemma"] += a["lemma"][i] == s.lemmas[i]
        if s.ner:
            count(c, "ner", {x for x in names_of(a["ner"]) if x[2] != "OTH"},
                  {x for x in names_of(s.ner) if x[2] != "OTH"})
        if s.predicates is not None:
            count(c, "pred", set(a["predicates"]), set(s.predicates))
            count(c, "role", {(*k, v) for k, v in a["roles"].items()},
                  {(*k, v) for k, v in role_heads(s).items()})
    result = {k: 100.0 * c[k] / c["words"] for k in ("las", "uas", "upos", "xpos", "lemma")}
    result.update({k: f1(c[k], c[k + "_p"], c[k + "_g"]) for k in ("ner", "pred", "role")})
    return {k: round(v, 2) for k, v in result.items()}


def count(c, name, predicted, gold):
    c[name] += len(predicted & gold)
    c[name + "_p"] += len(predicted)
    c[name + "_g"] += len(gold)
