"""What the enterprise keeps of its sessions: the adviser's notes for it, and what was seen."""

from content.wording import Wording
from storage.record import Record
from ui import contents, guided
from ui.components import html, notes


def session_notes(t: Wording, record: Record) -> None:
    """The notes on the whole, then a fold with those under questions; nothing where none is."""
    shared, marks = guided.shared(record), guided.seen(record)
    if not shared and not marks:
        return
    html.write(html.heading(t("session_notes.title"), 2))
    html.write(*(notes.one_note(t, note) for note in shared if note.question_id == guided.WHOLE))
    pieces = []
    for question in contents.questionnaire(t.language).all_questions():
        own = [note for note in shared if note.question_id == question.id]
        seen = [mark for mark in marks if mark.question_id == question.id]
        if own or seen:
            pieces.append(html.heading(question.short, 3) + notes.told(t, record, own, seen))
    if pieces:
        label = t("session_notes.questions", count=len(pieces))
        html.write(html.fold(label, "".join(pieces)))
