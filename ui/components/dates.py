"""The dates to keep: a short list, and a file for one's own calendar."""

import streamlit as st

from content.wording import Wording
from reports import formats
from reports.calendar import Day, Kind, days
from reports.dossier import Dossier
from reports.ics import ics
from ui import dossiers
from ui.components import html

IN_VIEW = 4
OF_AIDS: tuple[Kind, ...] = ("file-first", "last-day")
OF_A_PLAN: tuple[Kind, ...] = ("start", "first-step", *OF_AIDS, "review", "again")
"""The end of a project and pages to read again are for the calendar: neither asks for a day."""


def dates_to_keep(
    t: Wording, dossier: Dossier, place: str, kinds: tuple[Kind, ...] = OF_A_PLAN
) -> None:
    """The next dates of these kinds, the later ones folded; all of them in one .ics file."""
    found = [day for day in days(dossier) if day.on >= dossier.on and day.kind in kinds]
    if not found:
        return
    html.write(
        html.heading(t("dates.title"), 2),
        html.paragraph(t("dates.text")),
        _listed(t, found[:IN_VIEW]),
    )
    if found[IN_VIEW:]:
        label = t("dates.later", count=len(found) - IN_VIEW)
        html.write(html.fold(label, _listed(t, found[IN_VIEW:])))
    st.download_button(
        t("dates.keep_all"), data=lambda: ics(dossiers.with_best(dossier)),
        file_name=f"jalon-{dossier.on.isoformat()}.ics", mime="text/calendar",
        on_click="ignore", key=f"ics-{place}",
    )  # fmt: skip


def _listed(t: Wording, found: list[Day]) -> str:
    lines = "".join(
        f"<li><time datetime='{day.on.isoformat()}'>{html.esc(formats.day(day.on, t.language))}"
        f"</time> <span>{html.esc(day.title)}</span></li>"
        for day in found
    )
    return f"<ul class='jalon-days'>{lines}</ul>"
