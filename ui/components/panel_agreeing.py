"""Writing down what people agreed on: a question, the answer, and why."""

import datetime as dt

import streamlit as st

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Question
from content.wording import Wording
from storage.errors import StorageUnavailable
from storage.panel_agreed import LONGEST_REASON, Agreed
from storage.panels import Panel
from storage.record import Record
from ui import panels, session, texts
from ui.components import html, journey
from ui.components.panel import agreed_on, answer_words


def agreeing(
    t: Wording,
    record: Record,
    panel: Panel,
    questions: list[Question],
    kept: dict[str, Agreed],
) -> None:
    """The form, the questions in the order to talk about them; closed panels only."""
    html.write(html.heading(t("panel.agree_heading"), 2))
    if panel.closed_on is None:
        html.write(html.paragraph(t("panel.agree_closed_first")))
        return
    by_id = {question.id: question for question in questions}
    chosen = st.selectbox(
        t("panel.agree_question"),
        list(by_id),
        format_func=lambda name: texts.plain(by_id[name].short),
        key=f"agree-question.{panel.id}.{t.language}",
    )
    question = by_id[chosen]
    now = answer_words(t, question, record.answers.get(question.id))
    html.write(html.paragraph(question.text), html.paragraph(t("panel.agree_now", answer=now)))
    _form(t, record, panel, question, kept.get(question.id))


def _form(
    t: Wording, record: Record, panel: Panel, question: Question, kept: Agreed | None
) -> None:
    values = [option.id for option in question.options if not option.retired]
    values += [UNKNOWN, *([NOT_APPLICABLE] if question.may_not_apply else [])]
    place = f"{panel.id}.{question.id}"
    standing = record.answers.get(question.id)
    value = st.radio(
        t("panel.agree_answer"),
        values,
        index=values.index(standing) if standing in values else None,
        format_func=lambda value: texts.plain(answer_words(t, question, value)),
        key=f"agree-value.{place}.{t.language}",
    )
    reason = st.text_area(
        t("panel.agree_reason"),
        value=kept.reason if kept else "",
        max_chars=LONGEST_REASON,
        placeholder=t("panel.agree_example"),
        key=f"agree-reason.{place}.{t.language}",
    )
    if st.button(t("panel.agree_save"), type="primary", key="agree-save"):
        _save(t, panel, question, value, reason.strip())
    elif (moment := session.recall(f"agreed.{place}")) is not None:
        html.write(html.notice(t("panel.agree_saved", time=journey.clock(moment)), "good"))
    if kept is not None:
        html.write(agreed_on(t, question, kept))


def _save(t: Wording, panel: Panel, question: Question, value: str | None, reason: str) -> None:
    if value is None or not reason:
        html.write(html.notice(t("panel.agree_missing"), "warn", "alert"))
        return
    try:
        moment: dt.datetime = panels.agree(panel, question.id, value, reason)
    except StorageUnavailable:
        html.write(html.notice(t("question.not_saved"), "warn", "alert"))
        return
    session.remember(f"agreed.{panel.id}.{question.id}", moment)
    # The whole page again: the answer that stands, the distribution, all say the new one.
    st.rerun()
