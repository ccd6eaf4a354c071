"""Which assessments a browser may open: it shows a secret cookie, only its hash is stored."""

import datetime as dt
import json
from dataclasses import dataclass

from sqlalchemy import Engine, bindparam, delete, func, literal, or_, select

from access.rules import KeyRole, strongest
from access.secrets import hash_secret
from storage.keys import is_live
from storage.record import Summary, name_in
from storage.schema import answers, assessments, devices, entries, keys
from storage.transaction import transaction
from storage.upsert import upsert

_OPENS = keys.c.role != "adviser"
"""An adviser comes by her account: her link opens nothing by itself."""


@dataclass(frozen=True)
class Standing:
    """As whom one opens an assessment, and the label of the link one came by, or a name."""

    role: KeyRole
    label: str = ""


# Asked several times a run: put into words once.
_OWN = select(literal("owner"), literal("")).where(
    devices.c.device_hash == bindparam("device"), devices.c.assessment_id == bindparam("assessment")
)
_BY_KEY = (
    select(keys.c.role, keys.c.label)
    .join(entries)
    .where(
        entries.c.device_hash == bindparam("device"),
        keys.c.assessment_id == bindparam("assessment"),
        keys.c.hash != bindparam("without"),
        _OPENS,
        is_live(bindparam("now")),
    )
    .order_by(entries.c.added_at)
)


def attach(engine: Engine, device: str, assessment_id: str, now: dt.datetime) -> None:
    """From now on this device opens this assessment as its owner. Raises StorageUnavailable."""
    row = {"device_hash": _hash(device), "assessment_id": assessment_id, "added_at": now}
    with transaction(engine) as connection:
        upsert(connection, devices, [row])


def enter(engine: Engine, device: str, key: str, now: dt.datetime) -> None:
    """From now on this device opens what the key of this hash opens, as long as that lives."""
    row = {"device_hash": _hash(device), "key_hash": key, "added_at": now}
    with transaction(engine) as connection:
        upsert(connection, entries, [row])


def detach(engine: Engine, device: str) -> int:
    """The device forgets all its assessments, which stay; how many ways in it forgot."""
    with transaction(engine) as connection:
        return sum(
            connection.execute(delete(table).where(table.c.device_hash == _hash(device))).rowcount
            for table in (devices, entries)
        )


def standing(
    engine: Engine, device: str, assessment_id: str, now: dt.datetime, *, without: str = ""
) -> Standing | None:
    """As whom this device opens this assessment now: ask before each load. None: not at all.

    Of several links the strongest counts; a link that ended counts no more, nor does the key
    whose hash is `without`.
    """
    asked = {"device": _hash(device), "assessment": assessment_id, "now": now, "without": without}
    with transaction(engine) as connection:
        found = [
            Standing(*row) for query in (_OWN, _BY_KEY) for row in connection.execute(query, asked)
        ]
    best = strongest(each.role for each in found)
    return next((each for each in found if each.role == best), None)


def list_for_device(engine: Engine, device: str, now: dt.datetime) -> tuple[Summary, ...]:
    """The device's assessments that have not expired, the last changed first."""
    answered = (
        select(func.count())
        .where(answers.c.assessment_id == assessments.c.id)
        .scalar_subquery()
        .label("answered")
    )
    columns = assessments.c
    own = select(devices.c.assessment_id).where(devices.c.device_hash == _hash(device))
    by_key = (
        select(keys.c.assessment_id)
        .join(entries)
        .where(entries.c.device_hash == _hash(device), _OPENS, is_live(now))
    )
    query = (
        select(
            columns.id,
            columns.profile,
            columns.instrument,
            columns.form,
            columns.stage,
            columns.created_at,
            columns.updated_at,
            columns.expires_on,
            answered,
        )
        .where(or_(columns.id.in_(own), columns.id.in_(by_key)), columns.expires_on >= now.date())
        .order_by(columns.updated_at.desc(), columns.id)
    )
    with transaction(engine) as connection:
        rows = [dict(row._mapping) for row in connection.execute(query)]
    return tuple(Summary(name=name_in(json.loads(row.pop("profile"))), **row) for row in rows)


def _hash(device: str) -> str:
    return hash_secret(device, "device")
