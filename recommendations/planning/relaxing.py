"""Wishes the means cannot carry: what would have to give, one thing at a time, or together."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from recommendations.planning.calendar import Calendar
from recommendations.planning.greedy import head_order
from recommendations.planning.problem import Problem
from recommendations.projects import SAFETY_NET

MOST_HOURS, MOST_MONTHS = 400, 60
_FIFTY = 50
Variation = Callable[[int], Problem]


@dataclass(frozen=True)
class Remedy:
    """Hours a month, months, euros a year that carry a wish: each alone, or all `together`.

    All None: nothing carries it, not even the most of everything.
    """

    hours: int | None = None
    months: int | None = None
    money: int | None = None
    together: bool = False


def fitting_head(problem: Problem) -> tuple[int, ...]:
    """The jobs of the head that can all be done within the horizon, in their order.

    What is too long alone keeps out no other: the safety net is tried first, then the rest.
    """
    kept: list[int] = []
    for index in sorted(problem.head, key=lambda i: problem.jobs[i].id != SAFETY_NET):
        tried = tuple(i for i in problem.head if i in (*kept, index))
        if _all_fit(with_head(problem, tried)):
            kept.append(index)
    return tuple(i for i in problem.head if i in kept)


def with_head(problem: Problem, head: tuple[int, ...]) -> Problem:
    """The same problem with this head; what ran alone does so while it still comes first."""
    return replace(problem, head=head, alone=problem.alone and head[:1] == problem.head[:1])


def remedy(problem: Problem, index: int) -> Remedy:
    """What would let this job of the head be done beside the others that fit."""
    alone = Remedy(
        hours=_least(_hours(problem), index, 1, MOST_HOURS),
        months=_least(_months(problem), index, problem.months + 1, MOST_MONTHS),
        money=_least(_money(problem), index, 1, _most_fifties(problem)),
    )
    if alone.hours or alone.months or alone.money:
        return replace(alone, money=_FIFTY * alone.money if alone.money else None)
    return _together(problem, index)


def _together(problem: Problem, index: int) -> Remedy:
    """Enough money first, then the fewest months, then the fewest hours."""
    rich = _money(problem)(_most_fifties(problem))
    for hours in (problem.hours, float(MOST_HOURS)):
        tried = replace(rich, hours=hours)
        months = _least(_months(tried), index, problem.months, MOST_MONTHS)
        if months is not None:
            longer = _months(tried)(months)
            money = _least(_money(longer), index, 1, _most_fifties(problem))
            enough = _money(longer)(money or 1)
            needed = _least(_hours(enough), index, 1, MOST_HOURS)
            return Remedy(needed, months, _FIFTY * (money or 1), together=True)
    return Remedy()


def _hours(problem: Problem) -> Variation:
    return lambda hours: replace(problem, hours=float(hours))


def _months(problem: Problem) -> Variation:
    return lambda months: replace(problem, months=months, length=None)


def _money(problem: Problem) -> Variation:
    return lambda fifties: replace(problem, yearly=float(_FIFTY * fifties))


def _most_fifties(problem: Problem) -> int:
    """Money enough for everything at once in the shortest last part of a year."""
    return 12 * (math.ceil(sum(job.cost for job in problem.jobs) / _FIFTY) + 1)


def _least(varied: Variation, index: int, low: int, high: int) -> int | None:
    """The least number that lets the job be done; more of anything never does harm."""

    def fits(number: int) -> bool:
        return index in fitting_head(varied(number))

    if low > high or not fits(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    return low


def _all_fit(problem: Problem) -> bool:
    return Calendar(problem).place(head_order(problem)).keys() >= set(problem.head)
