"""What one decides about a project, a tap each, and how to take it back."""

import datetime as dt

import streamlit as st

from content.wording import Wording
from recommendations.projects import SAFETY_NET, Project
from recommendations.roadmap import Step
from recommendations.wishes import Wishes
from reports import formats
from reports.dossier import Dossier
from reports.naming import project_title
from reports.words import words
from ui import texts
from ui.components import html, journey

_MONTHS_OFF = 6
_LATEST = 60


def taps(t: Wording, dossier: Dossier, step: Step) -> Wishes | None:
    """Bring forward, put off, set aside; the wishes after a tap, None without one."""
    wishes, project = dossier.sheet.wishes, step.project
    ids = _ids(project)
    title = project_title(project, words(dossier.language))
    changed = None
    with st.container(horizontal=True, key=f"taps-{project.id}"):
        pinned = set(ids) <= set(wishes.pinned)
        pin = texts.aimed(t("plan.tap_unpin" if pinned else "plan.tap_pin"), title)
        # The bundle comes first by rule: there is nothing to bring forward.
        if project.id != SAFETY_NET and st.button(pin, key=f"pin-{project.id}", type="tertiary"):
            changed = wishes.take_back(ids) if pinned else wishes.bring_forward(ids)
        if day := _put_off(t, step, title, dossier.on):
            changed = wishes.put_off(ids, day)
        refuse = texts.aimed(t("plan.tap_refuse"), title)
        if st.button(refuse, key=f"refuse-{project.id}", type="tertiary"):
            changed = wishes.set_aside(ids)
    return changed


def not_before(dossier: Dossier, project: Project) -> dt.date | None:
    """The day it was put off to, while that day is still to come."""
    postponed = dossier.sheet.wishes.postponed
    days = [postponed[one] for one in _ids(project) if one in postponed]
    return max((day for day in days if day > dossier.on), default=None)


def decided(t: Wording, dossier: Dossier) -> Wishes | None:
    """Everything decided, each with its way back; the wishes after a tap."""
    wishes = dossier.sheet.wishes
    told = [
        *(("unpin", ids, {"title": title}) for ids, title in _named(dossier, wishes.pinned)),
        *(
            ("soon", ids, {"title": title, "day": journey.day(t, wishes.postponed[ids[0]])})
            for ids, title in _named(dossier, tuple(wishes.postponed))
        ),
        *(
            ("take_back", ids, {"title": title})
            for ids, title in _named(dossier, tuple(sorted(wishes.refused)))
        ),
    ]
    if not told:
        return None
    changed = None
    html.write(html.heading(t("plan.decided"), 2))
    with st.container(key="plan-decided"):
        for kind, ids, values in told:
            label = texts.plain(t(f"plan.{kind}", **values))
            if st.button(label, key=f"{kind}-{ids[0]}", type="tertiary"):
                changed = wishes.take_back(ids)
    return changed


def _put_off(t: Wording, step: Step, title: str, on: dt.date) -> dt.date | None:
    """The day chosen: the quarter after its own, six months after, or another one."""
    name, year, quarter = step.project.id, *step.quarter
    later = _month(dt.date(year, 3 * quarter, 1), 1)
    half = _month(step.start, _MONTHS_OFF)
    chosen = None
    put_off = texts.aimed(t("plan.tap_put_off"), title)
    with st.popover(put_off, type="tertiary", key=f"later-{name}"):
        for key, day in (("quarter", later), ("half", half)):
            label = t(f"plan.off_{key}", day=journey.day(t, day))
            if st.button(label, key=f"{key}-{name}"):
                chosen = day
        # A list of months: Streamlit's calendar speaks English and is too small for a thumb.
        months = [_month(on, ahead) for ahead in range(1, _LATEST + 1)]
        wanted = st.selectbox(
            t("plan.off_date"), months, months.index(half) if half in months else 0,
            format_func=lambda day: formats.month(day, t.language), key=f"day-{name}",
        )  # fmt: skip
        if st.button(t("plan.off_keep"), key=f"keep-{name}"):
            chosen = wanted
    return chosen


def _month(day: dt.date, ahead: int) -> dt.date:
    """The first day of the month so many months after."""
    years, month = divmod(day.month - 1 + ahead, 12)
    return dt.date(day.year + years, month + 1, 1)


def _named(dossier: Dossier, wanted: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    """Action ids with their title; the pieces of the bundle together where all are named."""
    word, left = words(dossier.language), list(wanted)
    named = []
    for project in (step.project for step in dossier.roadmap.steps):
        ids = _ids(project)
        if len(ids) > 1 and set(ids) <= set(left):
            named.append((ids, project_title(project, word)))
            left = [one for one in left if one not in ids]
    known = {action.id: action.title for action in dossier.library.actions}
    return named + [((one,), known[one]) for one in left if one in known]


def _ids(project: Project) -> tuple[str, ...]:
    return tuple(action.id for action in project.actions)
