"""publish against a store that misbehaves: what is sent where, retries, secrets, messages."""
import os
import pty
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from store import DROP, Answer, Store  # noqa: E402

USAGE, INPUT, REMOTE = 2, 3, 7
SECRET = "s3cret-pass"
TURTLE = """@prefix e: <http://example.org/> .
e:a e:name "é"@en , "two\\nlines" ; e:size 0.90 .
e:b e:knows e:a .
"""
TRIG = """@prefix e: <http://example.org/> .
e:a e:name "unnamed" .
<http://example.org/g/ü?x=1&y> { e:a e:name "one" . e:b e:knows e:a }
e:h { e:a e:name "two" }
"""
SIZE = 'http://example.org/size> "0.90"^^<http://www.w3.org/2001/XMLSchema#decimal> .'
ODD = "http://example.org/g/ü?x=1&y"


def clean_environment(folder, **more):
    """Neither the secrets nor the proxies of whoever runs the tests."""
    kept = {k: v for k, v in os.environ.items()
            if "proxy" not in k.lower() and not k.startswith(("GRAPHWRIGHT_U", "GRAPHWRIGHT_P",
                                                              "GRAPHWRIGHT_T", "CURL_"))}
    return {**kept, "HOME": str(folder), **more}


class Publisher:
    """Runs publish in a folder of its own, with files to publish."""

    def __init__(self, folder):
        self.folder = folder
        self.turtle, self.trig, self.large = (folder / n for n in ("a.ttl", "a.trig", "large.nt"))
        self.turtle.write_text(TURTLE)
        self.trig.write_text(TRIG)
        self.large.write_text("".join(
            f'<http://example.org/s{i}> <http://example.org/p> "{"x" * 60} {i}" .\n'
            for i in range(20000)))

    def run(self, *arguments, **environment):
        """The result of publish; no secret may ever be printed."""
        done = tap.run("publish", *arguments, timeout=60,
                       env=clean_environment(self.folder, **environment))
        if SECRET.encode() in done.stdout + done.stderr:
            tap.check(False, "no secret is printed", done.stdout + done.stderr)
        return done

    def to(self, store, *arguments, **environment):
        """Publish the Turtle file as a graph of the store."""
        return self.run(self.turtle, "-e", store.url, "-g", "http://example.org/g", *arguments,
                        **environment)


def fails(done, status, *words):
    """Exit status, one line that says why and has all the words."""
    message = done.stderr.decode().splitlines()[-1:]
    return (done.returncode == status and message and message[0].startswith("graphwright: ")
            and all(word in message[0] for word in words))


def shown(done):
    """A result for whoever reads the log."""
    return f"exit {done.returncode}\n{done.stdout.decode()}\n{done.stderr.decode()}"


def test_places(p, store):
    """Which graph goes where, by which method."""
    done = p.to(store)
    tap.check(done.returncode == 0 and not done.stderr
              and done.stdout == b"replaced <http://example.org/g>: 4 triples, 300 bytes\n",
              "a graph is put", shown(done))
    lines = store.graphs.get("http://example.org/g", set())
    tap.check(store.methods() == ["PUT"] and len(lines) == 4 and any(SIZE in x for x in lines)
              and store.requests[0].headers["Content-Type"] == "application/n-triples",
              "by one PUT of N-Triples", store.requests)
    store.graphs["http://example.org/g"] = {"<x:a> <x:b> <x:c> ."}
    p.to(store, "--add")
    tap.check(store.methods()[1:] == ["POST"] and len(store.graphs["http://example.org/g"]) == 5,
              "--add keeps what is there")
    p.to(store, "--replace")
    tap.check(len(store.graphs["http://example.org/g"]) == 4, "--replace deletes it")
    store.clear()
    done = p.run(p.turtle, "-e", store.url + "?key=1", "--default", "--add")
    tap.check(store.requests[0].path == "/store?key=1&default" and store.methods() == ["POST"]
              and b"added to the default graph" in done.stdout,
              "the default graph, behind a query that is there already", store.requests)
    store.clear()
    p.run(p.trig, "-e", store.url + "/mine", "--direct")
    tap.check(store.requests[0].path == "/store/mine" and len(store.graphs["/store/mine"]) == 4,
              "--direct sends everything to the URL itself", store.requests)


