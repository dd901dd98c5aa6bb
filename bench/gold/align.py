"""Aligns what a program read with the gold: words, entities, statements."""
import re
from dataclasses import dataclass

EMPTY_WORDS = set("a an the this that these those some any all its his her their our my your of in "
                  "on at to for from by with and or as had has have been be is are was were will "
                  "would s".split())
BREAK = re.compile(r"\b(?:of|in|on|at|to|for|from|by|with|who|which|that|where|and|between|under|"
                   r"above|than|against|along|about)\b|,")
CAUSAL = {"causes", "prevents", "increases", "decreases", "worsens", "improves"}
SAME_RELATION = {"holdsOffice": {"isA"}, "isA": {"holdsOffice"}}


def stem(word):
    """A word without its commonest endings, so that "prices fell" and "price" can meet."""
    word = re.sub(r"(?:'s|’s)$", "", word)
    for ending in ("ies", "ied", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[:-len(ending)] + ("y" if ending.startswith("ie") else "")
    return word


def content(text):
    """The stems of the words that carry meaning, in order."""
    words = re.findall(r"[^\W_]+(?:[.,’'-][^\W_]+)*", text.lower())
    return [stem(w) for w in words if w not in EMPTY_WORDS] or [stem(w) for w in words]


def heads(text):
    """The head of a phrase, as far as the words tell: the last content word before the first
    preposition or comma; and the noun before a name ("newspaper" of "the newspaper El Faro")."""
    begin = next((p for p in BREAK.split(text) if p and content(p)), "")
    before_name = re.match(r"(?:[^\W\dA-Z]+ )+(?=[A-Z])", begin)
    return {content(p)[-1] for p in (begin, before_name and before_name.group()) if p}


def similarity(a, b):
    """From 0 to 1, of two phrases: 1 for the same words; at least a head and one phrase's words
    within the other's, or half of all words, must be shared."""
    words_a, words_b = set(content(a)), set(content(b))
    if not words_a or not words_b:
        return 0.0
    share = len(words_a & words_b) / len(words_a | words_b)
    within = words_a <= words_b or words_b <= words_a
    return share if share >= 0.5 else max(share, 0.4) if within and heads(a) & heads(b) else 0.0


def forms(argument):
    """All words for an argument: of an entity, or a list of words."""
    return argument if isinstance(argument, list) else argument.forms()


def same_argument(gold, system, clause=False):
    """How well an argument of the graph fits one of the gold's alternatives; 0: not at all. Of a
    clause, it is enough that the gold's words are among its words."""
    if system is None:
        return 0.0
    best = 0.0
    for alternative in gold:
        if getattr(alternative, "qid", "").startswith("Q") and \
                alternative.qid == getattr(system, "qid", ""):
            return 1.0
        for a in forms(alternative):
            for b in forms(system):
                inside = clause and set(content(a)) <= set(content(b))
                best = max(best, similarity(a, b), 0.3 * inside)
    return best


def same_relation(gold, relation):
    """Whether a relation of the graph, gw:NAME or gw:rel-LEMMA-..., is one of the gold's."""
    lemma = relation.removeprefix("rel-")
    if is_passive(relation):
        return any(same_verb(name, lemma.split("-")[1]) for name in gold)
    near = {other for name in gold for other in SAME_RELATION.get(name, ())}
    return relation in gold or relation in near or lemma in gold or (
        lemma != relation and lemma.split("-")[0] in gold)


def is_passive(relation):
    """gw:rel-be-closed: its subject is what something is done to."""
    return relation.startswith("rel-be-")


def same_verb(lemma, participle):
    """Whether a participle is one of a verb, as far as the letters tell."""
    return stem(participle)[:2] == lemma[:2]  # "pay" and "paid"


def overlap(a, b):
    """Characters that two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def same_sentence(gold, evidence):
    """Whether the evidence is the gold's sentence, however the program split the text."""
    return 2 * overlap(gold, evidence) > min(gold[1] - gold[0], evidence[1] - evidence[0])


@dataclass
class Match:
    """A gold statement and one of the graph."""
    gold: object
    system: object
    strict: bool
    score: float


def match(gold, system):
    """How a statement of the graph gives one of the gold, or None.

    Strict: the same relation, and each argument in its own place. Lenient: only the arguments
    have to be the same, in either order, and the gold's object may be a qualifier, as the place
    of "moved to Rome"; with a single argument, the relation has to be the same as well. "X was
    closed" is the gold's "- | close | X"."""
    if not gold.subject and is_passive(system.relation):
        return match_passive(gold, system)
    relation = same_relation(gold.relations, system.relation)
    causal = bool(gold.relations & CAUSAL) and relation
    subject, object_ = (same_argument(gold.subject, system.subject, causal),
                        same_argument(gold.object, system.object, causal))
    strict = bool(relation and (object_ or not gold.object) and
                  (subject if gold.subject else system.subject is None))
    if strict:
        return Match(gold, system, True, 4 + subject + object_ + plain(gold, system))
    if not (gold.subject and gold.object):
        one = gold.subject or gold.object
        found = max(same_argument(one, system.subject), same_argument(one, system.object))
        return Match(gold, system, False, found) if relation and found else None
    object_ = max([object_, *(0.9 * same_argument(gold.object, q) for q in system.qualifiers)])
    turned = (same_argument(gold.subject, system.object),
              same_argument(gold.object, system.subject))
    first, second = max((subject, object_), turned, key=lambda pair: min(pair) * 4 + sum(pair))
    return Match(gold, system, False, first + second + relation) if first and second else None


def match_passive(gold, system):
    """The same for a passive without an agent."""
    found = same_argument(gold.object, system.subject)
    if found and same_relation(gold.relations, system.relation):
        return Match(gold, system, True, 4 + found + plain(gold, system))
    return None


def plain(gold, system):
    """A little more for a match that leaves no argument over, and agrees in polarity."""
    left_over = (not gold.object and system.object is not None) + (
        not gold.subject and system.subject is not None)
    return 0.5 * (gold.polarity == system.polarity) - 0.25 * left_over


def align(candidates, key_a, key_b):
    """The best one-to-one choice of candidates, greedily: the highest score first."""
    chosen, used_a, used_b = [], set(), set()
    for candidate in sorted(candidates, key=lambda c: -c.score):
        a, b = id(key_a(candidate)), id(key_b(candidate))
        if a not in used_a and b not in used_b:
            used_a.add(a)
            used_b.add(b)
            chosen.append(candidate)
    return chosen


def align_statements(gold, system, countries=()):
    """Matches, one to one, of the statements of two articles."""
    candidates = [match(g, s) for g in gold for s in system
                  if same_sentence(g.sentence, s.sentence)]
    chosen = align([c for c in candidates if c], lambda m: m.gold, lambda m: m.system)
    found = {id(m.gold) for m in chosen}
    for g in gold:  # gw:country has no statement node
        if id(g) not in found and "country" in g.relations and any(
                same_argument(g.subject, a) and same_argument(g.object, b) for a, b in countries):
            chosen.append(Match(g, None, True, 1.0))
    return chosen


def align_entities(gold, system):
    """Matches, one to one, of the entities of two articles."""
    candidates = []
    for g in gold:
        for s in system:
            score = same_argument([g], s)
            together = any(overlap(m[:2], sentence) for m in g.mentions for sentence in s.sentences)
            if score and together:
                same_label = max(similarity(g.label, label) for label in s.labels)
                candidates.append(Match(g, s, g.type == s.type,
                                        score + same_label + (g.named == s.named)))
    return align(candidates, lambda m: m.gold, lambda m: m.system)
