"""The plan as calendar events: starts and ends of projects, last days of programmes, review."""

import datetime as dt
import hashlib
from collections.abc import Iterator

from icalendar import Calendar, Event

from recommendations.availability import add_months
from reports.dossier import Dossier
from reports.naming import organisation, project_title
from reports.plain import one_line
from reports.sections.decision import REVIEW_AFTER_MONTHS
from reports.sections.programmes import proposed
from reports.words import words


def ics(dossier: Dossier) -> bytes:
    """All-day events; a later export of the same assessment moves them instead of doubling."""
    word = words(dossier.language)
    calendar = Calendar()
    calendar.add("prodid", f"-//Jalon//Jalon//{dossier.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", word("calendar.name", name=organisation(dossier, word)))
    for key, day, title in _days(dossier):
        calendar.add_component(_event(dossier, key, day, title))
    made: bytes = calendar.to_ical(sorted=False)
    return made


def _days(dossier: Dossier) -> Iterator[tuple[str, dt.date, str]]:
    word = words(dossier.language)
    for step in dossier.roadmap.steps:
        project = step.queued.project
        title = project_title(project, word)
        yield f"{project.id}-start", step.start, word("calendar.start", project=title)
        yield f"{project.id}-end", step.end, word("calendar.end", project=title)
    for match in proposed(dossier):
        programme = match.programme
        if programme.opening.last_day is not None:
            title = word("calendar.deadline", programme=programme.name)
            yield f"{programme.id}-last-day", programme.opening.last_day, title
    yield "review", add_months(dossier.on, REVIEW_AFTER_MONTHS), word("calendar.review")


def _event(dossier: Dossier, key: str, day: dt.date, title: str) -> Event:
    event = Event()
    event.add("uid", f"{key}-{_who(dossier)}@jalon")
    event.add("dtstamp", dt.datetime.combine(dossier.on, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", one_line(title))
    event.add("transp", "TRANSPARENT")
    return event


def _who(dossier: Dossier) -> str:
    """Tells one enterprise's events from another's in an adviser's calendar."""
    sheet = dossier.sheet
    known = f"{one_line(dossier.name)}|{dossier.territory}|{sheet.date}|{dossier.card.instrument}"
    return hashlib.sha256(known.encode()).hexdigest()[:16]
