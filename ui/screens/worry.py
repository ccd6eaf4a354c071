"""In the enterprise's own words, before any question of ours."""

import streamlit as st

from assessment import journey as order
from content.wording import Wording
from ui import contents, navigation, vault
from ui.components import html, journey
from ui.components.guard import screen

LONGEST = 1000


@screen
def show(t: Wording) -> None:
    """One free text, skippable."""
    record = journey.opened(t)
    journey.back(t, "profile")
    html.arrive(t("worry.title"))
    html.write(html.paragraph(t("worry.lead")))
    given = st.text_area(
        t("worry.title"),
        value=record.worry,
        max_chars=LONGEST,
        height=140,
        placeholder=t("worry.example"),
        label_visibility="collapsed",
        key=f"worry.{record.id}",
    )
    if given.strip() != record.worry:
        vault.save_worry(record.id, given.strip()[:LONGEST])
    if st.button(t("worry.continue"), type="primary"):
        questionnaire = contents.questionnaire(t.language)
        first = order.first_open(questionnaire, record.form, record.answers)
        if first is None:
            navigation.go("check")
        navigation.go("question", q=first)


show()
