"""In the enterprise's own words, before any question of ours."""

import streamlit as st

from assessment import journey as order
from content.wording import Wording
from storage.errors import ChangedMeanwhile
from storage.record import Record
from ui import contents, navigation, session, vault
from ui.components import clashing, guest, html, journey
from ui.components.guard import screen

LONGEST = 1000


@screen
def show(t: Wording) -> None:
    """One free text, skippable."""
    record = journey.opened(t)
    guest.writing(t, t("worry.title"), record, "profile")
    journey.back(t, "profile")
    html.arrive(t("worry.title"))
    html.write(html.paragraph(t("worry.lead")))
    field = f"worry.{record.id}"
    given = st.text_area(
        t("worry.title"),
        value=record.worry,
        max_chars=LONGEST,
        height=140,
        placeholder=t("worry.example"),
        label_visibility="collapsed",
        key=session.field(field, record.worry, str.strip),
    )
    _keep(t, record, field, given.strip()[:LONGEST])
    if st.button(t("worry.continue"), type="primary") and session.clash(field) is None:
        questionnaire = contents.questionnaire(t.language)
        first = order.first_open(questionnaire, record.form, record.answers)
        if first is None:
            navigation.go("check")
        navigation.go("question", q=first)


def _keep(t: Wording, record: Record, field: str, given: str) -> None:
    """Keeps what is written, unless somebody else wrote there since it was read."""
    other = session.clash(field)
    if other is not None:
        clashing.ask(t, record.id, "profile", field, other[0])
    elif given != record.worry:
        try:
            vault.save_worry(record.id, given, record.worry)
        except ChangedMeanwhile as changed:
            session.clashes(field, changed.theirs)
            st.rerun()
        session.is_kept(field)


show()
