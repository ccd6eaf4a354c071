"""Every request: a number for its lines in the log, how long it took, and no failure without
an answer. Written down by its route, never by its address: that may hold an id."""

import logging
import re
import time
from secrets import token_hex

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.failures import trace
from ui.middleware.http import header
from ui.navigation import SCREENS
from ui.serving import metrics

_GIVEN = re.compile(r"[0-9a-f]{32}")
"""The number nginx gives to a request; anything else is not written down."""

_FOLDERS = (
    "/static/",
    "/app/static/",
    "/assets/",
    "/media/",
    "/component/",
    "/_stcore/upload_file/",
)
_ROUTES = {
    "/open", "/leave", "/health", "/ready", "/health/live", "/health/ready", "/metrics",
    "/_stcore/stream", "/_stcore/health", "/_stcore/host-config",
    *(f"/{address}" for address in SCREENS.values()),
}  # fmt: skip

_log = logging.getLogger("jalon.request")


def route_of(path: str) -> str:
    """One of a known few: '/question', '/media/*', else 'other'."""
    if path in _ROUTES:
        return path
    return next((f"{folder}*" for folder in _FOLDERS if path.startswith(folder)), "other")


class RequestMiddleware:
    """Numbers, measures and, with `lines`, logs each request; answers 500 to what fails."""

    def __init__(self, app: ASGIApp, lines: bool) -> None:
        self.app = app
        self._lines = lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        given = header(scope, "x-request-id")
        one = _Request(scope, send, given if _GIVEN.fullmatch(given) else token_hex(16))
        try:
            await self.app(scope, receive, one.send)
        except Exception as error:
            metrics.FAILURES.labels("request").inc()
            _log.error("request %s failed:\n%s", one.id, trace(error))
            if scope["type"] == "http" and one.status == 0:
                answer = PlainTextResponse("internal error", 500)
                await answer(scope, receive, one.send)
        if self._lines and one.status:
            _log.info("", extra={"fields": one.fields()})


class _Request:
    def __init__(self, scope: Scope, send: Send, ident: str) -> None:
        self.id, self.status, self.seconds = ident, 0, 0.0
        self._began = time.perf_counter()
        self._scope, self._send = scope, send
        self._route = route_of(scope["path"])

    async def send(self, message: Message) -> None:
        kind = message["type"]
        if kind == "websocket.send":
            await self._send(message)
            return
        if kind in ("http.response.start", "websocket.http.response.start"):
            self._answered(message["status"])
            MutableHeaders(scope=message)["x-request-id"] = self.id
        elif kind == "websocket.accept":
            self._answered(101)
        elif kind == "websocket.close" and self.status == 0:
            self._answered(403)
        await self._send(message)

    def _answered(self, status: int) -> None:
        self.status, self.seconds = status, time.perf_counter() - self._began
        metrics.REQUESTS.labels(self._route, str(status)).inc()
        metrics.REQUEST_SECONDS.labels(self._route).observe(self.seconds)

    def fields(self) -> dict[str, object]:
        return {
            "id": self.id,
            "method": self._scope.get("method", "WEBSOCKET"),
            "route": self._route,
            "status": self.status,
            "ms": round(self.seconds * 1000, 1),
        }
