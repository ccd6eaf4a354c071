"""The team's picture: a finding, a sentence, dots, a table, and what to learn together."""

import streamlit as st

from assessment.model import Questionnaire
from content.wording import Wording
from network.team import THRESHOLD, AreaPicture, TeamPicture
from reports.charts import voices
from storage.team_rounds import TeamRound
from ui import dossiers, navigation, teams
from ui.components import blocks, html, journey
from ui.components.chart import frame
from ui.components.drawings import dots
from ui.components.guard import screen
from ui.components.team import learn_together, opened_round


@screen
def show(t: Wording) -> None:
    """Nothing under three answers, not even by its address."""
    one = opened_round(t)
    found = teams.shown(one, t.language)
    questionnaire = teams.questionnaire(t.language)
    journey.back(t, "team_round", r=one.id)
    if found is None:
        _too_few(t, one)
        return
    name = html.paragraph(one.name, "kicker") if one.name else ""
    html.arrive(_finding(t, questionnaire, found), name)
    html.write(html.paragraph(t("team.rests_on", count=found.sheets), "lead"))
    _waiting(t, one, found)
    _first(t, questionnaire, found)
    _overview(t, questionnaire, found)
    _voices(t, one, questionnaire, found)
    html.write(
        _learn(t, questionnaire, found),
        html.fold(t("team.rule_title"), html.paragraph(t("team.rule"))),
    )
    if st.button(t("team.to_round"), key="to-round"):
        navigation.go("team_round", r=one.id)


def _too_few(t: Wording, one: TeamRound) -> None:
    html.arrive(t("title.team_picture"))
    closed = one.closed_on is not None
    more = max(THRESHOLD - one.answers, 1)
    html.write(html.notice(t("team.too_few_closed") if closed else t("team.more", count=more)))


def _finding(t: Wording, questionnaire: Questionnaire, found: TeamPicture) -> str:
    if found.first is not None:
        return t("team.finding", area=questionnaire.dimension(found.first).short)
    if any(area.value is not None for area in found.areas):
        return t("team.finding_all")
    return t("team.finding_none")


def _waiting(t: Wording, one: TeamRound, found: TeamPicture) -> None:
    """Answers that are in and not in the picture."""
    waiting = one.answers - found.sheets
    if waiting <= 0:
        return
    key = "team.left_out" if one.closed_on is not None else "team.waiting"
    html.write(html.paragraph(t(key, count=waiting), "small"))


def _first(t: Wording, questionnaire: Questionnaire, found: TeamPicture) -> None:
    area = next((area for area in found.areas if area.id == found.first), None)
    if area is None:
        return
    heading = t("team.first", area=questionnaire.dimension(area.id).short)
    html.write(
        f"<div class='jalon-card jalon-first'>{html.heading(heading, 2)}"
        f"{learn_together(t, area)}</div>"
    )


def _overview(t: Wording, questionnaire: Questionnaire, found: TeamPicture) -> None:
    head = (t("team.head_area"), t("team.head_level"), t("team.head_helpers"))
    rows = [
        (
            questionnaire.dimension(area.id).short,
            _level(t, questionnaire, area),
            "–" if area.helpers is None else t("team.percent", share=round(100 * area.helpers)),
        )
        for area in found.areas
    ]
    html.write(
        html.heading(t("team.overview"), 2), blocks.table(t("team.overview_caption"), head, rows)
    )


def _voices(t: Wording, one: TeamRound, questionnaire: Questionnaire, found: TeamPicture) -> None:
    """A dot a person, question by question."""
    columns = [t(f"team.option.{option.id}") for option in next(questionnaire.questions()).options]
    chart = voices.chart(
        questionnaire, found, columns, team=one.name, on=dossiers.today(), language=t.language
    )
    frame(t, chart, dots(chart.drawing, chart.alt), "team")


def _learn(t: Wording, questionnaire: Questionnaire, found: TeamPicture) -> str:
    """A fold an area; what to learn first stands open at the top."""
    return "".join(
        html.fold(
            t("team.learn", area=questionnaire.dimension(area.id).short), learn_together(t, area)
        )
        for area in found.areas
        if area.id != found.first
    )


def _level(t: Wording, questionnaire: Questionnaire, area: AreaPicture) -> str:
    if area.level is None or area.value is None:
        return t("team.not_shown")
    title = next(level.title for level in questionnaire.levels if level.id == area.level)
    return t("team.level", level=title, value=round(area.value))


show()
