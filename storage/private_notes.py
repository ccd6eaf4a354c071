"""An adviser's private notes: the one place that reads or writes them.

All raise StorageUnavailable. The question '' stands for the whole assessment.
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Engine, delete, func, select

from storage.columns import storable
from storage.guidance_schema import private_notes
from storage.transaction import transaction
from storage.upsert import upsert

_columns = private_notes.c


@dataclass(frozen=True)
class PrivateNote:
    """A note for herself, and when it was saved."""

    question_id: str
    text: str
    saved_at: dt.datetime


def of(engine: Engine, assessment_id: str, account_id: str) -> tuple[PrivateNote, ...]:
    """Hers on this assessment, by question."""
    query = (
        select(_columns.question_id, _columns.text, _columns.saved_at)
        .where(_columns.assessment_id == assessment_id, _columns.account_id == account_id)
        .order_by(_columns.question_id)
    )
    with transaction(engine) as connection:
        return tuple(PrivateNote(**row._mapping) for row in connection.execute(query))


def count(engine: Engine, assessment_id: str) -> int:
    """How many there are on this assessment, whoever wrote them."""
    query = select(func.count()).where(_columns.assessment_id == assessment_id)
    with transaction(engine) as connection:
        return int(connection.execute(query).scalar_one())


def save(
    engine: Engine,
    assessment_id: str,
    account_id: str,
    question_id: str,
    text: str,
    now: dt.datetime,
) -> dt.datetime:
    """Keeps this text in place of the one before, none where it is empty; the moment it was."""
    key = {"assessment_id": assessment_id, "account_id": account_id, "question_id": question_id}
    with transaction(engine) as connection:
        if text:
            upsert(connection, private_notes, [{**key, "text": storable(text), "saved_at": now}])
        else:
            this = [_columns[name] == value for name, value in key.items()]
            connection.execute(delete(private_notes).where(*this))
    return now
