"""Looks for better plans beside the screens, so that no screen waits: one at a time a process.

Holds plans under an opaque key, never a name, and knows nothing of Streamlit.
"""

import logging
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from recommendations.roadmap import Roadmap
from ui.failures import told

Make = Callable[[], Roadmap]

MOST_KEPT = 64
MOST_WAITING = 16
QUEUE_SECONDS = 60.0
"""A job that waited longer without being asked for again is dropped: its visitor has left."""

_SWITCH_SECONDS = 0.001
"""How often the solver, pure Python for the most part, lets the screens go first."""

_log = logging.getLogger("jalon.planner")


class Planner:
    """Makes plans in a thread of its own, the last one asked for first.

    `make` runs in that thread: it must not touch the screen. What fails is not tried again while
    it is remembered, so that the plan made at once stays.
    """

    def __init__(self, most_kept: int = MOST_KEPT, most_waiting: int = MOST_WAITING) -> None:
        self._most_kept, self._most_waiting = most_kept, most_waiting
        self._kept: OrderedDict[str, Roadmap | None] = OrderedDict()
        self._waiting: OrderedDict[str, tuple[Make, float]] = OrderedDict()
        self._running: str | None = None
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def ready(self, key: str) -> Roadmap | None:
        """The best plan when it is there; None while it is not, or when it cannot be made."""
        with self._changed:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def ask(self, key: str, make: Make) -> bool:
        """Asks for a plan; whether it is still being looked for. The same key is one job."""
        with self._changed:
            if key in self._kept:
                return False
            if key != self._running:
                # Asking again keeps its place: among those who wait, the last comer is first.
                self._waiting[key] = (make, time.monotonic())
                while len(self._waiting) > self._most_waiting:
                    self._waiting.popitem(last=False)
                self._work()
            return True

    def wait(self, key: str, make: Make, seconds: float) -> Roadmap | None:
        """The best plan, waited for at most so long; None when it did not come."""
        deadline = time.monotonic() + seconds
        while self.ask(key, make):
            with self._changed:
                left = deadline - time.monotonic()
                if left <= 0:
                    return None
                if key not in self._kept:
                    self._changed.wait(min(left, 1.0))
        return self.ready(key)

    def _work(self) -> None:
        """Starts the thread when none is at work; called with the lock held."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="jalon-planner", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            key, make = job
            made = _made(make)
            with self._changed:
                self._kept[key], self._running = made, None
                while len(self._kept) > self._most_kept:
                    self._kept.popitem(last=False)
                self._changed.notify_all()

    def _next(self) -> tuple[str, Make] | None:
        """The last job asked for; None ends the thread, which the next job starts again."""
        with self._changed:
            oldest = time.monotonic() - QUEUE_SECONDS
            while self._waiting:
                key, (make, asked) = self._waiting.popitem()
                if asked >= oldest:
                    self._running = key
                    return key, make
            self._thread = None
            return None


def _made(make: Make) -> Roadmap | None:
    """What `make` makes; a failure is told by its kind and place, without what it was about."""
    try:
        return make()
    except Exception as error:
        _log.error("no better plan: %s", told(error))
        return None


def share_fairly() -> None:
    """Lets a screen interrupt the solver sooner than Python does by itself."""
    sys.setswitchinterval(_SWITCH_SECONDS)


PLANNER = Planner()
"""The one of this process."""
