"""Slows guessing down: so many attempts in so much time, then wait."""

import datetime as dt
import threading
from collections import deque


class Throttle:
    """Counts attempts by key (an address, an account) over a sliding window.

    Kept in memory: each process counts for itself, and a restart forgets.
    """

    def __init__(self, limit: int, window: dt.timedelta) -> None:
        self._limit = limit
        self._window = window
        self._attempts: dict[str, deque[dt.datetime]] = {}
        self._lock = threading.Lock()
        self._swept: dt.datetime | None = None

    def allow(self, key: str, now: dt.datetime) -> bool:
        """Counts one attempt; False when the limit is reached. A refused one is not counted."""
        with self._lock:
            self._sweep(now)
            attempts = self._recent(key, now)
            if len(attempts) >= self._limit:
                return False
            attempts.append(now)
            return True

    def wait(self, key: str, now: dt.datetime) -> dt.timedelta:
        """How long until the next attempt is allowed; zero when it is allowed now."""
        with self._lock:
            attempts = self._attempts.get(key)
            if attempts is None or len(self._recent(key, now)) < self._limit:
                return dt.timedelta(0)
            return attempts[0] + self._window - now

    def forget(self, key: str) -> None:
        """Starts again for this key, after a success."""
        with self._lock:
            self._attempts.pop(key, None)

    def _recent(self, key: str, now: dt.datetime) -> deque[dt.datetime]:
        attempts = self._attempts.setdefault(key, deque())
        if attempts and attempts[-1] > now:
            # The clock went back: nobody waits for a time that is not to come for long.
            attempts = self._attempts[key] = deque(min(one, now) for one in attempts)
        while attempts and attempts[0] <= now - self._window:
            attempts.popleft()
        return attempts

    def _sweep(self, now: dt.datetime) -> None:
        """Drops idle keys once a window, so that memory follows the attempts of one window."""
        if self._swept is not None and self._swept <= now < self._swept + self._window:
            return
        self._swept = now
        for key in list(self._attempts):
            if not self._recent(key, now):
                del self._attempts[key]
