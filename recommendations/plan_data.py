"""The plan as it is stored and sent: means and wishes as plain JSON data.

{"hours_per_month": 6, "own_money": 500, "months": 18, "max_active": 2, "pin": [ids],
"refuse": [ids], "postpone": {id: "2027-03-01"}, "projects": {id: {...}}, "targets":
{dimension: {"level": id, "by": "2027-06-30"}}, "reviews": {"T1": "2027-05-23"}}; own money is
euros per 12 months; `projects` holds what is written on the sheets of projects (carried.py),
`targets` what the enterprise aims at (targets.py), `reviews` when it looks again (reviews.py).
What is missing takes its default.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from assessment.base import Content, Id
from assessment.flat import flat
from assessment.profile import Money, Number
from recommendations.carried import Carried
from recommendations.reviews import Review
from recommendations.targets import Target
from recommendations.wishes import Means, Wishes

T = TypeVar("T")

MOST_PROJECTS = 300
"""Most projects one plan may say something about."""

MOST_TARGETS = 50
"""Most dimensions one plan may aim at."""


@dataclass(frozen=True)
class Followed:
    """What the enterprise writes about the follow-up. It changes no plan."""

    projects: Mapping[str, Carried] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)
    reviews: Mapping[Review, dt.date] = field(default_factory=dict)


class PlanData(Content):
    """What a stored plan may hold; None and empty: nothing was said."""

    hours_per_month: Number | None = None
    own_money: Money | None = None
    months: int | None = Field(default=None, ge=1, le=60)
    max_active: int | None = Field(default=None, ge=1, le=10)
    pin: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    postpone: dict[str, dt.date] = {}
    projects: dict[Id, Carried] = Field(default={}, max_length=MOST_PROJECTS)
    targets: dict[Id, Target] = Field(default={}, max_length=MOST_TARGETS)
    reviews: dict[Review, dt.date] = {}

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
        """The actions pinned, refused and postponed."""
        return Wishes(self.pin, frozenset(self.refuse), self.postpone)

    @property
    def followed(self) -> Followed:
        """What was written about the follow-up."""
        return Followed(self.projects, self.targets, self.reviews)


class WrongPlan(Exception):
    """One line: 'key: what'."""


def read_plan(data: Mapping[str, Any] | None) -> PlanData:
    """The plan in this plain data; WrongPlan says which key is wrong."""
    try:
        return PlanData.model_validate(dict(data or {}))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        told = f"{place}: {repr(first['input'])[:60]} is not accepted: {first['msg']}"
        raise WrongPlan(flat(told)) from None


def _first(said: T | None, usual: T) -> T:
    return usual if said is None else said


def plan_of(means: Means, wishes: Wishes, followed: Followed | None = None) -> dict[str, Any]:
    """Means, wishes and what is written about the follow-up as plain JSON data."""
    return {
        "hours_per_month": _number(means.hours_per_month),
        "own_money": _number(means.own_money_per_year),
        "months": means.months,
        "max_active": means.max_active,
        "pin": list(wishes.pinned),
        "refuse": sorted(wishes.refused),
        "postpone": {i: day.isoformat() for i, day in sorted(wishes.postponed.items())},
        **_written(followed or Followed()),
    }


def _written(followed: Followed) -> dict[str, Any]:
    projects = {name: project_of(one) for name, one in sorted(followed.projects.items())}
    parts = {
        "projects": projects if any(projects.values()) else {},
        "targets": {name: target_of(one) for name, one in sorted(followed.targets.items())},
        "reviews": {name: day.isoformat() for name, day in sorted(followed.reviews.items())},
    }
    return {name: part for name, part in parts.items() if part}


def target_of(target: Target) -> dict[str, Any]:
    """One target as plain JSON data."""
    return target.model_dump(mode="json", exclude_none=True)


def project_of(carried: Carried) -> dict[str, Any]:
    """What is written about one project as plain JSON data; empty where nothing is."""
    return carried.model_dump(mode="json", exclude_defaults=True)


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
