"""Who you are: five questions at most, each with its use, all skippable."""

from decimal import Decimal
from typing import Any

import streamlit as st

from assessment.places import ancestors, contains
from assessment.profile import Enterprise, Profile
from content.wording import Wording
from storage.errors import ChangedMeanwhile
from ui import choices, navigation, session, sheets, texts, vault
from ui.components import clashing, guest, html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The questions, saved as they are answered."""
    record = journey.opened(t)
    guest.writing(t, t("profile.title"), record, "profile")
    profile = sheets.profile_of(record)
    journey.back(t, "landing")
    html.arrive(t("profile.title"))
    html.write(html.paragraph(t("profile.lead")))
    given = _ask(t, record.id, profile.enterprise)
    enterprise = Enterprise.model_validate({**profile.enterprise.model_dump(), **given})
    if enterprise != profile.enterprise:
        kept = Profile(enterprise=enterprise, project=profile.project)
        try:
            vault.save_profile(record.id, sheets.changed(record, kept), record.profile)
        except ChangedMeanwhile:
            # Kept between our reading and our writing: read again, and compare.
            st.rerun()
    if st.button(t("profile.continue"), type="primary"):
        navigation.go("check" if navigation.parameter("from") == "check" else "worry")
    navigation.link("enterprise", t("title.enterprise"))


def _ask(t: Wording, record_id: str, known: Enterprise) -> dict[str, Any]:
    lists = choices.read_choices(t.language)
    key = f"{record_id}.{t.language}"
    name = _name(t, record_id, known.name or "", f"name.{key}")
    place = _place(t, lists, known, key)
    country = place.country if place else None
    return {
        "name": name.strip() or None,
        **_where(place, known, {one.id for one in lists.places}),
        "legal_form": _form(t, lists, known, country, key),
        "fte": _size(t, known, key),
        "accreditations": _accreditations(t, lists, known, country, key),
        "economic_activity": _activity(t, known, key),
    }


def _name(t: Wording, record_id: str, kept: str, field: str) -> str:
    """What is typed; what is kept as long as both were changed and nobody has decided."""
    key = session.field(field, kept, str.strip)
    typed = st.text_input(t("profile.name"), value=kept, max_chars=200, key=key)
    _use(t, "name")
    other = session.clash(field)
    if other is None:
        return typed
    clashing.ask(t, record_id, "profile", field, other[0])
    return kept


def _where(
    place: choices.Place | None, known: Enterprise, listed: set[str]
) -> dict[str, str | None]:
    """Region and country; a province told elsewhere stays while it lies in the place chosen."""
    if place is None:
        return {"region": None, "country": None}
    if known.region and known.region not in listed and contains(place.id, known.region):
        return {"region": known.region, "country": place.country}
    return {"region": place.id if "-" in place.id else None, "country": place.country}


def _use(t: Wording, name: str) -> None:
    html.write(html.paragraph(t(f"profile.{name}_use"), "small"))


def _place(t: Wording, lists: choices.Choices, known: Enterprise, key: str) -> choices.Place | None:
    ids = [place.id for place in lists.places]
    around = (known.region, *ancestors(known.region)) if known.region else (known.country,)
    now = next((one for one in around if one in ids), known.country)
    now = now if now in ids else None
    chosen = st.selectbox(
        t("profile.place"),
        ids,
        index=None if now is None else ids.index(now),
        format_func=lambda one: next(p.label for p in lists.places if p.id == one),
        placeholder=t("profile.choose"),
        key=session.field(f"place.{key}", now),
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
        key=session.field(f"form.{key}.{country}", now, lambda one: one or None),
    )
    _use(t, "form")
    return chosen or None


def _size(t: Wording, known: Enterprise, key: str) -> Decimal | None:
    now = None if known.fte is None else float(known.fte)
    given = st.number_input(
        t("profile.size"),
        min_value=0.0,
        max_value=100_000.0,
        value=now,
        step=0.5,
        format="%g",
        placeholder=t("profile.size_example"),
        key=session.field(f"size.{key}", now),
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
    ours = [one for one in kept if one in labels]
    chosen = st.multiselect(
        t("profile.accreditations"),
        list(labels),
        default=ours,
        format_func=lambda one: labels[one],
        placeholder=t("profile.choose_several"),
        # It would be in English, and nobody holds them all.
        select_all=False,
        key=session.field(f"accreditations.{key}.{country}", ours),
    )
    _use(t, "accreditations")
    # "None of these" is told elsewhere; here nothing chosen says nothing.
    return (*chosen, *others) or (() if known.accreditations == () else None)


def _activity(t: Wording, known: Enterprise, key: str) -> bool | None:
    values = {"yes": True, "no": False, "unknown": None}
    ids = list(values)
    now = next(one for one, value in values.items() if value == known.economic_activity)
    chosen = st.radio(
        texts.plain(t("profile.activity")),
        ids,
        index=None if now == "unknown" else ids.index(now),
        format_func=lambda one: t(f"profile.activity_{one}"),
        key=session.field(f"activity.{key}", now, lambda one: values[one or "unknown"]),
    )
    _use(t, "activity")
    return values.get(chosen or "unknown")


show()
