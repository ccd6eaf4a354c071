"""What readers give back, anonymous by construction: no assessment, no browser, a day at most.

The clock is the caller's. All functions raise StorageUnavailable.
"""

import datetime as dt
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import Engine, delete, insert, select, update

from storage.columns import from_json, storable, to_json
from storage.transaction import transaction
from storage.voice_schema import voices

Kind = Literal["suggest", "review", "request", "unclear"]
Status = Literal["open", "answered", "declined"]

KEPT_MONTHS = 24
"""How long a voice is kept, answered or not."""

LONGEST: Mapping[str, int] = {
    "title": 160,
    "url": 500,
    "topic": 64,
    "page_language": 16,
    "verdict": 16,
    "words": 200,
    "text": 500,
}
"""What a voice may say, and the most characters of each; longer texts are cut."""

_ID_BYTES = 6
_columns = voices.c


@dataclass(frozen=True)
class Voice:
    """One thing a reader said. `about` is the id of a resource or of a question, or None.

    `said` holds only keys of LONGEST: title, url, topic and page_language of a suggestion, the
    verdict of a review, the words of a request, and a free text. `id` is 12 hex digits.
    """

    id: str
    kind: Kind
    about: str | None
    said: Mapping[str, str]
    language: str
    day: dt.date
    status: Status


class UnknownVoice(LookupError):
    """No voice has this id."""


def leave(
    engine: Engine,
    today: dt.date,
    kind: Kind,
    *,
    language: str,
    about: str | None = None,
    **said: str,
) -> str:
    """Keeps what a reader says; its id. ValueError for a kind or a text that is none of ours."""
    if kind not in get_args(Kind):
        raise ValueError(f"'{kind}' is no kind of voice")
    row = {
        "id": secrets.token_hex(_ID_BYTES),
        "kind": kind,
        "about": about,
        "said": to_json(_clean(said)),
        "language": language,
        "day": today,
        "status": "open",
    }
    with transaction(engine) as connection:
        connection.execute(insert(voices), row)
    return str(row["id"])


def say_more(engine: Engine, voice_id: str, text: str) -> None:
    """Adds a free text to a voice just left, in place of the one before. Raises UnknownVoice."""
    with transaction(engine) as connection:
        changed = connection.execute(
            update(voices)
            .where(_columns.id == voice_id)
            .values(said=to_json(_clean({"text": text})))
        )
    if changed.rowcount == 0:
        raise UnknownVoice(voice_id)


def take_back(engine: Engine, voice_id: str) -> None:
    """Removes a voice just left; nothing to do when it is gone already."""
    with transaction(engine) as connection:
        connection.execute(delete(voices).where(_columns.id == voice_id))


def listed(engine: Engine, *statuses: Status) -> tuple[Voice, ...]:
    """The voices with one of these statuses, or all; the oldest day first, then by id."""
    query = select(voices).order_by(_columns.day, _columns.id)
    if statuses:
        query = query.where(_columns.status.in_(statuses))
    with transaction(engine) as connection:
        rows = [dict(row._mapping) for row in connection.execute(query)]
    return tuple(Voice(**(row | {"said": from_json(row["said"])})) for row in rows)


def mark(engine: Engine, ids: Collection[str], status: Status) -> None:
    """Gives these voices a status, all or none. UnknownVoice names the first unknown one."""
    with transaction(engine) as connection:
        for one in ids:
            found = _columns.id == one
            if connection.execute(update(voices).where(found).values(status=status)).rowcount == 0:
                raise UnknownVoice(one)


def _clean(said: Mapping[str, str]) -> dict[str, str]:
    """One line each, nothing a screen, a terminal or a file would obey, cut when too long."""
    unknown = set(said) - set(LONGEST)
    if unknown:
        raise ValueError(f"a voice does not say '{min(unknown)}'")
    lines = {name: _one_line(text)[: LONGEST[name]].rstrip() for name, text in said.items()}
    return {name: line for name, line in lines.items() if line}


def _one_line(text: str) -> str:
    # Control signs, line ends and marks that turn the writing round are not printable.
    return " ".join("".join(c if c.isprintable() else " " for c in storable(text)).split())
