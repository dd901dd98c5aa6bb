"""Random queries on random graphs: `graphwright query` gives Oxigraph's answer, or refuses.

The patterns nest OPTIONAL, UNION, GRAPH, MINUS, NOT EXISTS, FILTER, BIND, VALUES and paths.
query_random_test.py SEED COUNT tries others than the test does.
"""
import random
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import answers  # noqa: E402
from answers import tap  # noqa: E402
import pyoxigraph as ox  # noqa: E402

SPACE = "http://example.org/"
PREFIXES = f"PREFIX : <{SPACE}> "
MOST_ROWS = 3000


def named(name):
    """A node."""
    return ox.NamedNode(SPACE + name)


def random_quads(rnd):
    """40 quads over a few terms, so that most patterns find something."""
    quads = sorted({(rnd.choice("abcdefg"), rnd.choice("pqr"), rnd.choice("abcdefg"),
                     rnd.choice(["", "", "g1", "g2"])) for _ in range(40)})
    store = ox.Store()
    for s, p, o, g in quads:
        store.add(ox.Quad(named(s), named(p), named(o), named(g) if g else ox.DefaultGraph()))
    return store.dump(format=ox.RdfFormat.N_QUADS)


class Generator:
    """Makes group graph patterns."""

    def __init__(self, rnd):
        self.rnd, self.choice = rnd, rnd.choice

    def term(self):
        """A variable, or a node."""
        variable = self.rnd.random() < 0.8
        return "?" + self.choice("xyzw") if variable else ":" + self.choice("abcdefg")

    def path(self, depth):
        """A property path in parentheses."""
        if depth == 0 or self.rnd.random() < 0.3:
            return ":" + self.choice("pqr")
        first, kind = self.path(depth - 1), self.choice(["/", "|", "^", "*", "+", "?"])
        if kind in "/|":
            return f"({first}{kind}{self.path(depth - 1)})"
        return f"^({first})" if kind == "^" else f"({first}){kind}"

    def predicate(self):
        """Mostly a plain one."""
        chance = self.rnd.random()
        if chance < 0.75:
            return ":" + self.choice("pqr")
        return "?" + self.choice("xyzw") if chance < 0.85 else self.path(2)

    def triple(self):
        """A triple pattern."""
        return f"{self.term()} {self.predicate()} {self.term()} ."

    def condition(self, names):
        """What a FILTER tests."""
        one, other = self.choice(names), self.choice(names)
        return self.choice([f"?{one} != :{self.choice('abc')}", f"?{one} = ?{other}",
                            f"bound(?{one})", f"!bound(?{one})",
                            f"?{one} IN (:a, :b) || ?{other} = :c"])

    def part(self, depth, names):
        """Anything but triples."""
        inner = self.group(depth - 1)
        graph = self.choice(["?g", "?g", ":g1", ":g2", ":g9"])
        return self.choice([
            f"OPTIONAL {{ {inner} }}", f"{{ {inner} }} UNION {{ {self.group(depth - 1)} }}",
            f"{{ {inner} }}", f"GRAPH {graph} {{ {self.group(0)} }}",
            f"FILTER NOT EXISTS {{ {inner} }}", f"MINUS {{ {self.group(0)} }}",
            f"BIND(?{self.choice(names)} AS ?b{self.rnd.randrange(1000)})",
            f"VALUES ?{self.choice('xyzw')} {{ :a :b :c }}",
            f"FILTER({self.condition(names)})"])

    def group(self, depth):
        """The inside of a group."""
        parts = [self.triple() for _ in range(self.choice([1, 1, 2]))]
        for _ in range(self.choice([0, 1, 1, 2]) if depth else 0):
            names = sorted(set(re.findall(r"\?(\w)", " ".join(parts)))) or ["x"]
            parts.append(self.part(depth, names))
            parts += [self.triple()] if self.rnd.random() < 0.4 else []
        return " ".join(parts)


def expected_rows(store, query):
    """Oxigraph's answer, or None where it has none or too long a one."""
    try:
        names, rows = answers.of_oxigraph(store, query)
    except (SyntaxError, ValueError, RuntimeError):
        return None, None
    return (names, rows) if len(rows) <= MOST_ROWS else (None, None)


def compare(store, path, body):
    """(whether it was answered, what went wrong or "")."""
    variables = sorted(set(re.findall(r"\?(\w+)", body)))
    query = f"{PREFIXES}SELECT {' '.join('?' + v for v in variables)} WHERE {{ {body} }}"
    names, expected = expected_rows(store, query) if variables else (None, None)
    if names is None:
        return False, ""
    got, message = answers.of_graphwright([path], query, names)
    if got is None:
        return False, "" if "query:1: " in message else message
    # Oxigraph gives a pair that two alternatives of a path join once; SPARQL 1.1, 18.4, twice
    order = (lambda rows: sorted(set(rows))) if "|" in body else sorted
    return True, "" if order(got) == order(expected) else f"{len(got)} rows, not {len(expected)}"


def main():
    """One test point for each graph."""
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 80
    for seed in range(first, first + 4):
        rnd = random.Random(seed)
        data, generator = random_quads(rnd), Generator(rnd)
        store, answered, wrong = answers.store_of(data, ox.RdfFormat.N_QUADS), 0, []
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "random.nq"
            path.write_bytes(data)
            for _ in range(count):
                body = generator.group(2)
                good, problem = compare(store, path, body)
                answered += good
                wrong += [f"{body}: {problem}"] if problem else []
        tap.check(not wrong, f"random queries, seed {seed}: {answered} answered", "\n".join(wrong))
        tap.check(answered >= count / 2, f"seed {seed}: most are answered", answered)
    tap.done()


main()
