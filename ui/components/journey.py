"""Where a visitor is, and how to say it: opened assessment, progress, saved at."""

import datetime as dt
from typing import NoReturn

import streamlit as st

from assessment import journey
from assessment.model import Questionnaire
from content.wording import Wording
from reports import formats
from storage.record import Record
from ui import navigation, vault, visitor
from ui.components import html


def opened(t: Wording) -> Record:
    """The assessment this page is about; without one, says so and stops."""
    record = vault.current()
    if record is None:
        html.write(
            html.heading(t("closed.title")),
            html.paragraph(t("closed.text")),
        )
        if st.button(t("closed.start"), type="primary"):
            navigation.go("landing", a=None)
        navigation.link("resume", t("landing.resume"), a=None)
        st.stop()
    return record


def proceed(record: Record, questionnaire: Questionnaire) -> NoReturn:
    """Where this assessment was left: its first open question, or its answers to check."""
    left_at = journey.first_open(questionnaire, record.form, record.answers)
    if left_at is None:
        navigation.go("results", a=record.id)
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
