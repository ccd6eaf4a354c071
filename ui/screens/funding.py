"""Every aid that may fit this enterprise, over all its projects: decisive questions first."""

import streamlit as st

from content.wording import Wording
from recommendations.eligibility import Verdict
from recommendations.projects import Project
from reports.dossier import Dossier
from reports.naming import project_title
from reports.reach import Reach, deciding, in_reach
from reports.words import words
from ui import dossiers, navigation
from ui.answering import keeping
from ui.answering.asking import ask, to_ask
from ui.components import html, journey
from ui.components.dates import OF_AIDS, dates_to_keep
from ui.components.funding import funding_widgets
from ui.components.guard import screen
from ui.components.telling import about, weight

IN_VIEW = 5
PLACE = "deciding"
ALL, NONE = "all", "none"


@screen
def show(t: Wording) -> None:
    """The facts that settle most, then the aids in three groups, then the dates."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    journey.back(t, "roadmap")
    html.arrive(t("aid.title"))
    html.write(html.paragraph(t("aid.lead")))
    opened = _opened(t, dossier, record.id)
    reached = in_reach(dossier)
    _deciding(t, dossier, record.id, reached)
    chosen = _filter(t, dossier)
    listed = [r for r in reached if _wanted(r, chosen) and r.match.programme.id != opened]
    project = next((s.project for s in dossier.roadmap.steps if s.project.id == chosen), None)
    for found in ("met", "to_check"):
        _group(t, dossier, record.id, found, listed, project)
    _refused(t, dossier, record.id, listed, project)
    dates_to_keep(t, dossier, "funding", OF_AIDS)
    with st.container(horizontal=True, key="results-links"):
        navigation.link("enterprise", t("title.enterprise"))
        navigation.link("roadmap", t("title.roadmap"))
        navigation.link("search", t("title.search"))


def _opened(t: Wording, dossier: Dossier, record_id: str) -> str | None:
    """The aid named by the address, first and alone; its id, None without one of ours."""
    wanted = navigation.parameter("f")
    if wanted is None:
        return None
    match = next((m for m in dossier.matches if m.programme.id == wanted), None)
    if match is None:
        html.write(html.notice(t("aid.unknown"), "warn"))
        return None
    html.write(html.heading(t("aid.opened"), 2))
    funding_widgets(t, dossier, [match], 3, record_id)
    return wanted


def _deciding(t: Wording, dossier: Dossier, record_id: str, reached: tuple[Reach, ...]) -> None:
    mine = tuple(r for r in reached if r.projects)
    few, settled = deciding(mine)
    matches = [reach.match for reach in mine]
    fields = to_ask(record_id, PLACE, [q.field for q in few], about(matches))
    if not fields:
        return
    title = t("aid.deciding_title")
    if few and settled:
        title = t("aid.deciding", answers=len(few), count=settled)
    html.write(html.heading(title, 2), html.paragraph(t("aid.deciding_text"), "small"))
    with st.container(border=True, key="deciding"):
        ask(t, record_id, dossier, fields, PLACE, weight(t, few, matches))


def _filter(t: Wording, dossier: Dossier) -> str:
    word = words(dossier.language)
    titles = {s.project.id: project_title(s.project, word) for s in dossier.roadmap.steps}
    labels = {ALL: t("aid.all_projects"), **titles, NONE: t("aid.no_project")}
    return st.selectbox(
        t("aid.for_project"), list(labels), format_func=lambda one: labels[one],
        key=f"for-project-{t.language}",
    )  # fmt: skip


def _wanted(reach: Reach, chosen: str) -> bool:
    if chosen == NONE:
        return not reach.projects
    return bool(reach.projects) if chosen == ALL else chosen in {p.id for p in reach.projects}


def _group(
    t: Wording, dossier: Dossier, record_id: str, found: Verdict, listed: list[Reach],
    project: Project | None,
) -> None:  # fmt: skip
    """The aids of one verdict: the first in view, the others drawn when they are opened."""
    matches = [r.match for r in listed if r.match.verdict == found]
    html.write(html.heading(t(f"aid.group.{found}", count=len(matches)), 2))
    if not matches:
        html.write(html.paragraph(t(f"aid.none.{found}")))
    funding_widgets(t, dossier, matches[:IN_VIEW], 3, record_id, project)
    rest = matches[IN_VIEW:]
    if rest:
        label = t("plan.more_funding", count=len(rest))
        fold = st.expander(label, key=f"more-{found}", on_change="rerun")
        with fold:
            if fold.open:
                funding_widgets(t, dossier, rest, 3, record_id, project)


def _refused(
    t: Wording, dossier: Dossier, record_id: str, listed: list[Reach], project: Project | None
) -> None:
    """Not for you: those the last answer turned in view, the others folded, the reason first."""
    refused = [r.match for r in listed if r.match.verdict == "not_met"]
    turned = {c.match.programme.id for c in keeping.changes(record_id, dossier)}
    here = [m for m in refused if m.programme.id in turned]
    rest = [m for m in refused if m.programme.id not in turned]
    if not refused:
        return
    html.write(html.heading(t("aid.group.not_met", count=len(refused)), 2))
    funding_widgets(t, dossier, here, 3, record_id, project)
    fitting = len(listed) - len(refused)
    if fitting:
        html.write(html.paragraph(t("aid.may_fit", count=fitting)))
    if rest:
        fold = st.expander(t("aid.see_why"), key="more-not_met", on_change="rerun")
        with fold:
            if fold.open:
                funding_widgets(t, dossier, rest, 3, record_id, project)


show()
