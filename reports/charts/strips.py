"""Level strips: one strip a dimension, a full dot for now, the interval, the unknown as such."""

from typing import TYPE_CHECKING, Any

from assessment.model import Level
from reports.charts.rows import Row, finding, rows, table
from reports.charts.style import INK, NOW, PAST, TRACK, safe
from reports.dossier import Dossier

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

ROW_HEIGHT, HEAD_HEIGHT = 58, 56
"""Pixels: a label above each strip, so that it reads on a phone of 390 px."""

__all__ = ["figure", "sentence", "table"]


def sentence(dossier: Dossier) -> str:
    """What the chart shows, as its title."""
    return finding(dossier)


def figure(dossier: Dossier) -> "Figure":
    """The strips; without legend, toolbar or hover. Show it with CONFIG of style.py."""
    from plotly import graph_objects

    lines = rows(dossier)
    levels = dossier.library.questionnaire.levels
    drawn = graph_objects.Figure(data=[_dots(lines)])
    height = HEAD_HEIGHT + ROW_HEIGHT * len(lines)
    drawn.update_layout(
        height=height,
        margin={"l": 4, "r": 4, "t": HEAD_HEIGHT, "b": 4},
        paper_bgcolor="white", plot_bgcolor="white", showlegend=False, hovermode=False,
        font={"size": 13, "color": INK},
        xaxis={"range": [-2, 102], "visible": False, "fixedrange": True},
        yaxis={"range": [len(lines) - 0.3, -0.7], "visible": False, "fixedrange": True},
        shapes=[shape for y, row in enumerate(lines) for shape in _shapes(y, row, levels)],
        annotations=[*_level_names(levels), *_labels(lines)],
    )  # fmt: skip
    return drawn


def _dots(lines: tuple[Row, ...]) -> dict[str, Any]:
    known = [(row.score.value, y) for y, row in enumerate(lines) if row.state == "known"]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in known],
        "y": [y for _, y in known],
        "marker": {"size": 16, "color": NOW, "line": {"color": "white", "width": 2}},
        "cliponaxis": False,
    }


def _shapes(y: int, row: Row, levels: tuple[Level, ...]) -> list[dict[str, Any]]:
    if row.state == "not_applicable":
        return []
    if row.state == "unknown":
        line = {"color": PAST, "width": 1.5, "dash": "dot"}
        return [_box(0, 100, y, 0.11) | {"line": line, "fillcolor": "white"}]
    ends = [level.starts_at for level in levels[1:]] + [100]
    tracks = [
        _box(level.starts_at + 0.4, end - 0.4, y, 0.11) | {"fillcolor": TRACK, "line": {"width": 0}}
        for level, end in zip(levels, ends, strict=True)
    ]
    if not row.open:
        return tracks
    low, high = row.score.low or 0, row.score.high or 0
    ticks = [_box(x, x, y, 0.15) | {"line": {"color": NOW, "width": 2}} for x in (low, high)]
    interval = _box(low, high, y, 0.05) | {"fillcolor": NOW, "line": {"width": 0}, "opacity": 0.55}
    return [*tracks, interval, *ticks]


def _box(x0: float, x1: float, y: float, half: float) -> dict[str, Any]:
    return {"type": "rect", "layer": "below", "x0": x0, "x1": x1, "y0": y - half, "y1": y + half}


def _level_names(levels: tuple[Level, ...]) -> list[dict[str, Any]]:
    return [
        {
            "x": level.starts_at, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom",
            "text": "<br>".join(safe(level.title).split(" ", 1)), "align": "left",
            "showarrow": False, "font": {"size": 11},
        }
        for level in levels
    ]  # fmt: skip


def _labels(lines: tuple[Row, ...]) -> list[dict[str, Any]]:
    labels = []
    for y, row in enumerate(lines):
        base = {"y": y - 0.2, "yanchor": "bottom", "showarrow": False}
        name = {"x": 0, "xanchor": "left", "text": f"<b>{safe(row.dimension.short)}</b>"}
        value = {"x": 100, "xanchor": "right", "text": safe(row.text)}
        labels += [base | name, base | value]
    return labels
