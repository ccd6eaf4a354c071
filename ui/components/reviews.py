"""When the assessment is taken again: dates to choose, and a file for one's own calendar."""

import datetime as dt

import streamlit as st

from assessment.calendar_days import months_ahead
from content.wording import Wording
from recommendations.reviews import Review, review_days
from reports.calendar import again
from reports.dossier import Dossier
from reports.ics import ics_of
from storage.record import Record
from ui import dossiers, session, vault
from ui.components import html, journey, saving

_MONTHS = 24
"""How far after the assessment one may look again."""


def dates(t: Wording, record: Record, dossier: Dossier) -> None:
    """One date for each stage still to come; nothing after T2."""
    coming = review_days(record.stage, dossier.sheet.taken or dossier.on, dossier.sheet.reviews)
    if not coming:
        return
    html.write(html.heading(t("follow_up.dates"), 2), html.paragraph(t("follow_up.dates_text")))
    for name, day in coming.items():
        _date(t, record, dossier, name, day)
    kept = dossiers.of(vault.load(record.id), t.language)
    days = again(kept)
    if days:
        st.download_button(
            t("follow_up.calendar"), data=lambda: ics_of(kept, days),
            file_name=f"jalon-again-{dossier.on.isoformat()}.ics", mime="text/calendar",
            on_click="ignore", key="ics-again",
        )  # fmt: skip


def _date(t: Wording, record: Record, dossier: Dossier, name: Review, day: dt.date) -> None:
    """Kept as soon as it is chosen; a date that is over is said so."""
    field = f"review.{record.id}.{name}.{t.language}"
    since = dossier.sheet.taken or dossier.on
    days = sorted({day, *(one for one in months_ahead(since, _MONTHS) if one >= dossier.on)})
    chosen = st.selectbox(
        t("follow_up.date", stage=name), days, days.index(day),
        lambda one: journey.day(t, one), key=session.field(field, day),
    )  # fmt: skip
    place = f"{record.id}.review.{name}"
    if chosen != day:
        kept = {one: each.isoformat() for one, each in dossier.sheet.reviews.items()}
        plan = {"reviews": {**kept, name: chosen.isoformat()}}
        saving.keep(t, place, lambda: vault.save_plan(record.id, plan), field)
    else:
        saving.say(t, place, kept=False)
    if chosen < dossier.on:
        html.write(html.notice(t("follow_up.past", stage=name), "warn", "note"))
