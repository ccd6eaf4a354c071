"""Who pays which project, once the dates are known; and what must come first for it."""

from collections.abc import Iterable
from dataclasses import replace

from recommendations.planning.aid_rows import AidColumns, add_aid
from recommendations.planning.calendar import Placed
from recommendations.planning.greedy import head_order
from recommendations.planning.linear import Linear, on
from recommendations.planning.problem import SLACK, Problem

Payments = dict[int, int]
"""Job to the payer of its cost."""


def allocate(problem: Problem, placed: Placed, relied_on: Payments) -> Payments:
    """Who pays which of these jobs, for the most aid in all.

    `relied_on` are payments the money of the plan was counted with: they stay.
    """
    linear = Linear()
    nobody = linear.column(upper=0.0)
    columns = add_aid(linear, problem, lambda i: None if i in placed else [(nobody, 1.0)])
    for key, (column, _) in columns.items():
        if key[0] in placed:
            _after_its_gate(linear, problem, key, placed, columns)
            if relied_on.get(key[0]) == key[1]:
                linear.row([(column, 1.0)], lower=1.0)
    solved = linear.maximise(nodes=1000) if columns else None
    if solved is None:
        return {job: payer for job, payer in relied_on.items() if job in placed}
    return {
        job: payer for (job, payer), (column, _) in columns.items() if on(solved.values, column)
    }


def gated(problem: Problem, aids: Iterable[tuple[int, int]]) -> Problem:
    """The same problem, where a job that a gated programme pays waits for what opens the gate.

    Not what comes first whatever it brings: it waits for no aid.
    """
    paid, first, jobs = tuple(aids), head_order(problem), list(problem.jobs)
    for index, place in paid:
        if index in first:
            continue
        payer = problem.payers[place]
        opening = [job for job, other in paid if other in payer.openers] + list(payer.opener_jobs)
        if payer.gated and opening and index not in _before(problem, opening[0]):
            needs = tuple(sorted({*jobs[index].needs, opening[0]} - {index}))
            jobs[index] = replace(jobs[index], needs=needs)
    return replace(problem, jobs=tuple(jobs))


def _before(problem: Problem, index: int) -> set[int]:
    """What a job waits for, directly or not."""
    needs = problem.jobs[index].needs
    return set(needs).union(*(_before(problem, need) for need in needs))


def _after_its_gate(
    linear: Linear, problem: Problem, key: tuple[int, int], placed: Placed, columns: AidColumns
) -> None:
    index, payer = key[0], problem.payers[key[1]]
    if not payer.gated:
        return
    earlier = {job for job, (_, end) in placed.items() if end <= placed[index][0] + SLACK}
    if earlier.intersection(payer.opener_jobs):
        return
    opening = [
        (other, -1.0)
        for (job, place), (other, _) in columns.items()
        if place in payer.openers and job in earlier
    ]
    linear.row([(columns[key][0], 1.0), *opening], upper=0.0)
