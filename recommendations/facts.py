"""What a profile says, field by field, with what follows from it; unknown stays None."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, get_args

from assessment.forms import families
from assessment.profile import Award, Enterprise, Family, Profile

Contains = Callable[[str, str], bool]
"""contains(outer, inner): whether the place `inner` lies inside `outer`, itself included."""

NOT_FOR_PROFIT = frozenset({"nonprofit", "foundation", "mutual"})


FAMILIES = frozenset(get_args(Family))

DE_MINIMIS_MONTHS = 36
"""Three years, rolling: older aid no longer counts (Regulations (EU) 2023/2831 and 2023/2832)."""


@dataclass(frozen=True)
class Facts:
    """The values conditions read. `contains` is the tree of places.

    `may_join` holds the form families that an unknown form, approval or role could still add.
    """

    values: Mapping[str, Any]
    contains: Contains
    may_join: frozenset[str] = frozenset()

    def get(self, field: str) -> Any:
        """The value of 'enterprise.fte' and the like; None when it is not known."""
        return self.values.get(field)

    def without(self, fields: Iterable[str]) -> "Facts":
        """The same facts, these ones unknown."""
        return self.with_values(dict.fromkeys(fields))

    def with_values(self, values: Mapping[str, Any]) -> "Facts":
        """The same facts, these ones as given."""
        return replace(self, values={**self.values, **values})


def facts(profile: Profile, on: dt.date, contains: Contains) -> Facts:
    """The facts of a profile on a date, derived ones included.

    A value given directly always wins over a derived one; of a country and a region that holds
    it, the narrower is kept.
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
    region, country = enterprise.region, enterprise.country
    if region and country and contains(region, country):
        values["enterprise.region"] = country
    return Facts(values, contains, _may_join(enterprise))


def _derived(enterprise: Enterprise, on: dt.date) -> dict[str, Any]:
    family = _families(enterprise)
    people = [n for n in (enterprise.fte, enterprise.employees) if n is not None]
    return {
        "country": _country(enterprise.region),
        "region": enterprise.country,
        "form_family": family,
        "for_profit": False if family and NOT_FOR_PROFIT.intersection(family) else None,
        "employer": any(n > 0 for n in people) if people else None,
        "age_years": _years(enterprise.creation_date, on),
        "months_since_registration": _months(enterprise.registration_date, on),
        "de_minimis_3y": _received(enterprise.previous_awards, "yes"),
        "sgei_de_minimis_3y": _received(enterprise.previous_awards, "sgei"),
    }


def _country(region: str | None) -> str | None:
    """The country of 'BE-WAL'; none of a wider place like EU."""
    country = (region or "").split("-")[0]
    return country if len(country) == 2 and country != "EU" else None


def _families(enterprise: Enterprise) -> tuple[str, ...] | None:
    if enterprise.form_family is not None:
        return enterprise.form_family
    found = families(enterprise.legal_form, enterprise.accreditations or ()) or ()
    return (*found, "network") if enterprise.is_federation else found or None


def _may_join(enterprise: Enterprise) -> frozenset[str]:
    if enterprise.form_family is not None:
        return frozenset()
    open_ones: set[str] = set()
    if families(enterprise.legal_form, ()) is None:
        open_ones |= FAMILIES - {"work_integration", "network"}
    if enterprise.accreditations is None:
        open_ones.add("work_integration")
    if enterprise.is_federation is None:
        open_ones.add("network")
    return frozenset(open_ones.difference(_families(enterprise) or ()))


def _received(awards: tuple[Award, ...] | None, rule: str) -> Decimal | None:
    """The aid of the last three years under this rule, in EUR; None when an award does not say."""
    recent = [one for one in awards or () if one.months_ago < DE_MINIMIS_MONTHS]
    if not awards or any(one.amount is None or one.de_minimis is None for one in recent):
        return None
    return sum((one.amount or Decimal(0) for one in recent if one.de_minimis == rule), Decimal(0))


def _months(since: dt.date | None, on: dt.date) -> Decimal | None:
    if since is None or since > on:
        return None
    full = (on.year - since.year) * 12 + on.month - since.month
    return Decimal(full - (1 if on.day < since.day else 0))


def _years(since: dt.date | None, on: dt.date) -> Decimal | None:
    months = _months(since, on)
    return None if months is None else Decimal(int(months) // 12)
