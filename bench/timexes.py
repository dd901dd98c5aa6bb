"""How many dates of a treebank are given the right days.

timexes.py --timexes PROGRAM [--show] FILE.conllu: FILE has GUM's XML annotations of dates in MISC
(`XML=<date when:::"2013-11-14">`) and the date of each document as `# meta::dateCreated`. A date
is right when the time that covers it has the same first and last day; of a time that covers more
("from 2019 to 2022", "since 2018"), the end that the annotation names has to be the same.
"""
import argparse
import calendar
import datetime
import re
import subprocess


def first_day(text):
    """The first day of "2013", "2013-11" or "2013-11-14"."""
    return "-".join((text.zfill(4).split("-") + ["01", "01"])[:3])


def last_day(text):
    """The last day of the same."""
    parts = text.zfill(4).split("-")
    parts += ["12"] if len(parts) == 1 else []
    if len(parts) == 2:
        parts.append(f"{calendar.monthrange(int(parts[0]) or 4, int(parts[1]))[1]:02}")
    return "-".join(parts)


def days_of(tag):
    """First and last day that an annotation gives; "-" for none; None for years before Christ."""
    values = dict(re.findall(r'(\w+):::"([^"]*)"', tag))
    begin = values.get("when") or values.get("from") or values.get("notBefore")
    end = values.get("when") or values.get("to") or values.get("notAfter")
    if any(v and not re.fullmatch(r"\d{1,4}(-\d\d){0,2}", v) for v in (begin, end)):
        return None
    return (first_day(begin) if begin else "-", last_day(end) if end else "-")


class Document:
    """The lines of one document, and its dates as (sentence, first, last, days, words)."""

    def __init__(self):
        self.lines, self.dates, self.open, self.words = [], [], [], []
        self.date, self.sentence = "-", 0

    def add(self, line):
        """Take the next line of the file."""
        self.lines.append(line)
        if line.startswith("# meta::dateCreated"):
            self.date = line.split("=")[1].strip()
        if not line.strip():
            self.sentence += 1
            self.words, self.open = [], []
        column = line.split("\t")
        if len(column) == 10 and column[0].isdigit():
            self.words.append(column[1])
            for tag in re.findall(r"</?date[^>]*>", column[9]):
                self.mark(tag)

    def mark(self, tag):
        """Begin or end an annotation at the last word."""
        if not tag.startswith("</"):
            self.open.append((len(self.words) - 1, tag))
        elif self.open:
            begin, tag = self.open.pop()
            end = len(self.words) - 1
            self.dates.append((self.sentence, begin, end, days_of(tag),
                               " ".join(self.words[begin:end + 1])))


def documents(path):
    """The documents of a file."""
    document = None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                if document:
                    yield document
                document = Document()
            document.add(line)
    yield document


def next_day(day, step):
    """The day after or before."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(step)).isoformat()


def is_right(gold, time):
    """Whether a time (sentence, first, last, begin, end) gives a date its days."""
    begin, end = gold[3]
    if (begin, end) == time[3:]:
        return True
    wider = time[1] < gold[1] or time[2] > gold[2]
    after = end != "-" and next_day(end, 1) == time[3]
    before = begin not in ("-", "0001-01-01") and next_day(begin, -1) == time[4]
    return wider and (time[3] == begin != "-" or time[4] == end != "-" or after or before)


def times_of(program, document):
    """The times that the program finds."""
    out = subprocess.run([program, document.date], input="".join(document.lines), text=True,
                         capture_output=True, check=True).stdout
    return [(int(s), int(f), int(l), b, e) for s, f, l, b, e in
            (line.split("\t") for line in out.splitlines())]


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--timexes", required=True)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("file")
    options = parser.parse_args()
    right = wrong = missed = extra = early = 0
    for document in documents(options.file):
        times = times_of(options.timexes, document)
        covered = set()
        for gold in document.dates:
            found = [t for t in times if t[0] == gold[0] and t[1] <= gold[2] and gold[1] <= t[2]]
            covered.update(found)
            if gold[3] is None:
                early += 1
            elif any(is_right(gold, t) for t in found):
                right += 1
            else:
                wrong += bool(found)
                missed += not found
                if options.show:
                    print(document.date, gold[3], gold[4], [t[3:] for t in found], sep="\t")
        extra += len(set(times) - covered)
    gold = right + wrong + missed
    print(f"dates {gold}  right {right} ({100 * right / gold:.1f} %)  wrong {wrong}  "
          f"missed {missed}  before Christ {early}  times that no annotation covers {extra}")


main()
