"""The visitor's assessments: every way in asks first what this browser may do, and notes it.

Everything here raises UnknownAssessment for a browser that may not open the assessment at all,
NotAllowed for one that opens it and may not do this (ui/standing.py, access/rules.py).
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from access.rules import KeyRole, Object, Role
from assessment.guided import MoveKind
from recommendations.moves import moved
from storage import adviser_words, assessments, audit, devices, keys
from storage.audit import Act, Line
from storage.errors import UnknownAssessment
from storage.keys import Key
from storage.merging import merged
from storage.record import Form, Record, Stage, Summary, name_in
from storage.removal import delete_assessment
from ui import codes, contents, database, navigation, session, sheets, visitor
from ui.routes import WRONG_KEYS
from ui.serving import metrics
from ui.standing import allowed, as_adviser, browser, note, noted, standing
from ui.standing import may as may
from ui.standing import role as role

File = TypeVar("File", bytes, str)


def current() -> Record | None:
    """The assessment this page is about, if the browser may read it; else None.

    Named in the address, else the last one of this tab, else the only one of this browser.
    """
    wanted = navigation.parameter("a") or session.recall("last") or _only_one()
    if not wanted:
        return None
    try:
        found = load(wanted)
    except UnknownAssessment:
        return None
    session.remember("last", found.id)
    return found


def _only_one() -> str | None:
    kept = mine()
    return kept[0].id if len(kept) == 1 else None


def mine() -> tuple[Summary, ...]:
    """The assessments of this browser, the last changed first."""
    held = devices.list_for_device(database.engine(), browser(), database.now())
    if visitor.device() is not None:
        return held
    found = list(held)
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
    """From now on this browser owns it; without a cookie, this tab only."""
    session.open_here(assessment_id)
    device = visitor.device()
    if device is not None:
        devices.attach(database.engine(), device, assessment_id, database.now())


def load(assessment_id: str) -> Record:
    """An assessment this browser may open."""
    who = allowed(assessment_id, "read", "assessment")
    found = assessments.load(database.engine(), assessment_id, database.now())
    note(assessment_id, who, Act("read", "assessment"))
    return found


def answer(assessment_id: str, question_id: str) -> str | None:
    """What is kept for this question, if anything."""
    allowed(assessment_id, "read", "answers")
    record = assessments.load(database.engine(), assessment_id, database.now())
    return record.answers.get(question_id)


def save_answer(assessment_id: str, question_id: str, value: str) -> dt.datetime:
    """Keeps one answer; the moment it was saved at."""
    noted(assessment_id, "write", "answers", _dimension_of(question_id))
    return assessments.save_answer(
        database.engine(), assessment_id, question_id, value, database.now()
    )


def save_answers(assessment_id: str, given: Mapping[str, str]) -> dt.datetime:
    """Keeps all these answers, or none; the moment they were saved at."""
    for dimension in dict.fromkeys(map(_dimension_of, given)):
        noted(assessment_id, "write", "answers", dimension)
    return assessments.save_answers(database.engine(), assessment_id, given, database.now())


def clear_answer(assessment_id: str, question_id: str) -> dt.datetime:
    """Takes an answer back; the moment it was."""
    noted(assessment_id, "write", "answers", _dimension_of(question_id))
    return assessments.clear_answer(database.engine(), assessment_id, question_id, database.now())


def _dimension_of(question_id: str) -> str:
    """The dimension an answer is noted under: a line of the trail for each, not each question."""
    try:
        return contents.questionnaire(visitor.language()).dimension_of(question_id).id
    except LookupError:
        return ""


def save_numbers(assessment_id: str, question_id: str, numbers: Sequence[int]) -> dt.datetime:
    """Keeps one answer made of whole numbers; the moment it was saved at."""
    noted(assessment_id, "write", "answers")
    return assessments.save_numbers(
        database.engine(), assessment_id, question_id, numbers, database.now()
    )


def save_stage(assessment_id: str, stage: Stage) -> None:
    """Says at which moment of the support it is taken."""
    noted(assessment_id, "write", "profile")
    assessments.save_stage(database.engine(), assessment_id, stage, database.now())


def save_profile(
    assessment_id: str, profile: Mapping[str, Any], seen: Mapping[str, Any] | None = None
) -> None:
    """Keeps who the enterprise is; with what was `seen` before, only what differs from it.

    Raises ChangedMeanwhile when somebody else changed the same since.
    """
    noted(assessment_id, "write", "profile")
    assessments.save_profile(database.engine(), assessment_id, profile, database.now(), seen=seen)


def save_worry(assessment_id: str, worry: str, seen: str | None = None) -> dt.datetime:
    """Keeps the enterprise's own words. Raises ChangedMeanwhile unless `seen` still stands."""
    noted(assessment_id, "write", "profile")
    return assessments.save_worry(
        database.engine(), assessment_id, worry, database.now(), seen=seen
    )


