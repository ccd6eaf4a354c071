"""Pieces of the panel's screens: the opened panel, how a question was answered, what was agreed."""

import streamlit as st

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Question
from content.wording import Wording
from network.panel import QuestionPicture, missing, moves
from storage.panel_agreed import Agreed
from storage.panels import Panel
from storage.record import Record
from ui import contents, navigation, panels
from ui.components import guest, html, journey


def opened_panel(t: Wording, record: Record) -> Panel:
    """The panel this page is about; without one, says so and stops."""
    guest.hers(t, t("panel.title"), record, "read", "panel")
    found = panels.current(record)
    if found is None:
        html.arrive(t("panel.none_title"))
        html.write(html.paragraph(t("panel.none")))
        if st.button(t("panel.to_panel"), type="primary"):
            navigation.go("panel", v=None)
        st.stop()
    return found


def has_picture(panel: Panel) -> bool:
    """Whether there is something to show, or will be once somebody looks."""
    return panel.shown > 0 or moves(panel.waiting)


def too_few(t: Wording, panel: Panel) -> str:
    """Why there is no picture, and what it takes."""
    if panel.closed_on is not None:
        return html.notice(t("panel.too_few_closed"))
    return html.notice(t("panel.more", count=missing(panel.waiting)))


def answer_words(t: Wording, question: Question, value: str | None) -> str:
    """An answer in words; that there was none."""
    if value in (UNKNOWN, NOT_APPLICABLE):
        return t(f"answer.{value}")
    if value is None or value not in question.positions:
        return t("answer.not_answered")
    return question.option(value).text


def said(t: Wording, question: Question, shown: QuestionPicture, role: str | None = None) -> str:
    """Each option with a dot a person and the count, then how much people agree."""
    counts, agreement = shown.of(role), shown.agreement(role)
    if counts is None or agreement is None:
        return html.paragraph(t("panel.hidden"), "small")
    lines = "".join(
        f"<li><span>{html.esc(option.text)}</span>"
        f"<span class='jalon-dots' aria-hidden='true'>{'<i></i>' * count}</span><b>{count}</b></li>"
        for option, count in zip(question.options, counts, strict=True)
    )
    agreed = html.paragraph(t("panel.agreement", value=round(100 * agreement)))
    return f"<ul class='jalon-people jalon-options'>{lines}</ul>{agreed}"


def agreed_on(t: Wording, question: Question, one: Agreed) -> str:
    """What was agreed, when, what stood before and why."""
    words = t(
        "panel.agreed_on",
        day=journey.day(t, one.agreed_on),
        answer=answer_words(t, question, one.value),
    )
    before = t("panel.agreed_before", answer=answer_words(t, question, one.before))
    reason = html.paragraph(t("panel.agreed_reason", reason=one.reason)) if one.reason else ""
    return (
        f"<div class='jalon-card'>{html.paragraph(words)}{html.paragraph(before, 'small')}"
        f"{reason}</div>"
    )


def agreed_history(t: Wording, record: Record) -> str:
    """What people agreed on over time, folded; nothing while they agreed on nothing."""
    known = {
        question.id: question for question in contents.questionnaire(t.language).known_questions()
    }
    told = "".join(
        html.heading(known[one.question_id].short, 3) + agreed_on(t, known[one.question_id], one)
        for one in panels.all_agreed(record)
        if one.question_id in known
    )
    return html.fold(t("panel.agreed_history"), told) if told else ""
