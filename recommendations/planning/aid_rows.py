"""Which programme pays which project: the same rows for the whole plan and for its last word.

No two aids on one project's cost, nothing above what a programme pays in all, no two programmes
that exclude each other, no de minimis aid above what is still free.
"""

from collections.abc import Callable

from recommendations.planning.linear import Linear, Terms
from recommendations.planning.problem import POINTS_PER_EURO, Aid, Problem


def points(aid: Aid) -> float:
    """What an aid weighs in the plan."""
    return POINTS_PER_EURO * aid.likely * aid.appeal


AidColumns = dict[tuple[int, int], tuple[int, Aid]]
"""(job, payer) to its column and its aid."""


def add_aid(linear: Linear, problem: Problem, chosen: Callable[[int], Terms | None]) -> AidColumns:
    """Add the choice of payers. `chosen(job)` are the columns that say the job is done.

    None for a job that is surely done.
    """
    columns: AidColumns = {}
    for index, job in enumerate(problem.jobs):
        for aid in job.aids:
            column = linear.column(points(aid))
            columns[index, aid.payer] = (column, aid)
        own = [(columns[index, aid.payer][0], 1.0) for aid in job.aids]
        if own:
            done = chosen(index)
            minus = [(c, -f) for c, f in done] if done is not None else []
            linear.row([*own, *minus], upper=0.0 if done is not None else 1.0)
    _ceilings(linear, problem, columns)
    _clashes(linear, problem, columns)
    return columns


def _ceilings(linear: Linear, problem: Problem, columns: AidColumns) -> None:
    counted: list[tuple[int, float]] = []
    for place, payer in enumerate(problem.payers):
        euros = [(c, aid.likely) for (_, p), (c, aid) in columns.items() if p == place]
        if payer.most is not None and euros:
            linear.row(euros, upper=payer.most)
        if payer.counts_de_minimis:
            counted += euros
    if problem.de_minimis is not None and counted:
        linear.row(counted, upper=problem.de_minimis)


def _clashes(linear: Linear, problem: Problem, columns: AidColumns) -> None:
    clashing = {place for pair in problem.clashes for place in pair}
    used = {place: linear.column() for place in sorted(clashing)}
    for (_, place), (column, _) in columns.items():
        if place in used:
            linear.row([(column, 1.0), (used[place], -1.0)], upper=0.0)
    for one, other in problem.clashes:
        linear.row([(used[one], 1.0), (used[other], 1.0)], upper=1.0)
