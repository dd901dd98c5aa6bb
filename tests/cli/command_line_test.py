"""Good and bad command lines: exit status, one line of error, nothing half written."""
import os
import resource
import signal
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

USAGE, INPUT, FILES, CHILD = 2, 3, 4, 5

# What stands after "graphwright", and what the output must hold.
GOOD = [
    (["help"], "parse"),
    (["--help"], "Usage: graphwright"),
    (["-h"], "Usage: graphwright"),
    (["help", "help"], "Usage: graphwright help"),
    (["help", "build"], "--output=OUTDIR"),
    (["help", "build"], "  jsonld "),
    (["help", "convert"], "  jsonld "),
    (["help", "parse"], "FILE"),
    (["help", "parse"], "--lines"),
    (["help", "list"], "--openie"),
    (["help", "explain"], "ARTICLE.txt NAME"),
    (["help", "publish"], "--endpoint=URL"),
    (["help", "describe"], "--license=IRI"),
    (["version"], "graphwright "),
    (["--version"], "graphwright "),
]

# What stands after "graphwright", the exit status, and what the message must hold.
BAD = [
    ([], USAGE, "no command given; see 'graphwright help'"),
    (["biuld"], USAGE, "no command 'biuld'"),
    (["--biuld"], USAGE, "no command '--biuld'"),
    ([""], USAGE, "no command ''"),
    (["help", "biuld"], USAGE, "no command 'biuld'"),
    (["help", "build", "parse"], USAGE, "parse"),
    (["version", "x"], USAGE, "unexpected x"),
    (["version", "-x"], USAGE, "unknown option -x"),
    (["parse"], USAGE, "missing FILE"),
    (["parse", "a", "b"], USAGE, "b"),
    (["parse", "--fast", "a"], USAGE, "unknown option --fast"),
    (["parse", "-q", "a"], USAGE, "unknown option -q"),
    (["list"], USAGE, "missing ARTICLE.txt"),
    (["list", "--openie"], USAGE, "missing ARTICLE.txt"),
    (["list", "--fast", "a"], USAGE, "unknown option --fast"),
    (["list", "--lines", "a", "b"], USAGE, "b"),
    (["list", "{good}", "-c"], USAGE, "missing after -c"),
    (["list", "{good}", "-c", "1.1"], USAGE, "--min-confidence '1.1'"),
    (["list", "{good}", "-c", "-1"], USAGE, "--min-confidence '-1'"),
    (["list", "{good}", "-c", "nan"], USAGE, "--min-confidence 'nan'"),
    (["list", "{good}", "-c", "90%"], USAGE, "such as 0.8"),
    (["build", "{good}", "-o", "{out}", "-c", ""], USAGE, "--min-confidence ''"),
    (["build", "{good}", "-o", "{out}", "--min-confidence=."], USAGE, "--min-confidence '.'"),
    (["explain"], USAGE, "missing ARTICLE.txt NAME"),
    (["explain", "{good}"], USAGE, "missing NAME"),
    (["explain", "{good}", "S0", "S1"], USAGE, "what is S1"),
    (["explain", "-x", "{good}", "S0"], USAGE, "unknown option -x"),
    (["explain", "{good}", "moon"], USAGE, "no entity or statement 'moon'"),
    (["explain", "{good}", "governm"], USAGE, "did you mean 'government'"),
    (["explain", "{good}", ""], USAGE, "no entity or statement ''"),
    (["build"], USAGE, "missing ARTICLE.txt"),
    (["build", "-o", "{out}"], USAGE, "missing ARTICLE.txt"),
    (["build", "{good}"], USAGE, "-o OUTDIR"),
    (["build", "{good}", "-o"], USAGE, "missing after -o"),
    (["build", "{good}", "--output"], USAGE, "missing after --output"),
    (["build", "{good}", "-o", ""], USAGE, "-o OUTDIR"),
    (["build", "{good}", "{good}", "-o", "{out}"], USAGE, "good.txt"),
    (["build", "{good}", "-o", "{out}", "-n", "1"], USAGE, "--max-nodes '1'"),
    (["build", "{good}", "-o", "{out}", "-n", "many"], USAGE, "--max-nodes 'many'"),
    (["build", "{good}", "-o", "{out}", "-n", "-5"], USAGE, "--max-nodes '-5'"),
    (["build", "{good}", "-o", "{out}", "-n", "5x"], USAGE, "--max-nodes '5x'"),
    (["build", "{good}", "-o", "{out}", "-n", ""], USAGE, "--max-nodes ''"),
    (["build", "{good}", "-o", "{out}", "-n", "9" * 40], USAGE, "--max-nodes '999"),
    (["build", "{good}", "-o", "{out}", "--base", "kg/"], USAGE, "--base 'kg/'"),
    (["build", "{good}", "-o", "{out}", "--base", "https://e.org/kg"], USAGE, "ends in '/'"),
    (["build", "{good}", "-o", "{out}", "--base", "https://e.org/<>/"], USAGE, "--base"),
    (["build", "{good}", "-o", "{out}", "--format", "pdf"], USAGE, "no format 'pdf'"),
    (["convert"], USAGE, "missing FILE..."),
    (["convert", "a.ttl"], USAGE, "-o OUT"),
    (["convert", "a.ttl", "-o", ""], USAGE, "-o OUT"),
    (["convert", "a.ttl", "-o", "-"], USAGE, "'-' does not tell the format"),
    (["convert", "a.ttl", "-o", "{out}.pdf"], USAGE, "say it with --format"),
    (["convert", "a.ttl", "-o", ".ttl"], USAGE, "'.ttl' does not tell the format"),
    (["convert", "a.ttl", "-o", "{out}", "-f", "pdf"], USAGE, "no format 'pdf'; there are turtle"),
    (["convert", "a.ttl", "-o", "{out}.csv"], USAGE, "csv makes nodes.csv and edges.csv"),
    (["convert", "a.ttl", "-o", "-", "-f", "csv"], USAGE, "-o FOLDER --format csv"),
    (["convert", "a.pdf", "-o", "{out}", "-f", "turtle"], USAGE, "a.pdf: no RDF file by its name"),
    (["convert", "-", "-o", "{out}", "-f", "turtle"], USAGE, "say its syntax with --from"),
    (["convert", "-", "-o", "{out}.nt", "--from", "json"], USAGE, "--from 'json'"),
    (["convert", "missing.ttl", "-o", "{out}.nt"], FILES, "missing.ttl: cannot open"),
]

