"""What the screens of the DMA estimate share: which assessment, its checklist, its answers."""

from typing import NoReturn

from assessment import marks
from assessment.checklist import Checklist
from assessment.dma_profile import Module, WrongModule, read_module
from content.wording import Wording
from storage.record import DMA_PROFILE, Record
from ui import contents, navigation, vault
from ui.components import journey


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
    if not vault.may(record.id, "write", "answers"):
        navigation.go("dma_results", a=record.id)
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
