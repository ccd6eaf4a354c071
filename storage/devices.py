"""Which assessments a browser may open: it shows a secret cookie, only its hash is stored."""

import datetime as dt
import json

from sqlalchemy import Engine, delete, func, select

from access.secrets import hash_secret
from storage.record import Summary, name_in
from storage.schema import answers, assessments, devices
from storage.transaction import transaction
from storage.upsert import upsert


def attach(engine: Engine, device: str, assessment_id: str, now: dt.datetime) -> None:
    """From now on this device opens this assessment. Raises StorageUnavailable."""
    row = {"device_hash": _hash(device), "assessment_id": assessment_id, "added_at": now}
    with transaction(engine) as connection:
        upsert(connection, devices, [row])


def detach(engine: Engine, device: str) -> int:
    """The device forgets all its assessments, which stay; how many it forgot."""
    with transaction(engine) as connection:
        return connection.execute(
            delete(devices).where(devices.c.device_hash == _hash(device))
        ).rowcount


def holds(engine: Engine, device: str, assessment_id: str) -> bool:
    """Whether this device may open this assessment: ask before each load."""
    with transaction(engine) as connection:
        found = connection.execute(
            select(devices.c.added_at).where(
                devices.c.device_hash == _hash(device), devices.c.assessment_id == assessment_id
            )
        ).first()
    return found is not None


def list_for_device(engine: Engine, device: str, now: dt.datetime) -> tuple[Summary, ...]:
    """The device's assessments that have not expired, the last changed first."""
    answered = (
        select(func.count())
        .where(answers.c.assessment_id == assessments.c.id)
        .scalar_subquery()
        .label("answered")
    )
    columns = assessments.c
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
        .join(devices)
        .where(devices.c.device_hash == _hash(device), columns.expires_on >= now.date())
        .order_by(columns.updated_at.desc(), columns.id)
    )
    with transaction(engine) as connection:
        rows = [dict(row._mapping) for row in connection.execute(query)]
    return tuple(Summary(name=name_in(json.loads(row.pop("profile"))), **row) for row in rows)


def _hash(device: str) -> str:
    return hash_secret(device, "device")
