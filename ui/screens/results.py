"""The result: one glance, then the strips, then the rest for who wants it."""

import streamlit as st

from assessment.journey import first_open
from content.wording import Wording
from reports.dossier import Dossier
from reports.sections.refined import both_scores
from storage.record import Record
from ui import dossiers, navigation, session, vault
from ui.components import charts, deeper, details, html, journey, meeting, next_level
from ui.components.adviser_words import adviser_words
from ui.components.glance import call, glance, worry
from ui.components.guard import screen
from ui.components.readings import readings
from ui.components.session_notes import session_notes


@screen
def show(t: Wording) -> None:
    """A half-done assessment gives a page too, and says what it rests on."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    dossiers.keep_score(record, dossier)
    # Before anybody asks to see the plan: its best order takes a few seconds to find.
    dossiers.looking(dossier.sheet, t.language)
    shown = dossiers.as_kept(record, dossier)
    html.arrive(t("results.title"), html.paragraph(dossier.name, "kicker") if dossier.name else "")
    meeting.hints(t, record, "results")
    if vault.may(record.id, "write", "answers"):
        _version(t, record, dossier)
        _unfinished(t, record, dossier)
    _deepened(t, shown)
    adviser_words(t, record, "results")
    glance(shown)
    if st.button(t("results.plan"), type="primary"):
        navigation.go("roadmap")
    html.write(worry(t, shown))
    charts.strips(t, shown, "results")
    html.write(deeper.scores(shown))
    details.rests_on(t, dossier)
    session_notes(t, record)
    _more(t, dossier, shown)
    _ways_on(t, record)


def _more(t: Wording, dossier: Dossier, shown: Dossier) -> None:
    """The rest, folded: few readers want all of it."""
    html.write(html.heading(t("results.more"), 2))
    with st.container(key="results-more", gap=None):
        html.write(details.floor(t, dossier), call(t, shown))
        next_level.ways_up(t, dossier, "results")
        charts.radar(t, shown, "results")
        deeper.ways_in(t, dossier)
        details.context(t, shown)
        readings(t, shown)


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
            journey.proceed(record, questionnaire)
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


def _ways_on(t: Wording, record: Record) -> None:
    html.write(html.heading(t("results.next"), 2))
    with st.container(horizontal=True, key="results-links"):
        navigation.link("funding", t("title.funding"))
        navigation.link("why", t("results.why"))
        navigation.link("then_and_now", t("results.compare"))
        navigation.link("follow_up", t("results.follow"))
        navigation.link("what_if", t("plan.what_if"))
        navigation.link("report", t("results.report"))
        navigation.link("check", t("results.change"))
        navigation.link("search", t("title.search"))
        navigation.link("stories", t("title.stories"))
        if vault.may(record.id, "read", "panel"):
            navigation.link("panel", t("results.panel"))
        # The code that was shown before there was an assessment to join with.
        code = session.recall("campaign.code")
        navigation.link("campaign_join", t("campaign.join_title"), c=code)
        navigation.link("keep", t("results.keep"))


show()
