"""The sheet of a project as it is written: what is typed is kept at once, and said so."""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import partial
from operator import attrgetter
from typing import Any

import streamlit as st

from access.rules import NotAllowed
from content.wording import Wording
from recommendations.carried import Carried
from recommendations.plan_data import project_of
from recommendations.specification import Specification
from storage.errors import StorageUnavailable
from ui import session, sheets, vault
from ui.components import clashing, html, saving
from ui.failures import told

_log = logging.getLogger("jalon.ui")


@dataclass(frozen=True)
class Put:
    """How a field stands in a sheet: `put(sheet, typed)` is the sheet with what it holds now."""

    put: Callable[[Carried, Any], Carried]
    get: Callable[[Carried], Any]

    def __call__(self, carried: Carried, typed: Any) -> Carried:
        return self.put(carried, typed)


@dataclass
class Pad:
    """What is written about one project of one assessment; `now` follows what is kept."""

    t: Wording
    record_id: str
    project_id: str
    now: Carried
    _clashes: dict[str, list[tuple[str, Put]]] = dataclass_field(default_factory=dict)

    def key(self, name: str) -> str:
        """The name of a field. Another language is another field: lists are sent as words."""
        return f"pad-{self.record_id}-{self.project_id}-{name}-{self.t.language}"

    def field(self, name: str, part: str, put: Put) -> dict[str, Any]:
        """What a widget is given; `catch_up` keeps what it holds when the next run begins.

        `part` is where the screen says so.
        """
        key, clash = _followed(self.key(name), put, self.now)
        if clash:
            self._clashes.setdefault(part, []).append((self.key(name), put))
        _shown()[key] = _Field(self.record_id, self.project_id, part, self.key(name), put)
        _unsaved().pop(self.key(name), None)
        return {"key": key}

    def keep(self, part: str, **fields: Any) -> None:
        """Keeps these fields where they changed, and says when `part` of the screen was saved.

        Compared here too: the first click after a reconnection finds no field to catch up with.
        A text that somebody else changed meanwhile stays theirs until one of the two is chosen.
        """
        seen, written = self.now, self.now.model_copy(update=fields)
        for name, put in self._clashes.pop(part, ()):
            theirs = put.get(seen)
            written = put(written, theirs)
            clashing.choose(
                self.t, self.record_id, "plan", name, theirs,
                partial(_prefer_mine, name, theirs), partial(_prefer_theirs, name, theirs),
            )  # fmt: skip
        if written == seen:
            saving.say(self.t, self._place(part), kept=False)
            return
        self.now = written
        saving.keep(self.t, self._place(part), lambda: self._save(written, seen))

    def change(self, **fields: Any) -> None:
        """Keeps these fields without a word: what changed is seen on the screen."""
        seen, self.now = self.now, self.now.model_copy(update=fields)
        self._save(self.now, seen)

    def turn(self, specification: Specification) -> None:
        """Keeps a statement of needs that a tap changed, and draws the screen anew."""
        if specification != self.now.specification:
            self.change(specification=specification)
            st.rerun()

    def _save(self, written: Carried, seen: Carried) -> dt.datetime:
        before, after = project_of(seen), project_of(written)
        return vault.save_project(self.record_id, self.project_id, after, before)

    def _place(self, part: str) -> str:
        return _place(self.record_id, self.project_id, part)


@dataclass(frozen=True)
class _Field:
    """A field on the screen: whose it is, and where what it holds goes."""

    record_id: str
    project_id: str
    part: str
    name: str
    put: Put


def _followed(name: str, put: Put, kept: Carried) -> tuple[str, bool]:
    """The key of the field, and whether its text and the kept one both changed since it was read.

    As `session.field` does: what was changed elsewhere and not here gets a field of its own, for
    otherwise the old value would be written over the new one.
    """
    theirs = put.get(kept)
    turn, base = session.recall(f"pad.{name}", (0, theirs))
    clash, key = False, _turned(name, turn)
    if not session.holds(key):
        base = theirs
    else:
        mine = put.get(put(kept, session.typed(key)))
        if mine == base != theirs:
            turn += 1
        clash = isinstance(theirs, str) and mine not in (base, theirs) and theirs != base
        base = base if clash else theirs
    session.remember(f"pad.{name}", (turn, base))
    return _turned(name, turn), clash


def _turned(name: str, turn: int) -> str:
    return f"{name}.{turn}" if turn else name


def _prefer_mine(name: str, theirs: Any) -> None:
    turn, _ = session.recall(f"pad.{name}")
    session.remember(f"pad.{name}", (turn, theirs))


