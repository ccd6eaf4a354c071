"""The visitor's assessments: every way in asks first whether this browser may open them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from storage import assessments, devices, keys
from storage.errors import UnknownAssessment
from storage.record import Form, Record, Stage, Summary, name_in
from storage.removal import delete_assessment
from ui import database, navigation, session, visitor
from ui.routes import WRONG_KEYS


def current() -> Record | None:
    """The assessment this page is about, if the browser may read it; else None."""
    wanted = navigation.parameter("a") or session.recall("last")
    if not wanted or not may_open(wanted):
        return None
    try:
        found = assessments.load(database.engine(), wanted, database.now())
    except UnknownAssessment:
        return None
    session.remember("last", found.id)
    return found


def may_open(assessment_id: str) -> bool:
    """Whether this tab opened it, or this browser holds it."""
    if assessment_id in session.opened():
        return True
    device = visitor.device()
    return device is not None and devices.holds(database.engine(), device, assessment_id)


def mine() -> tuple[Summary, ...]:
    """The assessments of this browser, the last changed first."""
    device = visitor.device()
    if device is not None:
        return devices.list_for_device(database.engine(), device, database.now())
    found = []
    for kept in reversed(session.opened()):
        try:
            found.append(_summary(assessments.load(database.engine(), kept, database.now())))
        except UnknownAssessment:
            session.close_here(kept)
    return tuple(found)


def create(instrument: str, version: str, form: Form, **known: Any) -> str:
    """A new assessment that this browser may open; its id."""
    now = database.now()
    made = assessments.create(
        database.engine(),
        now,
        instrument=instrument,
        version=version,
        language=visitor.language(),
        form=form,
        **known,
    )
    attach(made)
    return made


def attach(assessment_id: str) -> None:
    """From now on this browser opens it; without a cookie, this tab only."""
    session.open_here(assessment_id)
    device = visitor.device()
    if device is not None:
        devices.attach(database.engine(), device, assessment_id, database.now())


def save_answer(assessment_id: str, question_id: str, value: str) -> dt.datetime:
    """Keeps one answer; the moment it was saved at."""
    return assessments.save_answer(
        database.engine(), assessment_id, question_id, value, database.now()
    )


def save_numbers(assessment_id: str, question_id: str, numbers: Sequence[int]) -> dt.datetime:
    """Keeps one answer made of whole numbers; the moment it was saved at."""
    return assessments.save_numbers(
        database.engine(), assessment_id, question_id, numbers, database.now()
    )


def save_stage(assessment_id: str, stage: Stage) -> None:
    """Says at which moment of the support it is taken."""
    assessments.save_stage(database.engine(), assessment_id, stage, database.now())


def load(assessment_id: str) -> Record:
    """An assessment this browser may open. Raises UnknownAssessment."""
    if not may_open(assessment_id):
        raise UnknownAssessment(assessment_id)
    return assessments.load(database.engine(), assessment_id, database.now())


def answer(assessment_id: str, question_id: str) -> str | None:
    """What is kept for this question, if anything."""
    record = assessments.load(database.engine(), assessment_id, database.now())
    return record.answers.get(question_id)


def save_profile(assessment_id: str, profile: Mapping[str, Any]) -> None:
    """Keeps who the enterprise is."""
    assessments.save_profile(database.engine(), assessment_id, profile, database.now())


def save_worry(assessment_id: str, worry: str) -> None:
    """Keeps the enterprise's own words."""
    assessments.save_worry(database.engine(), assessment_id, worry, database.now())


def save_plan(assessment_id: str, plan: Mapping[str, Any]) -> None:
    """Keeps means and wishes."""
    assessments.save_plan(database.engine(), assessment_id, plan, database.now())


def save_form(assessment_id: str, form: Form) -> None:
    """Goes on from flash to core; the answers stay."""
    assessments.save_form(database.engine(), assessment_id, form, database.now())


def save_scorecard(assessment_id: str, card: Mapping[str, Any], version: str) -> None:
    """Keeps a score as computed."""
    assessments.save_scorecard(database.engine(), assessment_id, card, version, database.now())


def set_expiry(assessment_id: str, day: dt.date) -> None:
    """Chooses the last day it is kept."""
    assessments.set_expiry(database.engine(), assessment_id, day, database.now())


def delete(assessment_id: str) -> None:
    """Removes it for good."""
    delete_assessment(database.engine(), assessment_id, database.now())
    session.close_here(assessment_id)
    session.forget("last")


def new_key(assessment_id: str, kind: keys.Kind) -> str:
    """A new secret link or resume code, shown this once; those given before stop working."""
    keys.revoke(database.engine(), assessment_id, database.now(), kind)
    return keys.issue(database.engine(), assessment_id, kind, database.now())


def open_code(typed: str) -> str | None:
    """Opens with a resume code: the assessment's id, or None. PermissionError: too many tries."""
    who, now = visitor.address(), database.now()
    if WRONG_KEYS.wait(who, now):
        raise PermissionError
    found = keys.find(database.engine(), typed, "code", now)
    if found is None:
        WRONG_KEYS.allow(who, now)
        return None
    attach(found.assessment_id)
    return found.assessment_id


def _summary(record: Record) -> Summary:
    return Summary(
        id=record.id,
        name=name_in(record.profile),
        instrument=record.instrument,
        form=record.form,
        stage=record.stage,
        created_at=record.created_at,
        updated_at=record.updated_at,
        expires_on=record.expires_on,
        answered=len(record.answers) + len(record.numbers),
    )
