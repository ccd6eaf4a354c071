"""An assessment and the one it follows: what is proposed, what was done, what is compared."""

import datetime as dt
from dataclasses import dataclass

from assessment.again import next_stage, proposals
from assessment.measure import Measure
from assessment.pages import Page, pages
from recommendations.action import Action
from recommendations.follow_up import done_actions, touched
from reports.charts.then_now import Then, differences, known_answers
from storage.errors import UnknownAssessment
from storage.following import follower_of
from storage.record import Record, Stage
from ui import contents, database, sheets, vault
from ui.components.journey import kind_of, local_day
from ui.standing import allowed


@dataclass(frozen=True)
class Again:
    """A re-assessment under way: the one before, its pages, and which actions touch what."""

    before: Record
    day: dt.date
    pages: tuple[Page, ...]
    actions: dict[str, tuple[Action, ...]]


@dataclass(frozen=True)
class Given:
    """An answer of the assessment before, and its day."""

    value: str
    day: dt.date


def given_before(record: Record, question_id: str, language: str) -> Given | None:
    """What was answered to this question before; None where it is not proposed any more."""
    found = again(record, language) if record.follows_id else None
    lines = [one for page in found.pages for one in page.proposals] if found else []
    line = next((one for one in lines if one.question.id == question_id), None)
    return Given(line.before, found.day) if found and line and line.before else None


def before_of(record: Record) -> Record | None:
    """The assessment this one follows.

    None where there is none any more, or this browser may not open it: to follow an assessment
    gives no right to read it.
    """
    return _opened(record.follows_id)


def next_of(record: Record) -> Record | None:
    """The one already started from this one, if this browser may open it."""
    return _opened(follower_of(database.engine(), record.id, database.now()))


def _opened(assessment_id: str | None) -> Record | None:
    if assessment_id is None:
        return None
    try:
        return vault.load(assessment_id)
    except UnknownAssessment:
        return None


def start_next(record: Record, language: str) -> str:
    """T1 from T0, T2 from T1: same enterprise, worry and plan, no answer yet; its id.

    The same for an estimate along the DMA.
    """
    stage: Stage | None = next_stage(record.stage)
    if stage is None:
        raise ValueError("nothing follows T2")
    # The next one takes all of this one along to whoever starts it.
    allowed(record.id, "share", "assessment")
    return vault.create(
        record.instrument,
        _version(record.instrument, language),
        record.form,
        stage=stage,
        profile=record.profile,
        worry=record.worry,
        plan=record.plan,
        follows_id=record.id,
    )


def _version(instrument: str, language: str) -> str:
    if kind_of(instrument) == "dma":
        return contents.checklist(instrument, language).version
    return contents.questionnaire(language).version


def taken(record: Record) -> dt.date:
    """The visitor's date of its last answer."""
    return local_day(record.answered_at or record.updated_at)


def again(record: Record, language: str) -> Again | None:
    """The pages of this re-assessment; None when there is nothing to take up."""
    before = before_of(record)
    if before is None:
        return None
    questionnaire, then = contents.questionnaire(language), then_of(before, record, language)
    answers = known_answers(questionnaire, before.answers)
    changed = [q for why in differences(questionnaire, then).values() for q in why.changed]
    by = {one.question: one.actions for one in touched(questionnaire, answers, then.done)}
    proposed = proposals(questionnaire, answers, record.form, changed)
    return Again(before, taken(before), pages(proposed, by), by)


def then_of(before: Record, now: Record, language: str) -> Then:
    """The earlier of two, as it is compared with the later."""
    questionnaire = contents.questionnaire(language)
    carried = {**sheets.plan_in(before).projects, **sheets.plan_in(now).projects}
    # Done in either: a sheet may be filled in on both sides of the re-assessment.
    carried |= {n: c for n, c in sheets.plan_in(before).projects.items() if c.state == "done"}
    answers = known_answers(questionnaire, before.answers)
    return Then(
        answers=before.answers,
        form=before.form,
        on=taken(before),
        version=before.scored_version or before.version,
        card=sheets.stored_card(before),
        measure=_measure(before),
        done=done_actions(questionnaire, contents.library(language).actions, carried, answers),
    )


def in_order(one: Record, other: Record) -> tuple[Record, Record]:
    """Then and now: the one followed first, else the one answered first."""
    if one.follows_id == other.id:
        return other, one
    if other.follows_id == one.id:
        return one, other
    first, last = sorted((one, other), key=lambda each: each.answered_at or each.updated_at)
    return first, last


def _measure(record: Record) -> Measure | None:
    """How its dimensions were measured, kept with its score; None where it was not."""
    kept = (record.scorecard or {}).get("measure")
    return kept if isinstance(kept, dict) else None
