"""A question in a meeting: at left as the enterprise sees it, at right what is the adviser's.

Both screens follow each other: what one keeps, the other shows within seconds, without a click.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import streamlit as st

from assessment.model import Question
from content.wording import Wording
from storage.errors import StorageUnavailable, UnknownAssessment
from storage.guidance import Guidance
from storage.record import Record
from storage.shared_notes import SEEN, Seen, SeenMark
from ui import dossiers, guided, texts, vault
from ui.components import hour, html, notes
from ui.failures import told

EVERY_SECONDS = 3.0
_log = logging.getLogger("jalon.ui")


@contextmanager
def theirs(hers: Guidance | None) -> Iterator[Any]:
    """Where the enterprise's part stands; gives the adviser's column, None for others."""
    if hers is None:
        yield None
        return
    with st.container(key="meeting"):
        left, right = st.columns((3, 2), gap="large")
        with left:
            yield right


def side(t: Wording, record: Record, question: Question) -> None:
    """Hints, proof, notes, what was seen: a fold on a phone, a column where there is room.

    Open to begin with: what a closed fold holds takes no key, even where a style shows it.
    """
    notes.offline(t)
    with st.expander(t("meeting.yours"), key="meeting-side", expanded=True):
        html.write(
            html.heading(t("meeting.hint"), 2),
            html.paragraph(question.adviser_hint),
            html.heading(t("meeting.proof"), 2),
            html.paragraph(question.proof),
            html.paragraph(t("meeting.not_compliance"), "small"),
        )
        _marks(t, record, question)
        notes.private(t, record, question.id)
        notes.shared(t, record, question.id)


def _marks(t: Wording, record: Record, question: Question) -> None:
    found = {mark.kind: mark for mark in _seen(record, question.id)}
    for kind in SEEN:
        _mark(t, record, question, kind, found.get(kind))


def _mark(
    t: Wording, record: Record, question: Question, kind: Seen, mark: SeenMark | None
) -> None:
    answer = vault.answer(record.id, question.id)
    name = f"seen-{kind}-{record.id}-{question.id}"
    ticked = st.checkbox(
        texts.plain(t(f"meeting.seen_{kind}")), mark is not None,
        key=f"{name}-{mark is not None}",
    )  # fmt: skip
    if ticked == (mark is not None):
        if mark is not None:
            html.write(html.paragraph(notes.seen_line(t, mark, answer), "small"))
        return
    if ticked:
        guided.mark(record, question.id, kind, answer, dossiers.today())
    else:
        guided.unmark(record, question.id, kind)
    st.rerun()


def said(t: Wording, record: Record, question_id: str, advised: Sequence[Guidance]) -> None:
    """What the enterprise reads under its question, where it is `advised` at all."""
    if not advised:
        return
    found = notes.told(t, record, _shared(record, question_id), _seen(record, question_id))
    if found:
        html.write(html.heading(t("meeting.said"), 2), found)


def hints(t: Wording, record: Record, screen: str) -> None:
    """On results and plan: the way back to the session, the clock, what to look for."""
    hers = guided.here(record.id)
    if hers is None:
        return
    hour.bar(t, record, hers)
    html.write(html.fold(t("meeting.yours"), html.items(t(f"meeting.{screen}").split("\n"))))


def follow(record: Record, question_id: str, advised: Sequence[Guidance]) -> None:
    """During a session: looks again every few seconds, and draws the page anew when it changed.

    `record` is what this page was drawn from.
    """
    if not guided.in_session(advised):
        return
    drawn = _state(record, question_id)

    def look() -> None:
        try:
            if _state(vault.load(record.id), question_id) != drawn:
                st.rerun()
        except StorageUnavailable as error:
            _log.error("storage: %s", told(error))
        except UnknownAssessment:
            # Deleted, or closed to this browser meanwhile: the whole page says so.
            st.rerun()

    st.fragment(look, run_every=EVERY_SECONDS)()


def _state(record: Record, question_id: str) -> tuple[Any, ...]:
    """What a page of this question shows that the other side may change."""
    return (
        record.answers.get(question_id),
        _shared(record, question_id),
        _seen(record, question_id),
    )


def _shared(record: Record, question_id: str) -> tuple[Any, ...]:
    return tuple(note for note in guided.shared(record) if note.question_id == question_id)


def _seen(record: Record, question_id: str) -> tuple[SeenMark, ...]:
    return tuple(mark for mark in guided.seen(record) if mark.question_id == question_id)
