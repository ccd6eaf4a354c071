"""The enterprise's means as fields, and what would make a wish fit, one tap each."""

from dataclasses import dataclass, replace
from decimal import Decimal

import streamlit as st

from content.wording import Wording
from recommendations.roadmap import Relax
from recommendations.wishes import Means, Wishes
from reports import formats
from reports.dossier import Dossier
from reports.naming import project_title
from reports.sections.roadmap import what_gives
from reports.words import words
from ui import session, texts
from ui.components import html

MOST_HOURS, MOST_MONEY, MOST_MONTHS, MOST_ACTIVE = 400.0, 1_000_000, 60, 6


@dataclass(frozen=True)
class Change:
    """Means and wishes as a tap leaves them."""

    means: Means
    wishes: Wishes


def fields(t: Wording, place: str, now: Means, *, draft: bool = False) -> Means:
    """Hours, euros, months. `place` names the fields.

    A draft shows what is typed as long as it is shown; else they follow what is kept.
    """

    def named(name: str, kept: float) -> str:
        return f"{name}.{key}" if draft else session.field(f"{name}.{key}", kept)

    key = f"{place}.{session.recall(_turn(place), 0)}"
    kept_hours = min(float(now.hours_per_month), MOST_HOURS)
    kept_money = min(int(now.own_money_per_year), MOST_MONEY)
    kept_months = min(now.months, MOST_MONTHS)
    with st.container(horizontal=True, key=f"means-{place}".replace(".", "-")):
        hours = st.number_input(
            t("plan.hours"), 0.0, MOST_HOURS, kept_hours, 0.5,
            format="%g", key=named("hours", kept_hours),
        )  # fmt: skip
        money = st.number_input(
            t("plan.money"), 0, MOST_MONEY, kept_money, 100,
            key=named("money", kept_money),
        )  # fmt: skip
        months = st.number_input(
            t("plan.months"), 1, MOST_MONTHS, kept_months, 1,
            key=named("months", kept_months),
        )  # fmt: skip
    return Means(
        hours_per_month=Decimal(f"{hours:g}"),
        own_money_per_year=Decimal(money),
        months=months,
        max_active=now.max_active,
    )


def at_once(t: Wording, place: str, now: int) -> int:
    """How many projects at once, folded: more than two is a decision, and the fold says why."""
    with st.expander(t("plan.active_fold"), key=f"active-{place}"):
        html.write(html.paragraph(t("plan.active_why")))
        return st.number_input(
            t("plan.active"), 1, max(MOST_ACTIVE, now), now, 1,
            key=session.field(f"active.{place}.{session.recall(_turn(place), 0)}", now),
        )  # fmt: skip


def start_over(place: str) -> None:
    """The fields forget what was typed and show the means as they are now."""
    session.remember(_turn(place), session.recall(_turn(place), 0) + 1)


def offers(t: Wording, dossier: Dossier) -> Change | None:
    """The wishes that do not fit, with what would make them fit; the change of a tap."""
    changed = None
    for number, relax in enumerate(dossier.roadmap.relax):
        said = what_gives(relax, dossier.language, words(dossier.language))
        html.write(html.notice(said, "warn"))
        with st.container(horizontal=True, key=f"relax-{number}"):
            for key, (label, change) in _remedies(t, dossier, relax).items():
                if st.button(texts.plain(label), key=f"relax-{number}-{key}"):
                    changed = change
    return changed


def _remedies(t: Wording, dossier: Dossier, relax: Relax) -> dict[str, tuple[str, Change]]:
    means, wishes = dossier.sheet.means, dossier.sheet.wishes
    found = {}
    for key, field in (
        ("hours", "hours_per_month"), ("months", "months"), ("money", "own_money_per_year")
    ):  # fmt: skip
        amount = getattr(relax, key)
        if amount is not None:
            value = amount if key == "months" else Decimal(amount)
            shown = formats.number(Decimal(amount), dossier.language)
            label = t(f"plan.fit_{key}", amount=shown)
            found[key] = (label, Change(replace(means, **{field: value}), wishes))
    if relax.together:
        # One alone would not do: one tap sets them all.
        label = " · ".join(label for label, _ in found.values())
        values = {
            "hours_per_month": None if relax.hours is None else Decimal(relax.hours),
            "months": relax.months,
            "own_money_per_year": None if relax.money is None else Decimal(relax.money),
        }
        change = replace(means, **{k: v for k, v in values.items() if v is not None})
        found = {"together": (label, Change(change, wishes))}
    if relax.refused is not None:
        title = project_title(relax.refused, words(dossier.language))
        ids = [action.id for action in relax.refused.actions]
        found["refused"] = (
            t("plan.take_back", title=title),
            Change(means, wishes.take_back(ids)),
        )
    return found


def _turn(place: str) -> str:
    return f"means.{place}"
