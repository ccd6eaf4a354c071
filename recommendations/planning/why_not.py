"""What is not in the plan, and the one thing that keeps it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recommendations.planning.assemble import Assembled
from recommendations.planning.greedy import NO_GAIN, gain, greedy_order
from recommendations.planning.problem import SLACK, Problem
from recommendations.planning.relaxation import soonest
from recommendations.planning.solve import Plan
from recommendations.projects import Project
from recommendations.roadmap import LeftOut, LeftOutReason

BUSY = 0.9
"""Share of the hours planned from which hours, and not places, are what is short."""


def left_out(assembled: Assembled, plan: Plan, order: Sequence[int]) -> tuple[LeftOut, ...]:
    """The most useful first, then what was set aside, then what is in place already.

    `order` is that of the starts: the first project that brings the same is named.
    """
    found = _WhyNot(assembled, plan, order)
    return (*found.not_placed(), *found.set_aside(), *found.in_place())


class _WhyNot:
    def __init__(self, assembled: Assembled, plan: Plan, order: Sequence[int]) -> None:
        self.assembled, self.plan, self.problem = assembled, plan, assembled.problem
        self.order = order
        self.projects = [candidate.project for candidate in assembled.candidates.projects]
        self.ends = soonest(self.problem)
        jobs = tuple(replace(job, earliest=0.0) for job in self.problem.jobs)
        self.ends_on_time = soonest(replace(self.problem, jobs=jobs))
        self.ends_unhurried = soonest(replace(self.problem, hours=1e9, jobs=jobs))
        self.money_left = self._money_left()
        self.busy = _hours(self.problem, plan) >= BUSY * self.problem.rate * self.problem.weeks

    def not_placed(self) -> Iterator[LeftOut]:
        rank = {index: place for place, index in enumerate(greedy_order(self.problem))}
        for index in sorted(range(len(self.problem.jobs)), key=lambda i: rank.get(i, len(rank))):
            if index not in self.plan.placed:
                yield self._left(index)

    def set_aside(self) -> Iterator[LeftOut]:
        actions = self.assembled.candidates.set_aside
        for action in actions.values():
            by = self.assembled.candidates.blocked.get(action.id)
            project = Project(action.id, (action,))
            if by is None:
                yield LeftOut(project, "refused")
            else:
                yield LeftOut(project, "needs_refused", Project(by, (actions[by],)))

    def in_place(self) -> Iterator[LeftOut]:
        for action in self.assembled.candidates.in_place:
            yield LeftOut(Project(action.id, (action,)), "in_place")

    def _left(self, index: int) -> LeftOut:
        project, same = self.projects[index], self._same(index)
        if same and gain(self.problem, index, list(self.plan.placed)) <= NO_GAIN:
            return LeftOut(project, "covered", same)
        waits = [n for n in self.problem.jobs[index].needs if n not in self.plan.placed]
        if waits and self.ends_unhurried[index] <= self.problem.weeks + SLACK:
            return LeftOut(project, "waits", self.projects[waits[0]])
        return LeftOut(project, self._lacks(index))

    def _lacks(self, index: int) -> LeftOutReason:
        job, horizon = self.problem.jobs[index], self.problem.weeks + SLACK
        if self.ends_unhurried[index] > horizon:
            return "time"
        if self.ends[index] > horizon >= self.ends_on_time[index]:
            return "postponed"
        if job.cost - max((aid.sure for aid in job.aids), default=0.0) > self.money_left + SLACK:
            return "money"
        if self.ends_on_time[index] > horizon:
            return "hours"
        return "hours" if self.busy else "places"

    def _money_left(self) -> float:
        """The most own euros still free in one year of the plan."""
        left = list(self.problem.budgets)
        for index, (start, _) in self.plan.placed.items():
            job = self.problem.jobs[index]
            payer = self.plan.payments.get(index)
            sure = next((aid.sure for aid in job.aids if aid.payer == payer), 0.0)
            left[self.problem.year(start)] -= job.cost - sure
        return max(*left, 0.0)

    def _same(self, index: int) -> Project | None:
        """The first project of the plan that brings some of what this one would."""
        mine = self.assembled.candidates.projects[index].raises
        for other in self.order:
            if mine & self.assembled.candidates.projects[other].raises:
                return self.projects[other]
        return None


def _hours(problem: Problem, plan: Plan) -> float:
    return sum(problem.jobs[index].hours for index in plan.placed)