# Name and bytes of articles that cannot be read, the exit status, and what the message must hold.
UNREADABLE = [
    ("missing.txt", None, FILES, "No such file"),
    ("two\nlines.txt", None, FILES, "No such file"),
    ("empty.txt", b"", INPUT, "no text"),
    ("blank.txt", b" \n\n\t\n", INPUT, "no text"),
    ("mark.txt", b"\xef\xbb\xbf", INPUT, "no text"),
    ("binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", INPUT, "byte 8 is NUL"),
    ("latin1.txt", "One line.\nThe café closed.\n".encode("latin-1"), INPUT, ":2: byte 17"),
    ("utf16.txt", "The port closed.".encode("utf-16"), INPUT, "NUL"),
    ("cut.txt", "closed 港".encode()[:-1], INPUT, "byte 7 is not valid UTF-8"),
    ("surrogate.txt", b"one \xed\xa0\x80 two", INPUT, "byte 4 is not valid UTF-8"),
]

ARTICLE = "The Port\n\nThe government banned exports. Prices rose because of the ban.\n"


def one_line_of_error(done, status, message):
    """Whether a run failed as it should: status, silence, one line that says why."""
    error = done.stderr.decode()
    return (done.returncode == status and done.stdout == b"" and error.count("\n") == 1
            and error.startswith("graphwright: ") and error.endswith("\n") and message in error)


def check_failure(done, status, message, name):
    """One test point for a run that should fail."""
    tap.check(one_line_of_error(done, status, message), name,
              f"exit {done.returncode}, not {status}; wanted '{message}'\n"
              f"{done.stdout[:300]}\n{done.stderr.decode()[:1000]}")


def name_of(arguments):
    """Arguments as the name of a test point."""
    return " ".join(["graphwright", *(a[:20] or "''" for a in arguments)]).replace("#", "")


def test_command_lines(folder):
    """The two tables of command lines."""
    good = folder / "good.txt"
    good.write_text(ARTICLE)
    for arguments, output in GOOD:
        done = tap.run(*arguments)
        tap.check(done.returncode == 0 and not done.stderr and output in done.stdout.decode(),
                  name_of(arguments), f"exit {done.returncode}\n{done.stdout}\n{done.stderr}")
    for arguments, status, message in BAD:
        full = [a.format(good=good, out=folder / "out") for a in arguments]
        check_failure(tap.run(*full), status, message, name_of(arguments))
    tap.check(sorted(p.name for p in folder.iterdir()) == ["good.txt"],
              "a wrong command line writes nothing", list(folder.iterdir()))


