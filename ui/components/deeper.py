"""Going further on one theme: the ways in, and core and refined scores side by side."""

import streamlit as st

from assessment.answers import Answers
from assessment.model import DeepDive, Questionnaire
from content.wording import Wording
from reports.dossier import Dossier
from reports.sections.refined import both_scores
from reports.words import words
from ui import navigation
from ui.components import blocks, html


def scores(dossier: Dossier) -> str:
    """What is refined, theme by theme, and that it is another measure; empty when nothing is."""
    if not dossier.card.refined:
        return ""
    word = words(dossier.language)
    rows = [
        (dossier.library.questionnaire.dimension(name).title, both_scores(dossier, name))
        for name in dossier.card.refined
    ]
    return (
        html.heading(word("refined.heading"), 3)
        + blocks.pairs(rows)
        + html.paragraph(word("refined.rule"), "small")
    )


def ways_in(t: Wording, dossier: Dossier) -> None:
    """One fold: the theme with most to win first, then the others; nothing without a deep dive."""
    instrument = dossier.library.questionnaire
    if not instrument.deep_dives or dossier.sheet.form != "core":
        return
    first = _most_to_win(dossier)
    with st.expander(t("deeper.title"), key="deeper"):
        html.write(html.paragraph(t("deeper.text")))
        _link(t, instrument, first, dossier.sheet.answers, "deeper.first")
        for dive in instrument.deep_dives:
            if dive is not first:
                _link(t, instrument, dive, dossier.sheet.answers, "deeper.open")


def _link(
    t: Wording, instrument: Questionnaire, dive: DeepDive, answers: Answers, unopened: str
) -> None:
    """One way in, that says how long it takes or how far one is."""
    done = sum(1 for question in dive.questions if question.id in answers)
    key = unopened
    if done:
        key = "deeper.go_on" if done < len(dive.questions) else "deeper.again"
    title = instrument.dimension(dive.dimension).title
    label = t(key, dimension=title, done=done, of=len(dive.questions), minutes=dive.minutes)
    navigation.link("deep", label, d=dive.dimension)


def _most_to_win(dossier: Dossier) -> DeepDive:
    """The deep dive of the lowest known dimension; the first when nothing is known."""
    scores = dossier.card.dimensions
    values = {
        dive.dimension: value
        for dive in dossier.library.questionnaire.deep_dives
        if (score := scores.get(dive.dimension)) and (value := score.value) is not None
    }
    dives = dossier.library.questionnaire.deep_dives
    return min(dives, key=lambda dive: values.get(dive.dimension, 101.0))
