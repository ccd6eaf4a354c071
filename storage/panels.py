"""Panels: opened on an assessment, joined with a code, closed, gone with the assessment.

The clock is the caller's. All functions raise StorageUnavailable; those that take a panel's id
raise UnknownPanel when it was never opened, was deleted, or its assessment is past its last day.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, select, update

from access.secrets import JOIN_LENGTH, hash_code, new_code
from storage.errors import UnknownAssessment
from storage.panel_schema import panel_voices, panels
from storage.schema import assessments
from storage.transaction import transaction

_columns = panels.c


class UnknownPanel(LookupError):
    """No such panel: never opened, deleted, or past the last day of its assessment."""


class AlreadyOpen(Exception):
    """This assessment has a panel that takes answers: close it before opening another."""


@dataclass(frozen=True)
class Panel:
    """A panel as saved. `answers` sheets were sent, `shown` of them are in the picture.

    `scope` is what is asked (network/panel_scope.py), `version` that of the instrument then;
    `slips` tells whether one answers with a slip of one's own.
    """

    id: str
    assessment_id: str
    scope: str
    version: str
    slips: bool
    opened_on: dt.date
    closed_on: dt.date | None
    answers: int
    shown: int

    @property
    def waiting(self) -> int:
        """How many sheets nobody has seen."""
        return self.answers - self.shown


@dataclass(frozen=True)
class Opened:
    """A panel just opened, with the code to share: it cannot be read again."""

    panel_id: str
    join_code: str


_READ = [_columns[name] for name in Panel.__dataclass_fields__]


def open_panel(
    engine: Engine, assessment_id: str, today: dt.date, *, scope: str, version: str, slips: bool
) -> Opened:
    """A new panel on this assessment. Raises UnknownAssessment, AlreadyOpen."""
    opened = Opened(uuid.uuid4().hex, new_code(JOIN_LENGTH))
    row = {
        "id": opened.panel_id,
        "assessment_id": assessment_id,
        "code_hash": _hash(opened.join_code),
        "scope": scope,
        "version": version,
        "slips": slips,
        "opened_on": today,
        "answers": 0,
        "shown": 0,
        "releases": 0,
    }
    with transaction(engine) as connection:
        _lock_assessment(connection, assessment_id, today)
        still = select(_columns.id).where(
            _columns.assessment_id == assessment_id, _columns.closed_on.is_(None)
        )
        if connection.execute(still).first() is not None:
            raise AlreadyOpen(assessment_id)
        connection.execute(insert(panels), row)
    return opened


def load(engine: Engine, panel_id: str, today: dt.date) -> Panel:
    """The panel of this id."""
    found = _several(engine, today, _columns.id == panel_id)
    if not found:
        raise UnknownPanel(panel_id)
    return found[0]


def of_assessment(engine: Engine, assessment_id: str, today: dt.date) -> tuple[Panel, ...]:
    """The panels of this assessment, the one that takes answers first, then the newest."""
    return _several(engine, today, _columns.assessment_id == assessment_id)


def by_join_code(engine: Engine, typed: str, today: dt.date) -> Panel | None:
    """The panel this shared code lets one answer, closed or not; None when it opens nothing."""
    hashed = _hash(typed)
    if hashed is None:
        return None
    # Where each has a slip, the shared code would be a way around it.
    found = _several(engine, today, _columns.code_hash == hashed, _columns.slips.is_(False))
    return found[0] if found else None


def new_join_code(engine: Engine, panel_id: str) -> str:
    """Another code to share; the one before stops working."""
    code = new_code(JOIN_LENGTH)
    with transaction(engine) as connection:
        changed = connection.execute(
            update(panels).where(_columns.id == panel_id).values(code_hash=_hash(code))
        )
        if changed.rowcount == 0:
            raise UnknownPanel(panel_id)
    return code


def close(engine: Engine, panel_id: str, today: dt.date) -> None:
    """No more answers; who answered is forgotten. Closing twice changes nothing.

    Slips stay, all alike, so that a late one is told that the panel is closed.
    """
    with transaction(engine) as connection:
        connection.execute(
            update(panels)
            .where(_columns.id == panel_id, _columns.closed_on.is_(None))
            .values(closed_on=today)
        )
        voices = panel_voices.c.panel_id == panel_id
        slips = select(_columns.id).where(_columns.id == panel_id, _columns.slips.is_(True))
        if connection.execute(slips).first() is None:
            connection.execute(delete(panel_voices).where(voices))
        else:
            connection.execute(update(panel_voices).where(voices).values(used=True))


def kept(today: dt.date) -> ColumnElement[bool]:
    """Whether the panel's assessment is not past its last day."""
    owners = select(assessments.c.id).where(assessments.c.expires_on >= today)
    return _columns.assessment_id.in_(owners)


def read(connection: Connection, today: dt.date, *conditions: ColumnElement[bool]) -> list[Panel]:
    """The panels under these conditions, the one that takes answers first, then the newest."""
    query = (
        select(*_READ)
        .where(kept(today), *conditions)
        .order_by(_columns.closed_on.is_not(None), _columns.opened_on.desc(), _columns.id)
    )
    return [Panel(**row._mapping) for row in connection.execute(query)]


def hold(connection: Connection, panel_id: str) -> None:
    """Others who change or show this panel wait until this transaction is over."""
    connection.execute(update(panels).where(_columns.id == panel_id).values(shown=_columns.shown))


def _several(engine: Engine, today: dt.date, *conditions: ColumnElement[bool]) -> tuple[Panel, ...]:
    with transaction(engine) as connection:
        return tuple(read(connection, today, *conditions))


def _lock_assessment(connection: Connection, assessment_id: str, today: dt.date) -> None:
    """Written first: two who open a panel at the same time are put in order."""
    columns = assessments.c
    found = connection.execute(
        update(assessments)
        .where(columns.id == assessment_id, columns.expires_on >= today)
        .values(expires_on=columns.expires_on)
    )
    if found.rowcount == 0:
        raise UnknownAssessment(assessment_id)


def _hash(typed: str) -> str | None:
    return hash_code(typed, "panel-join", JOIN_LENGTH)
