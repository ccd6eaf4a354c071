"""Which adviser accompanies which enterprise: her portfolio, its appointments, how it ends.

All raise StorageUnavailable. The clock is the caller's.
"""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Engine, delete, select, update

from access.secrets import hash_secret
from storage.columns import storable
from storage.guidance_schema import guidances
from storage.keys import is_live
from storage.numbers import split
from storage.record import Form, name_in
from storage.schema import answers, assessments, devices, entries, keys
from storage.transaction import transaction
from storage.upsert import upsert

Status = Literal["to-prepare", "in-session", "plan-to-agree", "followed", "closed"]
STATUSES: tuple[Status, ...] = get_args(Status)

_columns = guidances.c


@dataclass(frozen=True)
class Guidance:
    """An adviser on an assessment. Moments are in UTC.

    `began`: she began the assessment herself; `handed_over`: when she gave it away.
    """

    assessment_id: str
    account_id: str
    name: str
    status: Status
    appointment: dt.datetime | None
    session_began: dt.datetime | None
    agenda: str | None
    since: dt.datetime
    ended: dt.datetime | None
    began: bool
    handed_over: dt.datetime | None


@dataclass(frozen=True)
class Case:
    """A line of a portfolio; `answers` are the options chosen, by question."""

    guidance: Guidance
    organisation: str | None
    instrument: str
    form: Form
    updated_at: dt.datetime
    expires_on: dt.date
    answers: dict[str, str]


@dataclass(frozen=True)
class Invitation:
    """A link to advise that this browser followed and no account has accepted yet."""

    key_hash: str
    assessment_id: str
    organisation: str | None
    label: str


_LISTED = [_columns[name] for name in Guidance.__dataclass_fields__]


def begin(
    engine: Engine,
    assessment_id: str,
    account_id: str,
    name: str,
    now: dt.datetime,
    *,
    began: bool = False,
) -> None:
    """From now on she advises on it; once more where it had ended. Her notes come back."""
    with transaction(engine) as connection:
        _begin(connection, assessment_id, account_id, name, now, began=began)


def _begin(
    connection: Connection,
    assessment_id: str,
    account_id: str,
    name: str,
    now: dt.datetime,
    *,
    began: bool,
) -> None:
    row = {
        "assessment_id": assessment_id, "account_id": account_id, "name": storable(name),
        "status": "to-prepare", "appointment": None, "session_began": None, "agenda": None,
        "since": now, "ended": None, "began": began, "handed_over": None,
    }  # fmt: skip
    upsert(connection, guidances, [row])


def find(engine: Engine, assessment_id: str, account_id: str, now: dt.datetime) -> Guidance | None:
    """Her guidance of this assessment while it lasts; None once it ended, or was never."""
    query = (
        select(*_LISTED)
        .join_from(guidances, assessments)
        .where(*_hers(assessment_id, account_id), assessments.c.expires_on >= now.date())
    )
    with transaction(engine) as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else Guidance(**row._mapping)


def of_assessment(engine: Engine, assessment_id: str) -> tuple[Guidance, ...]:
    """Every adviser of an assessment, those whose time is over included, the newest first."""
    query = (
        select(*_LISTED)
        .where(_columns.assessment_id == assessment_id)
        .order_by(_columns.since.desc(), _columns.account_id)
    )
    with transaction(engine) as connection:
        return tuple(Guidance(**row._mapping) for row in connection.execute(query))


def portfolio(engine: Engine, account_id: str, now: dt.datetime) -> tuple[Case, ...]:
    """What she advises on: the next appointment first, then those without, the last changed first.

    An appointment stays next for an hour after it began.
    """
    kept = assessments.c
    live = (
        _columns.account_id == account_id,
        _columns.ended.is_(None),
        kept.expires_on >= now.date(),
    )
    query = (
        select(*_LISTED, kept.profile, kept.instrument, kept.form, kept.updated_at, kept.expires_on)
        .join_from(guidances, assessments)
        .where(*live)
    )
    given = (
        select(answers.c.assessment_id, answers.c.question_id, answers.c.value)
        .select_from(answers)
        .join(assessments, answers.c.assessment_id == kept.id)
        .join(guidances, _columns.assessment_id == kept.id)
        .where(*live)
    )
    with transaction(engine) as connection:
        rows = [dict(row._mapping) for row in connection.execute(query)]
        chosen: dict[str, dict[str, str]] = {}
        for one, question, value in connection.execute(given):
            chosen.setdefault(one, {})[question] = value
    cases = [_case(row, chosen.get(row["assessment_id"], {})) for row in rows]
    return tuple(sorted(cases, key=lambda case: _order(case, now)))


def _case(row: dict[str, Any], given: dict[str, str]) -> Case:
    return Case(
        guidance=Guidance(**{name: row[name] for name in Guidance.__dataclass_fields__}),
        organisation=name_in(json.loads(row["profile"])),
        instrument=row["instrument"],
        form=row["form"],
        updated_at=row["updated_at"],
        expires_on=row["expires_on"],
        answers=split(given.items())[0],
    )


