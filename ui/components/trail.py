"""Who saw or changed what, in plain words, for the enterprise whose data it is."""

import datetime as dt

import streamlit as st

from content.wording import Wording
from storage.audit import Act, Line, Who
from storage.record import Record
from ui import contents, everything, vault
from ui.components import html, journey

IN_VIEW = 10


def trail(t: Wording, record: Record) -> None:
    """The last lines in view, the others folded, the newest first."""
    lines = [_line(t, line) for line in vault.trail(record.id)]
    html.write(
        html.heading(t("trail.title"), 2),
        html.paragraph(t("trail.text"), "small"),
        html.items(lines[:IN_VIEW]),
    )
    if rest := lines[IN_VIEW:]:
        html.write(html.fold(t("trail.more", count=len(rest)), html.items(rest)))
    _file(t, record)


def _file(t: Wording, record: Record) -> None:
    """All of it: the screen shows the last lines only."""
    head = [t(f"trail.column_{name}") for name in ("moment", "role", "for", "device", "what")]

    def make(lines: tuple[Line, ...]) -> bytes:
        text = everything.trail_file(lines, head, [_what(t, line.act) for line in lines])
        return text.encode("utf-8-sig")

    st.download_button(
        t("trail.file"), data=vault.taking_trail(record.id, make), mime="text/csv; charset=utf-8",
        file_name="jalon-trail.csv", on_click="ignore", key="trail-file",
    )  # fmt: skip


def _line(t: Wording, line: Line) -> str:
    moment = t("trail.moment", day=_day(t, line.moment), time=journey.clock(line.moment))
    return f"{moment} · {_who(t, line.who)} · {_what(t, line.act)}"


def _day(t: Wording, moment: dt.datetime) -> str:
    return journey.day(t, journey.local_day(moment))


def _who(t: Wording, who: Who) -> str:
    """The device by six signs: two people who came by one link can be told apart, not named."""
    named = who.label or t(f"trail.who_{who.role}")
    if who.role == "adviser":
        named = t("trail.adviser", name=named)
    return t("trail.who", name=named, device=who.device)


def _what(t: Wording, act: Act) -> str:
    if act == Act("read", "assessment", "everything"):
        return t("trail.read_everything")
    said = t(f"trail.{act.verb}_{act.object}")
    about = _about(t, act)
    return t("trail.about", what=said, about=about) if about else said


def _about(t: Wording, act: Act) -> str:
    """The detail in words: a theme by its title, a day as it is written."""
    if act.object == "expiry" and act.about:
        return journey.day(t, dt.date.fromisoformat(act.about))
    if act.object == "answers":
        titles = {d.id: d.title for d in contents.questionnaire(t.language).dimensions}
        return titles.get(act.about, "")
    return act.about
