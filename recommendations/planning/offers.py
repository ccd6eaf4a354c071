"""What programmes may pay of a project: a band each, from the amounts and verdicts seen."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from recommendations.amounts import Money, amount
from recommendations.eligibility import Match
from recommendations.facts import Facts
from recommendations.projects import Project
from recommendations.proposals import Funding
from recommendations.stacking import aid_room

PAYS = frozenset({"voucher", "grant", "subsidised-advice"})
"""Kinds that pay a part of a bill. A prize is never counted on, a tax relief comes much later."""

UNSEEN_SHARE = Decimal("0.1")
"""Of a cost, what an amount not seen weighs when programmes are compared; never shown."""

FundingOf = Callable[[Project], Funding]


@dataclass(frozen=True)
class Offer:
    """What one programme may pay of one project, euros. None: not seen, or another currency.

    `least` is above zero only where every condition seen is met and the call is open: even then
    the funder decides.
    """

    match: Match
    least: Decimal
    most: Decimal | None
    room: Decimal | None = None
    """Euros of de minimis aid still free for it; None: no such ceiling, or not known."""

    @property
    def programme_id(self) -> str:
        """The programme's id."""
        return self.match.programme.id


def offers(project: Project, funding: Funding, facts: Facts) -> tuple[Offer, ...]:
    """The programmes that may pay a part of this project, best first; none where it is free."""
    least, most = cost_of(project)
    if most == 0:
        return ()
    return tuple(
        _offer(match, least, most, facts)
        for match in (*funding.fitting, *funding.behind_gate)
        if match.programme.kind in PAYS and match.stacking != "over_cap" and _reachable(match, most)
    )


def cost_of(project: Project) -> tuple[Decimal, Decimal]:
    """Euros excluding tax, least and most: once, and the first year's running cost."""
    return (project.one_off.min + project.yearly.min, project.one_off.max + project.yearly.max)


def usual_cost(project: Project) -> Decimal:
    """The middle of its range, euros: what projects are compared by."""
    least, most = cost_of(project)
    return (least + most) / 2


def _reachable(match: Match, most: Decimal) -> bool:
    smallest = match.programme.amount.cost_min
    return smallest is None or most >= smallest


def _offer(match: Match, least: Decimal, most: Decimal, facts: Facts) -> Offer:
    at_most = _at(match, most, facts)
    share = match.programme.stacking.public_aid_cap or Decimal(1)
    ceiling = min(at_most.max, share * most) if at_most and at_most.max is not None else None
    at_least = _at(match, least, facts) if _certain(match) else None
    floor = min(at_least.min, share * least) if at_least and at_least.min else Decimal(0)
    room = aid_room(match.programme, facts)
    return Offer(match, floor if ceiling is not None else Decimal(0), ceiling, room)


def _certain(match: Match) -> bool:
    return match.verdict == "met" and match.availability == "open"


def _at(match: Match, cost: Decimal, facts: Facts) -> Money | None:
    known = Facts({**facts.values, "project.cost": cost}, facts.contains)
    found = amount(match.programme, known)
    return found if found and found.currency == "EUR" else None