def test_named_graphs(p, store):
    """One request a graph; what stands in none goes last, or where it is told to."""
    done = p.run(p.trig, "-e", store.url, "--default", "--replace")
    tap.check([r.graph for r in store.requests] == [ODD, "http://example.org/h", "default"]
              and store.methods() == ["PUT"] * 3 and done.stdout.count(b"\n") == 3,
              "named graphs by name, the default graph last", store.requests)
    tap.check("graph=http%3A%2F%2Fexample.org%2Fg%2F%C3%BC%3Fx%3D1%26y" in store.requests[0].path,
              "a graph's IRI is escaped whole", store.requests[0].path)
    store.clear()
    done = p.run(p.trig, "-e", store.url, "-g", "http://example.org/h")
    tap.check(len(store.graphs["http://example.org/h"]) == 2 and len(store.requests) == 2,
              "--graph joins what stands in none with a graph of that name", shown(done))
    store.clear()
    done = p.run(p.trig, "-e", store.url)
    tap.check(fails(done, USAGE, "1 triple ", "--graph IRI or --default") and not store.requests,
              "triples without a place are refused before anything is sent", shown(done))


def test_chunks(p, store):
    """A large graph goes up in parts, and a failure says how far it got."""
    done = p.run(p.large, "-e", store.url, "-g", "http://example.org/g", "--chunk", "1", "-v")
    tap.check(done.returncode == 0 and store.methods() == ["PUT", "POST", "POST", "GET"]
              and len(store.graphs["http://example.org/g"]) == 20000
              and b"3 requests, read back and equal" in done.stdout,
              "a PUT, then POSTs", shown(done))
    store.clear()
    store.misbehave(Answer(204), Answer(403, body=b"quota"))
    done = p.run(p.large, p.trig, "-e", store.url, "-d", "-r", "-c", "1", "-T", "0")
    tap.check(fails(done, REMOTE, "HTTP 403 Forbidden to PUT: quota", "1 of 3 graphs are up")
              and "not sent the default graph" in done.stdout.decode(),
              "a refused graph ends it", shown(done))
    store.clear()
    store.misbehave(Answer(204), 400)
    done = p.run(p.large, "-e", store.url, "-g", "http://example.org/g", "-c", "1")
    tap.check(fails(done, REMOTE, "HTTP 400 Bad Request to POST", "the graph is up in part")
              and b"in part <http://example.org/g>: " in done.stdout
              and b" of 20000 triples" in done.stdout, "a graph in part is reported", shown(done))


def test_retries(p, store):
    """What passes is tried again, what does not is not."""
    for plan, name in (((503, 502), "503 and 502"), ((DROP, DROP), "dropped connections"),
                       ((429,), "429"), ((504,), "504")):
        store.clear()
        store.misbehave(*plan)
        done = p.to(store)
        tap.check(done.returncode == 0 and len(store.requests) == len(plan) + 1
                  and done.stderr.count(b"next try in 0.5 s") == 1, f"{name}: tried again",
                  shown(done))
    for status in (400, 403, 404, 409, 500, 501):
        store.clear()
        store.misbehave(status)
        done = p.to(store)
        tap.check(fails(done, REMOTE, f"HTTP {status}", "/store:") and len(store.requests) == 1,
                  f"{status}: not tried again", shown(done))
    store.clear()
    store.misbehave(*[503] * 9)
    done = p.to(store, "--retries", "2")
    tap.check(fails(done, REMOTE, "HTTP 503") and len(store.requests) == 3,
              "--retries 2 is three tries", shown(done))


def test_pauses(p, store):
    """Retry-After is honoured, within bounds."""
    store.misbehave(Answer(503, {"Retry-After": "2"}))
    begin = time.monotonic()
    done = p.to(store)
    tap.check(done.returncode == 0 and time.monotonic() - begin >= 2
              and b"next try in 2 s" in done.stderr, "Retry-After: 2", shown(done))
    store.clear()
    store.misbehave(Answer(503, {"Retry-After": "3600"}, b"maintenance"))
    done = p.to(store)
    tap.check(fails(done, REMOTE, "maintenance", "try again in 3600 seconds")
              and len(store.requests) == 1, "an hour is not waited for", shown(done))
    store.clear()
    store.misbehave(Answer(200, slow=6))
    done = p.to(store, "--timeout", "1")
    tap.check(fails(done, REMOTE, "silent", "--timeout") and len(store.requests) == 1,
              "a store that falls silent is given up", shown(done))
    closed = Store()
    closed.close()
    done = p.to(closed, "-T", "1")
    tap.check(fails(done, REMOTE, closed.url, "is the store running"), "nobody listens",
              shown(done))


