"""The plan under your own hours and money: bring forward, put off or set aside with a tap."""

from dataclasses import replace

import streamlit as st

from content.wording import Wording
from recommendations.plan_data import plan_of
from recommendations.wishes import Means, Wishes
from reports.dossier import Dossier
from storage.record import Record
from ui import dossiers, navigation, vault
from ui.components import (
    guest,
    html,
    journey,
    meeting,
    plan,
    plan_means,
    plan_taps,
    waiting,
    who_pays,
)
from ui.components.adviser_words import adviser_words
from ui.components.dates import dates_to_keep
from ui.components.guard import screen
from ui.components.moves import computed_order


@screen
def show(t: Wording) -> None:
    """The path, the means, the projects, what was decided."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    sheet = dossier.sheet
    journey.back(t, "results")
    html.arrive(t("plan.title"))
    meeting.hints(t, record, "roadmap")
    adviser_words(t, record, "roadmap")
    plan.pathway(dossier)
    computed_order(t, dossier)
    if not guest.may_write(t, record, "plan"):
        _read(t, dossier)
        return
    means = _means(t, record, sheet.means)
    if means != sheet.means:
        _keep(record, means, sheet.wishes)
    waiting.better_order(t, dossier)
    if fitting := plan_means.offers(t, dossier):
        plan_means.start_over(record.id)
        _keep(record, fitting.means, fitting.wishes)
    changed = plan.projects(t, dossier, editable=True, record_id=record.id)
    who_pays.who_pays(t, dossier)
    changed = plan_taps.decided(t, dossier) or changed
    if changed is not None:
        _keep(record, means, changed)
    _ways_on(t, dossier)


def _read(t: Wording, dossier: Dossier) -> None:
    """The plan for who may not change it: the projects, who pays, the dates."""
    plan.projects(t, dossier, editable=False)
    who_pays.who_pays(t, dossier)
    _ways_on(t, dossier)


def _ways_on(t: Wording, dossier: Dossier) -> None:
    dates_to_keep(t, dossier, "plan")
    with st.container(horizontal=True, key="results-links"):
        navigation.link("funding", t("title.funding"))
        navigation.link("what_if", t("plan.what_if"))
        navigation.link("report", t("plan.report"))
        navigation.link("results", t("plan.results"))
        navigation.link("search", t("title.search"))
        navigation.link("stories", t("title.stories"))
        navigation.link("suggest", t("title.suggest"))
        navigation.link("keep", t("results.keep"))


def _keep(record: Record, means: Means, wishes: Wishes) -> None:
    vault.save_plan(record.id, plan_of(means, wishes))
    st.rerun()


def _means(t: Wording, record: Record, now: Means) -> Means:
    html.write(html.heading(t("plan.means"), 2), html.paragraph(t("plan.means_text")))
    typed = plan_means.fields(t, record.id, now)
    return replace(typed, max_active=plan_means.at_once(t, record.id, now.max_active))


show()
