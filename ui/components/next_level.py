"""To the next level: the least work, of the whole and of each dimension, folded and quiet."""

import streamlit as st

from content.wording import Wording
from recommendations.planning.next_level import NextLevel
from reports.dossier import Dossier
from reports.naming import project_title
from reports.next_levels import next_levels
from reports.words import words
from ui import dossiers, session
from ui.components import html


def ways_up(t: Wording, dossier: Dossier, place: str) -> None:
    """Worked out when it is opened: a few readers want it."""
    fold = st.expander(t("up.title"), key=f"up-{place}", on_change="rerun")
    with fold:
        if not fold.open:
            return
        key = dossiers.plan_key(dossier.sheet, t.language)
        found = session.once("next-levels", key, lambda: next_levels(dossier))
        html.write(html.paragraph(t("up.text"), "small"), *(_way(t, dossier, way) for way in found))
        if not found:
            html.write(html.paragraph(t("up.nothing_known")))


def _way(t: Wording, dossier: Dossier, way: NextLevel) -> str:
    title = t("up.whole")
    if way.dimension is not None:
        title = dossier.library.questionnaire.dimension(way.dimension).title
    named = html.heading(title, 3)
    if way.obstacle is not None or way.level is None:
        level = way.level.title if way.level else ""
        return named + html.paragraph(t(f"up.{way.obstacle}", level=level))
    word = words(dossier.language)
    lines = html.items(
        f"{project_title(p, word)} · {word('hours', count=p.hours, hours=p.hours)}"
        for p in way.projects
    )
    return named + html.fold(t("up.reach", level=way.level.title, hours=way.hours), lines)
