"""What one tab holds of a paper that came back, until it is saved: nothing is stored before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.scorecard import Form
from content.wording import Wording
from reports.paper.found import Desk, Found
from reports.paper.paper import Paper
from ui import database, paper_lists, session, visitor
from ui.components import journey

FORMS: tuple[Form, ...] = ("core", "flash")


@dataclass(frozen=True)
class Typed:
    """What was typed: question number to sign; and what a file said of the enterprise."""

    form: Form = "core"
    signs: dict[int, str] = field(default_factory=dict)
    enterprise: dict[str, str] = field(default_factory=dict)


def today(t: Wording, form: Form) -> Paper:
    """The paper of this day in the visitor's language, with the address it comes back to."""
    site = visitor.site()
    on = journey.local_day(database.now())
    return paper_lists.paper(form, t.language, on, f"{site}/paper" if site else "")


def desk(t: Wording) -> Desk:
    """Where papers are read, in the visitor's language."""
    return paper_lists.desk(t.language, journey.local_day(database.now()))


def name_of(t: Wording, form: Form) -> str:
    """What a form is called: 'Full: 25 questions, 15 minutes'."""
    one = today(t, form)
    q = one.questionnaire
    minutes = q.minutes if form == "core" else q.flash_minutes
    return t(f"paper.{form}", questions=len(one.asked), minutes=minutes)


def found() -> Found | None:
    """What was read and waits to be checked."""
    waiting: Found | None = session.recall("paper_found")
    return waiting


def wait_for_check(one: Found) -> None:
    """Keeps what was read until the visitor agrees."""
    session.remember("paper_found", one)


def typed() -> Typed:
    """What was typed so far."""
    kept: Typed = session.recall("paper_typed", Typed())
    return kept


def keep_typed(form: Form, signs: Mapping[int, str], enterprise: Mapping[str, str]) -> None:
    """Remembers what is typed, so that nothing is lost on the way to the check and back."""
    session.remember("paper_typed", Typed(form, dict(signs), dict(enterprise)))


def forget() -> None:
    """Once it is saved."""
    session.forget("paper_found")
    session.forget("paper_typed")
