"""Streamlit's scripts and styles, compressed once and kept for ever by the browser.

Streamlit sends them as they are: 2.3 MB for a first visit, against 0.5 MB here.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.middleware.compression import ENCODINGS, best_encoding, compress
from ui.middleware.http import header

PREFIX = "/static/"
APP_PREFIX = "/app/static/"
# Written here rather than asked of the system, whose answers differ (and stop scripts on Windows).
_KINDS = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".wasm": "application/wasm",
}
# Each name holds a hash of its content: what has the name never changes.
FOR_EVER = {"cache-control": "public, max-age=31536000, immutable", "vary": "Accept-Encoding"}


class CompressedFiles:
    """The compressible files under <directory>/static, each compressed at most once."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        # Looked up by exact name: no request can reach any other file.
        self._files = {
            f"/{path.relative_to(directory).as_posix()}": path
            for path in sorted(directory.glob("static/**/*"))
            if path.suffix in _KINDS and path.is_file()
        }
        self._ready: dict[tuple[str, str], bytes] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._files

    def read(self, path: str, encoding: str) -> bytes:
        """The file of this address in this encoding; compressed at the first call."""
        found = self._ready.get((path, encoding))
        if found is None:
            found = compress(self._files[path].read_bytes(), encoding)
            self._ready[path, encoding] = found
        return found

    def warm(self) -> int:
        """Compresses what the page asks for at once, so that no visitor waits; how many files."""
        page = (self._directory / "index.html").read_text(encoding="utf-8")
        named = [f"/{name}" for name in re.findall(r'"\./(static/[^"]+)"', page)]
        wanted = [path for path in named if path in self]
        self._warm(wanted)
        return len(wanted)

    def _warm(self, paths: Iterable[str]) -> None:
        for path in paths:
            for encoding in ENCODINGS:
                self.read(path, encoding)


class StaticMiddleware:
    """Answers for the compressible static files; Streamlit answers for the rest."""

    def __init__(self, app: ASGIApp, files: CompressedFiles) -> None:
        self.app = app
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends the compressed file when the browser takes one, else passes the request on."""
        encoding = self._encoding(scope)
        if encoding is None:
            await self.app(scope, receive, _kept(scope, send))
            return
        path = scope["path"]
        body = await to_thread.run_sync(self._files.read, path, encoding)
        headers = {**FOR_EVER, "content-encoding": encoding, "content-length": str(len(body))}
        kind = _KINDS[Path(path).suffix]
        content = body if scope["method"] == "GET" else b""
        await Response(content, media_type=kind, headers=headers)(scope, receive, send)

    def _encoding(self, scope: Scope) -> str | None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        if scope["path"] not in self._files or "range" in Headers(scope=scope):
            return None
        return best_encoding(header(scope, "accept-encoding"))


def _kept(scope: Scope, send: Send) -> Send:
    """Files of our static folder have their version in their name: kept for ever too."""
    if scope["type"] != "http" or not scope["path"].startswith(APP_PREFIX):
        return send

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            MutableHeaders(scope=message)["cache-control"] = FOR_EVER["cache-control"]
        await send(message)

    return with_headers
