"""An adviser's paragraphs and moves in a result. Each change is one of the assessment too.

All raise StorageUnavailable; those that write raise UnknownAssessment.
"""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import Connection, Engine, delete, select, update

from assessment.guided import Guided, Move, MoveKind, Part, Words
from storage.columns import storable
from storage.errors import UnknownAssessment
from storage.guidance_schema import adviser_moves, adviser_words
from storage.schema import assessments
from storage.transaction import transaction
from storage.upsert import upsert


def of(engine: Engine, assessment_id: str) -> Guided:
    """All of an assessment, what the enterprise leaves out included."""
    words, moves = adviser_words.c, adviser_moves.c
    with transaction(engine) as connection:
        said = connection.execute(
            select(adviser_words).where(words.assessment_id == assessment_id).order_by(words.part)
        ).all()
        moved = connection.execute(
            select(adviser_moves)
            .where(moves.assessment_id == assessment_id)
            .order_by(moves.action_id)
        ).all()
    return Guided(
        words={row.part: Words(row.text, row.name, row.day, row.left_out) for row in said},
        moves={row.action_id: Move(row.kind, row.name, row.day) for row in moved},
    )


def save_words(
    engine: Engine, assessment_id: str, part: Part, words: Words, now: dt.datetime
) -> dt.datetime:
    """Keeps her paragraph, none where it is empty. What was left out stays so."""
    columns = adviser_words.c
    this = (columns.assessment_id == assessment_id, columns.part == part)
    with transaction(engine) as connection:
        _touch(connection, assessment_id, now)
        if not words.text:
            connection.execute(delete(adviser_words).where(*this))
            return now
        before = connection.execute(select(columns.left_out).where(*this)).scalar()
        row = {
            "assessment_id": assessment_id, "part": part, "text": storable(words.text),
            "name": storable(words.name), "day": words.day, "left_out": bool(before),
        }  # fmt: skip
        upsert(connection, adviser_words, [row])
    return now


def leave_out(
    engine: Engine, assessment_id: str, part: Part, now: dt.datetime, *, out: bool
) -> None:
    """The enterprise takes her paragraph out of its screens and reports, or puts it back."""
    columns = adviser_words.c
    with transaction(engine) as connection:
        _touch(connection, assessment_id, now)
        connection.execute(
            update(adviser_words)
            .where(columns.assessment_id == assessment_id, columns.part == part)
            .values(left_out=out)
        )


def moved(
    engine: Engine,
    assessment_id: str,
    moves: Mapping[str, MoveKind | None],
    by: tuple[str, dt.date] | None,
    now: dt.datetime,
) -> None:
    """These actions stand where she (a name, a day) put them; without `by`, no longer hers."""
    columns = adviser_moves.c
    rows = [
        {
            "assessment_id": assessment_id, "action_id": action, "kind": kind,
            "name": storable(by[0]), "day": by[1],
        }
        for action, kind in moves.items()
        if by is not None and kind is not None
    ]  # fmt: skip
    with transaction(engine) as connection:
        _touch(connection, assessment_id, now)
        connection.execute(
            delete(adviser_moves).where(
                columns.assessment_id == assessment_id, columns.action_id.in_(list(moves))
            )
        )
        upsert(connection, adviser_moves, rows)


def _touch(connection: Connection, assessment_id: str, now: dt.datetime) -> None:
    done = connection.execute(
        update(assessments)
        .where(assessments.c.id == assessment_id, assessments.c.expires_on >= now.date())
        .values(updated_at=now)
    )
    if done.rowcount == 0:
        raise UnknownAssessment(assessment_id)
