"""The plan: two projects now, the next in view, the rest folded."""

import streamlit as st

from content.wording import Wording
from recommendations.queue import Wishes
from reports import formats
from reports.dossier import Dossier, ProjectSheet
from reports.naming import IN_VIEW, in_view, project_cost, project_title
from reports.words import words
from ui import texts
from ui.components import html
from ui.components.project import project


def pathway(dossier: Dossier) -> None:
    """The path chosen, why, and its first words."""
    word, chosen = words(dossier.language), dossier.chosen
    html.write(
        html.heading(word("pathway.heading", title=chosen.pathway.title), 2),
        html.paragraph(chosen.opening, "lead"),
        html.fold(
            word("pathway.because").rstrip(" \u00a0:"),
            html.paragraph(chosen.because) + html.paragraph(chosen.pathway.funding_note),
        ),
    )


def projects(t: Wording, dossier: Dossier, *, editable: bool) -> Wishes | None:
    """The cards; the wishes as changed by a tap, None when nothing was tapped."""
    word = words(dossier.language)
    if not dossier.roadmap.steps:
        key = "front.nothing_fits" if dossier.roadmap.left_out else "front.nothing_needed"
        html.write(html.paragraph(word(key)))
        return None
    by_id = {sheet.step.queued.project.id: sheet for sheet in dossier.projects}
    view = [by_id[step.queued.project.id] for step in in_view(dossier, IN_VIEW)]
    changed = None
    for name, active in (("front.now", True), ("front.next", False)):
        sheets = [sheet for sheet in view if sheet.step.active is active]
        if sheets:
            html.write(html.heading(word(name), 2))
        for sheet in sheets:
            changed = _card(t, dossier, sheet, editable=editable) or changed
    _later(t, dossier, len(view))
    return changed


def _card(t: Wording, dossier: Dossier, sheet: ProjectSheet, *, editable: bool) -> Wishes | None:
    chosen = sheet.step.queued.project
    with st.container(border=True, key=f"project-{chosen.id}"):
        html.write(project(t, dossier, sheet))
        if not editable:
            return None
        with st.container(horizontal=True):
            return _taps(t, dossier, sheet)


def _taps(t: Wording, dossier: Dossier, sheet: ProjectSheet) -> Wishes | None:
    wishes, chosen = dossier.sheet.wishes, sheet.step.queued.project
    ids = tuple(action.id for action in chosen.actions)
    title = project_title(chosen, words(dossier.language))
    pinned = set(ids) <= set(wishes.pinned)
    pin = t("plan.unpin" if pinned else "plan.pin", title=texts.plain(title))
    # The bundle comes first by rule: there is nothing to bring forward.
    if len(ids) == 1 and st.button(pin, key=f"pin-{chosen.id}", type="tertiary"):
        others = tuple(one for one in wishes.pinned if one not in ids)
        return Wishes(others if pinned else (*others, *ids), wishes.refused)
    refuse = t("plan.refuse", title=texts.plain(title))
    if st.button(refuse, key=f"refuse-{chosen.id}", type="tertiary"):
        kept = tuple(one for one in wishes.pinned if one not in ids)
        return Wishes(kept, wishes.refused | set(ids))
    return None


def _later(t: Wording, dossier: Dossier, shown: int) -> None:
    word, language = words(dossier.language), dossier.language
    rest = in_view(dossier, len(dossier.roadmap.steps))[shown:]
    pieces = []
    if rest:
        lines = [
            f"{project_title(step.queued.project, word)} · "
            f"{formats.quarter(*step.quarter, language)} · "
            f"{word('hours', count=step.queued.project.hours, hours=step.queued.project.hours)}"
            for step in rest
        ]
        pieces.append(html.fold(t("plan.later", count=len(rest)), html.items(lines)))
    if dossier.roadmap.left_out:
        lines = [
            f"{project_title(left.queued.project, word)} "
            + word(
                f"left_out.{left.reason}",
                hours=left.queued.project.hours,
                cost=project_cost(left.queued.project, language, word),
            )
            for left in dossier.roadmap.left_out
        ]
        inner = html.paragraph(word("left_out.intro")) + html.items(lines)
        pieces.append(html.fold(word("left_out.heading"), inner))
    totals = dossier.roadmap.totals
    cost = formats.money_range(totals.cost.min, totals.cost.max, "EUR", language)
    html.write(
        *pieces,
        html.paragraph(
            word("roadmap.totals", hours=formats.number(totals.hours, language), cost=cost)
        ),
    )
