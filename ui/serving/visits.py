"""Who is here, and whether one more may come in. Moments are seconds of one steady clock."""

from collections import Counter
from dataclasses import dataclass, field

ARRIVAL_SECONDS = 30.0
"""From the page sent to its socket opened, on a slow phone: the place is kept that long."""

IDLE_SECONDS = 300.0
"""A visitor who has clicked nothing for so long stays connected and leaves the place."""

BACK_SECONDS = 60.0
"""A visitor whose last tab closed may be reloading: the place is kept that long."""

TABS = 12
"""Open tabs of one browser; the next one is refused."""

_RETURNING = 1.25
_OPEN = 4
_RELEASED_AFTER = 2 * IDLE_SECONDS


@dataclass(eq=False)
class Visit:
    """One open tab. `running` since the click being served, else None."""

    visitor: str
    acted: float
    running: float | None = None
    leaving: bool = False


@dataclass
class Visits:
    """The places of one process. A visitor is the hash of a browser's cookie.

    `limit` bounds those at work. An open tab where nobody clicks costs some kilobytes and no
    time, so it holds no place; four times the limit bounds open tabs, for memory.
    """

    limit: int
    open: set[Visit] = field(default_factory=set)
    _until: dict[str, float] = field(default_factory=dict)
    _tabs: Counter[str] = field(default_factory=Counter)

    @property
    def most_open(self) -> int:
        """The most tabs open at once."""
        return self.limit * _OPEN

    def at_work(self, now: float) -> int:
        """How many visitors hold a place."""
        for visitor in [name for name, until in self._until.items() if until <= now]:
            del self._until[visitor]
        return len(self._until)

    def is_in(self, visitor: str, now: float) -> bool:
        """Whether this visitor is here already: has a tab open or a place kept."""
        return self._tabs[visitor] > 0 or self._until.get(visitor, now) > now

    def may_load(self, visitor: str | None, now: float) -> bool:
        """Whether the page may be sent: to those who are in always, to others if there is room."""
        if visitor is not None and self.is_in(visitor, now):
            return True
        return self.at_work(now) < self.limit and len(self.open) < self.most_open

    def loaded(self, visitor: str, now: float) -> None:
        """The page was sent: its place is kept until its socket opens."""
        self._hold(visitor, now + ARRIVAL_SECONDS)

    def enter(self, visitor: str, now: float, *, returning: bool = False) -> Visit | None:
        """A tab connects: its visit, or None when there is no room.

        `returning`: the tab was open already, here or in a replica that went away. A quarter more
        than the limit is kept for those, who have something to lose.
        """
        if len(self.open) >= self.most_open or self._tabs[visitor] >= TABS:
            return None
        limit = self.limit * _RETURNING if returning else self.limit
        if not self.is_in(visitor, now) and self.at_work(now) >= limit:
            return None
        visit = Visit(visitor, now)
        self.open.add(visit)
        self._tabs[visitor] += 1
        self._hold(visitor, now + IDLE_SECONDS)
        return visit

    def act(self, visit: Visit, now: float) -> None:
        """Something was clicked in this tab."""
        visit.acted = now
        if visit.running is None:
            visit.running = now
        self._hold(visit.visitor, now + IDLE_SECONDS)

    def served(self, visit: Visit, now: float) -> float | None:
        """The screen is written to its end: seconds since the click, None when nothing was."""
        asked, visit.running = visit.running, None
        return None if asked is None else now - asked

    def leave(self, visit: Visit, now: float) -> None:
        """The tab is gone."""
        self.open.discard(visit)
        self._tabs[visit.visitor] -= 1
        if self._tabs[visit.visitor] <= 0:
            del self._tabs[visit.visitor]
            if visit.visitor in self._until:
                self._until[visit.visitor] = min(self._until[visit.visitor], now + BACK_SECONDS)

    def longest_idle(self, now: float) -> Visit | None:
        """The tab to let go to make room: the one idle for longest, ten minutes at least."""
        idle = [visit for visit in self.open if not visit.leaving and visit.running is None]
        oldest = min(idle, key=lambda visit: visit.acted, default=None)
        return oldest if oldest and now - oldest.acted >= _RELEASED_AFTER else None

    def _hold(self, visitor: str, until: float) -> None:
        self._until[visitor] = max(until, self._until.get(visitor, until))