def _order(case: Case, now: dt.datetime) -> tuple[bool, float, str]:
    at = next_appointment(case.guidance, now)
    moment = at.timestamp() if at else -case.updated_at.timestamp()
    return at is None, moment, case.guidance.assessment_id


def next_appointment(guidance: Guidance, now: dt.datetime) -> dt.datetime | None:
    """The appointment, unless it began more than an hour ago."""
    at = guidance.appointment
    return at if at is not None and at > now - dt.timedelta(hours=1) else None


def set_status(engine: Engine, assessment_id: str, account_id: str, status: Status) -> None:
    """Says where the work stands."""
    _change(engine, assessment_id, account_id, status=status)


def set_appointment(
    engine: Engine, assessment_id: str, account_id: str, at: dt.datetime | None
) -> None:
    """The next appointment; None: no one yet."""
    _change(engine, assessment_id, account_id, appointment=at)


def start_session(
    engine: Engine, assessment_id: str, account_id: str, agenda: str, now: dt.datetime
) -> None:
    """The hour begins now, with this agenda (text of the caller's)."""
    values = {"session_began": now, "agenda": storable(agenda), "status": "in-session"}
    _change(engine, assessment_id, account_id, **values)


def end_session(engine: Engine, assessment_id: str, account_id: str, status: Status) -> None:
    """The hour is over; where the work stands afterwards."""
    _change(engine, assessment_id, account_id, session_began=None, agenda=None, status=status)


def end(engine: Engine, assessment_id: str, account_id: str, now: dt.datetime) -> None:
    """She advises on it no more: from her next page on she opens nothing of it."""
    _change(engine, assessment_id, account_id, ended=now, session_began=None, agenda=None)


def _change(engine: Engine, assessment_id: str, account_id: str, **values: Any) -> None:
    with transaction(engine) as connection:
        found = _hers(assessment_id, account_id)
        connection.execute(update(guidances).where(*found).values(**values))


def _hers(assessment_id: str, account_id: str) -> tuple[ColumnElement[bool], ...]:
    return (
        _columns.assessment_id == assessment_id,
        _columns.account_id == account_id,
        _columns.ended.is_(None),
    )


def invitations(engine: Engine, device: str, now: dt.datetime) -> tuple[Invitation, ...]:
    """The live links to advise that this browser followed, the oldest first."""
    query = (
        select(keys.c.hash, keys.c.assessment_id, assessments.c.profile, keys.c.label)
        .join(entries, entries.c.key_hash == keys.c.hash)
        .join(assessments, assessments.c.id == keys.c.assessment_id)
        .where(
            entries.c.device_hash == hash_secret(device, "device"),
            keys.c.role == "adviser",
            is_live(now),
            assessments.c.expires_on >= now.date(),
        )
        .order_by(entries.c.added_at)
    )
    with transaction(engine) as connection:
        return tuple(
            Invitation(row.hash, row.assessment_id, name_in(json.loads(row.profile)), row.label)
            for row in connection.execute(query)
        )


def accept(
    engine: Engine, invitation: Invitation, account_id: str, name: str, now: dt.datetime
) -> bool:
    """She advises on it from now on; the link has served and is gone. False: it ended meanwhile."""
    with transaction(engine) as connection:
        used = connection.execute(
            delete(keys).where(
                keys.c.hash == invitation.key_hash, keys.c.role == "adviser", is_live(now)
            )
        )
        if used.rowcount != 1:
            return False
        _begin(connection, invitation.assessment_id, account_id, name, now, began=False)
    return True


def may_hand_over(engine: Engine, guidance: Guidance) -> bool:
    """Whether she began it and no enterprise has come in since: paper may get lost on the way."""
    if not guidance.began or guidance.ended is not None:
        return False
    if guidance.handed_over is None:
        return True
    came = (
        select(entries.c.key_hash)
        .join(keys, keys.c.hash == entries.c.key_hash)
        .where(keys.c.assessment_id == guidance.assessment_id, keys.c.role == "owner")
        .limit(1)
    )
    owners = select(devices.c.device_hash).where(devices.c.assessment_id == guidance.assessment_id)
    with transaction(engine) as connection:
        return not any(connection.execute(query).first() for query in (came, owners.limit(1)))


def give_away(engine: Engine, guidance: Guidance, now: dt.datetime) -> None:
    """Every way in as its owner ends, her own browsers' too: the next one made is the enterprise's.

    What she stays is its adviser.
    """
    one = guidance.assessment_id
    with transaction(engine) as connection:
        connection.execute(
            update(guidances).where(*_hers(one, guidance.account_id)).values(handed_over=now)
        )
        connection.execute(delete(devices).where(devices.c.assessment_id == one))
        # Keys that go take the browsers that came by them along.
        connection.execute(delete(keys).where(keys.c.assessment_id == one, keys.c.role == "owner"))
