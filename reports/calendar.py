"""The dates to keep: what the plan and the aids ask for, day by day. Screens and .ics read it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assessment.dates import months_later
from content.wording import Wording
from recommendations.eligibility import Match
from recommendations.questions import STARTED
from recommendations.reviews import review_days
from recommendations.roadmap import Step
from reports import formats
from reports.dossier import Dossier, ProjectSheet
from reports.naming import project_title
from reports.sections.decision import REVIEW_AFTER_MONTHS
from reports.sections.programmes import proposed, shown
from reports.words import words

Kind = Literal["start", "first-step", "file-first", "reread", "last-day", "end", "review", "again"]

REMIND = (30, 7)
"""Days before a last day when the calendar rings."""

AGAIN_REMIND = (14, 1)
"""Days before the assessment is taken again when the calendar rings."""

REREAD_BEFORE = dt.timedelta(days=30)
"""How long before a project starts its funders' pages are read again."""


@dataclass(frozen=True)
class Day:
    """One date to keep. `key` names it for ever; `lines` say what to do.

    `alarms` are how many days before it the calendar rings.
    """

    key: str
    kind: Kind
    on: dt.date
    title: str
    lines: tuple[str, ...] = ()
    url: str | None = None
    alarms: tuple[int, ...] = ()


def days(dossier: Dossier) -> tuple[Day, ...]:
    """Every date to keep, the nearest first; of one day, in the order of the plan."""
    word = words(dossier.language)
    found = [
        *(day for sheet in dossier.projects for day in _of_project(dossier, sheet, word)),
        *(day for match in proposed(dossier) if (day := last_day(dossier, match))),
        _review(dossier, word),
        *again(dossier),
    ]
    return tuple(sorted(found, key=lambda day: day.on))


def again(dossier: Dossier) -> tuple[Day, ...]:
    """When the assessment is taken again, T1 then T2; a day that is over is left out."""
    word, sheet = words(dossier.language), dossier.sheet
    coming = review_days(sheet.stage, sheet.taken or dossier.on, sheet.reviews)
    return tuple(
        Day(
            f"again-{name}", "again", on, word("calendar.again", stage=name),
            (word("calendar.again_text"),), alarms=AGAIN_REMIND,
        )
        for name, on in coming.items() if on >= dossier.on
    )  # fmt: skip


def last_day(dossier: Dossier, match: Match) -> Day | None:
    """The last day of a programme; None when none was seen or it has passed."""
    on, word = match.programme.opening.last_day, words(dossier.language)
    if on is None or on < dossier.on:
        return None
    programme = match.programme
    return Day(
        f"{programme.id}-last-day", "last-day", on,
        word("calendar.deadline", programme=programme.name),
        (*_before_filing(match, word), *_where(dossier, match, word)),
        programme.source.url,
        REMIND,
    )  # fmt: skip


def _of_project(dossier: Dossier, sheet: ProjectSheet, word: Wording) -> Iterator[Day]:
    step = sheet.step
    project, title = step.project, project_title(step.project, word)
    first = project.actions[0].first_step
    yield Day(
        f"{project.id}-start", "start", step.start, word("calendar.start", project=title),
        (first.text, word("calendar.who", who=project.actions[0].who)),
    )  # fmt: skip
    done = min(step.start + dt.timedelta(days=first.days), step.end)
    yield Day(
        f"{project.id}-first-step", "first-step", done,
        word("calendar.first_step", project=title), (first.text,),
    )  # fmt: skip
    yield from filter(None, (_reread(dossier, sheet, word), _file_first(sheet, word)))
    yield Day(f"{project.id}-end", "end", step.end, word("calendar.end", project=title))


def _file_first(sheet: ProjectSheet, word: Wording) -> Day | None:
    """The gate: programmes that pay nothing ordered before the request is filed."""
    step = sheet.step
    strict = [m for m in shown(sheet.funding) if _nothing_ordered(m)]
    if not strict:
        return None
    title = project_title(step.project, word)
    names = tuple(_listed(match, word) for match in strict)
    return Day(
        f"{step.project.id}-file-first", "file-first", step.start,
        word("calendar.file_first", project=title),
        (word("calendar.file_first_text"), *names),
    )  # fmt: skip


def _reread(dossier: Dossier, sheet: ProjectSheet, word: Wording) -> Day | None:
    """Pages to read again before a project: those of calls nobody has seen open lately."""
    unsure = [
        match for match in shown(sheet.funding)
        if match.availability == "to_verify" and _first_for(dossier, match) is sheet.step
    ]  # fmt: skip
    if not unsure:
        return None
    project = sheet.step.project
    return Day(
        f"{project.id}-reread", "reread", max(dossier.on, sheet.step.start - REREAD_BEFORE),
        word("calendar.reread", project=project_title(project, word)),
        (word("calendar.reread_text"), *(_listed(match, word) for match in unsure)),
    )  # fmt: skip


def _listed(match: Match, word: Wording) -> str:
    programme = match.programme
    return word("calendar.listed", programme=programme.name, url=programme.source.url)


def _first_for(dossier: Dossier, match: Match) -> Step | None:
    """The first project a programme is shown under: its page is read again once."""
    return next((s.step for s in dossier.projects if match in shown(s.funding)), None)


def _before_filing(match: Match, word: Wording) -> Iterator[str]:
    yield word("calendar.deadline_text")
    if _nothing_ordered(match):
        yield word("calendar.file_first_text")


def _where(dossier: Dossier, match: Match, word: Wording) -> Iterator[str]:
    programme = match.programme
    yield word("calendar.ask", who=programme.ask.who, question=programme.ask.question)
    seen = programme.opening.page_date_as_seen or (
        programme.opening.page_date.isoformat() if programme.opening.page_date else None
    )
    date = formats.page_date(seen, dossier.language) if seen else word("programme.undated")
    yield word("calendar.page", date=date, url=programme.source.url)


def _nothing_ordered(match: Match) -> bool:
    return any(STARTED in criterion.fields for criterion in match.criteria)


def _review(dossier: Dossier, word: Wording) -> Day:
    on = months_later(dossier.on, REVIEW_AFTER_MONTHS)
    return Day("review", "review", on, word("calendar.review"), (word("calendar.review_text"),))
