"""The first screen of a DMA estimate: what it is, at which moment, who you are."""

import unicodedata
from collections.abc import Iterable
from typing import Any, get_args

import streamlit as st
from babel import Locale

from assessment.checklist import Checklist
from assessment.dma_profile import AREAS, PSO_TYPES, SECTORS, Module, read_module, sizes
from assessment.marks import first_open
from content.wording import Wording
from storage.record import DMA_PROFILE, Record, Stage
from ui import navigation, session, texts, vault
from ui.components import dma, dma_former, guest, html, journey
from ui.components.guard import screen

_STAGES: tuple[Stage, ...] = get_args(Stage)
_NO_COUNTRIES = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
"""Codes among the territories that are no country."""


@screen
def show(t: Wording) -> None:
    """Everything here is optional; Continue opens the first question."""
    record, checklist = dma.opened(t)
    guest.writing(t, checklist.title, record, "answers")
    journey.back(t, "others", a=None)
    html.arrive(checklist.title)
    html.write(
        html.paragraph(checklist.about, "lead"),
        html.notice(checklist.estimate),
        html.paragraph(t("dma.how", minutes=checklist.minutes)),
    )
    _follows(t, record, checklist)
    _stage(t, record)
    with st.expander(t("dma.profile"), key=f"dma-profile-{record.id}"):
        html.write(html.paragraph(t("dma.profile_use"), "small"))
        _profile(t, record)
    if st.button(t("question.continue"), type="primary", key="continue"):
        _go_on(record, checklist)
    html.write(html.paragraph(checklist.attribution, "small"))


def _follows(t: Wording, record: Record, checklist: Checklist) -> None:
    """Which estimate this one is filled in from."""
    former = dma_former.former_of(record, checklist)
    if former is not None:
        said = t("dma.follows", day=journey.day(t, former.day), stage=former.stage)
        html.write(html.notice(said, role="note"))
    elif record.follows_id is not None:
        html.write(html.notice(t("dma.follows_none"), role="note"))


def _go_on(record: Record, checklist: Checklist) -> None:
    left_at = first_open(checklist, dma.answers(record, checklist))
    if left_at is None:
        navigation.go("dma_results")
    navigation.go("dma_question", q=left_at)


def _stage(t: Wording, record: Record) -> None:
    chosen = st.radio(
        t("dma.stage"),
        _STAGES,
        index=_STAGES.index(record.stage),
        format_func=lambda stage: texts.plain(t(f"dma.stage.{stage}")),
        key=session.field(f"stage.{record.id}.{t.language}", record.stage),
    )
    if chosen is not None and chosen != record.stage:
        vault.save_stage(record.id, chosen)


def _profile(t: Wording, record: Record) -> None:
    known = dma.module_of(record)
    given = {**known.model_dump(), **_ask(t, record, known)}
    module = read_module(record.instrument, given)
    if module != known:
        said = module.model_dump(mode="json", exclude_none=True)
        vault.save_profile(record.id, {**record.profile, DMA_PROFILE: said})


def _ask(t: Wording, record: Record, known: Module) -> dict[str, Any]:
    key = f"{record.id}.{t.language}"
    said = known.model_dump()

    def line(name: str) -> str | None:
        label = t(f"dma.profile.{name}")
        kept = said[name] or ""
        place = session.field(f"{name}.{key}", kept, str.strip)
        typed = st.text_input(label, value=kept, max_chars=200, key=place)
        return typed.strip() or None

    def one_of(name: str, ids: Iterable[str], words: str) -> str | None:
        known_ids = list(ids)
        now = said[name] if said[name] in known_ids else None
        return st.selectbox(
            t(f"dma.profile.{name}"),
            known_ids,
            index=None if now is None else known_ids.index(now),
            format_func=lambda one: t(f"dma.{words}.{one}"),
            placeholder=t("profile.choose"),
            key=session.field(f"{name}.{key}", now),
        )

    given: dict[str, Any] = {"name": line("name"), "country": _country(t, said["country"], key)}
    given["size"] = one_of("size", sizes(record.instrument), f"size.{record.instrument}")
    if record.instrument == "dma-pso":
        given["type"] = one_of("type", PSO_TYPES, "type")
        names, ids, words = ("area", "second_area"), AREAS, "area"
    else:
        names, ids, words = ("sector", "second_sector"), SECTORS, "sector"
    for name in names:
        given[name] = one_of(name, ids, words)
    return given | {"edih": line("edih"), "portal_id": line("portal_id")}


def _country(t: Wording, now: str | None, key: str) -> str | None:
    territories = Locale.parse(t.language).territories
    names = {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }
    codes = sorted(names, key=lambda code: unicodedata.normalize("NFD", names[code]).lower())
    return st.selectbox(
        t("dma.profile.country"),
        codes,
        index=codes.index(now) if now in codes else None,
        format_func=lambda code: names[code],
        placeholder=t("profile.choose"),
        key=session.field(f"country.{key}", now if now in codes else None),
    )


show()
