"""Create, save and read assessments. The clock is the caller's: every function takes `now`.

Each function commits before it returns: what it acknowledged survives a crash.
All raise StorageUnavailable; those that take an assessment's id raise UnknownAssessment.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, select, update
from sqlalchemy import delete as delete_from

from assessment.dates import months_later
from storage.columns import from_json, storable, to_json
from storage.errors import ChangedMeanwhile, UnknownAssessment
from storage.merging import Clash, merged
from storage.numbers import split, to_text, to_texts
from storage.record import Form, Record, Stage
from storage.schema import answers, assessments
from storage.transaction import transaction
from storage.upsert import upsert

DEFAULT_MONTHS = 24
"""How long an assessment is kept when nobody says otherwise."""

# Read at every run of every screen: put into words once.
_KEPT = select(assessments).where(
    assessments.c.id == bindparam("assessment"), assessments.c.expires_on >= bindparam("today")
)
_GIVEN = (
    select(answers.c.question_id, answers.c.value, answers.c.saved_at)
    .where(answers.c.assessment_id == bindparam("assessment"))
    .order_by(answers.c.question_id)
)


def create(
    engine: Engine,
    now: dt.datetime,
    *,
    instrument: str,
    version: str,
    language: str,
    form: Form = "core",
    stage: Stage = "T0",
    expires_on: dt.date | None = None,
    profile: Mapping[str, Any] | None = None,
    worry: str = "",
    plan: Mapping[str, Any] | None = None,
    given: Mapping[str, str] | None = None,
    numbers: Mapping[str, Sequence[int]] | None = None,
    follows_id: str | None = None,
) -> str:
    """A new assessment, with what is already known (`given` = answers); its id, 32 hex digits.

    `follows_id` is the assessment it is taken again from.
    """
    new_id = uuid.uuid4().hex
    row = {
        "id": new_id,
        "created_at": now,
        "updated_at": now,
        "expires_on": expires_on or months_later(now.date(), DEFAULT_MONTHS),
        "instrument": instrument,
        "version": version,
        "form": form,
        "stage": stage,
        "language": language,
        "profile": to_json(profile or {}),
        "worry": storable(worry),
        "plan": None if plan is None else to_json(plan),
        "follows_id": follows_id,
    }
    with transaction(engine) as connection:
        connection.execute(assessments.insert(), row)
        known = {**(given or {}), **to_texts(numbers or {})}
        upsert(connection, answers, _answer_rows(new_id, known, now))
    return new_id


def load(engine: Engine, assessment_id: str, now: dt.datetime) -> Record:
    """The assessment as saved; UnknownAssessment once its last day is over, purged or not."""
    with transaction(engine) as connection:
        return read(connection, assessment_id, now.date())


def read(connection: Connection, assessment_id: str, today: dt.date) -> Record:
    """The same inside a transaction of the caller's."""
    asked = {"assessment": assessment_id, "today": today}
    row = connection.execute(_KEPT, asked).one_or_none()
    if row is None:
        raise UnknownAssessment(assessment_id)
    given = connection.execute(_GIVEN, asked).all()
    fields = dict(row._mapping)
    fields["profile"] = from_json(row.profile)
    fields["plan"] = from_json(row.plan)
    fields["scorecard"] = from_json(row.scorecard)
    chosen, numbers = split((row.question_id, row.value) for row in given)
    answered_at = max((row.saved_at for row in given), default=None)
    return Record(**fields, answers=chosen, numbers=numbers, answered_at=answered_at)


def save_answer(
    engine: Engine, assessment_id: str, question_id: str, value: str, now: dt.datetime
) -> dt.datetime:
    """Keeps this answer in place of the one before; the moment it was saved at."""
    return save_answers(engine, assessment_id, {question_id: value}, now)


def save_answers(
    engine: Engine, assessment_id: str, given: Mapping[str, str], now: dt.datetime
) -> dt.datetime:
    """Keeps all these answers, or none; the moment they were saved at."""
    with transaction(engine) as connection:
        write_answers(connection, assessment_id, given, now)
    return now


def write_answers(
    connection: Connection, assessment_id: str, given: Mapping[str, str], now: dt.datetime
) -> None:
    """The same inside a transaction that keeps something else with them."""
    _touch(connection, assessment_id, now)
    upsert(connection, answers, _answer_rows(assessment_id, given, now))


def save_numbers(
    engine: Engine, assessment_id: str, question_id: str, numbers: Sequence[int], now: dt.datetime
) -> dt.datetime:
    """Keeps this answer made of whole numbers; the moment it was saved at."""
    return save_answers(engine, assessment_id, {question_id: to_text(numbers)}, now)


def clear_answer(
    engine: Engine, assessment_id: str, question_id: str, now: dt.datetime
) -> dt.datetime:
    """Takes an answer back: the question stands as never answered."""
    with transaction(engine) as connection:
        _touch(connection, assessment_id, now)
        connection.execute(
            delete_from(answers).where(
                answers.c.assessment_id == assessment_id, answers.c.question_id == question_id
            )
        )
    return now


