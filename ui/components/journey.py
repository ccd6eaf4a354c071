"""Where a visitor is, and how to say it: opened assessment, progress, saved at."""

import datetime as dt
from typing import Literal, NoReturn

import streamlit as st

from assessment import journey
from assessment.model import Questionnaire
from content.wording import Wording
from questionnaires import CHECKLISTS
from reports import formats
from storage.record import Record
from ui import navigation, vault, visitor
from ui.components import html

Kind = Literal["core", "dma", "any"]


def opened(t: Wording, kind: Kind = "core") -> Record:
    """The assessment this page is about; without one of this kind, says so and stops.

    Advice and roadmap are for Jalon's own questionnaire only.
    """
    record = vault.current()
    if record is None:
        html.arrive(t("closed.title"))
        html.write(html.paragraph(t("closed.text")))
        if st.button(t("closed.start"), type="primary"):
            navigation.go("landing", a=None)
        navigation.link("resume", t("landing.resume"), a=None)
        st.stop()
    if kind != "any" and kind != kind_of(record.instrument):
        _other_kind(t, record)
    return record


def kind_of(instrument: str) -> Kind:
    """'dma' for an estimate along the DMA, else 'core'."""
    return "dma" if instrument in CHECKLISTS else "core"


def _other_kind(t: Wording, record: Record) -> NoReturn:
    found = kind_of(record.instrument)
    html.arrive(t(f"kind.{found}.title"))
    html.write(html.paragraph(t(f"kind.{found}.text")))
    navigation.link("dma" if found == "dma" else "results", t(f"kind.{found}.open"))
    st.stop()


def proceed(record: Record, questionnaire: Questionnaire) -> NoReturn:
    """Where this assessment was left: its first open question, or its result.

    One that follows another asks only what changed.
    """
    left_at = journey.first_open(questionnaire, record.form, record.answers)
    if left_at is None or not vault.may(record.id, "write", "answers"):
        navigation.go("results", a=record.id)
    if record.follows_id is not None:
        navigation.go("again", a=record.id)
    navigation.go("question", a=record.id, q=left_at)


def back(t: Wording, screen: str, **parameters: str | None) -> None:
    """The way back, above what is asked."""
    if st.button(f"← {t('frame.back')}", type="tertiary", key="back"):
        navigation.go(screen, **parameters)


def progress_bar(done: int, total: int) -> str:
    """A thin line; the words beside it say the same."""
    share = round(100 * done / total) if total else 0
    return (
        f"<div class='jalon-progress' aria-hidden='true'><span style='width:{share}%'></span></div>"
    )


def clock(moment: dt.datetime) -> str:
    """The hour on the visitor's own clock: '14:02'."""
    return moment.astimezone(visitor.zone()).strftime("%H:%M")


def day(t: Wording, date: dt.date) -> str:
    """A date in words: '23 novembre 2026'."""
    return formats.day(date, t.language).replace(" ", "\u00a0")


def local_day(moment: dt.datetime) -> dt.date:
    """The visitor's own date at this moment."""
    return moment.astimezone(visitor.zone()).date()
