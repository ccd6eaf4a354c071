"""Pieces of the team's screens: the opened round, what to learn together."""

import streamlit as st

from content.wording import Wording
from network.team import AreaPicture
from recommendations.training import Training, read_training
from storage.team_rounds import TeamRound
from ui import contents, dossiers, navigation, teams
from ui.components import freshness, html

_RESOURCES = 2


def opened_round(t: Wording) -> TeamRound:
    """The round this page is about; without one, says so and stops."""
    found = teams.current()
    if found is None:
        html.write(html.heading(t("team.gone")), html.paragraph(t("team.gone_text")))
        if st.button(t("team.to_team"), type="primary"):
            navigation.go("team", r=None)
        st.stop()
    return found


def learn_together(t: Wording, area: AreaPicture) -> str:
    """An hour among colleagues when someone can show, free help, and projects of the plan."""
    training = next(each for each in read_training(t.language) if each.area == area.id)
    first = t("team.with_helper") if area.helpers else t("team.without_helper")
    lines = "".join(f"<li>{line}</li>" for line in _ways(t, training))
    return html.paragraph(first) + f"<ul class='jalon-list'>{lines}</ul>"


def _ways(t: Wording, training: Training) -> list[str]:
    on, library = dossiers.today(), contents.library(t.language)
    hour = f"<strong>{html.esc(t('team.hour'))}</strong> {html.esc(training.together)}"
    own_language = [
        found
        for name in training.resources
        if (found := library.resources.get(name)) and t.language in found.languages
    ]
    free = [
        f"<strong>{html.esc(t('team.free_help'))}</strong> {html.out(one.url, one.title)} "
        f"({html.esc(one.publisher)}). {html.esc(one.summary)} "
        f"{freshness.seen(one, on, t.language)}"
        for one in own_language[:_RESOURCES]
    ]
    projects = " · ".join(library.action(name).title for name in training.actions)
    project = f"<strong>{html.esc(t('team.projects'))}</strong> {html.esc(projects)}"
    return [hour, *free, project]
