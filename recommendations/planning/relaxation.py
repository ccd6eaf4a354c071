"""The plan by periods, solved by HiGHS: what to finish in which period, and who pays.

It asks less than the calendar does: hours and places add up from the start to the end of each
period, whoever works when. So whatever the calendar can do it can do too, and its bound is a
proof: no plan brings more.
"""

from dataclasses import dataclass

from recommendations.planning.aid_rows import add_aid
from recommendations.planning.first_runs import first_runs
from recommendations.planning.linear import Linear, on
from recommendations.planning.problem import SLACK, Problem

STOP_AT = 0.001
"""Fraction of the bound: nearer, the calendar decides."""


@dataclass(frozen=True)
class Guide:
    """Jobs in the periods they should end in, aid by (job, payer), and the bound in points."""

    periods: dict[int, int]
    aids: tuple[tuple[int, int], ...]
    bound: float


def relax(problem: Problem, nodes: int) -> Guide | None:
    """The best periods found in so many nodes; None when the head does not fit."""
    return _Relaxation(problem).solve(nodes)


class _Relaxation:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.linear = Linear()
        self.soonest = soonest(problem)
        self.first = first_runs(problem)
        known = {run.job: (problem.period(run.end),) for run in self.first}
        self.ends = {
            index: {
                period: self.linear.column(job.value * problem.weights[period] - job.burden)
                for period in known.get(index, range(len(problem.ends)))
                if problem.ends[period] >= self.soonest[index] - SLACK
            }
            for index, job in enumerate(problem.jobs)
        }
        for index in range(len(problem.jobs)):
            must = 1.0 if index in problem.head else 0.0
            self.linear.row(self._done(index), upper=1.0, lower=must)
        self.aids = add_aid(self.linear, problem, self._done)
        self._openers()
        for period in range(len(problem.ends)):
            self._means(period)
        self._money()
        self._needs()
        self._increments()

    def solve(self, nodes: int) -> Guide | None:
        solved = self.linear.maximise(nodes, STOP_AT)
        if solved is None:
            return None
        periods = {
            index: period
            for index, columns in self.ends.items()
            for period, column in columns.items()
            if on(solved.values, column)
        }
        aids = tuple(key for key, (column, _) in self.aids.items() if on(solved.values, column))
        return Guide(periods, aids, solved.bound)

    def _done(self, index: int, until: int | None = None) -> list[tuple[int, float]]:
        """The columns that say a job ends by this period, or at all."""
        columns = self.ends[index].items()
        return [(column, 1.0) for period, column in columns if until is None or period <= until]

    def _means(self, period: int) -> None:
        problem, end = self.problem, self.problem.ends[period]
        first = {run.job for run in self.first}
        done = {i: self._done(i, period) for i in range(len(problem.jobs)) if i not in first}
        hours = [(c, problem.jobs[i].hours) for i, terms in done.items() for c, _ in terms]
        places = [(c, problem.jobs[i].weeks) for i, terms in done.items() for c, _ in terms]
        # Beside a job that runs alone nothing else gets hours or a place.
        alone = problem.alone and bool(self.first)
        lost = self.first[0].end if alone else 0.0
        running = () if alone else self.first
        taken = sum(run.hours_by(end) for run in running)
        held = sum(min(run.end, end) for run in running)
        self.linear.row(hours, upper=problem.rate * max(end - lost, 0) - taken)
        self.linear.row(places, upper=problem.active * max(end - lost, 0) - held)

    def _money(self) -> None:
        """Own euros by the year a job starts in, and in all."""
        budgets = self.problem.budgets
        years: dict[int, list[tuple[int, float]]] = {year: [] for year in range(len(budgets))}
        total = [(column, -aid.sure) for column, aid in self.aids.values() if aid.sure]
        for index, job in enumerate(self.problem.jobs):
            # By year nobody says which aid was chosen: the best one is taken off.
            price = job.cost - max((aid.sure for aid in job.aids), default=0.0)
            total += [(c, job.cost) for c, _ in self._done(index)]
            if price > 0:
                for year, column in self._years(index, price).items():
                    years[year].append((column, price))
        for year, terms in years.items():
            if terms and budgets[year] != float("inf"):
                self.linear.row(terms, upper=budgets[year])
        if total and float("inf") not in budgets:
            self.linear.row(total, upper=sum(budgets))

    def _years(self, index: int, price: float) -> dict[int, int]:
        """Columns that say in which year a job starts; none where it alone is too dear."""
        problem = self.problem
        job, columns = problem.jobs[index], {}
        for year, budget in enumerate(problem.budgets):
            if price <= budget + SLACK:
                columns[year] = self.linear.column()
                soonest = 52 * year + problem.shortest(job)
                late = [
                    (c, -1.0)
                    for p, c in self.ends[index].items()
                    if problem.ends[p] >= soonest - SLACK
                ]
                self.linear.row([(columns[year], 1.0), *late], upper=0.0)
        started = [(column, 1.0) for column in columns.values()]
        self.linear.row([*started, *((c, -1.0) for c, _ in self._done(index))], 0.0, 0.0)
        for year in range(len(problem.budgets) - 1):
            ended = [
                (c, 1.0)
                for p, c in self.ends[index].items()
                if problem.ends[p] <= 52 * (year + 1) + SLACK
            ]
            until = [(column, -1.0) for y, column in columns.items() if y <= year]
            if ended:
                self.linear.row([*ended, *until], upper=0.0)
        return columns

    def _needs(self) -> None:
        problem = self.problem
        for index, job in enumerate(problem.jobs):
            for need in job.needs:
                for period, end in enumerate(problem.ends):
                    mine = self._done(index, period)
                    before = end - problem.shortest(job)
                    theirs = self._done(need, problem.period(before)) if before > 0 else []
                    if mine:
                        self.linear.row([*mine, *((c, -1.0) for c, _ in theirs)], upper=0.0)

    def _increments(self) -> None:
        """An increment several jobs bring counts once, in the period one of them ends."""
        for number, points in enumerate(self.problem.increments):
            bringing = [i for i, job in enumerate(self.problem.jobs) if number in job.covers]
            once: list[tuple[int, float]] = []
            for period, weight in enumerate(self.problem.weights):
                ends = [self.ends[i][period] for i in bringing if period in self.ends[i]]
                if ends:
                    column = self.linear.column(points * weight, whole=False)
                    once.append((column, 1.0))
                    self.linear.row([(column, 1.0), *((c, -1.0) for c in ends)], upper=0.0)
            self.linear.row(once, upper=1.0)

    def _openers(self) -> None:
        for (index, place), (column, _) in self.aids.items():
            payer = self.problem.payers[place]
            if payer.gated:
                first = [
                    (other, -1.0)
                    for (job, paying), (other, _) in self.aids.items()
                    if paying in payer.openers and job != index
                ]
                for job in payer.opener_jobs:
                    first += [(c, -1.0) for c, _ in self._done(job) if job != index]
                self.linear.row([(column, 1.0), *first], upper=0.0)


def soonest(problem: Problem) -> list[float]:
    """The week each job can end at the earliest, what it needs and who goes first included."""
    found: dict[int, float] = {}

    def end(index: int) -> float:
        if index not in found:
            job = problem.jobs[index]
            after = [job.earliest, *(end(need) for need in job.needs)]
            if problem.alone and problem.head and index != problem.head[0]:
                after.append(end(problem.head[0]))
            found[index] = max(after) + problem.shortest(job)
        return found[index]

    return [end(index) for index in range(len(problem.jobs))]
