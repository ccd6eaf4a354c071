"""An estimate beside the one it follows, and the next one: what moved since, by dimension."""

import streamlit as st

from assessment.again import next_stage
from assessment.checklist import Checklist, Variant
from assessment.checklist_score import seen_card
from assessment.scorecard import Score, ScoreCard
from content.wording import Wording
from reports import formats
from reports.since import signed
from storage.record import Record
from ui import following, navigation, vault
from ui.components import blocks, dma, dma_strips, html, journey
from ui.components.dma_former import Former

_DIGITS = 1


def card_then(checklist: Checklist, former: Former | None, variant: Variant) -> ScoreCard | None:
    """The estimate before, worked out the same way, of what was gone through; None without one."""
    return seen_card(checklist, former.answers, variant) if former else None


def known_at_both(then: ScoreCard | None, now: ScoreCard) -> dict[str, Score]:
    """The scores before of the dimensions gone through at both dates; empty without a before."""
    known = {name for name, score in now.dimensions.items() if score.value is not None}
    before = then.dimensions.items() if then else ()
    return {name: score for name, score in before if score.value is not None and name in known}


def compared(
    t: Wording,
    checklist: Checklist,
    record: Record,
    former: Former,
    then: ScoreCard,
    now: ScoreCard,
) -> str:
    """The whole change in a sentence, then a line a dimension; both cards by `seen_card`."""
    told = {"stage": former.stage, "day": journey.day(t, former.day)}
    rows = [(d.title, then.dimensions[d.id], now.dimensions[d.id]) for d in checklist.dimensions]
    rows.append((t("dma.overall"), then.overall, now.overall))
    head = (t("dma.dimension"), former.stage, record.stage, t("dma.difference"))
    lines = [
        (name, _said(t, checklist, before), _said(t, checklist, after), _moved(t, before, after))
        for name, before, after in rows
    ]
    return (
        html.paragraph(t("dma.key", **told), "small")
        + html.heading(t("dma.since", stage=former.stage), 2)
        + html.paragraph(_headline(t, then.overall, now.overall, told), "lead")
        + blocks.table(t("dma.since_table", **told), head, lines)
    )


def _headline(t: Wording, then: Score, now: Score, told: dict[str, str]) -> str:
    moved = _difference(then, now)
    if moved is None:
        return t("dma.moved_in_part")
    if not moved:
        return t("dma.not_moved", **told)
    return t("dma.moved", points=signed(moved, t.language, _DIGITS), **told)


def next_one(t: Wording, record: Record) -> None:
    """The estimate that follows this one: to open, else to start by whoever may take it along."""
    stage, started = next_stage(record.stage), following.next_of(record)
    if started is not None:
        html.write(
            html.heading(t("follow_up.again"), 2),
            html.paragraph(t("follow_up.open_next_text", stage=started.stage)),
        )
        if st.button(t("follow_up.open_next", stage=started.stage), key="next"):
            dma.enter(t, started)
    elif stage is not None and vault.may(record.id, "share", "assessment"):
        day = journey.day(t, following.taken(record))
        html.write(
            html.heading(t("follow_up.again"), 2), html.paragraph(t("dma.again_text", day=day))
        )
        if st.button(t("follow_up.start", stage=stage), key="next"):
            navigation.go("dma", a=following.start_next(record, t.language))


def _said(t: Wording, checklist: Checklist, score: Score) -> str:
    """'43,3 · Intermédiaire'; where it was not gone through to the end, that, and no figure."""
    if score.value is None:
        return t("dma.not_through")
    value = formats.number(score.value, t.language, _DIGITS)
    return f"{value} · {dma_strips.level(checklist, score)}"


def _moved(t: Wording, before: Score, after: Score) -> str:
    moved = _difference(before, after)
    return "–" if moved is None else signed(moved, t.language, _DIGITS)


def _difference(before: Score, after: Score) -> float | None:
    """Between the two as they are written, so that a reader finds the same; None: unknown."""
    if before.value is None or after.value is None:
        return None
    return round(round(after.value, _DIGITS) - round(before.value, _DIGITS), _DIGITS)
