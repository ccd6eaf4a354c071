"""The plan as it is stored and sent: means and wishes as plain JSON data.

{"hours_per_month": 6, "own_money": 500, "months": 18, "max_active": 2, "pin": [ids],
"refuse": [ids]}; own money is euros per 12 months; what is missing takes its default.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from assessment.base import Content
from assessment.profile import Money, Number
from recommendations.queue import Wishes
from recommendations.roadmap import Means

T = TypeVar("T")


class PlanData(Content):
    """What a stored plan may hold; None and empty: nothing was said."""

    hours_per_month: Number | None = None
    own_money: Money | None = None
    months: int | None = Field(default=None, ge=1, le=60)
    max_active: int | None = Field(default=None, ge=1, le=10)
    pin: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()

    def means(self, usual: Means) -> Means:
        """The means said, and the usual ones where nothing was."""
        return Means(
            hours_per_month=_first(self.hours_per_month, usual.hours_per_month),
            own_money_per_year=_first(self.own_money, usual.own_money_per_year),
            months=_first(self.months, usual.months),
            max_active=_first(self.max_active, usual.max_active),
        )

    @property
    def wishes(self) -> Wishes:
        """The actions pinned and refused."""
        return Wishes(self.pin, frozenset(self.refuse))


class WrongPlan(Exception):
    """One line: 'key: what'."""


def read_plan(data: Mapping[str, Any] | None) -> PlanData:
    """The plan in this plain data; WrongPlan says which key is wrong."""
    try:
        return PlanData.model_validate(dict(data or {}))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise WrongPlan(f"{place}: {first['input']!r} is not accepted: {first['msg']}") from None


def _first(said: T | None, usual: T) -> T:
    return usual if said is None else said


def plan_of(means: Means, wishes: Wishes) -> dict[str, Any]:
    """Means and wishes as plain JSON data."""
    return {
        "hours_per_month": _number(means.hours_per_month),
        "own_money": _number(means.own_money_per_year),
        "months": means.months,
        "max_active": means.max_active,
        "pin": list(wishes.pinned),
        "refuse": sorted(wishes.refused),
    }


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
