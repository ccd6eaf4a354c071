"""How much a programme may bring, and whether it fits with other public money."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from recommendations.facts import Facts
from recommendations.programme import Amount, Band, Programme

StackingVerdict = Literal["ok", "over_cap", "to_check"]

DE_MINIMIS = Decimal(300_000)
"""EUR over three rolling years, Regulation (EU) 2023/2831."""

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Money:
    """A band of money, both bounds included; a None bound was not seen."""

    min: Decimal | None
    max: Decimal | None
    currency: str


def amount(programme: Programme, facts: Facts) -> Money | None:
    """The aid for this project where its cost is known, else the programme's own band.

    None: not seen (never 'unlimited', never zero). Rates apply to eligible cost excluding tax.
    """
    seen = programme.amount
    if seen.currency is None:
        return None
    cost = facts.get("project.cost")
    band = _band(seen, cost, facts.get("enterprise.fte"))
    if band is not None:
        return _of_band(band, seen, cost)
    if cost is not None and seen.rate_max is not None and _on_costs(seen):
        return _of_rate(seen, cost)
    if seen.min is None and seen.max is None:
        return None
    return Money(seen.min, seen.max, seen.currency)


def stacking(programme: Programme, facts: Facts, aid: Money | None) -> StackingVerdict:
    """Whether this aid fits under the ceilings seen; 'to_check' when something is not known."""
    most = aid.max if aid else None
    verdicts = [_under_de_minimis(programme, facts, most), _under_cap(programme, facts, most)]
    if "over_cap" in verdicts:
        return "over_cap"
    return "ok" if verdicts == ["ok", "ok"] else "to_check"


def _under_de_minimis(programme: Programme, facts: Facts, most: Decimal | None) -> StackingVerdict:
    if programme.stacking.de_minimis == "no":
        return "ok"
    received = facts.get("enterprise.de_minimis_3y")
    if programme.stacking.de_minimis == "unknown" or received is None:
        return "to_check"
    if received >= DE_MINIMIS:
        return "over_cap"
    if most is None or programme.amount.currency != "EUR":
        return "to_check"
    return "ok" if received + most <= DE_MINIMIS else "over_cap"


def _under_cap(programme: Programme, facts: Facts, most: Decimal | None) -> StackingVerdict:
    cap = programme.stacking.public_aid_cap
    other, cost = facts.get("project.other_public_aid"), facts.get("project.cost")
    if cap is None:
        return "ok" if other == 0 else "to_check"
    if None in (most, other, cost) or not cost:
        return "to_check"
    return "ok" if (other + most) / cost <= cap else "over_cap"


def _on_costs(seen: Amount) -> bool:
    return (seen.rate_basis or "").startswith("eligible-costs")


def _of_rate(seen: Amount, cost: Decimal) -> Money:
    most = (seen.rate_max or Decimal(0)) * cost
    least = (seen.rate_min if seen.rate_min is not None else seen.rate_max or Decimal(0)) * cost
    if seen.max is not None:
        most, least = min(most, seen.max), min(least, seen.max)
    return Money(_cents(least), _cents(most), seen.currency or "EUR")


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
    currency = seen.currency or "EUR"
    if band.amount is not None:
        return Money(band.amount, band.amount, currency)
    if band.rate is not None and cost is not None:
        aid = _cents(band.rate * cost)
        ceiling = band.amount_max if band.amount_max is not None else seen.max
        aid = aid if ceiling is None else min(aid, ceiling)
        return Money(aid, aid, currency)
    return None if band.amount_max is None else Money(None, band.amount_max, currency)


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)
