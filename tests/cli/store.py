"""A graph store on loopback that can be told to misbehave, for the tests of publish.

    store = Store()
    store.misbehave(503, 503)            # the next two requests; see Store.misbehave
    ... store.url, store.graphs, store.requests ...
    store.close()

It speaks the SPARQL 1.1 Graph Store HTTP Protocol at any path: ?graph=IRI, ?default, or the path
itself as the graph's own address. A graph is a set of lines of N-Triples.
"""
import base64
import hashlib
import http.server
import socket
import ssl
import threading
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass, field

REALM = "store"
NONCE = "0123456789abcdef"


@dataclass
class Answer:
    """An answer made up beforehand; `raw` bytes instead of HTTP, `slow` seconds before it."""
    status: int = 200
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    raw: bytes = None
    slow: float = 0


DROP = Answer(raw=b"")


@dataclass
class Request:
    """What came in."""
    method: str
    path: str
    headers: dict
    body: bytes

    @property
    def graph(self):
        """The graph it is about: an IRI, "default", or the path."""
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query,
                                      keep_blank_values=True)
        return query["graph"][0] if "graph" in query else "default" if "default" in query \
            else self.path


class Handler(http.server.BaseHTTPRequestHandler):
    """One connection."""
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Be silent."""

    def answer(self, answer):
        """Send one."""
        time.sleep(answer.slow)
        if answer.raw is not None:
            self.close_connection = True
            self.wfile.write(answer.raw)
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def handle_request(self):
        """Read it, misbehave if told so, ask who it is, do it."""
        length = int(self.headers.get("Content-Length", 0))
        request = Request(self.command, self.path, dict(self.headers), self.rfile.read(length))
        store = self.server.store
        with store.lock:
            store.requests.append(request)
            planned = store.planned.pop(0) if store.planned else None
        try:
            self.answer(planned or store.authenticate(request) or store.perform(request))
        except (BrokenPipeError, ConnectionResetError, OSError):
            self.close_connection = True

    do_GET = do_PUT = do_POST = do_DELETE = handle_request


class Server(http.server.ThreadingHTTPServer):
    """Connections that break off are part of the tests."""
    daemon_threads = True
    block_on_close = False
    store = None

    def handle_error(self, *_):
        """Be silent."""


class Store:
    """A store with its server, listening from the start."""

    def __init__(self, authentication=None, user="", password="", certificate=None):
        self.graphs, self.requests, self.planned = {}, [], []
        self.authentication, self.user, self.password = authentication, user, password
        self.refused_types, self.corrupt = (), lambda lines: lines
        self.lock = threading.Lock()
        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.store = self
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        self.url = f"http{'s' if certificate else ''}://localhost:{self.port}/store"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()

    def misbehave(self, *answers):
        """The answers to the next requests: an Answer, or only a status."""
        self.planned = [a if isinstance(a, Answer) else Answer(a) for a in answers]

    def clear(self):
        """Forget all graphs, requests and plans."""
        self.graphs, self.requests, self.planned = {}, [], []

    def methods(self):
        """Methods of the requests that came in, in order."""
        return [request.method for request in self.requests]

    def perform(self, request):
        """PUT replaces, POST adds, GET gives."""
        graph = request.graph
        lines = set(request.body.decode().splitlines())
        if request.method == "GET":
            if graph not in self.graphs:
                return Answer(404, body=b"no such graph")
            body = "\n".join(sorted(self.corrupt(self.graphs[graph]))) + "\n"
            return Answer(200, {"Content-Type": "Application/N-Triples; charset=utf-8"},
                          body.encode())
        if request.headers.get("Content-Type") in self.refused_types:
            return Answer(415)
        with self.lock:
            before = self.graphs.get(graph, set()) if request.method == "POST" else set()
            self.graphs[graph] = before | lines
        return Answer(204)

    def authenticate(self, request):
        """The answer to somebody unknown, or None."""
        given = request.headers.get("Authorization", "")
        if self.authentication == "basic":
            expected = base64.b64encode(
                f"{self.user}:{self.password}".encode()).decode()
            challenge, good = f'Basic realm="{REALM}"', given == f"Basic {expected}"
        elif self.authentication == "bearer":
            challenge, good = "Bearer", given == f"Bearer {self.password}"
        elif self.authentication == "digest":
            challenge = f'Digest realm="{REALM}", nonce="{NONCE}", qop="auth", algorithm=MD5'
            good = given.startswith("Digest ") and self.digest_is_right(request, given[7:])
        else:
            return None
        return None if good else Answer(401, {"WWW-Authenticate": challenge}, b"who are you?")

    def digest_is_right(self, request, given):
        """RFC 7616 with MD5 and qop=auth."""
        def md5(text):
            return hashlib.md5(text.encode()).hexdigest()
        parts = urllib.request.parse_keqv_list(urllib.request.parse_http_list(given))
        secret = md5(f"{self.user}:{REALM}:{self.password}")
        what = md5(f"{request.method}:{parts['uri']}")
        return parts["response"] == md5(
            f"{secret}:{NONCE}:{parts['nc']}:{parts['cnonce']}:{parts['qop']}:{what}")
