"""The doors of this process: open, full, or closing before it stops."""

import asyncio
import logging
import random
import signal
import threading
import time
from collections.abc import Awaitable, Callable

from ui.serving import metrics
from ui.serving.visits import Visit, Visits

Close = Callable[[int], Awaitable[None]]

SERVICE_RESTART, TRY_AGAIN_LATER = 1012, 1013
"""Codes of a closed socket: the page connects again by itself after either."""

_SAVING_SECONDS = 10.0
_STEP_SECONDS = 0.1
_log = logging.getLogger("jalon")


class Doors:
    """Holds the visits and how to end each; `draining` once the process was asked to stop."""

    def __init__(self, limit: int, drain_seconds: float) -> None:
        self.visits = Visits(limit)
        self.draining = False
        self._drain_seconds = drain_seconds
        self._closes: dict[Visit, Close] = {}
        metrics.PLACES.set(limit)
        metrics.DRAINING.set(0)
        metrics.OPEN.set_function(lambda: len(self.visits.open))
        metrics.AT_WORK.set_function(lambda: self.visits.at_work(time.monotonic()))

    def watch(self, visit: Visit, close: Close) -> None:
        """Tells how this visit's socket is closed from here."""
        self._closes[visit] = close

    def forget(self, visit: Visit) -> None:
        """The socket is closed."""
        self._closes.pop(visit, None)
        self.visits.leave(visit, time.monotonic())

    async def make_room(self) -> None:
        """When as many tabs are open as may be, lets the one idle for longest go."""
        if len(self.visits.open) < self.visits.most_open:
            return
        idle = self.visits.longest_idle(time.monotonic())
        if idle is not None:
            metrics.RELEASED.inc()
            await self._end(idle, TRY_AGAIN_LATER)
            self.forget(idle)

    def on_stop(self) -> None:
        """From now on SIGTERM drains first; a second one stops at once."""
        if threading.current_thread() is not threading.main_thread():
            return
        stop = signal.getsignal(signal.SIGTERM)
        loop = asyncio.get_running_loop()
        if not callable(stop):
            return

        def asked() -> None:
            if self.draining:
                stop(signal.SIGTERM, None)
            else:
                self._task = loop.create_task(self._drain(lambda: stop(signal.SIGTERM, None)))

        try:
            loop.add_signal_handler(signal.SIGTERM, asked)
        except NotImplementedError:  # Windows has no such signal
            return

    async def _drain(self, stop: Callable[[], object]) -> None:
        """Hands the visitors over one after the other, then stops.

        Each tab is closed at a moment of its own in the time given, never while its click is
        being served: the page connects again, to another replica where there is one.
        """
        self.draining = True
        metrics.DRAINING.set(1)
        began = time.monotonic()
        count = len(self.visits.open)
        _log.info("stopping: %d tabs to hand over in %g s", count, self._drain_seconds)
        # Not at once: those who balance the load first see that this replica takes nobody more.
        moments = {
            visit: began + self._drain_seconds * random.uniform(0.2, 0.8)
            for visit in self.visits.open
        }
        while self.visits.open and (now := time.monotonic()) < began + self._drain_seconds:
            for visit in list(self.visits.open):
                due = moments.get(visit, now) <= now
                if due and visit.running is None and not visit.leaving:
                    await self._end(visit, SERVICE_RESTART)
            await asyncio.sleep(_STEP_SECONDS)
        await self._saved()
        _log.info("stopped taking visitors after %.1f s", time.monotonic() - began)
        stop()

    async def _saved(self) -> None:
        """Waits for the screens being written: one of them may be saving an answer."""
        deadline = time.monotonic() + _SAVING_SECONDS
        while running.count and time.monotonic() < deadline:
            await asyncio.sleep(_STEP_SECONDS)

    async def _end(self, visit: Visit, code: int) -> None:
        visit.leaving = True
        close = self._closes.get(visit)
        if close is not None:
            await close(code)


class Running:
    """Counts the runs of a screen under way: `with running: ...`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.count = 0

    def __enter__(self) -> None:
        with self._lock:
            self.count += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self.count -= 1


running = Running()
"""Of this process: its threads are stopped with it, so it waits for them first."""
