"""One address asked for: HEAD then GET, redirects followed by hand, everything bounded."""

import http.client
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar
from urllib.parse import urljoin, urlsplit

T = TypeVar("T")

MOST_REDIRECTS = 5
MOST_BYTES = 64 * 1024
"""Read of a robots.txt at most; of a page, nothing is read but its status."""

Found = Literal["alive", "moved", "dead", "unsure"]
"""'dead' only when nobody can doubt it: 404, 410, or a host that does not exist."""

_HEAD_REFUSED = frozenset({400, 403, 404, 405, 406, 410, 429, 500, 501, 503})
"""Answers to HEAD that may be only about HEAD: GET decides."""
_DEAD = (404, 410)
_FOR_GOOD = (301, 308)
_UNKNOWN_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@dataclass(frozen=True)
class Answer:
    """What an address answered: `why` in words, `to` where it has moved for good.

    `silent`: no machine answered at all, not even the one that knows the names of hosts.
    """

    url: str
    found: Found
    why: str
    to: str | None = None
    silent: bool = False


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_more: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)

Before = Callable[[str], str | None]
"""Waits its turn at an address, and says why it may not be asked for; None when it may."""


def ask(url: str, agent: str, timeout: float, before: Before) -> Answer:
    """What this address answers, in so many seconds at most for each of its requests."""
    seen: list[str] = []
    here, for_good = url, True
    while len(seen) <= MOST_REDIRECTS:
        seen.append(here)
        refusal = before(here)
        if refusal is not None:
            return Answer(url, "unsure", refusal)
        status, following = _status(here, agent, timeout)
        if isinstance(status, Answer):
            return replace(status, url=url)
        if following is None:
            return _judged(url, here, status, for_good)
        for_good = for_good and status in _FOR_GOOD
        here = urljoin(here, following)
        if here in seen:
            return Answer(url, "unsure", "redirects in a circle")
        if urlsplit(here).scheme not in ("http", "https"):
            return Answer(url, "unsure", "redirects to what is no web address")
    return Answer(url, "unsure", f"more than {MOST_REDIRECTS} redirects")


def read_text(url: str, agent: str, timeout: float) -> tuple[int, str]:
    """Status and beginning of a small text, such as robots.txt. OSError when it cannot be read."""

    def read() -> tuple[int, str]:
        request = urllib.request.Request(url, headers={"User-Agent": agent})
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return response.status, response.read(MOST_BYTES).decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            error.close()
            return error.code, ""
        except http.client.HTTPException as error:
            raise OSError(str(error)) from None

    return _within(3 * timeout, read)


def _status(url: str, agent: str, timeout: float) -> tuple[int | Answer, str | None]:
    """The status and where it redirects, or the answer when there is no status."""
    try:
        status, following = _once("HEAD", url, agent, timeout)
        if status in _HEAD_REFUSED:
            status, following = _once("GET", url, agent, timeout)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return _failure(url, error), None
    return status, following


def _once(method: str, url: str, agent: str, timeout: float) -> tuple[int, str | None]:
    def send() -> tuple[int, str | None]:
        headers = {"User-Agent": agent, "Accept": "*/*"}
        request = urllib.request.Request(url, method=method, headers=headers)
        try:
            # The body is never read: closing the answer drops it, however long it is.
            with _OPENER.open(request, timeout=timeout) as response:
                return response.status, None
        except urllib.error.HTTPError as error:
            error.close()
            moved = 300 <= error.code < 400
            return error.code, error.headers.get("Location") if moved else None

    return _within(3 * timeout, send)


def _within(seconds: float, work: Callable[[], T]) -> T:
    """What the work gives, TimeoutError after so long: a server may answer a letter at a time."""
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise TimeoutError
    return done[0]


def _judged(url: str, here: str, status: int, for_good: bool) -> Answer:
    if 200 <= status < 300:
        moved = here != url and for_good
        return Answer(url, "moved" if moved else "alive", str(status), here if moved else None)
    return Answer(url, "dead" if status in _DEAD else "unsure", f"status {status}")


def _failure(url: str, error: Exception) -> Answer:
    cause = getattr(error, "reason", error)
    if isinstance(cause, socket.gaierror):
        dead = cause.errno in _UNKNOWN_HOST
        return Answer(url, "dead" if dead else "unsure", "the host is not known", silent=True)
    if isinstance(cause, TimeoutError):
        return Answer(url, "unsure", "no answer in time", silent=True)
    said = " ".join(str(getattr(cause, "strerror", None) or cause).split())
    unreachable = isinstance(cause, OSError) and "unreachable" in said.lower()
    return Answer(url, "unsure", said[:80] or type(cause).__name__, silent=unreachable)
