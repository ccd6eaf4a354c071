"""Everything said, the doubtful first; each line can be changed and comes back here."""

from itertools import groupby

import streamlit as st

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.consistency import Check
from assessment.explanation import State, state_of
from assessment.journey import by_doubt
from assessment.model import Question, Questionnaire
from assessment.scorecard import shown
from content.wording import Wording
from reports.build import to_reread
from reports.words import words
from storage.record import Record
from ui import contents, navigation, sheets
from ui.components import guest, html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """What to read again together, the answers by doubt, then the button that says what it does."""
    record = journey.opened(t)
    questionnaire = contents.questionnaire(t.language)
    answers = sheets.known_answers(record.answers, questionnaire)
    questions = shown(questionnaire, answers, record.form)
    html.arrive(t("check.title"))
    changing = guest.may_write(t, record, "answers")
    if changing:
        html.write(html.paragraph(t("check.lead")))
    if st.button(t("check.results"), type="primary", key="results-above"):
        navigation.go("results")
    _together(t, questionnaire, to_reread(questionnaire, answers, record.form), changing)
    ordered = by_doubt(questions, answers)
    for state, group in groupby(ordered, key=lambda q: state_of(answers.get(q.id))):
        _group(t, state, list(group), answers, changing)
    if changing:
        _profile(t, record)
    if st.button(t("check.results"), type="primary", key="results-below"):
        navigation.go("results")


def _together(
    t: Wording, questionnaire: Questionnaire, checks: tuple[Check, ...], changing: bool
) -> None:
    """Answers that may not go together: a gentle note, nothing to correct."""
    if not checks:
        return
    word = words(t.language)
    html.write(html.heading(word("together.heading"), 2), html.paragraph(word("together.intro")))
    for check in checks:
        with st.container(key=f"together-{check.id}", gap=None):
            html.write(html.notice(check.text, role="note"))
            for question_id in dict.fromkeys(condition.question for condition in check.when):
                if changing:
                    _change(t, questionnaire.question(question_id))


def _group(
    t: Wording, state: State, questions: list[Question], answers: dict[str, str], changing: bool
) -> None:
    html.write(html.heading(t(f"check.{state}", count=len(questions)), 2))
    for question in questions:
        with st.container(key=f"check-{question.id}", gap=None):
            html.write(
                f"<p class='jalon-answer'><strong>{html.esc(question.short)}</strong><br>"
                f"{html.esc(_said(t, question, answers.get(question.id)))}</p>"
            )
            if changing:
                _change(t, question)


def _change(t: Wording, question: Question) -> None:
    navigation.link(
        "question", t("check.change", question=question.short), q=question.id, **{"from": "check"}
    )


def _said(t: Wording, question: Question, value: str | None) -> str:
    if value is None:
        return t("answer.not_answered")
    if value in (UNKNOWN, NOT_APPLICABLE):
        return t(f"answer.{value}")
    return question.option(value).text


def _profile(t: Wording, record: Record) -> None:
    html.write(html.heading(t("check.profile"), 2))
    enterprise = sheets.profile_of(record).enterprise
    html.write(html.paragraph(enterprise.name or t("landing.unnamed")))
    navigation.link("profile", t("check.change_profile"), **{"from": "check"})


show()
