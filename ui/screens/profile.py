"""Who you are: five questions at most, each with its use, all skippable."""

from decimal import Decimal
from typing import Any

import streamlit as st

from assessment.profile import Enterprise, Profile
from content.wording import Wording
from ui import choices, navigation, sheets, texts, vault
from ui.components import html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The questions, saved as they are answered."""
    record = journey.opened(t)
    profile = sheets.profile_of(record)
    journey.back(t, "landing")
    html.arrive(t("profile.title"))
    html.write(html.paragraph(t("profile.lead")))
    given = _ask(t, record.id, profile.enterprise)
    enterprise = Enterprise.model_validate({**profile.enterprise.model_dump(), **given})
    if enterprise != profile.enterprise:
        kept = Profile(enterprise=enterprise, project=profile.project)
        vault.save_profile(record.id, kept.model_dump(mode="json", exclude_none=True))
    if st.button(t("profile.continue"), type="primary"):
        navigation.go("check" if navigation.parameter("from") == "check" else "worry")


def _ask(t: Wording, record_id: str, known: Enterprise) -> dict[str, Any]:
    lists = choices.read_choices(t.language)
    key = f"{record_id}.{t.language}"
    name = st.text_input(
        t("profile.name"), value=known.name or "", max_chars=200, key=f"name.{key}"
    )
    _use(t, "name")
    place = _place(t, lists, known, key)
    country = place.country if place else None
    return {
        "name": name.strip() or None,
        "region": place.id if place and "-" in place.id else None,
        "country": country,
        "legal_form": _form(t, lists, known, country, key),
        "fte": _size(t, known, key),
        "accreditations": _accreditations(t, lists, known, country, key),
        "economic_activity": _activity(t, known, key),
    }


def _use(t: Wording, name: str) -> None:
    html.write(html.paragraph(t(f"profile.{name}_use"), "small"))


def _place(t: Wording, lists: choices.Choices, known: Enterprise, key: str) -> choices.Place | None:
    ids = [place.id for place in lists.places]
    now = known.region if known.region in ids else known.country
    chosen = st.selectbox(
        t("profile.place"),
        ids,
        index=ids.index(now) if now in ids else None,
        format_func=lambda one: next(p.label for p in lists.places if p.id == one),
        placeholder=t("profile.choose"),
        key=f"place.{key}",
    )
    _use(t, "place")
    return lists.place(chosen)


def _form(
    t: Wording, lists: choices.Choices, known: Enterprise, country: str | None, key: str
) -> str | None:
    labels = {one.id: one.label for one in choices.of_country(lists.forms, country)}
    # A form from a file that our lists do not name stays as it came.
    if known.legal_form and known.legal_form not in {one.id for one in lists.forms}:
        labels[known.legal_form] = known.legal_form
    ids = [*labels, ""]
    now = known.legal_form if known.legal_form in ids else None
    chosen = st.selectbox(
        t("profile.form"),
        ids,
        index=ids.index(now) if now else None,
        format_func=lambda one: labels.get(one) or t("profile.form_other"),
        placeholder=t("profile.choose"),
        key=f"form.{key}.{country}",
    )
    _use(t, "form")
    return chosen or None


def _size(t: Wording, known: Enterprise, key: str) -> Decimal | None:
    given = st.number_input(
        t("profile.size"),
        min_value=0.0,
        max_value=100_000.0,
        value=None if known.fte is None else float(known.fte),
        step=0.5,
        format="%g",
        placeholder=t("profile.size_example"),
        key=f"size.{key}",
    )
    _use(t, "size")
    # Through its text, so that 0.5 stays 0.5; a whole number without its '.0'.
    return None if given is None else Decimal(f"{given:g}")


def _accreditations(
    t: Wording, lists: choices.Choices, known: Enterprise, country: str | None, key: str
) -> tuple[str, ...] | None:
    labels = {one.id: one.label for one in choices.of_country(lists.accreditations, country)}
    kept = known.accreditations or ()
    others = tuple(one for one in kept if one not in {a.id for a in lists.accreditations})
    if not labels:
        return others or None
    chosen = st.multiselect(
        t("profile.accreditations"),
        list(labels),
        default=[one for one in kept if one in labels],
        format_func=lambda one: labels[one],
        placeholder=t("profile.choose_several"),
        key=f"accreditations.{key}.{country}",
    )
    _use(t, "accreditations")
    return (*chosen, *others) or None


def _activity(t: Wording, known: Enterprise, key: str) -> bool | None:
    values = {"yes": True, "no": False, "unknown": None}
    ids = list(values)
    now = next(one for one, value in values.items() if value == known.economic_activity)
    chosen = st.radio(
        texts.plain(t("profile.activity")),
        ids,
        index=None if now == "unknown" else ids.index(now),
        format_func=lambda one: t(f"profile.activity_{one}"),
        key=f"activity.{key}",
    )
    _use(t, "activity")
    return values.get(chosen or "unknown")


show()
