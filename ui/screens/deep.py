"""Before a deep dive: what it looks at, how long it takes, what it changes and what it does not."""

import streamlit as st

from assessment.model import DeepDive, Questionnaire
from content.wording import Wording
from storage.record import Record
from ui import contents, navigation
from ui.components import guest, html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The theme named in the address, else the first that has a deep dive."""
    record = journey.opened(t)
    questionnaire = contents.questionnaire(t.language)
    journey.back(t, "results")
    dive = _wanted(questionnaire)
    if dive is None:
        html.arrive(t("deep.none"))
        return
    dimension = questionnaire.dimension(dive.dimension)
    html.arrive(t("deep.title", dimension=dimension.title))
    html.write(
        html.paragraph(dive.intro, "lead"),
        html.paragraph(t("deep.takes", count=len(dive.questions), minutes=dive.minutes)),
        html.paragraph(t("deep.changes")),
    )
    if guest.may_write(t, record, "answers"):
        _start(t, record, dive)


def _wanted(questionnaire: Questionnaire) -> DeepDive | None:
    named = questionnaire.deep_dive(navigation.parameter("d") or "")
    return named or next(iter(questionnaire.deep_dives), None)


def _start(t: Wording, record: Record, dive: DeepDive) -> None:
    still_open = [question.id for question in dive.questions if question.id not in record.answers]
    started = len(still_open) < len(dive.questions)
    words = t("deep.go_on") if started and still_open else t("deep.start")
    if started and not still_open:
        words = t("deep.again")
    if st.button(words, type="primary", key="deep-start"):
        navigation.go("question", q=still_open[0] if still_open else dive.questions[0].id)


show()
