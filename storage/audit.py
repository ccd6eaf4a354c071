"""Who saw and changed what in an assessment. Rows are added and read, never changed or removed.

They go with their assessment, in the database itself. All functions raise StorageUnavailable.
"""

import datetime as dt
from dataclasses import astuple, dataclass

from sqlalchemy import Engine, exists, insert, literal, select
from sqlalchemy.exc import IntegrityError

from access.rules import Object, Role, Verb
from storage.audit_schema import audit
from storage.columns import UtcDateTime, storable
from storage.errors import UnknownAssessment
from storage.transaction import transaction

QUIET = dt.timedelta(hours=1)
"""The same act of the same browser within this time is one row."""


@dataclass(frozen=True)
class Who:
    """A role, the label of the link it came by, and six digits of a hash of the browser."""

    role: Role
    label: str
    device: str


@dataclass(frozen=True)
class Act:
    """What was done to what; `about` is a detail: a dimension, the label of a key."""

    verb: Verb
    object: Object
    about: str = ""


@dataclass(frozen=True)
class Line:
    """One row of the trail; the moment is in UTC."""

    moment: dt.datetime
    who: Who
    act: Act


def note(
    engine: Engine, assessment_id: str, who: Who, act: Act, now: dt.datetime, *, once: bool = True
) -> None:
    """Adds a row. With `once`, not when the same stands there since less than an hour.

    Raises UnknownAssessment.
    """
    columns, who_columns = audit.c, ("role", "label", "device")
    act_columns = ("verb", "object", "about")
    said = dict(
        zip(
            (*who_columns, *act_columns),
            (storable(str(value)) for value in (*astuple(who), *astuple(act))),
            strict=True,
        )
    )
    row = select(
        literal(assessment_id), literal(now, UtcDateTime), *(literal(v) for v in said.values())
    )
    if once:
        same = [columns[name] == value for name, value in said.items()]
        # A row of a clock that was ahead is not recent: it would keep the trail silent.
        recent = (columns.moment > now - QUIET) & (columns.moment <= now)
        row = row.where(~exists().where(columns.assessment_id == assessment_id, recent, *same))
    names = ["assessment_id", "moment", *said]
    try:
        with transaction(engine) as connection:
            # One statement: it takes the write lock at once, and no second row slips in between.
            connection.execute(insert(audit).from_select(names, row))
    except IntegrityError as error:
        raise UnknownAssessment(assessment_id) from error


def trail(engine: Engine, assessment_id: str, most: int | None = 200) -> tuple[Line, ...]:
    """The last rows of this assessment, the newest first, at most so many (None: all)."""
    query = (
        select(audit)
        .where(audit.c.assessment_id == assessment_id)
        .order_by(audit.c.moment.desc(), audit.c.id.desc())
        .limit(most)
    )
    with transaction(engine) as connection:
        rows = connection.execute(query).all()
    return tuple(
        Line(
            row.moment,
            Who(row.role, row.label, row.device),
            Act(row.verb, row.object, row.about),
        )
        for row in rows
    )
