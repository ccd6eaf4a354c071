"""Who may help to pay for a project: cards in view, the others folded, what is not for you last.

`funding` draws the whole; `funding_html` is its text alone, for a page where nothing is asked.
"""

from collections.abc import Iterable

import streamlit as st

from content.wording import Wording
from recommendations.eligibility import Match, Verdict
from recommendations.projects import Project
from reports import calendar
from reports.dossier import Dossier, ProjectSheet
from reports.ics import ics_of
from reports.naming import project_cost
from reports.words import words
from ui.answering import keeping
from ui.answering.asking import ask, to_ask
from ui.components import html
from ui.components.funding_card import card
from ui.components.telling import about

IN_VIEW = 3


def funding(
    t: Wording, dossier: Dossier, sheet: ProjectSheet, level: int, record_id: str | None = None
) -> None:
    """Draws the aids of a project. With the id of an assessment one may open, each asks its
    questions in place; without, nothing is asked (an example, a preview).
    """
    if record_id is None:
        html.write(funding_html(t, dossier, sheet, level))
        return
    found, word = sheet.funding, words(dossier.language)
    html.write(html.heading(word("funding.heading"), level))
    if found.nothing_fits:
        html.write(nothing(dossier, sheet))
    turned = [m for m in found.refused if _before(record_id, dossier, m) is not None]
    funding_widgets(
        t, dossier, (*found.fitting[:IN_VIEW], *turned), level + 1, record_id, sheet.step.project
    )
    others = (*found.fitting[IN_VIEW:], *found.behind_gate)
    place = sheet.step.project.id
    _folded(t, dossier, others, level, record_id, sheet, t("aid.others"), f"others-{place}")
    refused = tuple(m for m in found.refused if m not in turned)
    said = t("aid.refused")
    _folded(t, dossier, refused, level, record_id, sheet, said, f"refused-{place}")


def funding_widgets(
    t: Wording,
    dossier: Dossier,
    matches: Iterable[Match],
    level: int,
    record_id: str,
    project: Project | None = None,
) -> None:
    """A card for each aid, its questions and its last day under it."""
    place = project.id if project else "all"
    for match in matches:
        with st.container(key=f"aid-{place}-{match.programme.id}"):
            html.write(card(t, dossier, match, level, project, _before(record_id, dossier, match)))
            _questions(t, dossier, match, record_id, place)
            _last_day(t, dossier, match, place)


def funding_html(t: Wording, dossier: Dossier, sheet: ProjectSheet, level: int) -> str:
    """The same as text: at most three programmes in view, the others folded."""
    word, found, project = words(dossier.language), sheet.funding, sheet.step.project

    def cards(matches: Iterable[Match]) -> str:
        each = (card(t, dossier, match, level + 1, project) for match in matches)
        return "".join(f"<article class='jalon-aid'>{one}</article>" for one in each)

    pieces = [html.heading(word("funding.heading"), level)]
    pieces.append(nothing(dossier, sheet) if found.nothing_fits else cards(found.fitting[:IN_VIEW]))
    for label, rest in (
        (t("aid.others"), (*found.fitting[IN_VIEW:], *found.behind_gate)),
        (t("aid.refused"), found.refused),
    ):
        if rest:
            pieces.append(html.fold(_counted(label, rest), cards(rest)))
    return "".join(pieces)


def _folded(
    t: Wording,
    dossier: Dossier,
    matches: tuple[Match, ...],
    level: int,
    record_id: str,
    sheet: ProjectSheet,
    label: str,
    key: str,
) -> None:
    """Drawn when it is opened; what is not for you ends with how many may fit."""
    if not matches:
        return
    fold = st.expander(_counted(label, matches), key=key, on_change="rerun")
    with fold:
        if not fold.open:
            return
        funding_widgets(t, dossier, matches, level + 1, record_id, sheet.step.project)
        fitting = len(sheet.funding.fitting)
        if fitting and matches[0] in sheet.funding.refused:
            html.write(html.paragraph(t("aid.may_fit", count=fitting)))


def _counted(label: str, matches: tuple[Match, ...]) -> str:
    return f"{label} ({len(matches)})"


def _questions(t: Wording, dossier: Dossier, match: Match, record_id: str, place: str) -> None:
    """What is still to know, answered here; drawn when it is opened."""
    programme = match.programme
    here = f"{place}-{programme.id}"
    # Of an aid that is refused, only what was answered here can still be taken back.
    still = [q.field for q in match.questions] if match.verdict != "not_met" else []
    fields = to_ask(record_id, here, still, about([match]))
    if not fields:
        return
    fold = st.expander(t("aid.answer"), key=f"ask-{here}",
                       on_change="rerun")  # fmt: skip
    with fold:
        if not fold.open:
            return
        if any(field.startswith("project.") for field in fields):
            html.write(html.paragraph(t("answer.for_this_assessment"), "small"))
        ask(t, record_id, dossier, fields, here)


def _last_day(t: Wording, dossier: Dossier, match: Match, place: str) -> None:
    """The last day as a date for one's own calendar."""
    day = calendar.last_day(dossier, match)
    if day is None or match.verdict == "not_met":
        return
    programme = match.programme
    st.download_button(
        t("dates.keep_one"), data=lambda: ics_of(dossier, [day]),
        file_name=f"{programme.id}.ics", mime="text/calendar", on_click="ignore",
        type="tertiary", key=f"ics-{place}-{programme.id}",
    )  # fmt: skip


def _before(record_id: str, dossier: Dossier, match: Match) -> Verdict | None:
    """The verdict before the last answer, where that answer changed it."""
    found = keeping.changes(record_id, dossier)
    return next((c.before for c in found if c.match.programme.id == match.programme.id), None)


def nothing(dossier: Dossier, sheet: ProjectSheet) -> str:
    """When no programme pays, in order: free help, in kind, pooled, own money, loan."""
    word, found = words(dossier.language), sheet.funding
    networks = [dossier.library.networks[hit.id] for hit in sheet.help.networks]
    free = ", ".join(html.out(n.url, n.name) for n in networks)
    lines = [
        (word("nothing.free_help"), free or html.esc(word("nothing.free_help_none"))),
        (word("nothing.in_kind"), _named(found.in_kind) or html.esc(word("nothing.none_seen"))),
        (word("nothing.pooled"), html.esc(word("nothing.pooled_how"))),
        (
            word("nothing.own_money"),
            html.esc(project_cost(sheet.step.project, dossier.language, word)),
        ),
        (word("nothing.loan"), _named(found.loans) or html.esc(word("nothing.none_seen"))),
    ]
    listed = "".join(f"<li><strong>{html.esc(name)}</strong> {said}</li>" for name, said in lines)
    return html.paragraph(word("nothing.sentence")) + f"<ol class='jalon-list'>{listed}</ol>"


def _named(matches: tuple[Match, ...]) -> str:
    return ", ".join(html.out(m.programme.source.url, m.programme.name) for m in matches[:IN_VIEW])
