"""The EU's small and medium-sized enterprise, as one rule (Recommendation 2003/361/EC, annex).

Fewer than 10, 50 or 250 annual work units, and a turnover of at most EUR 2, 10 or 50 million or
a balance sheet of at most EUR 2, 10 or 43 million. The figures are those of the definition:
partner and linked enterprises counted in. A group that is larger than an SME says no by itself.
https://eur-lex.europa.eu/eli/reco/2003/361/oj
"""

from dataclasses import dataclass
from decimal import Decimal

from recommendations.facts import Facts
from recommendations.programme import SmeSize

FTE, EMPLOYEES = "enterprise.fte", "enterprise.employees"
TURNOVER, BALANCE = "enterprise.turnover", "enterprise.balance_sheet_total"
GROUP = "enterprise.group_above_sme"

SME_FIELDS = (FTE, TURNOVER, BALANCE)
"""The facts to ask for; heads and group are read where they are known."""


@dataclass(frozen=True)
class Ceilings:
    """Annual work units (strict), turnover and balance sheet in EUR (inclusive)."""

    staff: Decimal
    turnover: Decimal
    balance: Decimal


CEILINGS: dict[SmeSize, Ceilings] = {
    "micro": Ceilings(Decimal(10), Decimal(2_000_000), Decimal(2_000_000)),
    "small": Ceilings(Decimal(50), Decimal(10_000_000), Decimal(10_000_000)),
    "medium": Ceilings(Decimal(250), Decimal(50_000_000), Decimal(43_000_000)),
}


def is_sme(size: SmeSize, facts: Facts) -> bool | None:
    """Whether the enterprise is at most of this size; None when it cannot be told."""
    parts = (_staff(size, facts), _money(size, facts))
    if facts.get(GROUP) is True or False in parts:
        return False
    return None if None in parts else True


def open_sme_fields(size: SmeSize, facts: Facts) -> tuple[str, ...]:
    """The unknown facts whose answer can still settle the rule."""
    if is_sme(size, facts) is not None:
        return ()
    staff = (FTE,) if _staff(size, facts) is None else ()
    money = (TURNOVER, BALANCE) if _money(size, facts) is None else ()
    return (*staff, *(field for field in money if facts.get(field) is None))


def _staff(size: SmeSize, facts: Facts) -> bool | None:
    below = CEILINGS[size].staff
    units, heads = facts.get(FTE), facts.get(EMPLOYEES)
    if units is not None:
        return bool(units < below)
    # Nobody counts for more than one unit; many heads may still be few units.
    return True if heads is not None and heads < below else None


def _money(size: SmeSize, facts: Facts) -> bool | None:
    ceilings = CEILINGS[size]
    turnover, balance = facts.get(TURNOVER), facts.get(BALANCE)
    under = (
        None if turnover is None else turnover <= ceilings.turnover,
        None if balance is None else balance <= ceilings.balance,
    )
    return True if True in under else (None if None in under else False)
