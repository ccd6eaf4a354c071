"""What an adviser does on an assessment: every way in asks first what this browser may do.

The enterprise reads in the trail what she did; of a private note, that there is one. Where nothing
else is said, raises UnknownAssessment, NotAllowed and StorageUnavailable as ui/standing.py does.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from access.rules import NotAllowed, Object, Verb
from assessment.guided import Guided, Part, Words
from storage import adviser_words, guidance, keys, private_notes, shared_notes
from storage.guidance import Case, Guidance, Invitation, Status
from storage.private_notes import PrivateNote
from storage.record import Record
from storage.shared_notes import Seen, SeenMark, SharedNote
from ui import accounts, contents, database, session, visitor
from ui.accounts import Account
from ui.standing import allowed, browser, may, noted
from ui.vault import create

WHOLE = ""
"""In place of a question: the note is about the whole."""


@dataclass(frozen=True)
class Given:
    """What an enterprise is handed over with: each shown this once."""

    secret: str
    code: str


def adviser() -> Account | None:
    """Who is signed in here, where she advises enterprises."""
    account = accounts.current()
    return account if account is not None and "adviser" in account.roles else None


def here(assessment_id: str) -> Guidance | None:
    """The guidance of who is signed in here; None for everybody else."""
    account = adviser()
    if account is None:
        return None
    return guidance.find(database.engine(), assessment_id, account.id, database.now())


# Her portfolio.


def portfolio(account: Account) -> tuple[Case, ...]:
    """The assessments she advises on."""
    return guidance.portfolio(database.engine(), account.id, database.now())


def invitations() -> tuple[Invitation, ...]:
    """The links to advise that this browser followed and nobody accepted."""
    return guidance.invitations(database.engine(), browser(), database.now())


def accept(account: Account, invitation: Invitation) -> bool:
    """She advises on it from now on. False: the link ended meanwhile."""
    now, engine, one = database.now(), database.engine(), invitation.assessment_id
    if not guidance.accept(engine, invitation, account.id, account.name, now):
        return False
    noted(one, "create", "guidance", invitation.label, once=False)
    return True


def begin(account: Account, organisation: str) -> str:
    """An assessment she begins for an enterprise, owned by this browser until handed over."""
    questionnaire = contents.questionnaire(visitor.language())
    made = create(
        questionnaire.id, questionnaire.version, "core",
        profile={"enterprise": {"name": organisation}} if organisation else {},
    )  # fmt: skip
    now, engine = database.now(), database.engine()
    guidance.begin(engine, made, account.id, account.name, now, began=True)
    return made


def set_status(assessment_id: str, status: Status) -> None:
    """Says where the work stands."""
    one = _mine(assessment_id, "write", "guidance")
    guidance.set_status(database.engine(), assessment_id, one.account_id, status)


def set_appointment(assessment_id: str, at: dt.datetime | None) -> None:
    """The next appointment; None: no one yet."""
    one = _mine(assessment_id, "write", "guidance")
    guidance.set_appointment(database.engine(), assessment_id, one.account_id, at)


def start_session(assessment_id: str, agenda: str) -> None:
    """The hour begins, with this agenda."""
    one = _mine(assessment_id, "write", "guidance")
    noted(assessment_id, "write", "guidance")
    engine, now = database.engine(), database.now()
    guidance.start_session(engine, assessment_id, one.account_id, agenda, now)


def end_session(assessment_id: str, status: Status) -> None:
    """The hour is over."""
    one = _mine(assessment_id, "write", "guidance")
    guidance.end_session(database.engine(), assessment_id, one.account_id, status)


def may_hand_over(one: Guidance) -> bool:
    """Whether it is hers to give away still."""
    return guidance.may_hand_over(database.engine(), one)


def hand_over(assessment_id: str) -> Given:
    """Gives the assessment to its enterprise: the only ways in as its owner are these two."""
    one = _mine(assessment_id, "write", "guidance")
    if not may_hand_over(one):
        raise NotAllowed("adviser", "create", "keys")
    noted(assessment_id, "share", "guidance", once=False)
    engine, now = database.engine(), database.now()
    guidance.give_away(engine, one, now)
    session.close_here(assessment_id)
    return Given(
        keys.issue(engine, assessment_id, "link", now),
        keys.issue(engine, assessment_id, "code", now),
    )


# What the enterprise sees of it.


def advisers(record: Record) -> tuple[Guidance, ...]:
    """Everybody who advises or advised on it; nothing for who may not know."""
    if not may(record.id, "read", "guidance"):
        return ()
    return guidance.of_assessment(database.engine(), record.id)


def in_session(advised: Sequence[Guidance]) -> bool:
    """Whether one of those who advise has begun an hour on it."""
    return any(one.session_began and not one.ended for one in advised)


def end(assessment_id: str, one: Guidance) -> None:
    """She opens it no more: the enterprise says so, or she does herself."""
    allowed(assessment_id, "delete", "guidance")
    noted(assessment_id, "delete", "guidance", one.name, once=False)
    guidance.end(database.engine(), assessment_id, one.account_id, database.now())


def private_count(assessment_id: str) -> int:
    """How many private notes there are about it: the enterprise may know that they exist."""
    allowed(assessment_id, "read", "guidance")
    return private_notes.count(database.engine(), assessment_id)


# Notes, and what was seen.


def my_notes(assessment_id: str) -> dict[str, PrivateNote]:
    """Her private notes by question."""
    one = _mine(assessment_id, "read", "private-notes")
    found = private_notes.of(database.engine(), assessment_id, one.account_id)
    return {each.question_id: each for each in found}


def save_private(assessment_id: str, question_id: str, text: str) -> dt.datetime:
    """Keeps a private note; the moment it was saved at. The trail says no more than that."""
    one = _mine(assessment_id, "write", "private-notes")
    noted(assessment_id, "write", "private-notes")
    return private_notes.save(
        database.engine(), assessment_id, one.account_id, question_id, text, database.now()
    )


def shared(record: Record) -> tuple[SharedNote, ...]:
    """The notes for the enterprise; nothing for who may not read them."""
    if not may(record.id, "read", "shared-notes"):
        return ()
    return shared_notes.of(database.engine(), record.id)


def save_shared(assessment_id: str, question_id: str, text: str) -> dt.datetime:
    """Keeps a note that the enterprise reads; the moment it was saved at."""
    one = _mine(assessment_id, "write", "shared-notes")
    noted(assessment_id, "write", "shared-notes")
    written = SharedNote(question_id, one.account_id, one.name, text, database.now())
    return shared_notes.save(database.engine(), assessment_id, written)


def seen(record: Record) -> tuple[SeenMark, ...]:
    """What was seen; nothing for who may not read it."""
    if not may(record.id, "read", "shared-notes"):
        return ()
    return shared_notes.seen(database.engine(), record.id)


def mark(record: Record, question_id: str, kind: Seen, value: str | None, on: dt.date) -> None:
    """Says on this day that it was seen, with this answer."""
    one = _mine(record.id, "write", "shared-notes")
    noted(record.id, "create", "shared-notes")
    found = SeenMark(question_id, kind, value, one.name, on)
    shared_notes.mark(database.engine(), record.id, found)


def unmark(record: Record, question_id: str, kind: Seen) -> None:
    """Takes it back."""
    _mine(record.id, "delete", "shared-notes")
    noted(record.id, "create", "shared-notes")
    shared_notes.unmark(database.engine(), record.id, question_id, kind)


def taking_notes(record: Record, make: Callable[[tuple[PrivateNote, ...]], bytes]) -> bytes:
    """Her private notes on it as a file, for herself."""
    return make(tuple(my_notes(record.id).values()))


# Words and moves in the result.


def words(assessment_id: str) -> Guided:
    """Her paragraphs and moves; none for who may not read them, nor where nothing is open."""
    if not may(assessment_id, "read", "narrative"):
        return Guided()
    return adviser_words.of(database.engine(), assessment_id)


def save_words(assessment_id: str, part: Part, text: str, on: dt.date) -> dt.datetime:
    """Keeps her paragraph of this day; the moment it was saved at."""
    one = _mine(assessment_id, "write", "narrative")
    noted(assessment_id, "write", "narrative")
    said = Words(text, one.name, on)
    return adviser_words.save_words(database.engine(), assessment_id, part, said, database.now())


def leave_out(assessment_id: str, part: Part, *, out: bool) -> None:
    """The enterprise leaves her paragraph out, or puts it back."""
    noted(assessment_id, "delete", "narrative", once=False)
    adviser_words.leave_out(database.engine(), assessment_id, part, database.now(), out=out)


def _mine(assessment_id: str, verb: Verb, thing: Object) -> Guidance:
    """The guidance of who is signed in here; raises unless an adviser may do this."""
    one = here(assessment_id)
    who = allowed(assessment_id, verb, thing)
    if one is None:
        raise NotAllowed(who.role, verb, thing)
    return one