def _prefer_theirs(name: str, theirs: Any) -> None:
    turn, _ = session.recall(f"pad.{name}")
    session.remember(f"pad.{name}", (turn + 1, theirs))


def say_unsaved(t: Wording) -> None:
    """What was written on a screen just left and not kept: both texts, until they are read."""
    for name, (record_id, mine, theirs) in list(_unsaved().items()):
        who = clashing.who(t, record_id, "plan")
        html.write(
            html.notice(t("clash.left", who=who), "warn", "alert"),
            html.paragraph(theirs or t("clash.emptied"), "card"),
            html.paragraph(mine or t("clash.emptied"), "card"),
        )
        st.button(t("clash.read"), key=f"clash-read-{name}", on_click=partial(_read, name))


def _read(name: str) -> None:
    _unsaved().pop(name, None)


def catch_up() -> None:
    """Keeps what the fields of the last screen hold, whatever screen comes now.

    Leaving a field by a click elsewhere asks for two runs, and the second stops the first
    before it has drawn, or called back, anything: nothing typed may depend on the first.
    """
    fields = _shown()
    for key in [key for key in fields if not session.holds(key)]:
        del fields[key]
    for sheet in dict.fromkeys((field.record_id, field.project_id) for field in fields.values()):
        typed = [
            (field, session.typed(key))
            for key, field in fields.items()
            if (field.record_id, field.project_id) == sheet
        ]
        _keep(*sheet, typed)


def _keep(record_id: str, project_id: str, typed: list[tuple[_Field, Any]]) -> None:
    try:
        plan = sheets.plan_in(vault.load(record_id))
        written = kept = plan.projects.get(project_id, Carried())
        for field, value in typed:
            written = _caught(field, value, kept, written)
        if written != kept:
            after, before = project_of(written), project_of(kept)
            moment = vault.save_project(record_id, project_id, after, before)
            for field, _ in typed:
                if field.put.get(written) != field.put.get(kept):
                    session.remember(f"saved.{_place(record_id, project_id, field.part)}", moment)
    except (StorageUnavailable, LookupError, NotAllowed) as error:
        # Its own screen compares, tries again and says it.
        _log.error("a sheet was not saved: %s", told(error))


def _caught(field: _Field, value: Any, kept: Carried, written: Carried) -> Carried:
    """The sheet with what this field holds, unless nothing was typed or somebody else wrote."""
    mine, theirs = field.put.get(field.put(kept, value)), field.put.get(kept)
    _, base = session.recall(f"pad.{field.name}", (0, theirs))
    if mine == base:
        return written
    if isinstance(theirs, str) and theirs not in (base, mine):
        _unsaved()[field.name] = (field.record_id, mine, theirs)
        return written
    return field.put(written, value)


def _unsaved() -> dict[str, tuple[str, str, str]]:
    """Texts not kept, by field: the assessment, what was written, what stands there."""
    held: dict[str, tuple[str, str, str]] | None = session.recall("pad-unsaved")
    if held is None:
        held = {}
        session.remember("pad-unsaved", held)
    return held


def _shown() -> dict[str, _Field]:
    """The fields of the screen, by their keys."""
    fields: dict[str, _Field] | None = session.recall("pads")
    if fields is None:
        fields = {}
        session.remember("pads", fields)
    return fields


def _place(record_id: str, project_id: str, part: str) -> str:
    return f"{record_id}.{project_id}.{part}"


def fills(**clean: Callable[[Any], Any]) -> Put:
    """Puts what is typed into one field of the sheet: `fills(notes=str.strip)`."""
    ((name, tidy),) = clean.items()
    return Put(
        lambda carried, typed: carried.model_copy(update={name: tidy(typed)}), attrgetter(name)
    )


def asks(**clean: Callable[[Any], Any]) -> Put:
    """The same for one field of the statement of needs."""
    ((name, tidy),) = clean.items()

    def put(carried: Carried, typed: Any) -> Carried:
        asked = carried.specification.model_copy(update={name: tidy(typed)})
        return carried.model_copy(update={"specification": asked})

    return Put(put, attrgetter(f"specification.{name}"))


def ticks(part: str) -> Put:
    """A part of the steps, ticked or not."""
    return Put(
        lambda carried, so: carried.ticked(part, so=so), lambda carried: part in carried.done
    )


def text(typed: str | None) -> str:
    """A text without the spaces around it."""
    return (typed or "").strip()


def line(typed: str | None) -> str:
    """A text on one line."""
    return " ".join((typed or "").split())


def same(typed: Any) -> Any:
    """What is chosen, as it is."""
    return typed
