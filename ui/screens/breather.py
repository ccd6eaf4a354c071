"""After each dimension: one sentence, its small result, go on or stop here."""

import streamlit as st

from assessment import journey as order
from assessment.model import Dimension, Questionnaire
from assessment.scorecard import Score, score_card
from content.wording import Wording
from storage.record import Record
from ui import contents, navigation, sheets
from ui.components import html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The small result of the dimension named in the address, in words."""
    record = journey.opened(t)
    questionnaire = contents.questionnaire(t.language)
    dimension = _wanted(questionnaire)
    last = dimension.questions[-1].id
    journey.back(t, "question", q=last)
    answers = sheets.known_answers(record.answers, questionnaire)
    score = score_card(questionnaire, answers, record.form).dimensions[dimension.id]
    place = order.progress(questionnaire, record.form, last, answers)
    html.arrive(
        _sentence(t, questionnaire, dimension, score),
        html.paragraph(t("breather.done", answered=place.answered, total=place.total), "kicker"),
        journey.progress_bar(place.answered, place.total),
    )
    html.write(html.paragraph(_meaning(t, questionnaire, score)))
    _ways_on(t, questionnaire, record, last)


def _wanted(questionnaire: Questionnaire) -> Dimension:
    named = navigation.parameter("d")
    found = (each for each in questionnaire.dimensions if each.id == named)
    return next(found, questionnaire.dimensions[0])


def _sentence(t: Wording, questionnaire: Questionnaire, dimension: Dimension, score: Score) -> str:
    for level in questionnaire.levels:
        if level.id == score.level:
            return t("breather.result", dimension=dimension.title, level=level.title)
    state = "not_applicable" if score.coverage is None else "unknown"
    return t(f"breather.{state}", dimension=dimension.title)


def _meaning(t: Wording, questionnaire: Questionnaire, score: Score) -> str:
    for level in questionnaire.levels:
        if level.id == score.level:
            return level.meaning
    return t("breather.later")


def _ways_on(t: Wording, questionnaire: Questionnaire, record: Record, last: str) -> None:
    following = order.next_question(questionnaire, record.form, last)
    with st.container(horizontal=True):
        if st.button(t("breather.continue"), type="primary"):
            navigation.go("question" if following else "check", q=following)
        if following and st.button(t("breather.stop")):
            navigation.go("results")
    navigation.link("keep", t("breather.keep"))


show()
