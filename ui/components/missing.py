"""The request for a resource that is not there; used beside a search that found nothing."""

from zlib import crc32

import streamlit as st

from content.wording import Wording
from storage.voices import LONGEST
from ui import session, voices
from ui.components import html, voice


def ask_for(t: Wording, query: str = "") -> None:
    """One line, `query` written in it already; sent, it is thanked for.

    Another query is another request: its form is open again.
    """
    place = f"missing-{crc32(query.encode('utf-8', 'replace')):08x}"
    html.write(html.heading(t("missing.heading"), 2), html.paragraph(t("missing.lead")))
    if session.recall(f"voice.{place}") == "sent":
        html.write(html.notice(t("missing.thanks"), "good"))
        if st.button(t("missing.again"), type="tertiary", key=f"again-{place}"):
            voice.become(place, None)
        return
    with st.form(f"form-{place}", enter_to_submit=False):
        words = st.text_input(
            t("missing.words"), value=query[: LONGEST["words"]], max_chars=LONGEST["words"],
            placeholder=t("missing.example"), key=f"words-{place}",
        )  # fmt: skip
        voice.nameless(t)
        send = st.form_submit_button(t("missing.send"))
    if send and not words.strip():
        html.write(html.notice(t("missing.empty"), "warn", "alert"))
    elif send and voice.sent(t, lambda: voices.leave("request", words=words)):
        voice.become(place, "sent")