def with_netrc(p, text):
    """Write ~/.netrc."""
    (p.folder / ".netrc").write_text(text)
    (p.folder / ".netrc").chmod(0o600)


def test_authentication(p):
    """Basic, Digest and Bearer, from the environment or ~/.netrc."""
    good = {"GRAPHWRIGHT_USER": "me", "GRAPHWRIGHT_PASSWORD": SECRET}
    for kind in ("basic", "digest"):
        store = Store(kind, "me", SECRET)
        done = p.to(store, **good)
        tap.check(done.returncode == 0 and len(store.graphs) == 1, f"{kind}: environment",
                  shown(done))
        done = p.to(store, GRAPHWRIGHT_USER="me", GRAPHWRIGHT_PASSWORD="wrong")
        tap.check(fails(done, REMOTE, "401", "who are you?", "GRAPHWRIGHT_PASSWORD right?"),
                  f"{kind}: wrong password", shown(done))
        tap.check(fails(p.to(store), REMOTE, "401", "set GRAPHWRIGHT_USER"), f"{kind}: nothing")
        with_netrc(p, f"machine localhost login me password {SECRET}\n")
        done = p.to(store)
        tap.check(done.returncode == 0, f"{kind}: ~/.netrc", shown(done))
        with_netrc(p, f"machine store.invalid login me password {SECRET}\n")
        tap.check(fails(p.to(store), REMOTE, "401"), f"{kind}: ~/.netrc about another host")
        (p.folder / ".netrc").unlink()
        store.close()
    store = Store("bearer", password=SECRET)
    tap.check(p.to(store, GRAPHWRIGHT_TOKEN=SECRET).returncode == 0, "bearer: environment")
    tap.check(fails(p.to(store, GRAPHWRIGHT_TOKEN="old"), REMOTE, "401", "GRAPHWRIGHT_TOKEN"),
              "bearer: wrong token")
    store.close()


def test_large_digest(p):
    """A body too large to be sent before the store has said whom it wants."""
    store = Store("digest", "me", SECRET)
    done = p.run(p.large, "-e", store.url, "-g", "http://example.org/g", "-v",
                 GRAPHWRIGHT_USER="me", GRAPHWRIGHT_PASSWORD=SECRET)
    tap.check(done.returncode == 0 and len(store.graphs["http://example.org/g"]) == 20000,
              "a large graph with Digest", shown(done))
    store.close()


def test_secrets(p, store):
    """They are not taken where others see them, nor sent to other hosts."""
    url = store.url.replace("//", f"//me:{SECRET}@")
    done = p.run(p.turtle, "-e", url, "-g", "http://example.org/g")
    tap.check(fails(done, USAGE, "take it out"), "a password in the URL is refused", shown(done))
    done = p.run(p.turtle, "-e", "http://store.invalid/", "-g", "http://example.org/g",
                 GRAPHWRIGHT_TOKEN=SECRET)
    tap.check(fails(done, USAGE, "plain http"), "no token over plain http", shown(done))
    done = p.to(store, GRAPHWRIGHT_TOKEN=SECRET + "\r\nX-Injected: 1")
    tap.check(fails(done, USAGE, "line feed") and not store.requests, "a token is one line",
              shown(done))
    other = Store()
    store.authentication, store.user, store.password = "basic", "me", SECRET
    secrets = {"GRAPHWRIGHT_USER": "me", "GRAPHWRIGHT_PASSWORD": SECRET}
    for status in (301, 302, 307, 308):
        store.misbehave(Answer(status, {"Location": f"http://u:p@localhost:{other.port}/x?k=1"}))
        done = p.to(store, **secrets)
        tap.check(fails(done, REMOTE, f"redirects to http://localhost:{other.port}/x: ")
                  and not other.requests, f"{status} to another port is not followed", shown(done))
    store.authentication = None
    other.close()


def test_redirections(p, store):
    """Within a host they are followed, with method and body."""
    for status in (301, 302, 307, 308):
        store.clear()
        store.misbehave(Answer(status, {"Location": "/moved?graph=x:y"}))
        done = p.to(store, "--add")
        tap.check(done.returncode == 0 and store.methods() == ["POST", "POST"]
                  and len(store.graphs["x:y"]) == 4, f"{status} on the same host", shown(done))
    store.clear()
    store.misbehave(*[Answer(307, {"Location": "/again"})] * 50)
    done = p.to(store)
    tap.check(fails(done, REMOTE, "redirects to") and len(store.requests) == 6,
              "redirections in a circle end", shown(done))
    store.clear()
    store.misbehave(Answer(303, {"Location": "/other"}))
    tap.check(fails(p.to(store), REMOTE, "HTTP 303"), "303 is no success")


