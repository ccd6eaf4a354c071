"""A small site on this machine, with every way an address can disappoint."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROBOTS = "User-agent: *\nDisallow: /secret\nCrawl-delay: 0\n"
REDIRECTS = {"/loop": "/loop2", "/loop2": "/loop", "/script": "javascript:alert(1)"}


class Site(BaseHTTPRequestHandler):
    """Answers by path; `asked` of its server holds (method, path, agent)."""

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        first, *rest = self.path.strip("/").split("/")
        if self.path in REDIRECTS:
            self._say(302, to=REDIRECTS[self.path])
        else:
            getattr(self, f"_{first.split('.')[0].replace('-', '_')}", self._unknown)(rest)

    def _robots(self, _rest: list[str]) -> None:
        self._say(200, ROBOTS)

    def _ok(self, _rest: list[str]) -> None:
        self._say(200, "bonjour")

    _secret = _ok

    def _no_head(self, _rest: list[str]) -> None:
        self._say(405 if self.command == "HEAD" else 200)

    def _head_lies(self, _rest: list[str]) -> None:
        self._say(404 if self.command == "HEAD" else 200)

    def _status(self, rest: list[str]) -> None:
        self._say(int(rest[0]))

    def _to(self, rest: list[str]) -> None:
        self._say(int(rest[0]), to=f"/{'/'.join(rest[1:])}")

    def _again(self, rest: list[str]) -> None:
        self._say(302, to=f"/again/{int(rest[0]) + 1}")

    def _slow(self, _rest: list[str]) -> None:
        time.sleep(2)

    def _huge(self, _rest: list[str]) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()

    def _drip(self, _rest: list[str]) -> None:
        """A letter of a header at a time: no single wait is long, the whole never ends."""
        for _ in range(40):
            try:
                self.wfile.write(b"H")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    def _unknown(self, _rest: list[str]) -> None:
        self._say(404)

    def _say(self, status: int, text: str = "", to: str | None = None) -> None:
        self.send_response(status)
        if to is not None:
            self.send_header("Location", to)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(text.encode())

    def log_message(self, *_args: object) -> None:
        """Says nothing on the test's own output."""


@contextmanager
def running() -> Iterator[ThreadingHTTPServer]:
    """The site, on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
