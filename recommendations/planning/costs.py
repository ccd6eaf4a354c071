"""What the plan counts on for each step: its cost, and who may pay a part of it."""

from collections.abc import Sequence
from decimal import Decimal

from recommendations.amounts import Money
from recommendations.planning.assemble import Assembled
from recommendations.planning.calendar import YEAR
from recommendations.planning.offers import Offer, cost_of
from recommendations.planning.problem import SLACK
from recommendations.planning.solve import Plan
from recommendations.roadmap import Payment
from recommendations.wishes import Means

Bill = tuple[Money, Payment | None]


def bills(assembled: Assembled, plan: Plan, means: Means, order: Sequence[int]) -> dict[int, Bill]:
    """Cost and payment by job, worked out in this order (that of the starts).

    A step costs its least, and more where the money of its year, and of every 12 months around
    it, still carries it. A programme never pays more in all than its most.
    """
    return _Bills(assembled, plan, means).of(order)


class _Bills:
    def __init__(self, assembled: Assembled, plan: Plan, means: Means) -> None:
        self.assembled, self.plan, self.problem = assembled, plan, assembled.problem
        self.yearly = means.own_money_per_year
        self.left = list(means.budgets)
        self.spent: dict[int, Decimal] = {}
        for index in plan.placed:
            offer = self._offer(index)
            own = self._cost(index)[0] - (offer.least if offer else Decimal(0))
            self.spent[index] = own
            self.left[self._year(index)] -= own
        self.unpaid = {i: payer.most for i, payer in enumerate(self.problem.payers)}
        self.de_minimis = self.problem.de_minimis

    def of(self, order: Sequence[int]) -> dict[int, Bill]:
        return {index: self._bill(index) for index in order}

    def _bill(self, index: int) -> Bill:
        least, most = self._cost(index)
        more = max(min(most - least, self.left[self._year(index)], self._room(index)), Decimal(0))
        self.spent[index] += more
        self.left[self._year(index)] -= more
        return Money(least, least + more, "EUR"), self._payment(index, least + more)

    def _room(self, index: int) -> Decimal:
        """What any 12 months that hold this start still leave."""
        start = self._week(index)
        ends = [w for i in self.spent if start <= (w := self._week(i)) < start + YEAR - SLACK]
        return min(self.yearly - self._spent_in_the_year_to(end) for end in ends)

    def _spent_in_the_year_to(self, week: float) -> Decimal:
        recent = (i for i in self.spent if week - YEAR + SLACK < self._week(i) <= week)
        return sum((self.spent[i] for i in recent), Decimal(0))

    def _payment(self, index: int, cost: Decimal) -> Payment | None:
        offer = self._offer(index)
        if offer is None:
            return None
        if offer.most is None:
            return Payment(offer.match, None)
        most = min(offer.most, cost, self._still_to_pay(index))
        self._paid(index, most)
        return Payment(offer.match, Money(min(offer.least, most), most, "EUR"))

    def _still_to_pay(self, index: int) -> Decimal:
        """What its programme, and de minimis aid, may still bring; in cents."""
        payer = self.plan.payments[index]
        limits = [self.unpaid[payer]]
        if self.problem.payers[payer].counts_de_minimis:
            limits.append(self.de_minimis)
        known = [Decimal(str(round(limit, 2))) for limit in limits if limit is not None]
        return max(min(known, default=Decimal("Infinity")), Decimal(0))

    def _paid(self, index: int, aid: Decimal) -> None:
        payer = self.plan.payments[index]
        limit = self.unpaid[payer]
        if limit is not None:
            self.unpaid[payer] = limit - float(aid)
        if self.de_minimis is not None and self.problem.payers[payer].counts_de_minimis:
            self.de_minimis -= float(aid)

    def _offer(self, index: int) -> Offer | None:
        payer = self.plan.payments.get(index)
        if payer is None:
            return None
        programme = self.problem.payers[payer].id
        return next(o for o in self.assembled.offers[index] if o.programme_id == programme)

    def _cost(self, index: int) -> tuple[Decimal, Decimal]:
        return cost_of(self.assembled.candidates.projects[index].project)

    def _week(self, index: int) -> float:
        return self.plan.placed[index][0]

    def _year(self, index: int) -> int:
        return self.problem.year(self._week(index))