def test_words(p, store):
    """What the store says is shown as one harmless line."""
    cases = [(b"\x1b[31mred\x1b[0m \x07bell\r\nsecond line", "to PUT: [31mred [0m bell;"),
             (b"<!DOCTYPE html>\n<html><title>Bad\n<b>thing</b></title>", "PUT: Bad thing;"),
             (b"\xff\xfe\xc2\x9b1m \xe2\x80\xaeevil", "PUT: 1m evil;"), (b"", "to PUT; "),
             (b"x" * 10**6, "x" * 200)]
    for body, words in cases:
        store.clear()
        store.misbehave(Answer(400, body=body))
        done = p.to(store)
        tap.check(fails(done, REMOTE, words) and len(done.stderr) < 900
                  and not any(c < 32 and c != 10 for c in done.stderr),
                  f"the store's words, {body[:12]!r}".replace("#", ""), shown(done))
    for raw in (b"SSH-2.0-OpenSSH\r\n", b"\x00\x01\x02", b"HTTP/1.1 999999 ?\r\n\r\n",
                b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"):
        store.clear()
        store.misbehave(*[Answer(raw=raw)] * 9)
        done = p.to(store, "-T", "1")
        tap.check(fails(done, REMOTE, "/store: "), f"no HTTP: {raw[:12]!r}", shown(done))


def test_types(p, store):
    """A store without N-Triples gets Turtle, of which it is a part."""
    store.refused_types = ("application/n-triples",)
    done = p.run(p.trig, "-e", store.url, "-d", "-a")
    types = [r.headers["Content-Type"] for r in store.requests]
    tap.check(done.returncode == 0 and types == ["application/n-triples"] + ["text/turtle"] * 3,
              "415 is answered with Turtle, once", types)
    store.clear()
    store.refused_types = ("application/n-triples", "text/turtle")
    tap.check(fails(p.to(store), REMOTE, "415"), "a store that takes neither")
    store.refused_types = ()


def test_verification(p, store):
    """--verify reads back and compares sets."""
    done = p.to(store, "-v")
    tap.check(done.returncode == 0 and b"read back and equal\n" in done.stdout
              and store.methods() == ["PUT", "GET"], "what is there is equal", shown(done))
    store.corrupt = lambda lines: {x.replace('"0.90"', '"+0.9"') for x in lines}
    done = p.to(store, "-v")
    tap.check(b"equal (1 number in another spelling)" in done.stdout,
              "a number in another spelling is equal", shown(done))
    for change, name in ((lambda lines: {x for x in lines if "knows" not in x}, "a lost triple"),
                         (lambda lines: lines | {"<x:a> <x:b> <x:c> ."}, "a triple too much"),
                         (lambda lines: {x.replace("0.90", "0.91") for x in lines}, "a number"),
                         (lambda lines: {"<<<"}, "garbage")):
        store.corrupt = change
        done = p.to(store, "-v")
        tap.check(fails(done, REMOTE if name != "garbage" else INPUT)
                  and b"not as it should be" in done.stdout, f"{name} is found", shown(done))
    store.corrupt = lambda lines: lines | {"<x:a> <x:b> <x:c> ."}
    tap.check(p.to(store, "-v", "--add").returncode == 0, "--add --verify lets others' be")
    store.corrupt = lambda lines: lines


def test_dry_run(p, store):
    """--dry-run lists the requests and sends none."""
    done = p.run(p.trig, p.large, "-e", store.url, "-g", "http://example.org/h", "-c", "1", "-n")
    lines = done.stdout.decode().splitlines()
    tap.check(done.returncode == 0 and not store.requests and [x.split()[0] for x in lines]
              == ["PUT", "PUT", "POST", "POST"] and f"PUT {store.url}?graph=" in lines[0]
              and lines[0].endswith(": 2 triples, 132 bytes"), "--dry-run", shown(done))


def test_terminal(p, store):
    """On a terminal, a line that is written over shows how far it is."""
    master, slave = pty.openpty()
    store.misbehave(*[Answer(204, slow=0.2)] * 3)
    done = subprocess.run([tap.PROGRAM, "publish", p.large, "-e", store.url, "-g", "x:g", "-c1"],
                          stdout=subprocess.PIPE, stderr=slave, timeout=60, check=False,
                          env=clean_environment(p.folder))
    os.close(slave)
    text = os.read(master, 10**6).decode()
    os.close(master)
    tap.check(done.returncode == 0 and "\r\x1b[K" in text and " %  " in text and "MB/s" in text
              and "graph 1 of 1  x:g" in text, "progress on a terminal", text)


def test_certificates(p):
    """A certificate of an unknown authority is refused, and no option changes that."""
    if not shutil.which("openssl"):
        tap.skip("certificates", "openssl is not installed")
        return
    pem = p.folder / "server.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj",
                    "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2",
                    "-keyout", pem, "-out", p.folder / "ca.pem"], check=True, capture_output=True)
    pem.write_text(pem.read_text() + (p.folder / "ca.pem").read_text())
    store = Store(certificate=pem)
    done = p.to(store)
    tap.check(fails(done, REMOTE, "https://localhost:", "CURL_CA_BUNDLE") and not store.requests,
              "an unknown certificate", shown(done))
    done = p.to(store, CURL_CA_BUNDLE=str(p.folder / "ca.pem"))
    tap.check(done.returncode == 0 and len(store.graphs) == 1, "one that is trusted", shown(done))
    done = p.run(p.turtle, "-e", store.url.replace("localhost", "127.0.0.1"), "-g", "x:g",
                 CURL_CA_BUNDLE=str(p.folder / "ca.pem"))
    tap.check(fails(done, REMOTE), "a certificate for another name", shown(done))
    store.close()


