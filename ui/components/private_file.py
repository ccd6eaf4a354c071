"""An adviser's private notes as a file for herself: to keep, or to answer a request for access."""

import streamlit as st

from content.wording import Wording
from storage.private_notes import PrivateNote
from storage.record import Record
from ui import contents, guided
from ui.components import html, journey


def private_file(t: Wording, record: Record, name: str) -> None:
    """The file, and what it is for; nothing while there is no note."""
    found = tuple(guided.my_notes(record.id).values())
    if not found:
        return
    html.write(html.paragraph(t("private_file.text"), "small"))
    st.download_button(
        t("private_file.take", count=len(found)),
        data=written(t, name, found),
        file_name="notes.txt",
        mime="text/plain",
        on_click="ignore",
        key="private-file",
    )


def written(t: Wording, name: str, found: tuple[PrivateNote, ...]) -> bytes:
    """The notes as plain text, each under its question and with its moment."""
    questions = {q.id: q.text for q in contents.questionnaire(t.language).all_questions()}
    parts = [t("private_file.heading", name=name)]
    for note in found:
        about = questions.get(note.question_id, note.question_id) or t("private_file.whole")
        day = journey.day(t, journey.local_day(note.saved_at))
        saved = t("notes.saved", day=day, time=journey.clock(note.saved_at))
        parts.append(f"{about}\n{saved}\n\n{note.text}")
    return ("\n\n---\n\n".join(parts) + "\n").encode()
