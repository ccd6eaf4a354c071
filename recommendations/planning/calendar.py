"""From an order of jobs to their dates: who starts when a place is free, who gets the hours.

At most `active` jobs run at once. The hours of the week go to the running jobs in the order they
started, none faster than its own pace (its hours over its weeks). Money is spent when a job
starts, never more than a year's in any 12 months; aid counts only where it is sure.

A search dates tens of thousands of orders: what does not change is prepared once, and the loop
works on plain lists.
"""

from collections.abc import Sequence

from recommendations.planning.problem import SLACK, Problem

Placed = dict[int, tuple[float, float]]
"""Job to the weeks it starts and ends at; what does not end within the horizon is not there."""

_Run = list[float]
"""A job under way: the hours still to do, its pace in hours a week, the week it started."""

NEVER = float("inf")
YEAR = 52.0
"""Weeks."""


class Calendar:
    """Dates orders of the jobs of one problem. `sure` is the aid counted on, euros by job."""

    def __init__(self, problem: Problem, sure: Sequence[float] = ()) -> None:
        self.problem = problem
        jobs = problem.jobs
        self._hours = [job.hours for job in jobs]
        self._pace = [job.hours / job.weeks for job in jobs]
        self._needs = [job.needs for job in jobs]
        self._earliest = [job.earliest for job in jobs]
        self._price = [job.cost for job in jobs]
        for index, aid in enumerate(sure):
            self._price[index] -= aid
        self._alone = problem.head[0] if problem.alone and problem.head else -1
        years = [YEAR * year for year in range(1, len(problem.budgets))]
        self._dates = sorted({*years, *(e for e in self._earliest if e > 0)})

    def place(self, order: Sequence[int]) -> Placed:
        """Date these jobs, as far as they fit. Pure; the same for the same order.

        What waits for a job that is not in the order never starts.
        """
        waiting, running = list(order), dict[int, _Run]()
        placed: Placed = {}
        purse, horizon, now = Purse(self.problem), self.problem.weeks + SLACK, 0.0
        while True:
            self._start(waiting, running, placed, purse, now)
            rates, step = self._rates(running)
            if waiting and (date := min(self._next_date(now), purse.refilled(now))) - now < step:
                step = date - now
            now += step
            if now > horizon:
                return placed
            for (index, run), rate in zip(list(running.items()), rates, strict=True):
                run[0] -= rate * step
                if run[0] < SLACK:
                    placed[index] = (run[2], now)
                    del running[index]

    def value(self, placed: Placed) -> float:
        """What these dates bring, in points: an increment counts once, from the first job on."""
        problem = self.problem
        total, got = 0.0, set[int]()
        for index, (_, end) in sorted(placed.items(), key=_by_end):
            job = problem.jobs[index]
            gain = job.value
            for increment in job.covers:
                if increment not in got:
                    got.add(increment)
                    gain += problem.increments[increment]
            total += gain * problem.weights[problem.period(end)] - job.burden
        return total

    def _start(
        self,
        waiting: list[int],
        running: dict[int, _Run],
        placed: Placed,
        purse: "Purse",
        now: float,
    ) -> None:
        place = 0
        while place < len(waiting) and len(running) < self.problem.active:
            if self._alone in running:
                return
            index = waiting[place]
            if (
                self._earliest[index] > now + SLACK
                or not purse.holds(self._price[index], now)
                or any(need not in placed for need in self._needs[index])
            ):
                place += 1
                continue
            del waiting[place]
            purse.spend(self._price[index], now)
            running[index] = [self._hours[index], self._pace[index], now]

    def _rates(self, running: dict[int, _Run]) -> tuple[list[float], float]:
        """Hours a week each running job gets, and the weeks until the first one ends."""
        free, step, rates = self.problem.rate, NEVER, []
        for left, pace, _ in running.values():
            rate = min(pace, free)
            free -= rate
            rates.append(rate)
            if rate > SLACK:
                step = min(step, left / rate)
        return rates, step

    def _next_date(self, now: float) -> float:
        """The next day a new year of money or a postponed job begins."""
        return next((date for date in self._dates if date > now + SLACK), NEVER)


class Purse:
    """Own euros as the plan goes on: of each year of the plan, and in any 12 months."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._left = list(problem.budgets)
        self._spent: list[tuple[float, float]] = []

    def holds(self, price: float, now: float) -> bool:
        """Whether so much may be spent now."""
        if price <= SLACK:
            return True
        lately = sum(euros for week, euros in self._spent if week > now - YEAR + SLACK)
        left = min(self._left[self._problem.year(now)], self._problem.yearly - lately)
        return price <= left + SLACK

    def spend(self, price: float, now: float) -> None:
        """Take so much out."""
        if price > SLACK:
            self._left[self._problem.year(now)] -= price
            self._spent.append((now, price))

    def refilled(self, now: float) -> float:
        """The next week at which something spent is a year old."""
        return min((w + YEAR for w, _ in self._spent if w + YEAR > now + SLACK), default=NEVER)


def _by_end(row: tuple[int, tuple[float, float]]) -> tuple[float, int]:
    return row[1][1], row[0]
