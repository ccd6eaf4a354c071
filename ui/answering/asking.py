"""Questions answered where they matter: each is kept at once, and what it changes is said."""

import logging
from collections.abc import Iterable, Mapping

import streamlit as st

from content.wording import Wording
from reports.dossier import Dossier
from reports.reach import in_reach
from reports.words import words
from storage.errors import StorageUnavailable
from ui import session, vault
from ui.answering import keeping
from ui.answering.ask import Ask, question
from ui.answering.fields import ASKED_AS
from ui.answering.widgets import WIDGETS, Unclear, Unfinished
from ui.components import html
from ui.failures import told

_log = logging.getLogger("jalon.ui")

NAMED = 3
"""Aids named when an answer changes them; the others are counted."""


def to_ask(record_id: str, place: str, still: Iterable[str], about: Iterable[str]) -> list[str]:
    """The fields to show at a place: those still open, and those of `about` answered in this tab.

    A field keeps its place from one answer to the next, so that nothing moves under the finger.
    Nothing is asked of who may not answer.
    """
    if not vault.may(record_id, "write", "profile"):
        return []
    told = set(keeping.answered(record_id))
    again = (field for field in map(_asked, about) if field in told)
    wanted = list(dict.fromkeys((*map(_asked, still), *again)))
    name = f"asked.{record_id}.{place}"
    order = session.recall(name, ())
    kept = [field for field in order if field in wanted]
    found = [*kept, *(field for field in wanted if field not in kept)]
    session.remember(name, tuple(found))
    return found


def ask(
    t: Wording,
    record_id: str,
    dossier: Dossier,
    fields: Iterable[str],
    place: str,
    beside: Mapping[str, str] | None = None,
) -> None:
    """Draws the questions of these fields. `beside` says under a question what it is for."""
    for field in fields:
        name = field.replace(".", "-").replace("_", "-")
        with st.container(key=f"fact-{place}-{name}"):
            key = f"{record_id}.{place}.{field}.{t.language}"
            asked = question(t, dossier, field, key)
            _one(t, record_id, dossier, asked, place)
            if beside and field in beside:
                html.write(html.paragraph(beside[field], "small"))


def _one(t: Wording, record_id: str, dossier: Dossier, asked: Ask, place: str) -> None:
    widget = WIDGETS[asked.shape]
    shown = widget.shown(asked)
    session.sync(asked.key, asked.stored, shown)
    state = widget.draw(asked)
    if state == shown:
        _told(t, record_id, dossier, asked, place)
        return
    try:
        value = widget.read(asked, state)
        if value == asked.stored:
            _say(t("answer.still_open"))
            return
        keeping.keep(record_id, dossier, asked.field, value, place)
    except Unfinished as missing:
        _say(str(missing))
    except Unclear as unclear:
        html.write(html.notice(str(unclear), "warn", "alert"))
    except keeping.NotAccepted:
        html.write(html.notice(t("answer.not_accepted"), "warn", "alert"))
    except (StorageUnavailable, LookupError) as error:
        _log.error("an answer was not saved: %s", told(error))
        html.write(html.notice(t("question.not_saved"), "warn", "alert"))
        st.button(t("question.save_again"), key=f"again.{asked.key}")
    else:
        st.rerun()


def _told(t: Wording, record_id: str, dossier: Dossier, asked: Ask, place: str) -> None:
    """Under the question just answered: what the answer changed. Nothing under the others."""
    last = keeping.last(record_id)
    if last is None or (last.field, last.place) != (asked.field, place):
        _say()
        return
    _say(*_outcome(t, record_id, dossier, cleared=last.cleared))


def _outcome(t: Wording, record_id: str, dossier: Dossier, *, cleared: bool) -> list[str]:
    word = words(dossier.language)
    near = {reach.match.programme.id: bool(reach.projects) for reach in in_reach(dossier)}
    found = [c for c in keeping.changes(record_id, dossier) if c.match.programme.id in near]
    said = [t("answer.cleared" if cleared else "answer.kept")]
    if not found:
        return [*said, t("answer.changes_nothing")]
    # Those of a project of the plan first.
    shown = sorted(found, key=lambda c: not near[c.match.programme.id])[:NAMED]
    said += [
        t(
            "answer.changed", programme=change.match.programme.name,
            before=word(f"verdict.{change.before}"), now=word(f"verdict.{change.match.verdict}"),
        )
        for change in shown
    ]  # fmt: skip
    more = len(found) - len(shown)
    return [*said, t("answer.changed_more", count=more)] if more else said


def _say(*said: str) -> None:
    """A line each, in a place that is there from the start: it is read out when it changes."""
    lines = "".join(html.paragraph(line) for line in said)
    html.write(f"<div class='jalon-told' role='status'>{lines}</div>")


def _asked(field: str) -> str:
    return ASKED_AS.get(field, field)
