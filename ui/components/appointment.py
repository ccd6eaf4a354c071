"""The next appointment: its day and hour in words, how to choose it, the file for a calendar."""

import datetime as dt

import streamlit as st
from babel.dates import format_date

from content.wording import Wording
from reports.appointment import appointment_ics
from storage.guidance import Guidance
from ui import database, guided, session, texts, visitor
from ui.components import html, journey

DAYS_AHEAD = 180
_FIRST, _LAST, _STEP = 7, 21, 15
_USUAL = dt.time(9, 30)


def said(t: Wording, at: dt.datetime) -> str:
    """'mardi 1er décembre 2026 à 14:00', on the visitor's own clock."""
    day = journey.local_day(at)
    return t("appointment.at", day=_day(t, day), time=journey.clock(at))


def choose(t: Wording, one: Guidance, name: str) -> None:
    """A day and an hour, kept when chosen; a day alone is at the usual hour."""
    html.write(html.heading(t("appointment.title"), 2))
    local = one.appointment.astimezone(visitor.zone()) if one.appointment else None
    today = journey.local_day(database.now())
    ahead = {today + dt.timedelta(days=n) for n in range(DAYS_AHEAD)}
    # A list in words: Streamlit's calendar speaks English.
    days = [None, *sorted(ahead | ({local.date()} if local else set()))]
    field = f"appointment.{one.assessment_id}.{t.language}"
    day = st.selectbox(
        t("appointment.day"), days, days.index(local.date() if local else None),
        format_func=lambda day: _day(t, day) if day else t("appointment.none"),
        key=session.field(f"{field}.day", local.date() if local else None),
    )  # fmt: skip
    chosen = None
    if day is not None:
        kept = local.time() if local else _USUAL
        times = sorted({*_times(), kept})
        time = st.selectbox(
            t("appointment.time"), times, times.index(kept),
            format_func=lambda at: at.strftime("%H:%M"),
            key=session.field(f"{field}.time", kept),
        )  # fmt: skip
        chosen = dt.datetime.combine(day, time or kept, visitor.zone())
    if chosen != local:
        guided.set_appointment(one.assessment_id, chosen)
        st.rerun()
    if one.appointment:
        html.write(html.paragraph(said(t, one.appointment)))
        file(t, one, one.appointment, name)
    html.write(html.paragraph(t("appointment.sends_nothing"), "small"))


def file(t: Wording, one: Guidance, at: dt.datetime, name: str) -> None:
    """The appointment for any calendar."""
    ident = f"{one.assessment_id}|{one.account_id}"
    st.download_button(
        texts.aimed(t("appointment.file"), name),
        data=lambda: appointment_ics(at, name, ident, t.language, database.now()),
        file_name=f"jalon-{journey.local_day(at).isoformat()}.ics",
        mime="text/calendar",
        on_click="ignore",
        key=f"appointment-{one.assessment_id}",
    )


def _times() -> list[dt.time]:
    quarters = range(_FIRST * 60, _LAST * 60 + 1, _STEP)
    return [dt.time(minutes // 60, minutes % 60) for minutes in quarters]


def _day(t: Wording, day: dt.date) -> str:
    weekday = format_date(day, "EEEE", locale=t.language)
    return f"{weekday} {journey.day(t, day)}"