def save_profile(
    engine: Engine,
    assessment_id: str,
    profile: Mapping[str, Any],
    now: dt.datetime,
    *,
    seen: Mapping[str, Any] | None = None,
) -> dt.datetime:
    """Keeps who the enterprise is: plain JSON data, money as text.

    With what was `seen` when it was read, only what differs from that is changed: see `_change`.
    """
    if seen is None:
        return _save(engine, assessment_id, now, profile=to_json(profile))
    return _change(engine, assessment_id, "profile", now, lambda kept: merged(seen, profile, kept))


def save_worry(
    engine: Engine, assessment_id: str, worry: str, now: dt.datetime, *, seen: str | None = None
) -> dt.datetime:
    """Keeps what costs the enterprise most time or worry, in its own words.

    With what was `seen` when it was read, raises ChangedMeanwhile when other words stand there.
    """
    words = storable(worry)
    with transaction(engine) as connection:
        _touch(connection, assessment_id, now)
        mine = assessments.c.id == assessment_id
        kept = connection.execute(select(assessments.c.worry).where(mine)).scalar_one()
        if seen is not None and kept not in (storable(seen), words):
            raise ChangedMeanwhile(kept)
        connection.execute(update(assessments).where(mine).values(worry=words))
    return now


def save_plan(
    engine: Engine, assessment_id: str, plan: Mapping[str, Any] | None, now: dt.datetime
) -> dt.datetime:
    """Keeps the plan (plain JSON data); None takes it back."""
    return _save(engine, assessment_id, now, plan=None if plan is None else to_json(plan))


def change_plan(
    engine: Engine,
    assessment_id: str,
    change: Callable[[dict[str, Any]], Mapping[str, Any]],
    now: dt.datetime,
) -> dt.datetime:
    """Keeps what `change` makes of the plan as it stands, with nobody between the two."""
    return _change(engine, assessment_id, "plan", now, change)


def save_scorecard(
    engine: Engine,
    assessment_id: str,
    scorecard: Mapping[str, Any],
    scored_version: str,
    now: dt.datetime,
) -> dt.datetime:
    """Keeps a score as computed, with the instrument's version it was computed with."""
    stored = to_json(scorecard)
    return _save(engine, assessment_id, now, scorecard=stored, scored_version=scored_version)


def save_form(engine: Engine, assessment_id: str, form: Form, now: dt.datetime) -> dt.datetime:
    """Goes from flash to core or back; the answers stay."""
    return _save(engine, assessment_id, now, form=form)


def save_stage(engine: Engine, assessment_id: str, stage: Stage, now: dt.datetime) -> dt.datetime:
    """Says at which moment of the support it is taken."""
    return _save(engine, assessment_id, now, stage=stage)


def save_language(
    engine: Engine, assessment_id: str, language: str, now: dt.datetime
) -> dt.datetime:
    """Keeps the language the assessment is read in."""
    return _save(engine, assessment_id, now, language=language)


def set_expiry(
    engine: Engine, assessment_id: str, expires_on: dt.date, now: dt.datetime
) -> dt.datetime:
    """Chooses the last day the assessment is kept."""
    return _save(engine, assessment_id, now, expires_on=expires_on)


def _save(engine: Engine, assessment_id: str, now: dt.datetime, **values: Any) -> dt.datetime:
    with transaction(engine) as connection:
        _touch(connection, assessment_id, now, **values)
    return now


def _change(
    engine: Engine,
    assessment_id: str,
    column: str,
    now: dt.datetime,
    change: Callable[[dict[str, Any]], Mapping[str, Any]],
) -> dt.datetime:
    """Reads and writes under one lock. A Clash in `change` is ChangedMeanwhile: nothing is kept."""
    with transaction(engine) as connection:
        _touch(connection, assessment_id, now)
        mine = assessments.c.id == assessment_id
        stored = connection.execute(select(assessments.c[column]).where(mine)).scalar_one()
        try:
            changed = change(from_json(stored) or {})
        except Clash as clash:
            raise ChangedMeanwhile from clash
        connection.execute(update(assessments).where(mine).values({column: to_json(changed)}))
    return now


def _touch(connection: Connection, assessment_id: str, now: dt.datetime, **values: Any) -> None:
    """Writes first, so that a transaction never has to turn its read lock into a write lock."""
    done = connection.execute(
        update(assessments)
        .where(assessments.c.id == assessment_id, assessments.c.expires_on >= now.date())
        .values(updated_at=now, **values)
    )
    if done.rowcount == 0:
        raise UnknownAssessment(assessment_id)


def _answer_rows(
    assessment_id: str, given: Mapping[str, str], now: dt.datetime
) -> list[dict[str, Any]]:
    return [
        {
            "assessment_id": assessment_id,
            "question_id": question_id,
            "value": storable(value),
            "saved_at": now,
        }
        for question_id, value in given.items()
    ]
