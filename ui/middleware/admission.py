"""Lets in as many as can be served well; asks the others, in their language, to come back."""

import time
from collections.abc import Awaitable, Callable
from http.cookies import SimpleCookie
from secrets import token_hex

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from access.secrets import hash_secret
from ui.middleware.device import COOKIE, device_of
from ui.middleware.http import cookie_header, cookies, header, is_html, is_page_request
from ui.serving import metrics
from ui.serving.doors import Doors
from ui.serving.visits import Visit

REPLICA_COOKIE = "jalon_replica"
RETRY_SECONDS = 60
_BESIDE = frozenset({"/health", "/ready", "/metrics", "/open", "/leave"})

_FINISHED, _EARLY = 0x30, 2
"""How ForwardMsg.script_finished begins (field 6, a number), and 'another run follows'."""
_SMALL = 64

Refusal = Callable[[Scope, str], tuple[bytes, str]]
"""The page of a refusal and its language, for this request and this reason: 'full', 'closing'."""


class AdmissionMiddleware:
    """Counts visitors by their browser's cookie, over pages and over sockets alike."""

    def __init__(self, app: ASGIApp, doors: Doors, refusal: Refusal, replica: str) -> None:
        self.app = app
        self._doors, self._refusal, self._replica = doors, refusal, replica

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pages and sockets are counted; everything else passes."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif is_page_request(scope) and not _is_beside(scope["path"]):
            await self._page(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        device, visits = device_of(scope), self._doors.visits
        visitor = None if device is None else _visitor(device)
        if self._doors.draining:
            await self._refuse("closing", scope, receive, send)
            return
        await self._doors.make_room()
        if not visits.may_load(visitor, time.monotonic()):
            await self._refuse("full", scope, receive, send)
            return

        async def with_place(message: Message) -> None:
            if message["type"] == "http.response.start" and is_html(message):
                given = _given(message)
                if given is not None and scope["method"] == "GET":
                    visits.loaded(_visitor(given), time.monotonic())
                self._mark(scope, message)
            await send(message)

        await self.app(scope, receive, with_place)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._doors.draining:
            await self._refuse("closing", scope, receive, send)
            return
        device = device_of(scope)
        # Without a cookie every socket is a visitor of its own.
        visitor = token_hex(16) if device is None else _visitor(device)
        visit = self._doors.visits.enter(visitor, time.monotonic(), returning=_is_returning(scope))
        if visit is None:
            await self._refuse("full", scope, receive, send)
            return
        socket = _Socket(self._doors, visit, receive, send, lambda m: self._mark(scope, m))
        self._doors.watch(visit, socket.close)
        try:
            await self.app(scope, socket.receive, socket.send)
        finally:
            self._doors.forget(visit)

    def _mark(self, scope: Scope, message: Message) -> None:
        """Tells the browser which replica it is with, for the proxy to come back to it."""
        if self._replica and cookies(scope).get(REPLICA_COOKIE) != self._replica:
            line = cookie_header(scope, REPLICA_COOKIE, self._replica, None)
            message.setdefault("headers", [])
            MutableHeaders(scope=message).append("set-cookie", line)

    async def _refuse(self, why: str, scope: Scope, receive: Receive, send: Send) -> None:
        metrics.REFUSED.labels(why).inc()
        if scope["type"] == "websocket" and "websocket.http.response" not in scope["extensions"]:
            await send({"type": "websocket.close", "code": 1013})
            return
        body, language = self._refusal(scope, why)
        headers = {
            "retry-after": str(RETRY_SECONDS),
            "cache-control": "no-store",
            "content-language": language,
        }
        answer = Response(body, 503, headers, "text/html")
        await answer(scope, receive, send)


class _Socket:
    """One open tab: what it sends is a click, what it gets tells when its screen is finished."""

    def __init__(
        self,
        doors: Doors,
        visit: Visit,
        receive: Receive,
        send: Send,
        mark: Callable[[Message], None],
    ) -> None:
        self._doors, self._visit, self._mark = doors, visit, mark
        self._receive, self._send = receive, send
        self._closed = self._accepted = False

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "websocket.receive":
            self._doors.visits.act(self._visit, time.monotonic())
        return message

    def send(self, message: Message) -> Awaitable[None]:
        if message["type"] == "websocket.send":
            if len(message.get("bytes") or b"") < _SMALL and is_finished(message["bytes"]):
                self._served()
        elif message["type"] == "websocket.accept":
            self._accepted = True
            self._mark(message)
        elif message["type"] == "websocket.close":
            self._closed = True
        if self._closed and message["type"] == "websocket.send":
            return _nothing()
        return self._send(message)

    async def close(self, code: int) -> None:
        """Ends the visit from here; what the screens send after that goes nowhere."""
        if self._accepted and not self._closed:
            self._closed = True
            await self._send({"type": "websocket.close", "code": code})

    def _served(self) -> None:
        seconds = self._doors.visits.served(self._visit, time.monotonic())
        if seconds is not None:
            metrics.SCREEN_SECONDS.observe(seconds)


def is_finished(raw: bytes | None) -> bool:
    """Whether this message of Streamlit's says that the screen is written to its end.

    Read by hand: hash (field 1) and metadata (2) may stand before script_finished (6), which is
    a number, alone of the small messages to begin so.
    """
    at = 0
    while raw and at + 1 < len(raw) and raw[at] in (0x0A, 0x12):
        at += 2 + raw[at + 1]
    return bool(raw) and at + 1 < len(raw) and raw[at] == _FINISHED and raw[at + 1] != _EARLY


async def _nothing() -> None:
    return None


def _visitor(device: str) -> str:
    return hash_secret(device, "visit")


def _given(message: Message) -> str | None:
    """The browser's cookie as this page gives or renews it."""
    for line in MutableHeaders(scope=message).getlist("set-cookie"):
        found = SimpleCookie(line).get(COOKIE)
        if found is not None:
            return found.value
    return None


def _is_returning(scope: Scope) -> bool:
    """Whether the page was open already: it names the session it had."""
    parts = header(scope, "sec-websocket-protocol").split(",")
    return len(parts) >= 3 and bool(parts[2].strip())


def _is_beside(path: str) -> bool:
    return path in _BESIDE or path.startswith("/health/")