def test_unreadable_articles(folder):
    """Every command says the same about an article it cannot read."""
    for name, content, status, message in UNREADABLE:
        if content is not None:
            (folder / name).write_bytes(content)
        for command in (["parse"], ["list"], ["build", "-o", folder / "out"]):
            done = tap.run(*command, folder / name)
            check_failure(done, status, message, f"{command[0]} {name!r}")
            if content is not None:
                done = tap.run(*command, "-", stdin=content)
                check_failure(done, status, message, f"{command[0]} {name!r} on standard input")
    check_failure(tap.run("parse", folder), FILES, "cannot read", "an article that is a folder")
    tap.check(not (folder / "out").exists(), "an unreadable article leaves no folder")


def test_full_output():
    """A full disk behind standard output is an error."""
    with open("/dev/full", "wb") as full:
        done = tap.subprocess.run([tap.PROGRAM, "version"], stdout=full, stderr=-1, check=False)
    tap.check(done.returncode == FILES and done.stderr.count(b"\n") == 1,
              "standard output is full", f"{done.returncode} {done.stderr}")


def small_files_only():
    """In the child: no file over 64 bytes, as on a disk that is nearly full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))


def test_unwritable_output(folder):
    """Where the output cannot be written, nothing is left of it."""
    good, taken, out = folder / "good.txt", folder / "taken", folder / "out"
    good.write_text(ARTICLE)
    taken.write_text("mine")
    for target in (taken, taken / "below", "/proc/graphwright"):
        check_failure(tap.run("build", good, "-o", target), FILES, str(target),
                      f"output to {Path(target).name}")
    tap.check(taken.read_text() == "mine", "a file in the way is kept")
    out.mkdir()
    (out / "graph.ttl").write_text("# old\n")
    done = tap.run("build", good, "-o", out, preexec_fn=small_files_only)
    check_failure(done, FILES, "graph.ttl: cannot write", "the disk is full")
    tap.check(os.listdir(out) == ["graph.ttl"] and (out / "graph.ttl").read_text() == "# old\n",
              "a full disk leaves the old graph and nothing else", os.listdir(out))


def test_build(folder):
    """A build that succeeds, through a file and through standard input."""
    good = folder / "good.txt"
    good.write_text(ARTICLE)
    done = tap.run("build", good, "-o", folder / "deep" / "out")
    tap.check(done.returncode == 0 and not done.stdout and not done.stderr, "build", done.stderr)
    written = sorted(os.listdir(folder / "deep" / "out"))
    tap.check(written == ["graph.png", "graph.svg", "graph.ttl"],
              "build writes a graph and two pictures")
    done = tap.run("build", "--output", folder / "nt", "-", "--format=ntriples", "-n2",
                   "--base=https://example.org/x/", stdin=ARTICLE.encode())
    tap.check(done.returncode == 0 and (folder / "nt" / "graph.nt").stat().st_size > 0,
              "build from standard input, with every option", done.stderr)
    tap.check("<https://example.org/x/" in (folder / "nt" / "graph.nt").read_text(),
              "--base is what IRIs begin with")
    done = tap.run("list", good)
    tap.check(done.returncode == 0 and b"ban" in done.stdout and not done.stderr, "list",
              done.stderr)


def test_failing_pictures(folder):
    """Graphviz without its plugins cannot draw: the graph is written all the same."""
    good, out = folder / "good.txt", folder / "out"
    good.write_text(ARTICLE)
    done = tap.run("build", good, "-o", out, env={**os.environ, "GVBINDIR": "/nonexistent"})
    check_failure(done, CHILD, "graph.ttl is written, but without its pictures", "no Graphviz")
    tap.check(os.listdir(out) == ["graph.ttl"], "the graph without its pictures", os.listdir(out))


def test_long_lines(folder):
    """Ten megabytes on one line are read, and a word of 200 kilobytes."""
    for name, content in (("spaces", b"The port" + b" " * 10**7 + b"closed."),
                          ("letters", b"The port closed. " + b"q" * 2 * 10**5)):
        (folder / name).write_bytes(content)
        done = tap.run("parse", folder / name)
        tap.check(done.returncode == 0 and b"\tport\tport\tNOUN\t" in done.stdout,
                  f"a long line of {name}", done.stderr)


def main():
    """Run every group in a folder of its own."""
    groups = [test_command_lines, test_unreadable_articles]
    if tap.has_model():
        groups += [test_build, test_failing_pictures, test_unwritable_output, test_long_lines]
    else:
        tap.skip("building graphs", "no model/graphwright.gwm")
    for group in groups:
        with tempfile.TemporaryDirectory() as folder:
            group(Path(folder))
    test_full_output()
    tap.done()


main()
