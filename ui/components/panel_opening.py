"""Opening a panel: what is asked, and how one person has one voice."""

import streamlit as st

from assessment.model import Questionnaire
from content.wording import Wording
from network.panel_scope import FLASH, WrongScope, minutes, scope_of
from storage.panels import AlreadyOpen
from storage.record import Record
from ui import contents, navigation, panels, texts
from ui.components import html

DIMENSIONS = "dimensions"
SHARED, SLIPS = "shared", "slips"


def opening(t: Wording, record: Record) -> None:
    """The form; the panel it opens is the next screen."""
    questionnaire = contents.questionnaire(t.language)
    html.write(html.heading(t("panel.create_heading"), 2))
    scope = _scope(t, questionnaire)
    voice = st.radio(
        t("panel.voice"),
        (SHARED, SLIPS),
        format_func=lambda value: t(f"panel.voice.{value}"),
        key=f"panel-voice.{t.language}",
    )
    html.write(html.paragraph(t(f"panel.limit.{voice}"), "small"))
    if not st.button(t("panel.create"), type="primary", key="create-panel"):
        return
    if scope is None:
        html.write(html.notice(t("panel.choose_dimensions"), "warn", "alert"))
        return
    try:
        made = panels.open_panel(record, scope, slips=voice == SLIPS)
    except AlreadyOpen:
        # Opened meanwhile, in another tab: this same screen shows it.
        navigation.go("panel", v=None)
    navigation.go("panel", v=made)


def _scope(t: Wording, questionnaire: Questionnaire) -> str | None:
    """What was chosen, and how long it takes; None while it is nothing, or too much."""
    what = st.radio(
        t("panel.what"),
        (FLASH, DIMENSIONS),
        format_func=lambda value: t(f"panel.what.{value}"),
        key=f"panel-what.{t.language}",
    )
    if what == FLASH:
        scope: str | None = FLASH
    else:
        with st.container(key="panel-dimensions", gap=None):
            chosen = tuple(
                dimension.id
                for dimension in questionnaire.dimensions
                if st.checkbox(texts.plain(dimension.title), key=f"panel-{dimension.id}")
            )
        try:
            scope = scope_of(questionnaire, chosen)
        except WrongScope:
            scope = None
            if chosen:
                html.write(html.notice(t("panel.too_long"), "warn"))
    if scope is not None:
        words = t("panel.minutes", count=minutes(questionnaire, scope))
        html.write(html.paragraph(words, "small"))
    return scope
