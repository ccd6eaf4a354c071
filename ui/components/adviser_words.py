"""An adviser's paragraph in a part of the result: she writes it, all read whose it is."""

import streamlit as st

from assessment.guided import Part, Words
from content.wording import Wording
from storage.record import Record
from ui import dossiers, guided, session, texts, vault
from ui.components import html, journey, notes, saving

LONGEST = 2000


def adviser_words(t: Wording, record: Record, part: Part) -> None:
    """A field for her; a quotation for the others, that the enterprise may leave out."""
    said = guided.words(record.id).words.get(part)
    if guided.here(record.id) is not None:
        _write(t, record, part, said)
    elif said is not None:
        _read(t, record, part, said)


def quoted(t: Wording, said: Words) -> str:
    """The paragraph, marked as hers."""
    by = html.paragraph(t("words.by", name=said.name, day=journey.day(t, said.day)), "small")
    lines = (html.paragraph(line) for line in said.text.splitlines() if line.strip())
    return f"<blockquote class='jalon-adviser'>{by}{''.join(lines)}</blockquote>"


def _write(t: Wording, record: Record, part: Part, said: Words | None) -> None:
    kept, name = said.text if said else "", f"note-words-{part}-{record.id}"
    with st.expander(t(f"words.write_{part}"), key=f"words-{part}", expanded=said is not None):
        html.write(html.paragraph(t("words.text"), "small"))
        notes.offline(t)
        given = st.text_area(
            texts.plain(t("words.label")), value=kept, max_chars=LONGEST, height=140,
            key=session.field(name, kept, str.strip),
        )  # fmt: skip
        typed = (given or "").strip()
        if typed != kept:
            on = dossiers.today()
            saving.keep(t, name, lambda: guided.save_words(record.id, part, typed, on), name)
        else:
            saving.say(t, name, kept=False)
        if said is not None and said.left_out:
            html.write(html.notice(t("words.they_left_it_out")))


def _read(t: Wording, record: Record, part: Part, said: Words) -> None:
    may = vault.may(record.id, "delete", "narrative")
    if said.left_out:
        if may:
            html.write(html.paragraph(t("words.left_out", name=said.name), "small"))
            _switch(t, record, part, out=False)
        return
    html.write(quoted(t, said))
    if may:
        _switch(t, record, part, out=True)


def _switch(t: Wording, record: Record, part: Part, *, out: bool) -> None:
    label = texts.plain(t("words.take_out" if out else "words.put_back"))
    if st.button(label, key=f"words-switch-{part}", type="tertiary"):
        guided.leave_out(record.id, part, out=out)
        st.rerun()
