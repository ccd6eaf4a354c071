"""The plan: cards by quarter, the later ones folded, what was left aside, what it adds up to."""

from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from content.wording import Wording
from recommendations.amounts import Money
from recommendations.projects import Project
from recommendations.roadmap import LeftOut, Step, totals
from recommendations.wishes import Wishes
from reports import formats
from reports.dossier import Dossier
from reports.finding import followed_elsewhere
from reports.naming import IN_VIEW, in_view, project_title
from reports.sections.paying import band_words
from reports.sections.roadmap import totals_words, why_not
from reports.words import words
from ui import navigation, texts
from ui.components import html, moves
from ui.components.plan_taps import not_before, taps
from ui.components.project import card, detail, state_marks
from ui.components.telling import telling


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


def projects(
    t: Wording, dossier: Dossier, *, editable: bool, record_id: str | None = None
) -> Wishes | None:
    """The cards; the wishes as changed by a tap, None when nothing was tapped.

    `record_id` is the assessment that answers about aids are kept in, if any.
    """
    word = words(dossier.language)
    steps = in_view(dossier, len(dossier.roadmap.steps))
    changed = None
    if not steps:
        key = "front.nothing_fits" if dossier.roadmap.left_aside else "front.nothing_needed"
        html.write(html.paragraph(word(key)))
    for quarter, grouped in groupby(steps[:IN_VIEW], key=lambda step: step.quarter):
        cards = tuple(grouped)
        _quarter(t, dossier, quarter, len(cards))
        for step in cards:
            changed = _card(t, dossier, step, editable=editable) or changed
    changed = _later(t, dossier, steps[IN_VIEW:], editable=editable) or changed
    _left(t, dossier)
    telling(t, dossier, record_id)
    if steps:
        html.write(*(html.paragraph(line) for line in totals_words(dossier, word)))
        _curious(t, dossier)
    if editable:
        _followed(t, dossier)
    return changed


def _quarter(t: Wording, dossier: Dossier, quarter: tuple[int, int], in_sight: int) -> None:
    """Its heading with what all its projects take, those further down included."""
    word, language = words(dossier.language), dossier.language
    steps = tuple(step for step in dossier.roadmap.steps if step.quarter == quarter)
    sums = totals(steps)
    rows = (
        (word("label.hours"), word("hours", count=sums.hours, hours=sums.hours)),
        (word("label.cost"), band_words(sums.cost, language, word)),
        (word("label.aid"), _aid(t, dossier, steps, sums.aid)),
        (word("label.own"), band_words(sums.own, language, word)),
    )
    told = "".join(
        f"<div><dt>{html.esc(name)}</dt><dd>{html.esc(said)}</dd></div>" for name, said in rows
    )
    more = len(steps) - in_sight
    html.write(
        html.heading(formats.quarter(*quarter, language), 2),
        f"<dl class='jalon-sums'>{told}</dl>",
        html.paragraph(t("plan.quarter_text"), "small"),
        html.paragraph(t("plan.quarter_more", count=more), "small") if more else "",
    )


def _aid(t: Wording, dossier: Dossier, steps: tuple[Step, ...], band: Money) -> str:
    """What may be paid by others; none counted is not zero: not known yet, or none seen."""
    if any(step.payment for step in steps):
        return band_words(band, dossier.language, words(dossier.language))
    sheets = [sheet for sheet in dossier.projects if sheet.step in steps]
    fitting = any(sheet.funding.fitting for sheet in sheets)
    return t("plan.aid_open" if fitting else "plan.no_aid")


def _card(t: Wording, dossier: Dossier, step: Step, *, editable: bool) -> Wishes | None:
    hers = moves.marks(t, dossier, step.project)
    marks = [*_marks(t, dossier, step), *hers, *state_marks(dossier, step.project)]
    with st.container(border=True, key=f"project-{step.project.id}"):
        html.write(card(dossier, step, marks))
        if editable:
            return _decide(t, dossier, step)
        sheet = next(sheet for sheet in dossier.projects if sheet.step is step)
        html.write(html.fold(t("plan.detail"), detail(t, dossier, sheet)))
    return None


