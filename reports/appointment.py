"""An appointment as an iCalendar file (RFC 5545), to open with any calendar. Nothing is sent."""

import datetime as dt
import hashlib

from icalendar import Calendar, Event

from reports.plain import one_line
from reports.words import words

LASTS = dt.timedelta(hours=1)


def appointment_ics(
    at: dt.datetime, who: str, ident: str, language: str, now: dt.datetime
) -> bytes:
    """One hour from `at` with `who`; `ident` names the work for ever, and is not told.

    A later file of the same work moves the appointment instead of adding one.
    """
    word, event = words(language), Event()
    named = hashlib.sha256(f"appointment|{ident}".encode()).hexdigest()[:16]
    event.add("uid", f"appointment-{named}@jalon")
    event.add("dtstamp", now.astimezone(dt.UTC).replace(microsecond=0))
    event.add("sequence", int(now.timestamp() // 60))
    event.add("dtstart", at.astimezone(dt.UTC))
    event.add("dtend", (at + LASTS).astimezone(dt.UTC))
    event.add("summary", one_line(word("appointment.title", name=who)))
    calendar = Calendar()
    calendar.add("prodid", f"-//Jalon//Jalon//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    made: bytes = calendar.to_ical(sorted=False)
    return made
