"""Addresses asked for one after the other, politely: robots.txt, a pause at each host, limits."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from jalon.links_fetch import Answer, ask, read_text

ROBOT = "Jalon-links"
"""The name a robots.txt may speak to."""

_LONGEST_PAUSE = 10.0
_SILENT_HOSTS = 5
"""So many first hosts that stay silent, and none that answers: there is no network."""
_FORBIDS = (401, 403)


class NoNetwork(Exception):
    """No machine answered: the addresses are not to blame."""


@dataclass(frozen=True)
class Limits:
    """How far a check goes: addresses, seconds in all, per request, between two at one host."""

    most: int = 600
    seconds: float = 3600
    timeout: float = 10
    delay: float = 1.0


@dataclass
class _Host:
    rules: RobotFileParser | None
    pause: float
    free_at: float = 0.0


@dataclass
class Walk:
    """One check. `clock` and `sleep` are those of a machine, unless a test gives its own."""

    limits: Limits
    contact: str = ""
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _heard: bool = False

    @property
    def agent(self) -> str:
        """Who asks: Jalon, what for, and whoever runs the check where they said so."""
        contact = f"; {self.contact}" if self.contact else ""
        return f"{ROBOT} (Jalon, free software; checks the links of its catalogue{contact})"

    def check(self, addresses: Mapping[str, tuple[str, ...]]) -> tuple[Answer, ...]:
        """The answers in the order given, those left out by a limit missing. Raises NoNetwork."""
        begin, answers = self.clock(), []
        for url in list(addresses)[: self.limits.most]:
            if self.clock() - begin > self.limits.seconds:
                break
            answers.append(ask(url, self.agent, self.limits.timeout, self._turn))
            if not self._heard:
                _stop_without_network(answers, len(addresses))
        return tuple(answers)

    def _turn(self, url: str) -> str | None:
        """Waits until this host may be asked again; why it may not be, None when it may."""
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        host = self._hosts.get(root)
        if host is None:
            host = self._hosts[root] = self._meet(root)
        wait = host.free_at - self.clock()
        if wait > 0:
            self.sleep(wait)
        host.free_at = self.clock() + host.pause
        if host.rules is not None and not host.rules.can_fetch(ROBOT, url):
            return "its robots.txt asks us not to"
        return None

    def _meet(self, root: str) -> _Host:
        """What its robots.txt allows; without one everything, as for any visitor."""
        try:
            status, text = read_text(f"{root}/robots.txt", self.agent, self.limits.timeout)
        except OSError:
            # It will not answer for the address either, which says why.
            return _Host(None, self.limits.delay)
        self._heard = True
        free_at = self.clock() + self.limits.delay
        rules = RobotFileParser()
        if status in _FORBIDS or status >= 500:
            rules.parse(["User-agent: *", "Disallow: /"])
        elif status == 200:
            rules.parse(text.splitlines())
        else:
            return _Host(None, self.limits.delay, free_at)
        asked = float(rules.crawl_delay(ROBOT) or 0)
        return _Host(rules, max(self.limits.delay, min(asked, _LONGEST_PAUSE)), free_at)


def _stop_without_network(answers: list[Answer], of: int) -> None:
    if not all(answer.silent for answer in answers):
        return
    hosts = {urlsplit(answer.url).netloc for answer in answers}
    if len(hosts) >= _SILENT_HOSTS or len(answers) == of:
        raise NoNetwork
