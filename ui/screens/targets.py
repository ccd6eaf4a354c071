"""Where one wants to be: for some dimensions, a level and a date."""

import datetime as dt

import streamlit as st

from assessment.calendar_days import quarter_ends
from assessment.model import Level
from content.wording import Wording
from recommendations.plan_data import target_of
from recommendations.targets import Target
from reports import formats
from reports.charts.rows import Row, rows
from reports.dossier import Dossier
from storage.record import Record
from ui import dossiers, navigation, session, texts, vault
from ui.components import charts, guest, html, journey, saving
from ui.components.guard import screen

QUARTERS = 12
"""How many ends of quarters one may choose from."""

USUAL = 4
"""A target is for the end of a year of quarters when nobody says otherwise."""


@screen
def show(t: Wording) -> None:
    """One choice a dimension, then the strips with their flags as they are kept now."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    journey.back(t, "follow_up")
    guest.writing(t, t("targets.title"), record, "plan")
    html.arrive(t("targets.title"))
    html.write(html.paragraph(t("targets.lead"), "lead"))
    for row in rows(dossier):
        if row.state != "not_applicable":
            _one(t, record, dossier, row)
    charts.strips(t, dossiers.of(vault.load(record.id), t.language), "targets")
    navigation.link("follow_up", t("targets.back"))


def _one(t: Wording, record: Record, dossier: Dossier, row: Row) -> None:
    """The level aimed at, and the day once there is one."""
    name = row.dimension.id
    known = dossier.sheet.targets.get(name)
    with st.container(key=f"target-{name}"):
        html.write(
            html.heading(row.dimension.title, 2),
            html.paragraph(t("targets.now", level=row.text), "small"),
        )
        wanted = _level(t, record, dossier, row, known)
        by = _day(t, record, dossier, row, known) if known else None
    if wanted is None and known is not None and known.level is None:
        made: Target | None = known.model_copy(update={"by": by or known.by})
    elif wanted:
        day = by or quarter_ends(dossier.on, USUAL)[-1]
        made = Target(level=wanted, by=day)
    else:
        made = None
    _keep(t, record, dossier, name, made)


def _level(
    t: Wording, record: Record, dossier: Dossier, row: Row, known: Target | None
) -> str | None:
    """The id chosen; empty: no target; None: the score already kept, from a file."""
    options: dict[str | None, str] = {"": t("targets.none")}
    if known is not None and known.value is not None:
        value = formats.number(known.value, t.language)
        options[None] = t("targets.score", value=value)
    options |= {level.id: level.title for level in _levels(dossier, row, known)}
    kept = "" if known is None else known.level
    ids = list(options)
    field = f"target.{record.id}.{row.dimension.id}.{t.language}"
    chosen: str | None = st.selectbox(
        texts.aimed(t("targets.level"), row.dimension.title),
        ids, ids.index(kept) if kept in ids else 0, lambda one: options[one],
        key=session.field(field, kept),
    )  # fmt: skip
    return chosen


def _levels(dossier: Dossier, row: Row, known: Target | None) -> list[Level]:
    """Those above today's, and the one already chosen."""
    now = row.score.value
    return [
        level
        for level in dossier.library.questionnaire.levels
        if (now is None and level.starts_at > 0)
        or (now is not None and level.starts_at > now)
        or (known is not None and known.level == level.id)
    ]


def _day(t: Wording, record: Record, dossier: Dossier, row: Row, known: Target) -> dt.date:
    """The end of a quarter; a day kept from a file stays in the list."""
    days = sorted({known.by, *quarter_ends(dossier.on, QUARTERS)})
    field = f"target-by.{record.id}.{row.dimension.id}.{t.language}"
    chosen: dt.date = st.selectbox(
        texts.aimed(t("targets.by"), row.dimension.title), days, days.index(known.by),
        lambda day: journey.day(t, day), key=session.field(field, known.by),
    )  # fmt: skip
    return chosen


def _keep(t: Wording, record: Record, dossier: Dossier, name: str, made: Target | None) -> None:
    """Kept when it changed, with the other targets as they are."""
    place = f"{record.id}.target.{name}"
    if made == dossier.sheet.targets.get(name):
        saving.say(t, place, kept=False)
        return
    targets = {one: target_of(each) for one, each in dossier.sheet.targets.items()}
    targets.pop(name, None)
    if made is not None:
        targets[name] = target_of(made)
    saving.keep(t, place, lambda: vault.save_plan(record.id, {"targets": targets}))


show()
