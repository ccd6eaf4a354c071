"""Whether an aid fits with other public money; the funder always decides.

Ceilings over three rolling years: EUR 300,000 of de minimis aid (Regulation (EU) 2023/2831) and
EUR 750,000 for services of general economic interest (Regulation (EU) 2023/2832), per single
undertaking and Member State. Each ceiling is read on its own aid: how the two add up is for the
declaration to the funder. No two aids ever pay the same cost line: that is for the plan.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from recommendations.amounts import Money, eligible_cost, in_its_currency
from recommendations.facts import Facts
from recommendations.programme import Programme

StackingVerdict = Literal["ok", "over_cap", "to_check"]
"""`over_cap`: a ceiling would be exceeded, or the programme refuses an aid already held."""

DE_MINIMIS = Decimal(300_000)
SGEI_DE_MINIMIS = Decimal(750_000)

_RECEIVED = {"yes": "enterprise.de_minimis_3y", "sgei": "enterprise.sgei_de_minimis_3y"}
_CEILING = {"yes": DE_MINIMIS, "sgei": SGEI_DE_MINIMIS}


def stacking(programme: Programme, facts: Facts, aid: Money | None) -> StackingVerdict:
    """Whether this aid fits under the ceilings seen; 'to_check' when something is not known."""
    read = in_its_currency(programme, facts)
    most = aid.max if aid else None
    verdicts = {
        _beside_held(programme, read),
        _under_de_minimis(programme, read, most),
        _under_cap(programme, read, most),
    }
    return "over_cap" if "over_cap" in verdicts else "to_check" if "to_check" in verdicts else "ok"


def aid_room(programme: Programme, facts: Facts) -> Decimal | None:
    """EUR this programme may still bring under its de minimis ceiling, zero at least.

    None: no such ceiling, or what was received in three years is not known.
    """
    rule = programme.stacking.de_minimis
    received = facts.get(_RECEIVED[rule]) if rule in _RECEIVED else None
    return None if received is None else max(Decimal(0), _CEILING[rule] - received)


def may_share(a: Programme, b: Programme) -> bool | None:
    """Whether both may pay for one project, each its own costs.

    False: one of them refuses the other by name. True: one of them says they go together.
    None: nothing was seen, which is no promise.
    """
    if b.id in a.stacking.incompatible_with or a.id in b.stacking.incompatible_with:
        return False
    said = b.id in a.stacking.compatible_with or a.id in b.stacking.compatible_with
    return True if said else None


def refused_by_held(programmes: Iterable[Programme], facts: Facts) -> frozenset[str]:
    """The programmes that an aid already held on the project refuses by name."""
    held = facts.get("project.aids_held") or ()
    return frozenset(
        refused for p in programmes if p.id in held for refused in p.stacking.incompatible_with
    )


def _beside_held(programme: Programme, facts: Facts) -> StackingVerdict:
    held = facts.get("project.aids_held") or ()
    if set(held).intersection(programme.stacking.incompatible_with):
        return "over_cap"
    # A text refuses aids outside our list; whether one held is meant, only a reader can tell.
    outside = any(" " in named for named in programme.stacking.incompatible_with)
    return "to_check" if held and outside else "ok"


def _under_de_minimis(programme: Programme, facts: Facts, most: Decimal | None) -> StackingVerdict:
    rule = programme.stacking.de_minimis
    if rule == "no":
        return "ok"
    room = aid_room(programme, facts)
    if room == 0:
        return "over_cap"
    if room is None or most is None or programme.amount.currency != "EUR":
        return "to_check"
    return "ok" if most <= room else "over_cap"


def _under_cap(programme: Programme, facts: Facts, most: Decimal | None) -> StackingVerdict:
    cap = programme.stacking.public_aid_cap
    other, cost = facts.get("project.other_public_aid"), eligible_cost(programme, facts)
    if cap is None:
        return "ok" if other == 0 else "to_check"
    if most is None or other is None or not cost:
        return "to_check"
    return "ok" if (other + most) / cost <= cap else "over_cap"
