"""The jobs of the head that start on the first day: nobody takes their hours, so they are known."""

from dataclasses import dataclass

from recommendations.planning.calendar import Calendar
from recommendations.planning.greedy import head_order
from recommendations.planning.problem import SLACK, Problem


@dataclass(frozen=True)
class FirstRun:
    """A job from the first day to week `end`; `paces` are (until week, hours a week), in order."""

    job: int
    end: float
    paces: tuple[tuple[float, float], ...]

    def hours_by(self, week: float) -> float:
        """The hours done by the end of a week."""
        done, since = 0.0, 0.0
        for until, pace in self.paces:
            done += pace * max(min(until, week) - since, 0)
            since = until
        return done


def first_runs(problem: Problem) -> tuple[FirstRun, ...]:
    """In the order they start. The first job gets its hours first, the next what is left.

    None where money could keep one of them waiting: sure aid would then change who starts.
    """
    order = head_order(problem)
    if sum(problem.jobs[index].cost for index in order) > min(problem.budgets) + SLACK:
        return ()
    placed = Calendar(problem).place(order)
    first = [i for i in order if i in placed and placed[i][0] == 0]
    cuts = sorted({placed[index][1] for index in first})
    runs: dict[int, list[tuple[float, float]]] = {index: [] for index in first}
    since = 0.0
    for until in cuts:
        free = problem.rate
        for index in first:
            if placed[index][1] > since + SLACK:
                job = problem.jobs[index]
                pace = min(job.hours / job.weeks, free)
                free -= pace
                runs[index].append((until, pace))
        since = until
    return tuple(FirstRun(index, placed[index][1], tuple(runs[index])) for index in first)
