"""The dates to keep as an iCalendar file (RFC 5545): all-day events with their reminders."""

import datetime as dt
import hashlib
from collections.abc import Iterable

from icalendar import Alarm, Calendar, Event

from reports.calendar import Day, days
from reports.dossier import Dossier
from reports.naming import organisation
from reports.plain import one_line
from reports.words import words

_NINE = dt.timedelta(hours=9)
_COUNTED_FROM = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def ics(dossier: Dossier) -> bytes:
    """Every date; a later export of the same assessment moves the events instead of doubling."""
    return ics_of(dossier, days(dossier))


def ics_of(dossier: Dossier, wanted: Iterable[Day]) -> bytes:
    """These dates only, under the same identities as in the whole."""
    word = words(dossier.language)
    calendar = Calendar()
    calendar.add("prodid", f"-//Jalon//Jalon//{dossier.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", word("calendar.name", name=organisation(dossier, word)))
    for day in wanted:
        calendar.add_component(_event(dossier, day))
    made: bytes = calendar.to_ical(sorted=False)
    return made


def _event(dossier: Dossier, day: Day) -> Event:
    event, made = Event(), _made(dossier)
    event.add("uid", f"{day.key}-{_who(dossier)}@jalon")
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("sequence", int((made - _COUNTED_FROM).total_seconds() // 60))
    event.add("dtstart", day.on)
    event.add("dtend", day.on + dt.timedelta(days=1))
    event.add("summary", one_line(day.title))
    if day.lines:
        event.add("description", "\n".join(one_line(line) for line in day.lines))
    if day.url:
        event.add("url", day.url)
    event.add("transp", "TRANSPARENT")
    for before in day.alarms:
        if day.on - dt.timedelta(days=before) > dossier.on:
            event.add_component(_alarm(day, before))
    return event


def _alarm(day: Day, before: int) -> Alarm:
    """At nine in the morning so many days before: an all-day event begins at midnight."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(day.title))
    alarm.add("trigger", _NINE - dt.timedelta(days=before))
    return alarm


def _made(dossier: Dossier) -> dt.datetime:
    """When what is told was last changed: the day it is told for, or a change made since.

    It never goes back, so that a calendar takes the later file for the later one.
    """
    midnight = dt.datetime.combine(dossier.on, dt.time(), dt.UTC)
    changed = dossier.sheet.changed
    return max(midnight, changed.astimezone(dt.UTC).replace(microsecond=0)) if changed else midnight


def _who(dossier: Dossier) -> str:
    """Tells one assessment's events from another's in an adviser's calendar, whatever the day."""
    sheet = dossier.sheet
    known = sheet.ident or f"{one_line(dossier.name)}|{dossier.territory}"
    return hashlib.sha256(f"{known}|{dossier.card.instrument}".encode()).hexdigest()[:16]
