"""The picture of several voices: what to talk about first, the dots, what was agreed."""

import streamlit as st

from assessment.model import Questionnaire
from content.wording import Wording
from network.panel import PanelPicture, missing
from network.panel_talk import Topic
from reports.charts import panel as panel_chart
from storage.panels import Panel
from storage.record import Record, name_in
from ui import contents, dossiers, navigation, panels
from ui.components import html, journey
from ui.components.chart import frame
from ui.components.drawings import dots
from ui.components.guard import screen
from ui.components.panel import agreed_on, opened_panel, said, too_few
from ui.components.panel_agreeing import agreeing

_FIRST = 3
"""Questions to talk about that stand open; an hour is too short for more."""
EVERYBODY = "everybody"


@screen
def show(t: Wording) -> None:
    """Nothing under five answers, not even by its address."""
    record = journey.opened(t)
    panel = opened_panel(t, record)
    found = panels.shown(panel, t.language)
    journey.back(t, "panel", v=panel.id)
    if found is None:
        html.arrive(t("title.panel_picture"))
        html.write(too_few(t, panel))
        return
    questionnaire = contents.questionnaire(t.language)
    talk = panels.to_talk_about(record, panel, found)
    html.arrive(finding(t, questionnaire, found, talk), _kicker(record))
    html.write(html.paragraph(t("panel.rests_on", count=found.sheets), "lead"))
    _waiting(t, panel, found)
    _talk(t, questionnaire, found, talk)
    _voices(t, record, questionnaire, found)
    _each(t, record, panel, questionnaire, found, talk)
    html.write(
        html.fold(t("panel.agreement_title"), html.paragraph(t("panel.agreement_rule"))),
        html.fold(t("panel.rule_title"), html.paragraph(t("panel.rule"))),
    )
    if st.button(t("panel.to_projector"), key="to-projector"):
        navigation.go("panel_projector", v=panel.id)


def finding(
    t: Wording, questionnaire: Questionnaire, found: PanelPicture, talk: tuple[Topic, ...]
) -> str:
    """The title: what to talk about first, or that there is nothing to."""
    if talk:
        return t("panel.finding", question=questionnaire.question(talk[0].question).short)
    if any(each.counts is not None for each in found.questions):
        return t("panel.finding_alike")
    return t("panel.finding_none")


def _kicker(record: Record) -> str:
    name = name_in(record.profile)
    return html.paragraph(name, "kicker") if name else ""


def _waiting(t: Wording, panel: Panel, found: PanelPicture) -> None:
    """Sheets that are in and not in the picture."""
    waiting = panel.answers - found.sheets
    if waiting <= 0:
        return
    if panel.closed_on is not None:
        words = t("panel.left_out", count=waiting)
    else:
        words = t("panel.waiting", count=waiting, more=missing(waiting))
    html.write(html.paragraph(words, "small"))


def _talk(
    t: Wording, questionnaire: Questionnaire, found: PanelPicture, talk: tuple[Topic, ...]
) -> None:
    if not talk:
        return
    html.write(html.heading(t("panel.talk_heading"), 2), html.paragraph(t("panel.talk_text")))
    by_id = {each.question: each for each in found.questions}
    for topic in talk[:_FIRST]:
        question = questionnaire.question(topic.question)
        moves = t("panel.moves", count=round(topic.moves))
        html.write(
            f"<div class='jalon-card'>{html.heading(question.text, 3)}"
            f"{said(t, question, by_id[question.id])}{html.paragraph(moves, 'small')}</div>"
        )


def _voices(t: Wording, record: Record, questionnaire: Questionnaire, found: PanelPicture) -> None:
    """A dot a person, question by question; of everybody, or of a role that may be shown."""
    roles = found.roles()
    role = None
    if roles:
        chosen = st.selectbox(
            t("panel.who"),
            (EVERYBODY, *roles),
            format_func=lambda value: t(f"panel.role.{value}"),
            key=f"panel-who.{t.language}",
        )
        role = None if chosen == EVERYBODY else (chosen, t(f"panel.role.{chosen}"))
    else:
        html.write(html.paragraph(t("panel.no_role"), "small"))
    chart = panel_chart.chart(
        questionnaire, found, name=name_in(record.profile), on=dossiers.today(),
        language=t.language, role=role,
    )  # fmt: skip
    frame(t, chart, dots(chart.drawing, chart.alt), "panel")
    if role is not None:
        html.write(html.paragraph(t("panel.role_part"), "small"))


def _each(
    t: Wording,
    record: Record,
    panel: Panel,
    questionnaire: Questionnaire,
    found: PanelPicture,
    talk: tuple[Topic, ...],
) -> None:
    """What was agreed, then every question in full, those to talk about first."""
    kept = panels.agreed(panel)
    first = [topic.question for topic in talk]
    rest = [each.question for each in found.questions if each.question not in first]
    questions = [questionnaire.question(name) for name in (*first, *rest)]
    agreeing(t, record, panel, questions, kept)
    by_id = {each.question: each for each in found.questions}
    html.write(html.heading(t("panel.each_heading"), 2))
    for question in questions:
        agreed = agreed_on(t, question, kept[question.id]) if question.id in kept else ""
        inner = html.paragraph(question.text) + said(t, question, by_id[question.id]) + agreed
        html.write(html.fold(question.short, inner))


show()
