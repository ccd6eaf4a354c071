"""The best plan found and how far from the best possible it may be."""

from dataclasses import dataclass, replace

from recommendations.planning.aid_rows import points
from recommendations.planning.allocation import Payments, allocate, gated
from recommendations.planning.calendar import Calendar, Placed
from recommendations.planning.greedy import NO_GAIN, gain, greedy_order, head_order, take
from recommendations.planning.problem import SLACK, Problem
from recommendations.planning.relaxation import STOP_AT, Guide, relax
from recommendations.planning.search import CUT, Search


@dataclass(frozen=True)
class Effort:
    """How long to look: nodes of the solver, and jobs dated by the search, over all its orders.

    Counted, never timed: the same answer on a slow machine, later.
    """

    nodes: int = 150
    dated: int = 400_000


@dataclass(frozen=True)
class Plan:
    """Dates by job in weeks, who pays which, what it brings in points, and the proven bound.

    `bound` is None for a plan made at once, of which nothing is proven.
    """

    placed: Placed
    payments: Payments
    worth: float
    bound: float | None = None

    @property
    def gap(self) -> float | None:
        """How much better a plan could be at most, as a fraction of the bound."""
        if self.bound is None:
            return None
        return max(0.0, (self.bound - self.worth) / self.bound) if self.bound > SLACK else 0.0


def plan_at_once(problem: Problem) -> Plan:
    """The greedy plan; a millisecond or two. The head comes first, whatever else fits."""
    calendar, head = Calendar(problem), head_order(problem)
    order = greedy_order(problem)
    placed = calendar.place(order)
    if not placed.keys() >= set(head):
        placed = calendar.place(_beside(calendar, head, order))
    return _finished(problem, calendar, placed)


def best_plan(problem: Problem, effort: Effort) -> Plan | None:
    """The best plan found. None when the jobs of the head cannot all be done.

    HiGHS says what to finish by when and who pays; the calendar and a search around that order,
    and around the greedy one, make dates of it. Never worse than the plan at once.
    """
    guide = relax(problem, effort.nodes)
    if guide is None:
        return None
    # Waiting for a gate may cost more than the aid behind it brings: both are tried.
    variants = dict.fromkeys((gated(problem, guide.aids), problem))
    tries = effort.dated // max(len(guide.periods), 8) // len(variants)
    found = [_searched(problem, variant, guide, tries) for variant in variants]
    found.append(replace(plan_at_once(problem), bound=guide.bound))
    kept = [plan for plan in found if plan.placed.keys() >= set(problem.head)]
    best = max(kept, key=lambda plan: plan.worth, default=None)
    if best is not None and best.worth > guide.bound + SLACK:
        # A proof that is wrong proves nothing: the plan stays, the claim goes.
        return replace(best, bound=None)
    return best


def _beside(calendar: Calendar, head: list[int], others: list[int]) -> list[int]:
    """The head, and of the others in turn those beside which it still ends in time."""
    order = head.copy()
    for index in others:
        if index not in order and calendar.place([*order, index]).keys() >= set(head):
            order.append(index)
    return order


def _searched(problem: Problem, variant: Problem, guide: Guide, tries: int) -> Plan:
    """The best order found from the guide's, tried three ways, and from the greedy one."""
    sure = _sure(problem, guide)
    calendar, head, greedy = Calendar(variant, sure), head_order(variant), greedy_order(variant)
    guided, rest = _guided(variant, guide, head), range(len(variant.jobs))
    starts = [
        [*start, CUT, *dict.fromkeys(i for i in (*greedy, *rest) if i not in start)]
        for start in (guided, guided, guided, _beside(calendar, head, greedy))
    ]
    order, most = starts[-1], float("-inf")
    for seed, start in enumerate(starts):
        tried, worth = Search(calendar, head, tries // 4, seed).improve(start)
        if worth > most:
            order, most = tried, worth
        if most >= guide.bound * (1 - STOP_AT):
            break
    relied_on = {index: payer for index, payer in guide.aids if sure[index]}
    placed = _useful(variant, calendar, order[: order.index(CUT)])
    return _finished(problem, calendar, placed, guide.bound, relied_on)


def _guided(problem: Problem, guide: Guide, head: list[int]) -> list[int]:
    """The guide's jobs by period, those that bring most for their hours first."""

    def rank(index: int) -> tuple[int, float, int]:
        job = problem.jobs[index]
        return guide.periods[index], -gain(problem, index, ()) / job.hours, index

    order = head.copy()
    for index in sorted(guide.periods, key=rank):
        take(problem, order, index)
    return order


def _useful(problem: Problem, calendar: Calendar, order: list[int]) -> Placed:
    """The dates without the jobs that bring nothing and that nothing waits for."""
    placed = calendar.place(order)
    ended: list[int] = []
    idle: set[int] = set()
    for index in sorted(placed, key=lambda i: (placed[i][1], i)):
        awaited = any(index in problem.jobs[other].needs for other in placed)
        if gain(problem, index, ended) <= NO_GAIN and not awaited and index not in problem.head:
            idle.add(index)
        ended.append(index)
    without = calendar.place([index for index in order if index not in idle and index in placed])
    return without if calendar.value(without) >= calendar.value(placed) else placed


def _sure(problem: Problem, guide: Guide) -> list[float]:
    sure = [0.0] * len(problem.jobs)
    for index, payer in guide.aids:
        sure[index] = next(aid.sure for aid in problem.jobs[index].aids if aid.payer == payer)
    return sure


def _finished(
    problem: Problem,
    calendar: Calendar,
    placed: Placed,
    bound: float | None = None,
    relied_on: Payments | None = None,
) -> Plan:
    payments = allocate(problem, placed, relied_on or {})
    aid = sum(
        points(aid) for i, p in payments.items() for aid in problem.jobs[i].aids if aid.payer == p
    )
    return Plan(placed, payments, calendar.value(placed) + aid, bound)
