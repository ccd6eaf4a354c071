"""A published aggregate drawn: strips with quantiles, counts, groups, and what is not shown."""

from collections.abc import Sequence

import streamlit as st

from content.wording import Wording
from network.aggregate import Aggregate, Cell, Picture
from network.members import GROUPINGS, OVERALL
from reports.blocks import Inline, strips
from storage.campaigns import Campaign
from ui import campaign_figures, choices, texts
from ui.answering.fields import read_fields
from ui.campaign_figures import Instrument, Part
from ui.components import blocks, html, lanes


def picture(t: Wording, campaign: Campaign, found: Aggregate, *, final: bool) -> None:
    """Everything published: the strips first, the groups after them."""
    asked = campaign_figures.instrument(campaign.instrument, t.language)
    overall = Part(OVERALL, t("campaign.overall"), t("campaign.overall"))
    parts = [(part, found.picture(part.id)) for part in (overall, *asked.dimensions)]
    if not any(told.whole for _, told in parts):
        html.write(html.notice(t("campaign.withheld")))
        return
    _strips(t, asked, parts)
    html.write(html.fold(t("campaign.counts"), _counts(t, asked, parts)))
    if final:
        _groups(t, parts)
        _own(t, campaign, found)
    html.write(html.fold(t("campaign.rule_title"), html.items(_rules(t))))


def _rules(t: Wording) -> list[str]:
    return [t(f"campaign.rule_{number}") for number in (1, 2, 3, 4)]


def _strips(t: Wording, asked: Instrument, parts: Sequence[tuple[Part, Picture]]) -> None:
    said = [t("campaign.line", name=part.title, said=_said(t, told.whole)) for part, told in parts]
    drawn = strips(
        title=t("campaign.key"),
        alt=" ".join(said),
        levels=[{"title": one.title, "starts_at": one.starts_at} for one in asked.levels],
        rows=[_row(t, part, told.whole) for part, told in parts],
    )
    head = (t("campaign.dimension"), t("campaign.members"), *_quantile_heads(t))
    rows = [(part.title, *_figures(t, told.whole)) for part, told in parts]
    html.write(
        html.heading(t("campaign.strips"), 2),
        f"<div class='jalon-chart'>{lanes.lanes(drawn, drawn['alt'])}"
        f"{html.paragraph(t('campaign.key'), 'chart-note')}</div>",
        html.fold(t("results.table"), blocks.table(t("campaign.table"), head, rows)),
    )


def _row(t: Wording, part: Part, cell: Cell | None) -> dict[str, object]:
    row = {"label": part.short, "text": _said(t, cell), "other": None, "before": "", "after": ""}
    if cell is None or cell.quantiles is None or cell.quantiles.median is None:
        return row | {"state": "unknown", "value": None, "low": None, "high": None, "note": ""}
    median, told = cell.quantiles.median, cell.quantiles
    low = median if told.p25 is None else told.p25
    high = median if told.p75 is None else told.p75
    note = t("campaign.half", low=low, high=high) if low != high else ""
    return row | {"state": "known", "value": median, "low": low, "high": high, "note": note}


def _said(t: Wording, cell: Cell | None) -> str:
    if cell is None or cell.quantiles is None:
        return t("campaign.not_shown")
    return t("campaign.median_said", median=_end(t, cell.quantiles.median))


def _end(t: Wording, value: int | None) -> str:
    """A quantile in words: the two ends stand for everything beyond them."""
    if value is None:
        return "–"
    return (
        t("campaign.at_most", value=value)
        if value == 10
        else (t("campaign.at_least", value=value) if value == 90 else str(value))
    )


def _quantile_heads(t: Wording) -> tuple[str, str, str]:
    return t("campaign.p25"), t("campaign.median"), t("campaign.p75")


def _figures(t: Wording, cell: Cell | None) -> tuple[str, ...]:
    if cell is None:
        return (t("campaign.not_shown"), "–", "–", "–")
    told = cell.quantiles
    ends = (told.p25, told.median, told.p75) if told else (None,) * 3
    return (str(cell.n), *(_end(t, value) for value in ends))


def _counts(t: Wording, asked: Instrument, parts: Sequence[tuple[Part, Picture]]) -> str:
    head = (t("campaign.dimension"), *(one.title for one in asked.levels))
    rows = [(part.title, *_told(t, told.whole, len(asked.levels))) for part, told in parts]
    return blocks.table(t("campaign.counts"), head, rows) + html.paragraph(
        t("campaign.hidden_said"), "small"
    )


def _told(t: Wording, cell: Cell | None, count: int) -> list[str]:
    counts = (None,) * count if cell is None or cell.counts is None else cell.counts
    return [t("campaign.hidden") if one is None else str(one) for one in counts]


def _groups(t: Wording, parts: Sequence[tuple[Part, Picture]]) -> None:
    html.write(html.heading(t("campaign.groups"), 2))
    titles = {part.id: part.title for part, _ in parts}
    chosen = st.selectbox(
        t("campaign.look_at"), list(titles), format_func=lambda one: texts.plain(titles[one]),
        key=f"campaign-look.{t.language}",
    )  # fmt: skip
    told = next(told for part, told in parts if part.id == chosen)
    for grouping in GROUPINGS:
        html.write(_grouping(t, grouping, told))


def _grouping(t: Wording, grouping: str, told: Picture) -> str:
    title = t(f"campaign.by.{grouping}")
    cells, hidden = told.groups.get(grouping, ()), told.hidden.get(grouping, ())
    rows: list[Sequence[Inline]] = [
        (group_label(t, grouping, cell.group), *_figures(t, cell)) for cell in cells
    ]
    rows += [(group_label(t, grouping, one), t("campaign.hidden"), "–", "–", "–") for one in hidden]
    if not rows:
        return html.heading(title, 3) + html.paragraph(t("campaign.no_group"))
    head = (title, t("campaign.members"), *_quantile_heads(t))
    more = html.paragraph(t("campaign.group_hidden_said"), "small") if hidden else ""
    return html.heading(title, 3) + blocks.table(t("campaign.table"), head, rows) + more


def group_label(t: Wording, grouping: str, group: str) -> str:
    """A sector, a size or a territory as people call it."""
    if grouping == "size":
        return t(f"campaign.size.{group}")
    if grouping == "territory":
        place = choices.read_choices(t.language).place(group)
        return place.label if place else group
    sectors = {one.id: one.label for one in read_fields(t.language).lists["enterprise.sector"]}
    return (
        sectors.get(group)
        or t.texts.get(f"dma.sector.{group}")
        or (t.texts.get(f"dma.area.{group}", group))
    )


def _own(t: Wording, campaign: Campaign, found: Aggregate) -> None:
    if not campaign.questions:
        return
    html.write(html.heading(t("campaign.own_results"), 2))
    for question in campaign.questions:
        cell = found.picture(question["id"]).whole
        counts = _told(t, cell, len(question["options"]))
        head = (t("campaign.answer"), t("campaign.members"))
        rows = list(zip(question["options"], counts, strict=True))
        html.write(blocks.table(question["text"], head, rows))
