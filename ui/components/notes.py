"""An adviser's notes: fields that keep what is typed and say when; what the enterprise reads."""

import datetime as dt
from collections.abc import Callable, Iterable

import streamlit as st

from content.wording import Wording
from storage.record import Record
from storage.shared_notes import SeenMark, SharedNote
from ui import guided, session, texts
from ui.components import html, journey, saving

LONGEST = 4000
_HEIGHT = 120

Write = Callable[[str, str, str], dt.datetime]


def private(t: Wording, record: Record, question_id: str = guided.WHOLE) -> None:
    """A note that nobody else reads."""
    note = guided.my_notes(record.id).get(question_id)
    kept = (note.text, note.saved_at) if note else ("", None)
    _field(t, record, question_id, "private", kept, guided.save_private)


def shared(t: Wording, record: Record, question_id: str = guided.WHOLE) -> None:
    """A note that the enterprise reads at once."""
    mine = guided.here(record.id)
    note = next(
        (
            each
            for each in guided.shared(record)
            if mine and (each.question_id, each.account_id) == (question_id, mine.account_id)
        ),
        None,
    )
    kept = (note.text, note.saved_at) if note else ("", None)
    _field(t, record, question_id, "shared", kept, guided.save_shared)


def _field(
    t: Wording,
    record: Record,
    question_id: str,
    kind: str,
    kept: tuple[str, dt.datetime | None],
    write: Write,
) -> None:
    text, saved_at = kept
    # 'note-' is what arrival.py looks for: it sends the field when one stops typing.
    name = f"note-{kind}-{record.id}-{question_id or 'whole'}"
    given = st.text_area(
        texts.plain(t(f"notes.{kind}")),
        value=text,
        max_chars=LONGEST,
        height=_HEIGHT,
        placeholder=t(f"notes.{kind}_example"),
        key=session.field(name, text, str.strip),
    )
    # Compared here and not in a callback: the first run after a reconnection has none.
    typed = (given or "").strip()
    if typed != text:
        saving.keep(t, name, lambda: write(record.id, question_id, typed), name)
        return
    html.write(f"<p class='jalon-saved' role='status'>{html.esc(_said(t, saved_at))}</p>")


def _said(t: Wording, saved_at: dt.datetime | None) -> str:
    if saved_at is None:
        return t("notes.nothing")
    day = journey.day(t, journey.local_day(saved_at))
    return t("notes.saved", day=day, time=journey.clock(saved_at))


def offline(t: Wording) -> None:
    """Shown by the style sheet while the server cannot be reached: nothing has to be fetched."""
    said = html.notice(t("notes.offline"), "warn", "alert")
    html.write(f"<div class='jalon-offline'>{said}</div>")


def seen_line(t: Wording, mark: SeenMark, answer: str | None) -> str:
    """'Vu ensemble le … avec …', and whether the answer changed since."""
    said = t(f"seen.{mark.kind}", day=journey.day(t, mark.day), name=mark.name)
    return said if mark.value == answer else f"{said} {t('seen.changed')}"


def told(t: Wording, record: Record, notes: Iterable[SharedNote], marks: Iterable[SeenMark]) -> str:
    """What the enterprise reads of a question: what was seen, then the notes, with whose."""
    lines = [seen_line(t, mark, record.answers.get(mark.question_id)) for mark in marks]
    return (html.items(lines, "seen") if lines else "") + "".join(
        one_note(t, note) for note in notes
    )


def one_note(t: Wording, note: SharedNote) -> str:
    """A note as a quotation, with its author's name and its day."""
    day = journey.day(t, journey.local_day(note.saved_at))
    by = html.paragraph(t("notes.by", name=note.name, day=day), "small")
    return f"<blockquote class='jalon-adviser'>{_lines(note.text)}{by}</blockquote>"


def _lines(text: str) -> str:
    return "".join(html.paragraph(line) for line in text.splitlines() if line.strip())