def save_plan(assessment_id: str, plan: Mapping[str, Any]) -> dt.datetime:
    """Keeps these parts of the plan, the others stay; the moment it was saved at."""
    noted(assessment_id, "write", "plan")
    now, engine = database.now(), database.engine()
    moves: dict[str, MoveKind | None] = {}

    def put(kept: dict[str, Any]) -> dict[str, Any]:
        after = {**kept, **plan}
        moves.update(moved(sheets.wishes_in(kept), sheets.wishes_in(after)))
        return after

    saved = assessments.change_plan(engine, assessment_id, put, now)
    _say_who_moved(assessment_id, moves)
    return saved


def _say_who_moved(assessment_id: str, moves: Mapping[str, MoveKind | None]) -> None:
    """What an adviser moves is marked as hers; what the enterprise moves is its own again."""
    if not moves:
        return
    now, adviser = database.now(), as_adviser(assessment_id)
    by = None if adviser is None else (adviser.label, now.astimezone(visitor.zone()).date())
    adviser_words.moved(database.engine(), assessment_id, moves, by, now)


def save_project(
    assessment_id: str,
    project_id: str,
    written: Mapping[str, Any],
    seen: Mapping[str, Any] | None = None,
) -> dt.datetime:
    """Keeps what is written about one project; the moment it was saved at.

    With what was `seen` before, only what differs from it; raises ChangedMeanwhile when somebody
    else changed the same since.
    """

    def changed(kept: dict[str, Any]) -> Mapping[str, Any]:
        projects = dict(kept.get("projects") or {})
        projects.pop(project_id, None)
        theirs = sheets.project_in(kept, project_id)
        mine = written if seen is None else merged(seen, written, theirs)
        return {**kept, "projects": {**projects, **({project_id: mine} if mine else {})}}

    noted(assessment_id, "write", "plan")
    return assessments.change_plan(database.engine(), assessment_id, changed, database.now())


def who_else(assessment_id: str, thing: Object) -> Role | None:
    """As whom somebody on another device last changed this; None: this device itself."""
    mine = allowed(assessment_id, "read", thing).device
    lines = audit.trail(database.engine(), assessment_id)
    writers = (one.who for one in lines if (one.act.verb, one.act.object) == ("write", thing))
    return next((who.role for who in writers if who.device != mine), None)


def save_form(assessment_id: str, form: Form) -> None:
    """Goes on from flash to core; the answers stay."""
    allowed(assessment_id, "write", "answers")
    assessments.save_form(database.engine(), assessment_id, form, database.now())


def save_scorecard(assessment_id: str, card: Mapping[str, Any], version: str) -> None:
    """Keeps a score as computed: it follows from the answers, and is noted with them."""
    allowed(assessment_id, "write", "answers")
    assessments.save_scorecard(database.engine(), assessment_id, card, version, database.now())


def set_expiry(assessment_id: str, day: dt.date) -> None:
    """Chooses the last day it is kept."""
    noted(assessment_id, "write", "expiry", day.isoformat(), once=False)
    assessments.set_expiry(database.engine(), assessment_id, day, database.now())


def delete(assessment_id: str) -> None:
    """Removes it for good, with the trail of who saw it."""
    allowed(assessment_id, "delete", "assessment")
    delete_assessment(database.engine(), assessment_id, database.now())
    session.close_here(assessment_id)
    session.forget("last")


