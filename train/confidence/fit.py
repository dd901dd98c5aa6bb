"""Fits the confidence of statements to judgements, and measures it by cross-validation.

    fit.py STATEMENTS [--table TSV] [--diagram SVG]

STATEMENTS is what bench/statements prints of the judged articles. A logistic regression with a
ridge over standardised features (extract/knowledge/confidence.h) and rules; its scores are then
scaled and shifted (Platt 1999) by what they say of articles left out. Every figure comes from
leaving an article out: ridge, scale and shift are chosen anew without it.
"""
import argparse

import numpy as np

from judged import article, key, read_judged, read_table

RIDGES = (3.0, 10.0, 30.0, 100.0, 300.0)
FEWEST = 8           # judgements that a rule needs for a weight of its own
BINS = 8
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
GENRES = {"news, lives, travel": ("news", "bio", "voyage"),
          "papers, textbooks, court": ("academic", "textbook", "court"),
          "spoken": ("conversation", "interview", "speech", "vlog")}
FIRST_FEATURE = 10   # column of a statement's table


def load(path):
    """Feature names and values, what is right, and articles of the judged statements."""
    judged, rows = read_judged(), read_table(path)
    names = list(rows[0])[FIRST_FEATURE:]
    known = {(article(row), key(row)): row for row in rows}
    pairs = [(known[name], judged[name]) for name in judged if name in known]
    rules = [row["rule"] for row, _ in pairs]
    kept = sorted(rule for rule in set(rules) if rules.count(rule) >= FEWEST)
    values = [[float(row[name]) for name in names] + [row["rule"] == rule for rule in kept]
              for row, _ in pairs]
    print(f"{len(judged)} statements judged, {len(pairs)} of them still read, in "
          f"{len(set(article(row) for row, _ in pairs))} articles")
    return (names + [f"rule={rule}" for rule in kept], np.array(values, dtype=float),
            np.array([judgement["right"] == "1" for _, judgement in pairs], dtype=float),
            np.array([article(row) for row, _ in pairs]))


def sigmoid(odds):
    """Log odds to probabilities."""
    return 1 / (1 + np.exp(-odds))


def newton(x, y, ridge):
    """Weights of a logistic regression, the last one the bias, which is not shrunk."""
    x = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.diag([ridge] * (x.shape[1] - 1) + [1e-6])
    w = np.zeros(x.shape[1])
    for _ in range(25):
        p = sigmoid(x @ w)
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + penalty,
                               x.T @ (p - y) + penalty @ w)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return w


class Model:
    """Standardised logistic regression."""

    def __init__(self, x, y, ridge):
        self.mean, self.spread = x.mean(0), x.std(0)
        self.spread[self.spread == 0] = 1
        self.w = newton((x - self.mean) / self.spread, y, ridge)

    def odds(self, x):
        """Log odds of being right."""
        return (x - self.mean) / self.spread @ self.w[:-1] + self.w[-1]


def left_out(x, y, groups, ridge):
    """Log odds of each statement by a model that has not seen its article."""
    odds = np.zeros(len(y))
    for group in np.unique(groups):
        out = groups == group
        odds[out] = Model(x[~out], y[~out], ridge).odds(x[out])
    return odds


def loss(odds, y):
    """Mean negative log likelihood."""
    return np.logaddexp(0, np.where(y == 1, -odds, odds)).mean()


def calibrated(x, y, groups):
    """The model with the best ridge, and the scale and shift of its log odds."""
    scores = {ridge: left_out(x, y, groups, ridge) for ridge in RIDGES}
    ridge = min(RIDGES, key=lambda r: loss(newton_odds(scores[r], y), y))
    scale, shift = newton(scores[ridge][:, None], y, 1e-3)
    return Model(x, y, ridge), scale, shift, ridge


def newton_odds(scores, y):
    """Scores after scaling and shifting."""
    scale, shift = newton(scores[:, None], y, 1e-3)
    return scale * scores + shift


def cross_validate(x, y, groups):
    """Probability of each statement with everything chosen without its article."""
    p = np.zeros(len(y))
    for group in np.unique(groups):
        out = groups == group
        model, scale, shift, _ = calibrated(x[~out], y[~out], groups[~out])
        p[out] = sigmoid(scale * model.odds(x[out]) + shift)
    return p


def wilson(right, count):
    """95 % interval of a share (Wilson 1927)."""
    z, share = 1.96, right / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * np.sqrt(share * (1 - share) / count
                                             + z * z / (4 * count * count))
    return middle - half, middle + half


def bins_of(p, y):
    """Mean confidence, share that is right and number, of bins of about equal size."""
    parts = np.array_split(np.argsort(p, kind="stable"), BINS)
    return [(p[part].mean(), y[part].mean(), len(part)) for part in parts]


def area(p, y):
    """Chance that a right statement is surer than a wrong one (ties count half)."""
    right, wrong = p[y == 1], p[y == 0]
    return ((right[:, None] > wrong).mean() + 0.5 * (right[:, None] == wrong).mean())


