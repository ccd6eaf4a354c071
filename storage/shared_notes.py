"""What an adviser writes for the enterprise to read, and what they saw together.

The question '' stands for the whole assessment. All raise StorageUnavailable.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Engine, delete, select

from storage.columns import storable
from storage.guidance_schema import seen_marks, shared_notes
from storage.transaction import transaction
from storage.upsert import upsert

Seen = Literal["proof", "together"]
SEEN: tuple[Seen, ...] = ("proof", "together")


@dataclass(frozen=True)
class SharedNote:
    """A note with its author's name, and when it was saved."""

    question_id: str
    account_id: str
    name: str
    text: str
    saved_at: dt.datetime


@dataclass(frozen=True)
class SeenMark:
    """A proof seen, or an answer looked at together; `value` is what the answer was then."""

    question_id: str
    kind: Seen
    value: str | None
    name: str
    day: dt.date


def of(engine: Engine, assessment_id: str) -> tuple[SharedNote, ...]:
    """All of an assessment, by question."""
    columns = shared_notes.c
    query = (
        select(*(columns[name] for name in SharedNote.__dataclass_fields__))
        .where(columns.assessment_id == assessment_id)
        .order_by(columns.question_id, columns.saved_at)
    )
    with transaction(engine) as connection:
        return tuple(SharedNote(**row._mapping) for row in connection.execute(query))


def save(engine: Engine, assessment_id: str, note: SharedNote) -> dt.datetime:
    """Keeps this note in place of hers before, none where it is empty; the moment it was."""
    row = {"assessment_id": assessment_id, **vars(note)}
    row |= {"text": storable(note.text), "name": storable(note.name)}
    with transaction(engine) as connection:
        if note.text:
            upsert(connection, shared_notes, [row])
        else:
            this = ("assessment_id", "account_id", "question_id")
            same = [shared_notes.c[name] == row[name] for name in this]
            connection.execute(delete(shared_notes).where(*same))
    return note.saved_at


def seen(engine: Engine, assessment_id: str) -> tuple[SeenMark, ...]:
    """Every mark of an assessment, by question."""
    columns = seen_marks.c
    query = (
        select(*(columns[name] for name in SeenMark.__dataclass_fields__))
        .where(columns.assessment_id == assessment_id)
        .order_by(columns.question_id, columns.kind)
    )
    with transaction(engine) as connection:
        return tuple(SeenMark(**row._mapping) for row in connection.execute(query))


def mark(engine: Engine, assessment_id: str, found: SeenMark) -> None:
    """Says that it was seen, in place of what was said before."""
    row = {"assessment_id": assessment_id, **vars(found), "name": storable(found.name)}
    with transaction(engine) as connection:
        upsert(connection, seen_marks, [row])


def unmark(engine: Engine, assessment_id: str, question_id: str, kind: Seen) -> None:
    """Takes it back."""
    columns = seen_marks.c
    this = (
        columns.assessment_id == assessment_id,
        columns.question_id == question_id,
        columns.kind == kind,
    )
    with transaction(engine) as connection:
        connection.execute(delete(seen_marks).where(*this))
