"""The result: one glance, then the strips, then the rest for who wants it."""

import streamlit as st

from assessment.journey import first_open
from content.wording import Wording
from reports.dossier import Dossier
from reports.sections.refined import both_scores
from storage.record import Record
from ui import dossiers, navigation, vault
from ui.components import charts, deeper, details, html, journey
from ui.components.glance import glance
from ui.components.guard import screen
from ui.components.readings import readings


@screen
def show(t: Wording) -> None:
    """A half-done assessment gives a page too, and says what it rests on."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    dossiers.keep_score(record, dossier)
    shown = dossiers.as_kept(record, dossier)
    html.arrive(t("results.title"), html.paragraph(dossier.name, "kicker") if dossier.name else "")
    _version(t, record, dossier)
    _unfinished(t, record, dossier)
    _deepened(t, shown)
    glance(t, shown)
    if st.button(t("results.plan"), type="primary"):
        navigation.go("roadmap")
    charts.strips(t, shown, "results")
    html.write(deeper.scores(shown))
    charts.radar(t, shown, "results")
    details.find_out(t, dossier)
    details.floor(dossier)
    deeper.ways_in(t, dossier)
    details.context(t, shown)
    readings(t, shown)
    _ways_on(t)


def _version(t: Wording, record: Record, dossier: Dossier) -> None:
    if not dossiers.is_old(record, dossier):
        return
    now = dossier.library.questionnaire.version
    html.write(html.notice(t("results.old", then=record.scored_version, now=now)))
    if st.button(t("results.score_again", now=now)):
        dossiers.score_again(record, dossier)
        st.rerun()


def _unfinished(t: Wording, record: Record, dossier: Dossier) -> None:
    questionnaire = dossier.library.questionnaire
    left_at = first_open(questionnaire, record.form, record.answers)
    if left_at is not None:
        html.write(html.notice(t("results.unfinished", count=len(dossier.sheet.answers))))
        if st.button(t("results.go_on")):
            navigation.go("question", q=left_at)
    elif record.form == "flash":
        more = len(list(questionnaire.questions())) - len(questionnaire.flash)
        html.write(html.notice(t("results.flash", more=more)))
        if st.button(t("results.to_core")):
            vault.save_form(record.id, "core")
            navigation.go("question", q=first_open(questionnaire, "core", record.answers))


def _deepened(t: Wording, dossier: Dossier) -> None:
    """Back from a deep dive: what it gave, in one line."""
    named = navigation.parameter("deeper")
    if named in dossier.card.refined:
        title = dossier.library.questionnaire.dimension(named).title
        said = t("results.deepened", dimension=title, scores=both_scores(dossier, named))
        html.write(html.notice(said, "good"))


def _ways_on(t: Wording) -> None:
    html.write(html.heading(t("results.next"), 2))
    with st.container(horizontal=True, key="results-links"):
        navigation.link("roadmap", t("results.plan"))
        navigation.link("why", t("results.why"))
        navigation.link("report", t("results.report"))
        navigation.link("check", t("results.change"))
        navigation.link("stories", t("title.stories"))
        navigation.link("keep", t("results.keep"))


show()