def _marks(t: Wording, dossier: Dossier, step: Step) -> list[str]:
    marks = []
    if step.active:
        marks.append(t("plan.now"))
    if day := not_before(dossier, step.project):
        marks.append(t("plan.not_before", day=formats.day(day, dossier.language)))
    if step.project.actions[0].id in dossier.sheet.wishes.pinned:
        marks.append(t("plan.first"))
    return marks


def _decide(t: Wording, dossier: Dossier, step: Step) -> Wishes | None:
    """The way to its sheet, then the taps."""
    _open(t, dossier, step.project)
    return taps(t, dossier, step)


def _open(t: Wording, dossier: Dossier, project: Project) -> None:
    title = project_title(project, words(dossier.language))
    label = texts.aimed(t("plan.open"), title)
    navigation.link("project", label, key=f"open-{project.id}", p=project.id)


def _followed(t: Wording, dossier: Dossier) -> None:
    """Projects one wrote about that are not in this plan: done, or set aside since."""
    others = followed_elsewhere(dossier)
    if others:
        html.write(html.heading(t("plan.followed"), 2))
    for project in (found.project for found in others):
        title = texts.plain(project_title(project, words(dossier.language)))
        navigation.link("project", title, f"followed-{project.id}", p=project.id)


def _later(
    t: Wording, dossier: Dossier, rest: tuple[Step, ...], *, editable: bool
) -> Wishes | None:
    """The projects after those in view: one line each, with the same taps once it is opened."""
    if not rest:
        return None
    label = t("plan.later", count=len(rest))
    if not editable:
        html.write(html.fold(label, html.items(_line(dossier, step) for step in rest)))
        return None
    changed = None
    fold = st.expander(label, key="plan-later", on_change="rerun")
    with fold:
        for step in rest if fold.open else ():
            html.write(html.paragraph(_line(dossier, step)))
            changed = _decide(t, dossier, step) or changed
    return changed


def _line(dossier: Dossier, step: Step) -> str:
    word = words(dossier.language)
    return (
        f"{project_title(step.project, word)} · "
        f"{formats.quarter(*step.quarter, dossier.language)} · "
        f"{word('hours', count=step.project.hours, hours=step.project.hours)}"
    )


def _left(t: Wording, dossier: Dossier) -> None:
    """What would need other means, with why; what another project brings already."""
    word = words(dossier.language)
    aside = dossier.roadmap.left_aside
    covered = [left for left in dossier.roadmap.left_out if left.reason == "covered"]
    pieces = []
    if aside:
        inner = html.paragraph(word("left_out.intro")) + _reasons(dossier, aside)
        pieces.append(html.fold(word("left_out.heading"), inner))
    if covered:
        label = t("plan.covered", count=len(covered))
        pieces.append(html.fold(label, _reasons(dossier, covered)))
    html.write(*pieces)


def _reasons(dossier: Dossier, left_out: Iterable[LeftOut]) -> str:
    word = words(dossier.language)
    return html.items(
        f"{project_title(left.project, word)} {why_not(left, dossier.language, word)}"
        for left in left_out
    )


def _curious(t: Wording, dossier: Dossier) -> None:
    """How far a better plan could go, as a figure, for who wants it."""
    gap = dossier.roadmap.gap
    if gap is None:
        return
    word = words(dossier.language)
    # The gap is a share of the best possible plan; said of this plan, it is a little more.
    percent = formats.percent_at_most(gap / (1 - gap), dossier.language) if gap < 1 else "?"
    said = html.paragraph(word("proven.figure", percent=percent))
    html.write(html.fold(t("plan.curious"), said + html.paragraph(t("plan.curious_text"), "small")))
