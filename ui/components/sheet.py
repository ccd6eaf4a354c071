"""A sheet that one person fills in on a phone: its code, its screens, its questions."""

from collections.abc import Callable

import streamlit as st

from assessment.model import Question
from content.wording import Wording
from ui import navigation, texts
from ui.components import html

Given = dict[str, str]


def ask_code(t: Wording, kind: str, *, wrong: bool) -> None:
    """Asks for the code; `kind` names the screen `<kind>_answer` and its words."""
    html.arrive(t(f"{kind}.join_title"))
    if wrong:
        html.write(html.notice(t(f"{kind}.wrong_code"), "warn", "alert"))
    typed = st.text_input(t(f"{kind}.code"), max_chars=30, placeholder="XXXX-XXXX", key="join-code")
    if st.button(t(f"{kind}.join"), type="primary", key="join"):
        if typed.strip():
            navigation.go(f"{kind}_answer", a=None, c=typed.strip())
        html.write(html.notice(t(f"{kind}.code_empty"), "warn", "alert"))


def say(t: Wording, key: str) -> None:
    """A screen with nothing to fill in: a title and a sentence."""
    html.arrive(t(f"{key}_title"))
    html.write(html.paragraph(t(key)))


def step(last: int) -> int:
    """Which screen of the sheet the address asks for: 0 (a word before) to `last`."""
    asked = navigation.parameter("step") or "0"
    return min(int(asked), last) if asked.isdecimal() else 0


def ask(
    question: Question, values: list[str], label: Callable[[str], str], given: Given, key: str
) -> Given:
    """One question; what is given afterwards. Nothing is ticked in advance."""
    kept = given.get(question.id)
    chosen = st.radio(
        texts.plain(question.text),
        values,
        index=values.index(kept) if kept in values else None,
        format_func=lambda value: texts.plain(label(value)),
        key=key,
    )
    return given if chosen is None else {**given, question.id: chosen}
