"""The plan under your own hours and money: keep, bring forward or refuse with a tap."""

from decimal import Decimal

import streamlit as st

from content.wording import Wording
from recommendations.plan_data import plan_of
from recommendations.queue import Wishes
from recommendations.roadmap import Means
from reports.dossier import Dossier
from storage.record import Record
from ui import dossiers, navigation, texts, vault
from ui.components import html, journey, plan
from ui.components.guard import screen

MOST_HOURS, MOST_MONEY, MOST_MONTHS = 400, 1_000_000, 60


@screen
def show(t: Wording) -> None:
    """The means, the path, the projects, what was refused."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    journey.back(t, "results")
    html.arrive(t("plan.title"))
    plan.pathway(dossier)
    means = _means(t, record, dossier.sheet.means)
    if means != dossier.sheet.means:
        _keep(record, means, dossier.sheet.wishes)
    changed = plan.projects(t, dossier, editable=True) or _refused(t, dossier)
    if changed is not None:
        _keep(record, means, changed)
    with st.container(horizontal=True, key="results-links"):
        navigation.link("report", t("plan.report"))
        navigation.link("results", t("plan.results"))
        navigation.link("stories", t("title.stories"))
        navigation.link("keep", t("results.keep"))


def _keep(record: Record, means: Means, wishes: Wishes) -> None:
    vault.save_plan(record.id, plan_of(means, wishes))
    st.rerun()


def _means(t: Wording, record: Record, now: Means) -> Means:
    html.write(html.heading(t("plan.means"), 2), html.paragraph(t("plan.means_text")))
    with st.container(horizontal=True, key="plan-means"):
        hours = st.number_input(
            t("plan.hours"), 0.0, float(MOST_HOURS), float(now.hours_per_month), 0.5,
            format="%g", key=f"hours.{record.id}",
        )  # fmt: skip
        money = st.number_input(
            t("plan.money"), 0, MOST_MONEY, int(now.own_money_per_year), 100,
            key=f"money.{record.id}",
        )  # fmt: skip
        months = st.number_input(
            t("plan.months"), 1, MOST_MONTHS, min(now.months, MOST_MONTHS), 1,
            key=f"months.{record.id}",
        )  # fmt: skip
    return Means(
        hours_per_month=Decimal(f"{hours:g}"),
        own_money_per_year=Decimal(money),
        months=months,
        max_active=now.max_active,
    )


def _refused(t: Wording, dossier: Dossier) -> Wishes | None:
    wishes = dossier.sheet.wishes
    known = [action for action in dossier.library.actions if action.id in wishes.refused]
    if not known:
        return None
    html.write(html.heading(t("plan.refused"), 2))
    for action in known:
        again = t("plan.take_back", title=texts.plain(action.title))
        if st.button(again, key=f"again-{action.id}", type="tertiary"):
            return Wishes(wishes.pinned, wishes.refused - {action.id})
    return None


show()
