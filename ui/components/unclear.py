"""Under a question: 'this is unclear to me', one tap, then a word more if one likes."""

import streamlit as st

from content.wording import Wording
from storage.voices import LONGEST
from ui import session, voices
from ui.components import html, voice


def unclear(t: Wording, question_id: str) -> None:
    """The button; once tapped, thanks, a line to fill in, and a way to take it back.

    Only one small element before it is tapped: the screen of a question stays light.
    """
    place = f"unclear.{question_id}"
    left = session.recall(place)
    if left is None:
        if st.button(t("unclear.button"), type="tertiary", key="unclear"):
            _signal(t, place, question_id)
        return
    html.write(html.notice(t("unclear.thanks"), "good"))
    if session.recall(f"{place}.said"):
        return
    with st.form(f"form.{place}", enter_to_submit=False):
        text = st.text_input(t("unclear.what"), max_chars=LONGEST["text"], key=f"text.{place}")
        voice.nameless(t)
        add = st.form_submit_button(t("unclear.add"))
    if add and text.strip() and voice.sent(t, lambda: voices.say_more(left, text)):
        session.remember(f"{place}.said", True)
        st.rerun()
    if st.button(t("unclear.back"), type="tertiary", key="unclear-back") and voice.sent(
        t, lambda: voices.take_back(left)
    ):
        session.forget(place)
        st.rerun()


def _signal(t: Wording, place: str, question_id: str) -> None:
    def send() -> None:
        session.remember(place, voices.leave("unclear", question_id))

    if voice.sent(t, send):
        st.rerun()
