"""The roadmap: dated projects, what each costs and who may pay, and what was left out, with why."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assessment.scorecard import ScoreCard
from recommendations.amounts import Money
from recommendations.eligibility import Match
from recommendations.projects import Project
from recommendations.wishes import Means

Reason = Literal["floor", "pathway", "prerequisite", "gain", "pinned"]
LeftOutReason = Literal[
    "hours",
    "places",
    "money",
    "time",
    "waits",
    "covered",
    "postponed",
    "refused",
    "needs_refused",
    "in_place",
]
Status = Literal["optimal", "feasible", "infeasible"]

OPTIMAL_WITHIN = 0.001
"""A plan proven this near the best possible one is called optimal (fraction)."""


@dataclass(frozen=True)
class Payment:
    """A programme that may pay a part of a step. `aid` None: its amount was not seen."""

    match: Match
    aid: Money | None


@dataclass(frozen=True)
class Step:
    """A project with its dates; `end` is its last day. Active: it starts on the first day.

    `before` and `after` are the score cards around its end, without the readings of other
    frameworks. `cost` is what the plan counts on, euros excluding tax: at most what own money
    and sure aid carry, never less than the project's least cost.
    """

    project: Project
    reason: Reason
    before: ScoreCard
    after: ScoreCard
    start: dt.date
    end: dt.date
    active: bool
    cost: Money
    payment: Payment | None = None

    @property
    def quarter(self) -> tuple[int, int]:
        """Year and quarter (1-4) it starts in."""
        return self.start.year, (self.start.month - 1) // 3 + 1

    @property
    def aid(self) -> Money:
        """What may be paid for it; a None bound was not seen."""
        if self.payment is None:
            return Money(Decimal(0), Decimal(0), "EUR")
        return self.payment.aid or Money(Decimal(0), None, "EUR")

    @property
    def own(self) -> Money:
        """What is left to pay oneself: the cost less the aid."""
        least = None if self.aid.max is None else less(self.cost.min, self.aid.max)
        return Money(least, less(self.cost.max, self.aid.min), "EUR")


@dataclass(frozen=True)
class LeftOut:
    """A project that is not in the plan, and why.

    `by` is what brings the same, what is refused, or what it waits for.
    """

    project: Project
    reason: LeftOutReason
    by: Project | None = None


@dataclass(frozen=True)
class Relax:
    """A wish the means cannot carry, and what would: each alone is enough, or all `together`.

    Hours a month, months, euros a year, None where it would not help; `refused` is an action to
    take back.
    """

    project: Project
    hours: int | None = None
    months: int | None = None
    money: int | None = None
    together: bool = False
    refused: Project | None = None


@dataclass(frozen=True)
class Totals:
    """Some steps together: hours, and euros excluding tax over the horizon."""

    hours: int
    cost: Money
    aid: Money
    own: Money


@dataclass(frozen=True)
class Roadmap:
    """Dated steps in order of start, what was left out with why, and what would have to give.

    `gap`: how much more the best possible plan could bring, a fraction; None: nothing is proven.
    """

    means: Means
    steps: tuple[Step, ...]
    left_out: tuple[LeftOut, ...]
    gap: float | None = None
    relax: tuple[Relax, ...] = ()

    @property
    def active(self) -> tuple[Step, ...]:
        """The projects to carry now; the others wait their turn."""
        return tuple(step for step in self.steps if step.active)

    @property
    def waiting(self) -> tuple[Step, ...]:
        """The projects that start once an active one is done."""
        return tuple(step for step in self.steps if not step.active)

    @property
    def left_aside(self) -> tuple[LeftOut, ...]:
        """What would still be useful with other means; not what one set aside oneself."""
        settled = ("covered", "refused", "in_place")
        return tuple(left for left in self.left_out if left.reason not in settled)

    @property
    def status(self) -> Status:
        """Whether the wishes hold, and whether no better plan exists."""
        if self.relax:
            return "infeasible"
        return "optimal" if self.gap is not None and self.gap <= OPTIMAL_WITHIN else "feasible"

    @property
    def totals(self) -> Totals:
        """Hours and money of every step; a yearly cost counts once."""
        return totals(self.steps)


def totals(steps: tuple[Step, ...]) -> Totals:
    """These steps together."""
    return Totals(
        hours=sum(step.project.hours for step in steps),
        cost=_sum([step.cost for step in steps]),
        aid=_sum([step.aid for step in steps]),
        own=_sum([step.own for step in steps]),
    )


def less(amount: Decimal | None, taken: Decimal | None) -> Decimal | None:
    """What is left, never below zero; None when one of them was not seen."""
    return None if amount is None or taken is None else max(amount - taken, Decimal(0))


def _sum(parts: list[Money]) -> Money:
    """Bounds added up; one that was not seen leaves the sum not seen."""
    lows, highs = [part.min for part in parts], [part.max for part in parts]
    return Money(
        None if None in lows else sum((low for low in lows if low), Decimal(0)),
        None if None in highs else sum((high for high in highs if high), Decimal(0)),
        "EUR",
    )
