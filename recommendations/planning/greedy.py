"""A first plan at once: the head, then what brings most for its hours, again and again."""

from collections.abc import Sequence

from recommendations.planning.problem import Problem

NO_GAIN = 1e-9
"""Points: less is the rounding of the machine, never a gain."""


def greedy_order(problem: Problem) -> list[int]:
    """Every useful job: the head first, then the best gain for its hours and those before it.

    A job whose gains the earlier ones already bring is left out. Ids settle ties.
    """
    order = head_order(problem)
    while (best := _best(problem, order)) is not None:
        take(problem, order, best)
    return order


def head_order(problem: Problem) -> list[int]:
    """The jobs that come first, each after what it needs."""
    order: list[int] = []
    for index in problem.head:
        take(problem, order, index)
    return order


def take(problem: Problem, order: list[int], index: int) -> None:
    """Put a job at the end of the order, after what it needs."""
    for need in problem.jobs[index].needs:
        take(problem, order, need)
    if index not in order:
        order.append(index)


def gain(problem: Problem, index: int, done: Sequence[int]) -> float:
    """What one job adds to those done, in points, its date aside."""
    return _adds(problem, index, _brought(problem, done))


def _brought(problem: Problem, done: Sequence[int]) -> set[int]:
    return {increment for other in done for increment in problem.jobs[other].covers}


def _adds(problem: Problem, index: int, got: set[int]) -> float:
    job = problem.jobs[index]
    return job.value + sum(problem.increments[i] for i in job.covers if i not in got)


def _best(problem: Problem, order: list[int]) -> int | None:
    got = _brought(problem, order)
    ranked = [
        (-gained / _hours(problem, index, order), job.id, index)
        for index, job in enumerate(problem.jobs)
        if index not in order and (gained := _adds(problem, index, got) - job.burden) > NO_GAIN
    ]
    return min(ranked)[2] if ranked else None


def _hours(problem: Problem, index: int, order: list[int]) -> float:
    """Its hours and those of what must still be done before it."""
    job = problem.jobs[index]
    return job.hours + sum(_hours(problem, n, order) for n in job.needs if n not in order)
