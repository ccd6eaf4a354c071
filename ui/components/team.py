"""Pieces of the team's screens: the opened round, the dots, what to learn together."""

import streamlit as st

from assessment.model import Question
from content.wording import Wording
from network.team import AreaPicture, ItemPicture
from recommendations.training import Training, read_training
from storage.team_rounds import TeamRound
from ui import contents, navigation, teams
from ui.components import html

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


def dots(t: Wording, question: Question, item: ItemPicture) -> str:
    """One question: a row an option, a dot a person, the count in figures."""
    title = html.heading(question.short, 3)
    if item.counts is None:
        return title + html.paragraph(t("team.item_hidden"), "small")
    rows = "".join(
        f"<li><span>{html.esc(t(f'team.option.{option.id}'))}</span>"
        f"<span class='jalon-dots' aria-hidden='true'>{'<i></i>' * count}</span>"
        f"<b>{count}</b></li>"
        for option, count in zip(question.options, item.counts, strict=True)
    )
    return (
        f"{title}<ul class='jalon-people'>{rows}</ul>{html.paragraph(_helpers(t, item), 'small')}"
    )


def learn_together(t: Wording, area: AreaPicture) -> str:
    """An hour among colleagues when someone can show, free help, and projects of the plan."""
    training = next(each for each in read_training(t.language) if each.area == area.id)
    first = t("team.with_helper") if area.helpers else t("team.without_helper")
    lines = "".join(f"<li>{line}</li>" for line in _ways(t, training))
    return html.paragraph(first) + f"<ul class='jalon-list'>{lines}</ul>"


def _helpers(t: Wording, item: ItemPicture) -> str:
    if not item.helpers:
        return t("team.no_helper")
    return t("team.helpers", count=item.helpers, of=item.known)


def _ways(t: Wording, training: Training) -> list[str]:
    library = contents.library(t.language)
    hour = f"<strong>{html.esc(t('team.hour'))}</strong> {html.esc(training.together)}"
    own_language = [
        found
        for name in training.resources
        if t.language in (found := library.resources[name]).languages
    ]
    free = [
        f"<strong>{html.esc(t('team.free_help'))}</strong> {html.out(one.url, one.title)} "
        f"({html.esc(one.publisher)}). {html.esc(one.summary)}"
        for one in own_language[:_RESOURCES]
    ]
    projects = " · ".join(library.action(name).title for name in training.actions)
    project = f"<strong>{html.esc(t('team.projects'))}</strong> {html.esc(projects)}"
    return [hour, *free, project]
