"""Other assessments: each in a few words, with its own way in."""

import streamlit as st

from content.wording import Wording
from questionnaires import CHECKLISTS
from ui import contents, navigation, vault
from ui.components import html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Jalon's own first, then those kept apart from it."""
    journey.back(t, "landing")
    html.arrive(t("others.title"))
    html.write(html.paragraph(t("others.lead"), "lead"))
    _core(t)
    for instrument in CHECKLISTS:
        _checklist(t, instrument)
    _team(t)
    _campaign(t)


def _core(t: Wording) -> None:
    questionnaire = contents.questionnaire(t.language)
    with st.container(border=True, key="other-core"):
        html.write(
            html.heading(questionnaire.title, 2),
            html.paragraph(t("others.core")),
            html.paragraph(t("others.minutes", minutes=questionnaire.minutes), "small"),
        )
        if st.button(t("others.start_core"), type="primary", key="start-core"):
            made = vault.create(questionnaire.id, questionnaire.version, "core")
            navigation.go("profile", a=made)


def _checklist(t: Wording, instrument: str) -> None:
    checklist = contents.checklist(instrument, t.language)
    with st.container(border=True, key=f"other-{instrument}"):
        html.write(
            html.heading(checklist.title, 2),
            html.paragraph(checklist.about),
            html.paragraph(t("others.minutes", minutes=checklist.minutes), "small"),
        )
        if st.button(t(f"others.start.{instrument}"), key=f"start-{instrument}"):
            navigation.go("dma", a=vault.create(instrument, checklist.version, "core"))


def _team(t: Wording) -> None:
    with st.container(border=True, key="other-team"):
        html.write(
            html.heading(t("title.team"), 2),
            html.paragraph(t("team.lead")),
            html.paragraph(t("team.fact_time"), "small"),
        )
        if st.button(t("team.create_heading"), key="start-team"):
            navigation.go("team", a=None)


def _campaign(t: Wording) -> None:
    with st.container(border=True, key="other-campaign"):
        html.write(
            html.heading(t("title.campaign"), 2),
            html.paragraph(t("campaign.lead")),
            html.paragraph(t("campaign.fact_2"), "small"),
        )
        with st.container(horizontal=True, key="campaign-ways"):
            if st.button(t("campaign.create_heading"), key="start-campaign"):
                navigation.go("campaign", a=None)
            if st.button(t("campaign.to_join"), key="join-campaign"):
                navigation.go("campaign_join")


show()
