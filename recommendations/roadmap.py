"""The roadmap: the queue dated under the enterprise's real hours and money.

A readable schedule, week by week: projects start in the order of the queue, at most `max_active`
at once, and share the hours of the week. What does not fit is left out, with the reason.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from recommendations.action import CostRange
from recommendations.availability import add_months
from recommendations.queue import Queued

WEEKS_A_MONTH = Decimal(52) / Decimal(12)
LeftOutReason = Literal["hours", "money"]


@dataclass(frozen=True)
class Means:
    """What the enterprise can put in. Hours a month, euros per 12 months, months ahead."""

    hours_per_month: Decimal = Decimal(6)
    own_money_per_year: Decimal = Decimal(500)
    months: int = 18
    max_active: int = 2

    def __post_init__(self) -> None:
        if self.max_active < 1 or self.months < 1:
            raise ValueError("a plan has at least one active project and one month")


@dataclass(frozen=True)
class Step:
    """A project with its dates; `end` is its last day. Active: one of the first to start."""

    queued: Queued
    start: dt.date
    end: dt.date
    active: bool

    @property
    def quarter(self) -> tuple[int, int]:
        """Year and quarter (1-4) it starts in."""
        return self.start.year, (self.start.month - 1) // 3 + 1


@dataclass(frozen=True)
class LeftOut:
    """A useful project that does not fit, and what it lacks."""

    queued: Queued
    reason: LeftOutReason


@dataclass(frozen=True)
class Totals:
    """All steps together: the enterprise's hours and euros excluding tax over the horizon."""

    hours: int
    cost: CostRange


@dataclass(frozen=True)
class Roadmap:
    """Dated steps in order of start, and what was left out with why."""

    means: Means
    steps: tuple[Step, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def active(self) -> tuple[Step, ...]:
        """The projects to carry now; the others wait their turn."""
        return tuple(step for step in self.steps if step.active)

    @property
    def waiting(self) -> tuple[Step, ...]:
        """The projects that start once an active one is done."""
        return tuple(step for step in self.steps if not step.active)

    @property
    def totals(self) -> Totals:
        """Hours and money of every step; a yearly cost counts once."""
        projects = [step.queued.project for step in self.steps]
        zero = Decimal(0)
        return Totals(
            hours=sum(p.hours for p in projects),
            cost=CostRange(
                min=sum((p.one_off.min + p.yearly.min for p in projects), zero),
                max=sum((p.one_off.max + p.yearly.max for p in projects), zero),
            ),
        )


def schedule(queue: tuple[Queued, ...], means: Means, on: dt.date) -> Roadmap:
    """Date the queue from `on`. Pure and deterministic."""
    affordable, too_dear = _within_money(queue, means)
    rows = _Weeks(affordable, means).run()
    last_week = _weeks_in(means, on)
    steps = [
        Step(
            queued=row.item,
            start=on + dt.timedelta(weeks=row.first),
            end=on + dt.timedelta(weeks=row.last + 1, days=-1),
            active=position < means.max_active and row.first == 0,
        )
        for position, row in enumerate(rows)
        if row.last < last_week
    ]
    late = [LeftOut(row.item, "hours") for row in rows if row.last >= last_week]
    never = [] if rows else [LeftOut(item, "hours") for item in affordable]
    return Roadmap(means, tuple(steps), (*late, *never, *too_dear))


def _weeks_in(means: Means, on: dt.date) -> int:
    return (add_months(on, means.months) - on).days // 7


def _within_money(
    queue: tuple[Queued, ...], means: Means
) -> tuple[tuple[Queued, ...], tuple[LeftOut, ...]]:
    """Keep what the own money of the horizon can carry at its lowest cost, in queue order.

    Aid is not counted on: it is never certain before it is granted.
    """
    purse = means.own_money_per_year * Decimal(means.months) / 12
    kept, dear = [], []
    for item in queue:
        price = item.project.one_off.min + item.project.yearly.min
        if price > purse and item.reason != "pinned":
            dear.append(LeftOut(item, "money"))
        else:
            purse -= price
            kept.append(item)
    return tuple(kept), tuple(dear)


@dataclass
class _Row:
    """One project under way: its first and last week, hours still to do."""

    item: Queued
    first: int
    left: Decimal
    last: int = -1


@dataclass
class _Weeks:
    """The calendar filled week after week."""

    queue: tuple[Queued, ...]
    means: Means
    done: list[_Row] = field(default_factory=list)

    def run(self) -> list[_Row]:
        waiting = list(self.queue)
        running: list[_Row] = []
        week_hours = self.means.hours_per_month / WEEKS_A_MONTH
        if week_hours <= 0:
            return []
        week = 0
        while waiting or running:
            running += self._start(waiting, running, week)
            self._work(running, week, week_hours)
            running = [row for row in running if row.left > 0]
            week += 1
        return self.done

    def _start(self, waiting: list[Queued], running: list[_Row], week: int) -> Iterator[_Row]:
        active = len(running)
        alone = any(row.item.alone for row in running)
        while waiting and active < self.means.max_active and not alone:
            item = waiting.pop(0)
            row = _Row(item, week, Decimal(item.project.hours))
            self.done.append(row)
            yield row
            active += 1
            alone = item.alone

    def _work(self, running: list[_Row], week: int, hours: Decimal) -> None:
        for row in running:
            # A project of four weeks is not squeezed into one, however many hours are free.
            pace = Decimal(row.item.project.hours) / row.item.project.weeks
            spent = min(row.left, hours, pace)
            hours -= spent
            row.left -= spent
            row.left = Decimal(0) if row.left < Decimal("0.01") else row.left
            row.last = week
