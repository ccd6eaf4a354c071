"""What a profile says, field by field, with what follows from it; unknown stays None."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assessment.forms import families
from assessment.profile import Enterprise, Profile

Contains = Callable[[str, str], bool]
"""contains(outer, inner): whether the place `inner` lies inside `outer`, itself included."""

NOT_FOR_PROFIT = frozenset({"nonprofit", "foundation", "mutual"})


@dataclass(frozen=True)
class Facts:
    """The values conditions read. `contains` is the tree of places."""

    values: dict[str, Any]
    contains: Contains

    def get(self, field: str) -> Any:
        """The value of 'enterprise.fte' and the like; None when it is not known."""
        return self.values.get(field)


def facts(profile: Profile, on: dt.date, contains: Contains) -> Facts:
    """The facts of a profile on a date, derived ones included.

    A value given directly always wins over a derived one.
    """
    enterprise, project = profile.enterprise, profile.project
    values: dict[str, Any] = {}
    for prefix, part in (("enterprise", enterprise), ("project", project)):
        for name in type(part).model_fields:
            values[f"{prefix}.{name}"] = getattr(part, name)
    for name, value in _derived(enterprise, on).items():
        key = f"enterprise.{name}"
        if values[key] is None:
            values[key] = value
    return Facts(values, contains)


def _derived(enterprise: Enterprise, on: dt.date) -> dict[str, Any]:
    family = enterprise.form_family or families(
        enterprise.legal_form, enterprise.accreditations or ()
    )
    people = [n for n in (enterprise.fte, enterprise.employees) if n is not None]
    return {
        "country": enterprise.region.split("-")[0] if enterprise.region else None,
        "region": enterprise.country,
        "form_family": family,
        "for_profit": False if family and NOT_FOR_PROFIT.intersection(family) else None,
        "employer": any(n > 0 for n in people) if people else None,
        "age_years": _years(enterprise.creation_date, on),
        "months_since_registration": _months(enterprise.registration_date, on),
    }


def _months(since: dt.date | None, on: dt.date) -> Decimal | None:
    if since is None or since > on:
        return None
    full = (on.year - since.year) * 12 + on.month - since.month
    return Decimal(full - (1 if on.day < since.day else 0))


def _years(since: dt.date | None, on: dt.date) -> Decimal | None:
    months = _months(since, on)
    return None if months is None else Decimal(int(months) // 12)
