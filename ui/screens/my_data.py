"""What is kept, until when, and how to make it go."""

import datetime as dt

import streamlit as st

from content.wording import Wording
from storage.assessments import months_later
from storage.record import Record
from ui import database, navigation, vault, visitor
from ui.components import html, journey
from ui.components.guard import screen

LONGEST_MONTHS = 60


@screen
def show(t: Wording) -> None:
    """The last day, the file, deletion, this device."""
    record = journey.opened(t)
    html.arrive(t("my_data.title"))
    html.write(html.paragraph(t("my_data.kept", count=len(record.answers))))
    _expiry(t, record)
    html.write(html.heading(t("my_data.copy"), 2))
    navigation.link("keep", t("my_data.copy_link"))
    _delete(t, record)
    _leave(t)


def _expiry(t: Wording, record: Record) -> None:
    today = journey.local_day(database.now())
    html.write(
        html.heading(t("my_data.expiry"), 2),
        html.paragraph(t("my_data.expiry_text", day=journey.day(t, record.expires_on))),
    )
    latest = max(months_later(today, LONGEST_MONTHS), record.expires_on)
    chosen = st.date_input(
        t("my_data.expiry_label"),
        value=record.expires_on,
        min_value=min(today, record.expires_on),
        max_value=latest,
        format="DD/MM/YYYY",
        key=f"expiry.{record.id}",
    )
    # Re-checked here: a browser may send a date outside the bounds.
    if isinstance(chosen, dt.date) and chosen != record.expires_on and today <= chosen <= latest:
        vault.set_expiry(record.id, chosen)
        html.write(html.notice(t("my_data.expiry_kept", day=journey.day(t, chosen)), "good"))


def _delete(t: Wording, record: Record) -> None:
    html.write(html.heading(t("my_data.delete"), 2), html.paragraph(t("my_data.delete_text")))
    sure = st.checkbox(t("my_data.delete_sure"), key=f"sure.{record.id}")
    if not st.button(t("my_data.delete_button"), key="delete"):
        return
    if not sure:
        html.write(html.notice(t("my_data.delete_tick"), "warn", "alert"))
        return
    vault.delete(record.id)
    navigation.go("landing", a=None, deleted="1")


def _leave(t: Wording) -> None:
    if visitor.device() is None:
        return
    html.write(
        html.heading(t("my_data.leave"), 2),
        html.paragraph(t("my_data.leave_text")),
        f"<p><a class='jalon-language' href='/leave' target='_self'>"
        f"{html.esc(t('my_data.leave_link'))}</a></p>",
    )


show()