def taking(assessment_id: str, make: Callable[[], File]) -> Callable[[], File]:
    """Makes a file as `make` does, and notes that it was taken. Needs no screen once made."""
    who = allowed(assessment_id, "read", "report")

    def made() -> File:
        now = database.now()
        audit.note(database.engine(), assessment_id, who, Act("read", "report"), now)
        metrics.REPORTS.inc()
        return make()

    return made


EVERYTHING: tuple[Object, ...] = (
    "assessment", "answers", "profile", "plan", "report", "keys", "expiry", "audit", "panel",
    "consent", "shared-notes",
)  # fmt: skip
"""What one must be allowed to read to take all of it."""


def taking_everything(assessment_id: str, make: Callable[[], File]) -> Callable[[], File]:
    """The same for a file of everything that is kept, which only its owner takes."""
    for thing in EVERYTHING:
        who = allowed(assessment_id, "read", thing)

    def made() -> File:
        act = Act("read", "assessment", "everything")
        audit.note(database.engine(), assessment_id, who, act, database.now())
        return make()

    return made


def new_key(assessment_id: str, kind: keys.Kind) -> str:
    """A way back for its owner, shown this once; those she made before stop working.

    Browsers that came by those are out too, this one excepted.
    """
    noted(assessment_id, "create", "keys", once=False)
    now, engine = database.now(), database.engine()
    secret = keys.issue(engine, assessment_id, kind, now)
    made = keys.find(engine, secret, kind, now)
    if made is not None:
        # By the new key and not for ever: whoever has a stray link can be put out by ending it.
        devices.enter(engine, browser(), made.hash, now)
        keys.revoke(engine, assessment_id, now, kind, spared=made.hash)
    return secret


def share(assessment_id: str, as_role: KeyRole, label: str, until: dt.datetime) -> str:
    """A link for somebody else, shown this once: as whom, for whom, and when it ends."""
    noted(assessment_id, "share", "assessment", label, once=False)
    now, engine = database.now(), database.engine()
    return keys.issue(
        engine, assessment_id, "link", now, role=as_role, label=label, expires_at=until
    )


def shared(assessment_id: str) -> tuple[Key, ...]:
    """The keys of this assessment, never their secrets, the newest first."""
    allowed(assessment_id, "read", "keys")
    return keys.listed(database.engine(), assessment_id)


class LastWayIn(Exception):
    """This browser came by this key alone: without it the owner would stand before the door."""


def end_key(assessment_id: str, key: Key) -> None:
    """Ends a key; who came by it is out at their next page. Raises LastWayIn."""
    allowed(assessment_id, "delete", "keys")
    if standing(assessment_id, without=key.hash) is None:
        raise LastWayIn
    noted(assessment_id, "delete", "keys", key.label, once=False)
    keys.revoke_one(database.engine(), assessment_id, key.hash, database.now())


def trail(assessment_id: str) -> tuple[Line, ...]:
    """Who saw and changed what, the newest first."""
    allowed(assessment_id, "read", "audit")
    return audit.trail(database.engine(), assessment_id)


def taking_trail(
    assessment_id: str, make: Callable[[tuple[Line, ...]], File]
) -> Callable[[], File]:
    """Makes a file of all of it as `make` does, and notes that it was taken."""
    who = allowed(assessment_id, "read", "audit")

    def made() -> File:
        engine = database.engine()
        audit.note(engine, assessment_id, who, Act("read", "audit"), database.now())
        return make(audit.trail(engine, assessment_id, most=None))

    return made


def open_code(typed: str) -> str | None:
    """Opens with a resume code: the assessment's id, or None. PermissionError: too many tries."""
    now = database.now()
    found = codes.counted(WRONG_KEYS, lambda: keys.find(database.engine(), typed, "code", now))
    if found is None:
        return None
    if visitor.device() is None and found.role == "owner":
        session.open_here(found.assessment_id)
    else:
        devices.enter(database.engine(), browser(), found.hash, now)
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
