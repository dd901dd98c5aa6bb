"""graphwright convert: from every syntax to every format, several files, standard streams."""
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

TRIG = b"""@prefix e: <http://example.org/> .
e:s e:p "one"@en, 2 .
e:g { e:s e:q _:b . _:b e:p "one"@en . }
"""
FORMATS = {"turtle": "ttl", "trig": "trig", "ntriples": "nt", "nquads": "nq", "rdfxml": "rdf"}
NAMED = {"trig", "nquads"}


def nquads(path, **options):
    """What a file says, as N-Quads."""
    done = tap.run("convert", path, "-o", "-", "--format", "nquads", **options)
    return done.stdout if done.returncode == 0 else done.stderr


def formats():
    """The names of the formats that the help lists."""
    text = tap.run("help", "convert").stdout.decode().partition("\nFormats:\n")[2]
    return [line.split()[0] for line in text.splitlines()]


def files(path):
    """The bytes of a file, or of all files of a folder."""
    return {p.name: p.read_bytes() for p in path.iterdir()} if path.is_dir() else path.read_bytes()


def test_formats(folder):
    """What is written in each format that can be read comes back the same."""
    source = folder / "in.trig"
    source.write_bytes(TRIG)
    quads = nquads(source)
    shuffled = folder / "shuffled.nq"
    shuffled.write_bytes(b"".join(reversed(quads.splitlines(True))))
    union = b"".join(sorted({line.replace(b" <http://example.org/g> .", b" .")
                             for line in quads.splitlines(True)}))
    tap.check(quads.count(b"\n") == 4 and quads.count(b"<http://example.org/g>") == 2,
              "TriG is read with its graphs", quads)
    for name in formats():
        out = folder / f"out.{FORMATS.get(name, 'of-' + name)}"
        done = tap.run("convert", source, "-o", out, "-f", name)
        warned = b"does not say which graph" in done.stderr
        tap.check(done.returncode == 0 and warned == (name not in NAMED | {"jsonld"}),
                  f"convert to {name}, with a warning if graphs are lost", done.stderr)
        again = folder / f"again.of-{name}"
        tap.run("convert", shuffled, "-o", again, "-f", name)
        tap.check(files(out) == files(again), f"the same {name} from quads in another order")
        if name in FORMATS:
            by_name = tap.run("convert", source, "-o", folder / f"by-name{out.suffix}")
            tap.check((folder / f"by-name{out.suffix}").read_bytes() == out.read_bytes(),
                      f"{out.suffix} means {name}", by_name.stderr)
            tap.check(nquads(out) == (quads if name in NAMED else union), f"{name} comes back",
                      nquads(out))


def test_manual(_):
    """The manual page names every format."""
    manual = (tap.SOURCE / "doc/graphwright.1").read_text()
    for name in formats():
        tap.check(f"\n.It Cm {name}\n" in manual, f"the manual page has {name}")
    tap.check(len(formats()) >= 6, "the help lists formats", formats())


def test_streams(folder):
    """Standard input and output, and several files."""
    one, two = folder / "one.ttl", folder / "two.nt"
    one.write_text("<http://example.org/a> <http://example.org/p> 1, 2 .")
    two.write_text("<http://example.org/a> <http://example.org/p> \"x\" .\n")
    both = tap.run("convert", one, two, "-o", "-", "-f", "ntriples")
    tap.check(both.stdout.count(b"\n") == 3 and not both.stderr, "two files are one graph",
              both.stdout)
    swapped = tap.run("convert", "-o", "-", two, "-f", "ntriples", one, one)
    tap.check(swapped.stdout == both.stdout, "their order and repetition leave no trace")
    piped = tap.run("convert", "-", two, "-o", "-", "-f", "ntriples", "--from", "turtle",
                    stdin=one.read_bytes())
    tap.check(piped.stdout == both.stdout, "standard input, with --from", piped.stderr)
    renamed = folder / "one.txt"
    renamed.write_bytes(one.read_bytes())
    done = tap.run("convert", renamed, two, "-o", "-", "-f", "ntriples", "-r", "turtle")
    tap.check(done.stdout == both.stdout, "--from is for names that do not tell", done.stderr)


def failed(done, status, message):
    """One line of error, nothing on standard output."""
    error = done.stderr.decode()
    return (done.returncode == status and not done.stdout and error.count("\n") == 1
            and message in error)


def test_failures(folder):
    """Nothing is written, and what was there is kept."""
    good, bad, out = folder / "good.nt", folder / "bad.ttl", folder / "out.rdf"
    good.write_text("<http://example.org/a> <http://example.org/p> \"x\" .\n")
    bad.write_text("<http://example.org/a> <http://example.org/p> 1 .\n<oops")
    out.write_text("old")
    done = tap.run("convert", good, bad, "-o", out)
    tap.check(failed(done, 3, "bad.ttl:2: "), "a damaged file", done.stderr)
    cases = [
        ("<http://example.org/p/1> \"x\"", "<http://example.org/p/1>: the predicate does not end"),
        ("<http://example.org/p> \"\\u0001\"", "the control character U+0001"),
        ("<http://example.org/p> \"\\u007F\"", "the control character U+007F"),
        ("<http://www.w3.org/1999/02/22-rdf-syntax-ns#li> \"x\"", "keeps this name for itself"),
        ("<http://example.org/p> \"x\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>",
         "XML literals"),
    ]
    for triple, message in cases:
        good.write_text(f"<http://example.org/a> {triple} .\n")
        done = tap.run("convert", good, "-o", out)
        tap.check(failed(done, 1, message) and b"choose another format" in done.stderr,
                  f"RDF/XML: {message}", done.stderr)
    tap.check(out.read_text() == "old" and sorted(os.listdir(folder))
              == ["bad.ttl", "good.nt", "out.rdf"], "a failure leaves everything as it was")
    good.write_text("")
    done = tap.run("convert", good, "-o", folder / "no" / "out.nt")
    tap.check(failed(done, 4, "out.nt"), "a folder that is not there", done.stderr)
    for name in formats():
        done = tap.run("convert", good, "-o", folder / f"empty-{name}", "-f", name)
        tap.check(done.returncode == 0, f"an empty graph as {name}", done.stderr)


def main():
    """Each group in a folder of its own."""
    for group in (test_formats, test_manual, test_streams, test_failures):
        with tempfile.TemporaryDirectory() as folder:
            group(Path(folder))
    tap.done()


main()
