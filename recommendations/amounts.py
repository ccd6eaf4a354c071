"""How much a programme may bring to this project.

The rate applies to the eligible cost: excluding tax, and counted up to the largest cost the
programme takes. The aid stays between the floor and the ceiling seen. Under the smallest cost
there is no amount: the criterion that says so gives the reason.
"""

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from recommendations.criteria import fields_of
from recommendations.facts import Facts
from recommendations.programme import Amount, Band, Programme, Test

CENT = Decimal("0.01")
COST = "project.cost"

MONEY_FIELDS = frozenset({COST, "project.other_public_aid"})
"""The sums of the project that amounts and stacking read, said in its currency."""


@dataclass(frozen=True)
class Money:
    """A band of money, both bounds included; a None bound was not seen."""

    min: Decimal | None
    max: Decimal | None
    currency: str


def amount(programme: Programme, facts: Facts) -> Money | None:
    """The aid for this project where its cost is known, else the programme's own band.

    None: not seen (never 'unlimited', never zero), or the project costs too little for it.
    A cost in another currency is as good as unknown: nothing is converted.
    """
    seen = programme.amount
    if seen.currency is None:
        return None
    cost = eligible_cost(programme, facts)
    if cost is not None and seen.cost_min is not None and cost < seen.cost_min:
        return None
    band = _band(seen, cost, facts.get("enterprise.fte"))
    if band is not None and (found := _of_band(band, seen, cost)) is not None:
        return found
    if cost is not None and seen.rate_max is not None and _on_costs(seen):
        return _of_rate(seen, cost, seen.max)
    if seen.min is None and seen.max is None:
        return None
    return Money(seen.min, seen.max, seen.currency)


def eligible_cost(programme: Programme, facts: Facts) -> Decimal | None:
    """The cost excluding tax, up to the largest the programme takes; None when not known."""
    cost: Decimal | None = in_its_currency(programme, facts).get(COST)
    largest = programme.amount.cost_max
    return cost if cost is None or largest is None else min(cost, largest)


def minimum_cost(programme: Programme) -> Test | None:
    """The smallest cost as a test, where no condition of the file reads the cost."""
    least = programme.amount.cost_min
    read = {f for c in programme.conditions if c.test for f in fields_of(c.test)}
    if least is None or read & {COST, "project.cost_incl_tax"}:
        return None
    return Test(field=COST, at_least=least)


def in_its_currency(programme: Programme, facts: Facts) -> Facts:
    """The facts, without the sums said in another currency than the programme's."""
    said, own = facts.get("project.currency"), programme.amount.currency
    return facts if said is None or own is None or said == own else facts.without(MONEY_FIELDS)


def plain(value: Decimal | None, currency: str | None) -> str:
    """'4 000 EUR', as it can stand in any language."""
    return f"{value or 0:,.0f}\N{NO-BREAK SPACE}{currency or ''}".replace(",", "\N{NO-BREAK SPACE}")


def _on_costs(seen: Amount) -> bool:
    return (seen.rate_basis or "").startswith("eligible-costs")


def _of_rate(seen: Amount, cost: Decimal, ceiling: Decimal | None) -> Money | None:
    """None where the rate brings less than the smallest aid: what happens then was not seen."""
    most = _at_most((seen.rate_max or Decimal(0)) * cost)
    most = most if ceiling is None else min(most, ceiling)
    least = None if seen.rate_min is None else min(_cents(seen.rate_min * cost), most)
    if seen.min is not None:
        if most < seen.min:
            return None
        least = seen.min if least is None else max(least, seen.min)
    return Money(least, most, seen.currency or "EUR")


def _band(seen: Amount, cost: Decimal | None, fte: Decimal | None) -> Band | None:
    return next((band for band in seen.bands if _in_band(band, cost, fte)), None)


def _in_band(band: Band, cost: Decimal | None, fte: Decimal | None) -> bool:
    bounds = (
        (band.cost_min, cost, "ge"), (band.cost_max, cost, "le"),
        (band.cost_below, cost, "lt"), (band.cost_above, cost, "gt"),
        (band.fte_min, fte, "ge"), (band.fte_max, fte, "le"), (band.fte_below, fte, "lt"),
    )  # fmt: skip
    asked = [(bound, value, how) for bound, value, how in bounds if bound is not None]
    if band.other is not None or not asked:
        return False
    return all(value is not None and _fits(value, bound, how) for bound, value, how in asked)


def _fits(value: Decimal, bound: Decimal, how: str) -> bool:
    return {"ge": value >= bound, "le": value <= bound, "lt": value < bound, "gt": value > bound}[
        how
    ]


def _of_band(band: Band, seen: Amount, cost: Decimal | None) -> Money | None:
    """The step's own sum or rate; with only a ceiling, the programme's rate under that ceiling."""
    currency = seen.currency or "EUR"
    ceiling = band.amount_max if band.amount_max is not None else seen.max
    if band.amount is not None:
        return Money(band.amount, band.amount, currency)
    if band.rate is not None and cost is not None:
        aid = _at_most(band.rate * cost)
        aid = aid if ceiling is None else min(aid, ceiling)
        return Money(aid, aid, currency)
    if cost is not None and seen.rate_max is not None and _on_costs(seen):
        return _of_rate(seen, cost, ceiling)
    return None if band.amount_max is None else Money(None, band.amount_max, currency)


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def _at_most(value: Decimal) -> Decimal:
    """Whole cents, never a cent above what the rate gives."""
    return value.quantize(CENT, ROUND_DOWN)
