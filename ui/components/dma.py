"""What the screens of the DMA estimate share: which assessment, its checklist, its answers."""

import logging
from typing import NoReturn

import streamlit as st

from assessment import marks
from assessment.checklist import Checklist, Scale, Ticks
from assessment.dma_profile import Module, WrongModule, read_module
from content.wording import Wording
from storage.errors import StorageUnavailable
from storage.record import DMA_PROFILE, Record
from ui import contents, navigation, session, vault
from ui.components import html, journey

_log = logging.getLogger("jalon.ui")


def opened(t: Wording) -> tuple[Record, Checklist]:
    """The DMA estimate this page is about; without one, says so and stops."""
    record = journey.opened(t, "dma")
    return record, contents.checklist(record.instrument, t.language)


def answers(record: Record, checklist: Checklist) -> dict[str, tuple[int, ...]]:
    """The answers that this version of the checklist still knows."""
    return marks.readable(checklist, record.numbers)


def module_of(record: Record) -> Module:
    """The profile module as stored; an empty one when a later version cannot read it."""
    try:
        return read_module(record.instrument, record.profile.get(DMA_PROFILE) or {})
    except WrongModule:
        return read_module(record.instrument, {})


def enter(t: Wording, record: Record) -> NoReturn:
    """Opens an estimate where it was left: its first screen, a question, or its result."""
    if not record.numbers:
        navigation.go("dma", a=record.id)
    checklist = contents.checklist(record.instrument, t.language)
    left_at = marks.first_open(checklist, answers(record, checklist))
    if left_at is None:
        navigation.go("dma_results", a=record.id)
    navigation.go("dma_question", a=record.id, q=left_at)


def neighbour(checklist: Checklist, question_id: str, step: int) -> str | None:
    """The question so many places further; None beyond the ends."""
    ids = [question.id for question in checklist.questions()]
    place = ids.index(question_id) + step
    return ids[place] if 0 <= place < len(ids) else None


def save(t: Wording, record: Record, question: Ticks | Scale, given: tuple[int, ...]) -> None:
    """Keeps this answer and says so, or says that it could not."""
    place = f"{record.id}.{question.id}"
    try:
        moment = vault.save_numbers(record.id, question.id, given)
    except (StorageUnavailable, LookupError) as error:
        _log.error("an answer was not saved: %s", error)
        html.write(html.notice(t("question.not_saved"), "warn", "alert"))
        st.button(t("question.save_again"), key=f"again.{place}")
        return
    session.remember(f"saved.{place}", moment)
    say_saved(t, place, True)


def say_saved(t: Wording, place: str, kept: bool) -> None:
    """When it was saved; nothing before the first answer."""
    moment = session.recall(f"saved.{place}")
    if moment is not None:
        words = t("question.saved_at", time=journey.clock(moment))
    else:
        words = t("question.saved") if kept else ""
    html.write(f"<p class='jalon-saved' role='status'>{html.esc(words)}</p>")
