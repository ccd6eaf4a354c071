"""Team rounds: opened by someone, joined with a short code, closed, deleted.

The clock is the caller's. All functions raise StorageUnavailable; those that take a round's id
raise UnknownRound when it was never opened, was deleted, or is past its last day.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, select, update

from access.secrets import JOIN_LENGTH, hash_code, new_code
from assessment.dates import months_later
from storage.assessments import DEFAULT_MONTHS
from storage.columns import storable
from storage.organisers import Organisers
from storage.team_schema import team_organisers, team_rounds, team_voices
from storage.transaction import transaction

_columns = team_rounds.c
_organisers = Organisers(team_organisers, "round_id", "team-organiser-device")
attach, holds = _organisers.attach, _organisers.holds


class UnknownRound(LookupError):
    """No such round: never opened, deleted, or past its last day."""


@dataclass(frozen=True)
class TeamRound:
    """A round as saved; `expires_on` is the last day it is kept, `answers` how many were sent."""

    id: str
    instrument: str
    version: str
    name: str
    created_on: dt.date
    expires_on: dt.date
    closed_on: dt.date | None
    answers: int
    shown: int


@dataclass(frozen=True)
class Opened:
    """A round just opened, with its two codes: they cannot be read again."""

    round_id: str
    join_code: str
    organiser_code: str


_READ = [_columns[name] for name in TeamRound.__dataclass_fields__]


def create(
    engine: Engine,
    today: dt.date,
    *,
    instrument: str,
    version: str,
    name: str = "",
    months: int = DEFAULT_MONTHS,
) -> Opened:
    """A new round, kept for so many months."""
    opened = Opened(uuid.uuid4().hex, new_code(JOIN_LENGTH), new_code())
    row = {
        "id": opened.round_id,
        "code_hash": hash_code(opened.join_code, "team-join", JOIN_LENGTH),
        "organiser_hash": hash_code(opened.organiser_code, "team-organiser"),
        "instrument": instrument,
        "version": version,
        "name": storable(name),
        "created_on": today,
        "expires_on": months_later(today, months),
        "answers": 0,
        "shown": 0,
    }
    with transaction(engine) as connection:
        connection.execute(insert(team_rounds), row)
    return opened


def load(engine: Engine, round_id: str, today: dt.date) -> TeamRound:
    """The round of this id."""
    found = _one(engine, _columns.id == round_id, today)
    if found is None:
        raise UnknownRound(round_id)
    return found


def by_join_code(engine: Engine, typed: str, today: dt.date) -> TeamRound | None:
    """The round this code lets one answer, closed or not; None when it opens nothing."""
    hashed = hash_code(typed, "team-join", JOIN_LENGTH)
    return _one(engine, _columns.code_hash == hashed, today) if hashed else None


def by_organiser_code(engine: Engine, typed: str, today: dt.date) -> TeamRound | None:
    """The round this code lets one manage; None when it opens nothing."""
    hashed = hash_code(typed, "team-organiser")
    return _one(engine, _columns.organiser_hash == hashed, today) if hashed else None


def new_join_code(engine: Engine, round_id: str) -> str:
    """Another code to pass on; the one before stops working."""
    code = new_code(JOIN_LENGTH)
    with transaction(engine) as connection:
        _change(connection, round_id, code_hash=hash_code(code, "team-join", JOIN_LENGTH))
    return code


def close(engine: Engine, round_id: str, today: dt.date) -> None:
    """No more answers; which browsers answered is forgotten. Closing twice changes nothing."""
    with transaction(engine) as connection:
        connection.execute(
            update(team_rounds)
            .where(_columns.id == round_id, _columns.closed_on.is_(None))
            .values(closed_on=today)
        )
        connection.execute(delete(team_voices).where(team_voices.c.round_id == round_id))


def list_for_device(engine: Engine, device: str, today: dt.date) -> tuple[TeamRound, ...]:
    """The rounds this browser manages, the newest first."""
    query = (
        select(*_READ)
        .join(team_organisers)
        .where(_organisers.is_of(device), _columns.expires_on >= today)
        .order_by(_columns.created_on.desc(), _columns.id)
    )
    with transaction(engine) as connection:
        return tuple(TeamRound(**row._mapping) for row in connection.execute(query))


def _one(engine: Engine, condition: ColumnElement[bool], today: dt.date) -> TeamRound | None:
    query = select(*_READ).where(condition, _columns.expires_on >= today)
    with transaction(engine) as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else TeamRound(**row._mapping)


def _change(connection: Connection, round_id: str, **values: object) -> None:
    changed = connection.execute(
        update(team_rounds).where(_columns.id == round_id).values(**values)
    )
    if changed.rowcount == 0:
        raise UnknownRound(round_id)
