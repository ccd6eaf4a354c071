"""What is kept, until when, and how to make it go."""

import streamlit as st

from assessment.dates import months_later
from content.wording import Wording
from storage.record import Record
from ui import database, everything, navigation, session, vault, visitor
from ui.components import html, journey
from ui.components.going import going
from ui.components.guard import screen

# How long from today one can choose to keep it.
MONTHS = (1, 3, 6, 12, 24, 36, 60)


@screen
def show(t: Wording) -> None:
    """The last day, the file, deletion, this device."""
    record = journey.opened(t, "any")
    html.arrive(t("my_data.title"))
    owner = vault.may(record.id, "write", "expiry")
    if owner:
        given = len(record.answers) + len(record.numbers)
        html.write(html.paragraph(t("my_data.kept", count=given)))
        _expiry(t, record)
    else:
        html.write(
            html.paragraph(t("my_data.expiry_text", day=journey.day(t, record.expires_on))),
            html.notice(t("guest.owner_only"), role="note"),
        )
    html.write(html.heading(t("my_data.copy"), 2))
    navigation.link("keep", t("my_data.copy_link"))
    if owner:
        navigation.link("share", t("share.title"))
        _everything(t, record)
        _delete(t, record)
    _leave(t)


def _expiry(t: Wording, record: Record) -> None:
    today = journey.local_day(database.now())
    html.write(
        html.heading(t("my_data.expiry"), 2),
        html.paragraph(t("my_data.expiry_text", day=journey.day(t, record.expires_on))),
    )
    days = sorted({record.expires_on, *(months_later(today, months) for months in MONTHS)})
    chosen = st.selectbox(
        t("my_data.expiry_label"),
        days,
        index=days.index(record.expires_on),
        format_func=lambda day: journey.day(t, day),
        key=session.field(f"expiry.{record.id}.{t.language}", record.expires_on),
    )
    if chosen != record.expires_on:
        vault.set_expiry(record.id, chosen)
        html.write(html.notice(t("my_data.expiry_kept", day=journey.day(t, chosen)), "good"))


def _everything(t: Wording, record: Record) -> None:
    """A file to read or to keep; the answer file is the one that can be resumed from."""
    html.write(
        html.heading(t("my_data.everything"), 2), html.paragraph(t("my_data.everything_text"))
    )
    today = journey.local_day(database.now())
    st.download_button(
        t("my_data.everything_make"),
        data=everything.file(record, t.language, today),
        file_name=f"jalon-everything-{today.isoformat()}.json",
        mime="application/json",
        on_click="ignore",
        key="everything",
    )


def _delete(t: Wording, record: Record) -> None:
    html.write(html.heading(t("my_data.delete"), 2), going(t, record))
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