def report(p, y, estimate):
    """Print the figures."""
    ece = sum(count * abs(mean - share) for mean, share, count in bins_of(p, y)) / len(y)
    print(f"right: {y.mean():.3f} of {len(y)}")
    print(f"Brier: {((p - y) ** 2).mean():.3f}; by the rules' own estimates "
          f"{((estimate - y) ** 2).mean():.3f}; by the share alone {y.mean() * (1 - y.mean()):.3f}")
    print(f"ECE ({BINS} bins): {ece:.3f}; area under ROC: {area(p, y):.3f}, by the estimates "
          f"{area(estimate, y):.3f}")
    print("| least confidence | kept | right | 95 % interval |\n| --- | --- | --- | --- |")
    for least in THRESHOLDS:
        kept = y[p >= least]
        if len(kept):
            low, high = wilson(kept.sum(), len(kept))
            print(f"| {least:.1f} | {len(kept)} of {len(y)} | {100 * kept.mean():.0f} % | "
                  f"{100 * low:.0f} to {100 * high:.0f} % |")


def kind_of(name):
    """The kind of an article; GUM tells the genre in a document's name, others are news."""
    genre = name.split("_")[1] if name.startswith("GUM_") else "news"
    return next(kind for kind, genres in GENRES.items() if genre in genres)


def report_kinds(p, y, groups):
    """Print what is right of each kind of text, by least confidence."""
    kinds = np.array([kind_of(group) for group in groups])
    thresholds = (0.0, *THRESHOLDS[:-1])
    print(f"| least confidence | {' | '.join(f'{least:.1f}' for least in thresholds)} |\n"
          f"| --- |{' --- |' * len(thresholds)}")
    for kind in GENRES:
        kept = [y[(kinds == kind) & (p >= least)] for least in thresholds]
        shares = [f"{100 * part.mean():.0f} % of {len(part)}" if len(part) else "" for part in kept]
        print(f"| {kind} | {' | '.join(shares)} |")


def write_table(path, names, model, scale, shift):
    """The weights as extract/knowledge/confidence.c reads them."""
    weights = scale * model.w[:-1] / model.spread
    lines = ["feature\tmean\tweight", f"bias\t0\t{scale * model.w[-1] + shift:.4f}"]
    lines += [f"{name}\t{mean:.4f}\t{weight:.4f}"
              for name, mean, weight in zip(names, model.mean, weights)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


SIZE, LEFT, TOP = 320, 60, 20


def at(confidence, share):
    """Place in the picture."""
    return LEFT + SIZE * confidence, TOP + SIZE * (1 - share)


def line(a, b, style):
    """A line from one place to another."""
    return (f'<line x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}" {style}/>')


def text(place, words, extra=""):
    """Words at a place."""
    return f'<text x="{place[0]:.1f}" y="{place[1]:.1f}" {extra}>{words}</text>'


def axes():
    """Frame, grid, numbers and titles."""
    parts = [line(at(0, 0), at(1, 1), 'stroke="#888" stroke-dasharray="4 4"')]
    for i in range(0, 11, 2):
        x, y = at(i / 10, 0)
        parts += [line(at(i / 10, 0), at(i / 10, 1), 'stroke="#ddd"'),
                  line(at(0, i / 10), at(1, i / 10), 'stroke="#ddd"'),
                  text((x, y + 18), f"{i / 10:.1f}", 'text-anchor="middle"'),
                  text((LEFT - 8, at(0, i / 10)[1] + 4), f"{i / 10:.1f}", 'text-anchor="end"')]
    parts.append(text((LEFT + SIZE / 2, TOP + SIZE + 40), "confidence of the statement",
                      'text-anchor="middle"'))
    parts.append(text((18, TOP + SIZE / 2), "share of right statements",
                      f'text-anchor="middle" transform="rotate(-90 18 {TOP + SIZE / 2:.0f})"'))
    return parts


def write_diagram(path, p, y):
    """The reliability diagram: shares with 95 % intervals over confidences."""
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" width="400" height="390" '
             'font-family="sans-serif" font-size="12">',
             "<title>Reliability of confidences</title>",
             '<rect width="400" height="390" fill="#fff"/>', *axes()]
    for mean, share, count in bins_of(p, y):
        low, high = wilson(share * count, count)
        x, place = at(mean, share)
        parts.append(line(at(mean, low), at(mean, high), 'stroke="#1f5fa8" stroke-width="2"'))
        parts.append(f'<circle cx="{x:.1f}" cy="{place:.1f}" r="4" fill="#1f5fa8"/>')
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([*parts, "</svg>"]) + "\n")


def main():
    """Measure, then fit to everything."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("statements")
    parser.add_argument("--table")
    parser.add_argument("--diagram")
    arguments = parser.parse_args()
    names, x, y, groups = load(arguments.statements)
    p = cross_validate(x, y, groups)
    report(p, y, sigmoid(x[:, names.index("estimate")]))
    report_kinds(p, y, groups)
    model, scale, shift, ridge = calibrated(x, y, groups)
    print(f"ridge {ridge:.0f}, scale {scale:.2f}, shift {shift:.2f}")
    if arguments.table:
        write_table(arguments.table, names, model, scale, shift)
    if arguments.diagram:
        write_diagram(arguments.diagram, p, y)


if __name__ == "__main__":
    main()