def test_command_lines(p, store):
    """Command lines that are refused before anything is read or sent."""
    good = [str(p.turtle), "-e", store.url, "-g", "http://example.org/g"]
    (p.folder / "empty.ttl").write_text("# nothing\n")
    (p.folder / "bad.ttl").write_text("<a> <b\n")
    for arguments, status, words in [
            ([], USAGE, "missing GRAPH..."), ([str(p.turtle)], USAGE, "--endpoint URL"),
            ([*good, "--default"], USAGE, "only one of"), ([*good, "--direct"], USAGE, "only one"),
            ([*good, "-a", "-r"], USAGE, "not both"),
            ([*good[:3], "--default"], USAGE, "needs --add, or --replace"),
            ([*good[:4], "g"], USAGE, "--graph 'g'"), ([*good, "-c", "0"], USAGE, "--chunk '0'"),
            ([*good, "-T", "x"], USAGE, "--retries 'x'"),
            ([*good, "--timeout", "-1"], USAGE, "--timeout '-1'"),
            ([good[0], "-e", "ftp://localhost/", "-g", "x:g"], USAGE, "no URL of a store"),
            ([good[0], "-e", "store", "-g", "x:g"], USAGE, "no URL of a store"),
            ([good[0], "-e", "file:///etc/passwd", "-g", "x:g"], USAGE, "no URL"),
            ([good[0], "-e", store.url + "#x", "-g", "x:g"], USAGE, "'#'"),
            ([str(p.folder / "empty.ttl"), *good[1:]], INPUT, "no triples"),
            ([str(p.folder / "bad.ttl"), *good[1:]], INPUT, "bad.ttl:"),
            ([str(p.folder / "none.ttl"), *good[1:]], 4, "No such file")]:
        done = p.run(*arguments)
        tap.check(fails(done, status, words) and not store.requests,
                  f"refused: {words}".replace("#", ""), shown(done))
    for secrets, words in (({"GRAPHWRIGHT_USER": "me"}, "together"),
                           ({"GRAPHWRIGHT_USER": "me", "GRAPHWRIGHT_PASSWORD": SECRET,
                             "GRAPHWRIGHT_TOKEN": SECRET}, "unset one")):
        tap.check(fails(p.run(*good, **secrets), USAGE, words), f"refused: {words}")


def main():
    """Each group with a fresh store."""
    own = (test_authentication, test_certificates, test_large_digest)
    for group in (test_places, test_named_graphs, test_chunks, test_retries, test_pauses,
                  test_secrets, test_redirections, test_words, test_types, test_verification,
                  test_dry_run, test_terminal, test_command_lines, *own):
        with tempfile.TemporaryDirectory() as folder:
            publisher = Publisher(Path(folder))
            if group in own:
                group(publisher)
                continue
            store = Store()
            group(publisher, store)
            store.close()
    tap.done()


main()
