"""Actions an adviser placed: said on their cards; the order as it is computed stays in reach."""

from dataclasses import replace

import streamlit as st

from content.wording import Wording
from recommendations.projects import Project
from reports import formats
from reports.dossier import Dossier
from reports.naming import project_title
from reports.words import words
from ui import dossiers
from ui.components import html, journey


def marks(t: Wording, dossier: Dossier, project: Project) -> list[str]:
    """'Placé en premier par …, le …', for a project an action of which she moved."""
    moves = dossier.sheet.guided.moves
    found = [moves[action.id] for action in project.actions if action.id in moves]
    return list(
        dict.fromkeys(
            t(f"moves.{one.kind}", name=one.name, day=journey.day(t, one.day)) for one in found
        )
    )


def computed_order(t: Wording, dossier: Dossier) -> None:
    """What she moved, and in a fold the order without her moves; nothing where she moved none."""
    moves = dossier.sheet.guided.moves
    if not moves:
        return
    known = {action.id: action.title for action in dossier.library.actions}
    lines = [
        t(f"moves.said_{one.kind}", title=known[action], name=one.name,
          day=journey.day(t, one.day))
        for action, one in moves.items() if action in known
    ]  # fmt: skip
    html.write(html.heading(t("moves.heading"), 2), html.items(lines))
    fold = st.expander(t("moves.computed"), key="computed-order", on_change="rerun")
    with fold:
        if fold.open:
            _computed(t, dossier)


def _computed(t: Wording, dossier: Dossier) -> None:
    wishes = dossier.sheet.wishes.take_back(dossier.sheet.guided.moves)
    sheet = replace(dossier.sheet, wishes=wishes)
    found, word = dossiers.shown(sheet, t.language, "computed"), words(t.language)
    html.write(
        html.paragraph(t("moves.computed_text"), "small"),
        html.items(
            f"{project_title(step.project, word)} · {formats.quarter(*step.quarter, t.language)}"
            for step in found.roadmap.steps
        ),
    )
