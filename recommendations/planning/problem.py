"""The plan as a problem in numbers: what could be done, what it brings, what it takes.

Time is in weeks from the first day of the plan. A gain counts from the end of the period its
job ends in (a month, a quarter or half a year, by the length of the plan), the earlier the more.
Nothing here knows a question, a programme's text or a date.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from recommendations.wishes import by_year

WEEKS_A_MONTH = 52 / 12
SLACK = 1e-6
"""Weeks, hours, euros: less is the rounding of the machine."""

LATE_SHARE = 0.5
"""What a gain is worth that comes on the last day, next to one that is there at once."""

POINTS_PER_EURO = 0.0002
"""One point for EUR 5,000: money decides between near equals, never against the mission."""


@dataclass(frozen=True)
class Aid:
    """What a programme (its place in `Problem.payers`) may pay of a job, euros.

    `likely` is what it may bring at the usual cost; `sure` is what own money may be counted
    without; `appeal`, 0-1, is how far it is preferred: conditions met, the need it is made for.
    """

    payer: int
    likely: float
    sure: float = 0.0
    appeal: float = 1.0


@dataclass(frozen=True)
class Payer:
    """A programme as the plan sees it. `most` euros in all, None: not seen.

    A gated one pays only after one of its `openers` (payers) paid an earlier job, or one of its
    `opener_jobs` is done: a diagnosis opens the door to the next aid.
    """

    id: str
    most: float | None = None
    counts_de_minimis: bool = False
    gated: bool = False
    openers: tuple[int, ...] = ()
    opener_jobs: tuple[int, ...] = ()


@dataclass(frozen=True)
class Job:
    """One project: `hours` in all, `weeks` at least, `cost` in euros in the year it starts.

    `value` is what it alone brings, in points; `covers` are increments that others bring too;
    `burden` is what its usual cost weighs, in points; `needs` are jobs that end before it
    starts; it starts from week `earliest` on.
    """

    id: str
    hours: float
    weeks: float
    value: float = 0.0
    burden: float = 0.0
    covers: tuple[int, ...] = ()
    needs: tuple[int, ...] = ()
    earliest: float = 0.0
    cost: float = 0.0
    aids: tuple[Aid, ...] = ()


@dataclass(frozen=True)
class Problem:
    """Jobs and means. `hours` a month, `active` jobs at once, `yearly` own euros in any 12 months.

    `head` are the jobs that come first, in this order, whatever they bring; `alone`: nothing
    runs beside the first of them. `increments` are points that several jobs bring once.
    `clashes` are payers that exclude each other; `de_minimis` the euros of such aid still free,
    None when not known.
    """

    jobs: tuple[Job, ...]
    months: int
    hours: float
    active: int = 2
    yearly: float = float("inf")
    head: tuple[int, ...] = ()
    alone: bool = False
    increments: tuple[float, ...] = ()
    payers: tuple[Payer, ...] = ()
    clashes: tuple[tuple[int, int], ...] = ()
    de_minimis: float | None = None
    length: float | None = None
    """The horizon in weeks, where the days are known."""

    @property
    def weeks(self) -> float:
        """The horizon."""
        return self.months * WEEKS_A_MONTH if self.length is None else self.length

    @cached_property
    def budgets(self) -> tuple[float, ...]:
        """Own euros of each 12 months of the plan; the last ones in proportion."""
        return by_year(self.yearly, self.months)

    @property
    def rate(self) -> float:
        """Hours a week."""
        return self.hours / WEEKS_A_MONTH

    @cached_property
    def ends(self) -> tuple[float, ...]:
        """The last week of each period: months up to half a year, quarters up to two years."""
        length = 1 if self.months <= 6 else 3 if self.months <= 24 else 6
        inner = (month * WEEKS_A_MONTH for month in range(length, self.months, length))
        return (*(end for end in inner if end < self.weeks), self.weeks)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """What a gain is worth that is there from the end of each period on, 0-1."""
        return tuple(1 - (1 - LATE_SHARE) * end / self.weeks for end in self.ends)

    def period(self, week: float) -> int:
        """The period a job belongs to that ends after so many weeks."""
        return bisect_left(self.ends, week - SLACK)

    def year(self, week: float) -> int:
        """The year of the plan a week falls in."""
        return min(int((week + SLACK) // 52), len(self.budgets) - 1)

    def shortest(self, job: Job) -> float:
        """The weeks a job takes when nothing else is done."""
        return max(job.weeks, job.hours / self.rate) if self.rate else float("inf")
