"""What the enterprise puts in and what it decided itself."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

Amount = TypeVar("Amount", float, Decimal)


def by_year(yearly: Amount, months: int) -> tuple[Amount, ...]:
    """So much for each 12 of these months; the last ones in proportion."""
    whole, rest = divmod(months, 12)
    return (yearly,) * whole + ((yearly * rest / 12,) if rest else ())


@dataclass(frozen=True)
class Means:
    """What the enterprise can put in. Hours a month, euros per 12 months, months ahead."""

    hours_per_month: Decimal = Decimal(6)
    own_money_per_year: Decimal = Decimal(500)
    months: int = 18
    max_active: int = 2

    def __post_init__(self) -> None:
        if self.max_active < 1 or self.months < 1:
            raise ValueError("a plan has at least one active project and one month")

    @property
    def budgets(self) -> tuple[Decimal, ...]:
        """Own euros of each 12 months of the plan; the last ones in proportion."""
        return by_year(self.own_money_per_year, self.months)


@dataclass(frozen=True)
class Wishes:
    """Action ids to have, to leave out, and not to start before a day."""

    pinned: tuple[str, ...] = ()
    refused: frozenset[str] = frozenset()
    postponed: Mapping[str, dt.date] = field(default_factory=dict)

    def bring_forward(self, ids: Iterable[str]) -> "Wishes":
        """These come first, after those already brought forward."""
        free = self.take_back(ids)
        return replace(free, pinned=(*free.pinned, *ids))

    def put_off(self, ids: Iterable[str], day: dt.date) -> "Wishes":
        """These do not start before this day."""
        free = self.take_back(ids)
        return replace(free, postponed={**free.postponed, **dict.fromkeys(ids, day)})

    def set_aside(self, ids: Iterable[str]) -> "Wishes":
        """These are left out."""
        free = self.take_back(ids)
        return replace(free, refused=free.refused | set(ids))

    def take_back(self, ids: Iterable[str]) -> "Wishes":
        """Nothing is decided about these any more."""
        named = frozenset(ids)
        return Wishes(
            pinned=tuple(one for one in self.pinned if one not in named),
            refused=self.refused - named,
            postponed={i: day for i, day in self.postponed.items() if i not in named},
        )
