"""The language of the page: chosen once here, written in <html lang>, kept in a cookie.

Streamlit's page says lang="en" whatever it shows, so a screen reader would read French aloud
with an English voice.
"""

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.middleware.compression import best_encoding, compress_once
from ui.middleware.http import (
    cookie_header,
    cookies,
    header,
    is_html,
    is_page_request,
    without_headers,
)
from ui.middleware.page_head import PageHead

COOKIE = "lang"
PARAMETER = "lang"
_ONE_YEAR = 365 * 24 * 3600


def choose_language(asked: str, kept: str, accepted: str, languages: Sequence[str]) -> str:
    """The language of a visit: asked for by `?lang=`, else kept by the cookie, else the browser's.

    `accepted` is an Accept-Language header; unknown codes are passed over; the first of
    `languages` is for those who speak none of them.
    """
    for code in (asked, kept):
        if code in languages:
            return code
    for code in _by_preference(accepted):
        if code in languages:
            return code
    return languages[0]


def _by_preference(accepted: str) -> list[str]:
    weighed = []
    for part in accepted[:1000].split(","):
        tag, _, parameter = part.strip().partition(";")
        try:
            weight = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if weight > 0:
            weighed.append((weight, tag.strip().lower().partition("-")[0]))
    return [code for _, code in sorted(weighed, key=lambda pair: -pair[0])]


class LanguageMiddleware:
    """Writes the visitor's language and the site's head in the page; remembers the language."""

    def __init__(self, app: ASGIApp, languages: Sequence[str], head: PageHead) -> None:
        self.app = app
        self._languages = tuple(languages)
        self._head = head

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrites pages; everything else passes untouched."""
        if not is_page_request(scope):
            await self.app(scope, receive, send)
            return
        # The page must arrive whole and readable: not compressed, not "you have it already".
        inner = without_headers(scope, "accept-encoding", "if-none-match", "if-modified-since")
        await self.app(inner, receive, _PageWriter(scope, send, self._languages, self._head))


class _PageWriter:
    def __init__(
        self, scope: Scope, send: Send, languages: tuple[str, ...], head: PageHead
    ) -> None:
        self._scope, self._send = scope, send
        self._languages, self._head = languages, head
        self._start: Message | None = None
        self._body: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and is_html(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body.append(message.get("body", b""))
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        query = parse_qs(self._scope.get("query_string", b"").decode("latin-1"))
        asked = query.get(PARAMETER, [""])[-1]
        kept = cookies(self._scope).get(COOKIE, "")
        accepted = header(self._scope, "accept-language")
        language = choose_language(asked, kept, accepted, self._languages)
        body = _written(b"".join(self._body), language, self._head)
        headers = MutableHeaders(scope=start)
        for name in ("etag", "last-modified", "content-length"):
            if name in headers:
                del headers[name]
        headers["vary"] = "Accept-Encoding, Accept-Language, Cookie"
        headers["content-language"] = language
        encoding = best_encoding(header(self._scope, "accept-encoding"))
        if encoding is not None:
            body = compress_once(body, encoding)
            headers["content-encoding"] = encoding
        if self._scope["method"] == "HEAD":
            body = b""
        else:
            headers["content-length"] = str(len(body))
        if language != kept or asked == language:
            # A choice is remembered for a year, a guess until the browser closes.
            age = _ONE_YEAR if asked == language else None
            line = cookie_header(self._scope, COOKIE, language, age, http_only=False)
            headers.append("set-cookie", line)
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


@lru_cache(maxsize=32)
def _written(page: bytes, language: str, head: PageHead) -> bytes:
    return head.write(page).replace(b'<html lang="en">', f'<html lang="{language}">'.encode(), 1)
