"""Keep it and come back: a secret link, a short code to print, a file."""

import streamlit as st

from content.wording import Wording
from storage.answer_file import write_answer_file
from storage.record import Record
from ui import database, navigation, session, vault, visitor
from ui.components import dma, html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Three ways back; each secret is shown once."""
    record = journey.opened(t, "any")
    html.arrive(t("keep.title"))
    until = journey.day(t, record.expires_on)
    if vault.may(record.id, "create", "keys"):
        html.write(html.paragraph(t("keep.lead")))
        _link(t, record, until)
        _code(t, record, until)
        navigation.link("share", t("share.title"))
    else:
        html.write(html.notice(t("guest.come_back"), role="note"))
    _file(t, record)
    if st.button(t("keep.continue"), type="primary"):
        if journey.kind_of(record.instrument) == "dma":
            dma.enter(t, record)
        navigation.go("results" if record.answers else "profile")


def _link(t: Wording, record: Record, until: str) -> None:
    html.write(html.heading(t("keep.link"), 2), html.paragraph(t("keep.link_text", day=until)))
    if visitor.device() is None:
        html.write(html.paragraph(t("keep.no_link"), "small"))
        return
    if st.button(t("keep.link_make"), key="make-link"):
        secret = vault.new_key(record.id, "link")
        _shown_once(t, f"{visitor.site()}/open?key={secret}")


def _code(t: Wording, record: Record, until: str) -> None:
    html.write(html.heading(t("keep.code"), 2), html.paragraph(t("keep.code_text", day=until)))
    if st.button(t("keep.code_make"), key="make-code"):
        _shown_once(t, vault.new_key(record.id, "code"))


def _shown_once(t: Wording, secret: str) -> None:
    html.write(
        f"<p class='jalon-card jalon-first jalon-code'>{html.esc(secret)}</p>",
        html.notice(t("keep.once"), "warn"),
    )


def _file(t: Wording, record: Record) -> None:
    html.write(html.heading(t("keep.file"), 2), html.paragraph(t("keep.file_text")))
    today = journey.local_day(database.now())
    st.download_button(
        t("keep.file_make"),
        data=vault.taking(record.id, lambda: write_answer_file(record, today)),
        file_name=f"jalon-{today.isoformat()}.json",
        mime="application/json",
        on_click="ignore",
    )
    session.remember("last", record.id)


show()
