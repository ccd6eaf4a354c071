"""Keeps an answer and remembers what the aids said before it, so that the change can be told."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from assessment.profile import Profile
from recommendations.eligibility import Match, Verdict
from reports.dossier import Dossier
from ui import session, vault


@dataclass(frozen=True)
class Last:
    """The last answer of this tab: which fact, asked where, and every verdict before it."""

    field: str
    place: str
    before: dict[str, Verdict]
    cleared: bool


@dataclass(frozen=True)
class Change:
    """A programme whose verdict the last answer changed."""

    match: Match
    before: Verdict


class NotAccepted(Exception):
    """The profile cannot hold this value."""


def put(profile: Profile, field: str, value: Any) -> Profile:
    """The profile with this fact; None makes it unknown again. Raises NotAccepted."""
    part, _, name = field.partition(".")
    told = profile.model_dump()
    told[part][name] = value
    try:
        return Profile.model_validate(told)
    except ValidationError as error:
        raise NotAccepted from error


def keep(record_id: str, dossier: Dossier, field: str, value: Any, place: str) -> None:
    """Writes the fact. Raises NotAccepted, or the storage's own errors: then nothing changed."""
    profile = put(dossier.sheet.profile, field, value)
    vault.save_profile(record_id, profile.model_dump(mode="json", exclude_none=True))
    before = {match.programme.id: match.verdict for match in dossier.matches}
    session.remember(_name(record_id), Last(field, place, before, cleared=value is None))
    session.remember(_told(record_id), (*answered(record_id), field))


def last(record_id: str) -> Last | None:
    """The last answer given in this tab."""
    found: Last | None = session.recall(_name(record_id))
    return found


def answered(record_id: str) -> tuple[str, ...]:
    """The facts answered in this tab: they stay where they were asked, to be changed again."""
    told: tuple[str, ...] = session.recall(_told(record_id), ())
    return told


def changes(record_id: str, dossier: Dossier) -> tuple[Change, ...]:
    """What the last answer changed, programme by programme."""
    known = last(record_id)
    if known is None:
        return ()
    return tuple(
        Change(match, known.before[match.programme.id])
        for match in dossier.matches
        if known.before.get(match.programme.id, match.verdict) != match.verdict
    )


def _name(record_id: str) -> str:
    return f"last-answer.{record_id}"


def _told(record_id: str) -> str:
    return f"answered.{record_id}"
