"""One question about one fact: its words, its answers to choose from, its unit."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from babel.numbers import get_currency_name

from assessment.places import contains
from assessment.profile import Enterprise, Profile
from content.wording import Wording
from recommendations.criteria import fields_of
from recommendations.programme import Programme
from reports import formats
from reports.dossier import Dossier
from reports.reach import here
from ui import choices
from ui.answering.fields import (
    AIDS_HELD,
    APPROVALS,
    FORM,
    Fields,
    Shape,
    read_fields,
    shape,
)

AWARDS = "enterprise.previous_awards"
_CURRENCIES = {"CA": "CAD", "GB": "GBP", "CH": "CHF"}
_IN_EUROS = ("enterprise.de_minimis_3y", "enterprise.sgei_de_minimis_3y")
_NARROWER = {"enterprise.region", "project.region", "enterprise.registered_office_region"}


@dataclass(frozen=True)
class Ask:
    """What a widget needs: `options` are ids to labels, `stored` the value kept (None unknown)."""

    t: Wording
    field: str
    shape: Shape
    question: str
    options: Mapping[str, str]
    stored: Any
    on: dt.date
    key: str


def value_in(profile: Profile, field: str) -> Any:
    """The value of 'enterprise.fte' and the like; None when it is not known."""
    part, _, name = field.partition(".")
    return getattr(getattr(profile, part), name)


def question(t: Wording, dossier: Dossier, field: str, key: str) -> Ask:
    """The question of a field as this enterprise may answer it."""
    profile, fields = dossier.sheet.profile, read_fields(t.language)
    stored, kind = value_in(profile, field), shape(field, fields)
    options = dict(_options(t, dossier, field, kind, fields))
    # What came with a file and our lists do not name stays there to be seen.
    named = stored if isinstance(stored, tuple) else (stored,)
    if kind in ("choice", "several", "place", "places", "country"):
        options |= {one: one for one in named if one is not None and one not in options}
    return Ask(t, field, kind, _worded(t, dossier, field, kind), options, stored, dossier.on, key)


def _worded(t: Wording, dossier: Dossier, field: str, kind: Shape) -> str:
    if field == AWARDS:
        # Under one aid too: what is said of one cannot stand for the others.
        return t("answer.awards")
    asked = dossier.library.words.questions[field]
    if kind == "share":
        return t("answer.in_unit", question=asked, unit="%")
    if kind == "money":
        name = get_currency_name(currency(dossier.sheet.profile, field), locale=t.language, count=2)
        return t("answer.in_unit", question=asked, unit=name)
    if field in _NARROWER and value_in(dossier.sheet.profile, field) is not None:
        return t("answer.narrower", question=asked)
    return asked


def currency(profile: Profile, field: str) -> str:
    """In which money a sum is said: euros for de minimis, else the project's or the country's."""
    if field in _IN_EUROS:
        return "EUR"
    said = profile.project.currency if field.startswith("project.") else None
    return said or _CURRENCIES.get(_country(profile.enterprise) or "", "EUR")


def _country(known: Enterprise) -> str | None:
    return known.country or (known.region or "").split("-")[0] or None


def _options(
    t: Wording, dossier: Dossier, field: str, kind: Shape, fields: Fields
) -> Mapping[str, str]:
    lists, country = choices.read_choices(t.language), _country(dossier.sheet.profile.enterprise)
    if field in fields.lists:
        return {one.id: one.label for one in fields.lists[field]}
    if field in (FORM, APPROVALS):
        listed = lists.forms if field == FORM else lists.accreditations
        named = choices.of_country(listed, country) or choices.of_country(listed, None)
        return {one.id: one.label for one in named}
    if field in (AIDS_HELD, AWARDS):
        return _programmes(dossier, field)
    if kind == "country":
        codes = dict.fromkeys(place.country for place in lists.places)
        return {code: formats.country(code, t.language) for code in codes}
    if kind in ("place", "places"):
        return _places(dossier, lists, fields)
    return {}


def _places(dossier: Dossier, lists: choices.Choices, fields: Fields) -> Mapping[str, str]:
    """Every place, the nearest first: those inside what is known already, then its country."""
    known = dossier.territory
    country = _country(dossier.sheet.profile.enterprise)
    places = [*lists.places, *fields.places]
    places.sort(
        key=lambda p: (
            known is None or not contains(known, p.id), p.country != country, p.label,
        )
    )  # fmt: skip
    return {place.id: place.label for place in places}


def _programmes(dossier: Dossier, field: str) -> Mapping[str, str]:
    """Aids one may have had: those that ask about it, where this enterprise is."""
    reaches = here(dossier.sheet.profile)
    found = [
        p for p in dossier.library.programmes
        if (field == AIDS_HELD or _asks_for_wait(p)) and any(map(reaches, p.territory))
    ]  # fmt: skip
    return {p.id: p.name for p in sorted(found, key=lambda p: p.name.casefold())}


def _asks_for_wait(programme: Programme) -> bool:
    return any(AWARDS in fields_of(c.test) for c in programme.conditions if c.test)
