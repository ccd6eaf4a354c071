"""The radar, as a second view: one outline, no fill, broken where nothing is known."""

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from reports.blocks import Block
from reports.charts.chart import Chart, source
from reports.charts.rows import Row, finding, rows, table
from reports.charts.strips import measured, said
from reports.dossier import Dossier
from reports.words import words

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

HEIGHT = 380
CONFIG = {"displayModeBar": False, "staticPlot": True, "responsive": True}
"""Plotly's own settings: nothing on hover only, no toolbar."""
_LINE = 12
"""Characters of a line of a name."""


def chart(dossier: Dossier) -> Chart:
    """The same figures as the strips, seen around a centre."""
    word, lines = words(dossier.language), rows(dossier)
    broken = any(row.state != "known" for row in lines)
    return Chart(
        name="radar",
        title=finding(dossier),
        subtitle=measured(dossier),
        sentence=word("chart.radar_note") if broken else word("chart.radar_whole"),
        alt=word("chart.alt", finding=finding(dossier), rows=said(lines, word)),
        source=source(dossier),
        caption=word("result.table"),
        table=table(dossier),
        drawing=_block(dossier, lines),
        language=dossier.language,
        on=dossier.on,
    )


def figure(dossier: Dossier) -> "Figure":
    """Scores 0-100 on fixed axes, in the order of the instrument, values at the points.

    It has no colour of its own: ui/styles/charts.css gives those of the page. Show it with CONFIG.
    """
    from plotly import graph_objects

    lines = rows(dossier)
    levels = dossier.library.questionnaire.levels
    angles = [360 * i / len(lines) for i in range(len(lines))]
    drawn = graph_objects.Figure(data=[_outline(lines, angles)])
    clear = "rgba(0,0,0,0)"
    drawn.update_layout(
        height=HEIGHT,
        margin={"l": 88, "r": 88, "t": 48, "b": 56},
        paper_bgcolor=clear, showlegend=False, hovermode=False, font={"size": 13},
        polar={
            "bgcolor": clear,
            "radialaxis": {
                "range": [0, 105], "tickvals": [level.starts_at for level in levels] + [100],
                "showticklabels": False, "ticks": "", "showline": False,
            },
            "angularaxis": {
                "rotation": 90, "direction": "clockwise",
                "tickvals": angles, "ticktext": [_name(row) for row in lines],
            },
        },
    )  # fmt: skip
    return drawn


def _outline(lines: tuple[Row, ...], angles: list[float]) -> dict[str, Any]:
    """The outline closes on its first point; None breaks it."""
    values = [row.score.value for row in lines]
    shown = ["" if value is None else f"{value:.0f}" for value in values]
    return {
        "type": "scatterpolar", "mode": "lines+markers+text", "connectgaps": False,
        "r": [*values, values[0]], "theta": [*angles, angles[0]],
        "text": [*shown, ""], "textposition": "top center",
        "line": {"width": 2}, "marker": {"size": 9},
    }  # fmt: skip


def _name(row: Row) -> str:
    """Short lines, so that names stay inside a phone's screen."""
    said = "" if row.state == "known" else f" ({row.text})"
    # Plotly reads a few HTML tags.
    text = (row.dimension.short + said).replace("&", "&amp;").replace("<", "&lt;")
    return "<br>".join(wrap(text, _LINE, break_long_words=False))


def _block(dossier: Dossier, lines: tuple[Row, ...]) -> Block:
    levels = dossier.library.questionnaire.levels
    return {
        "kind": "radar",
        "rings": [*(level.starts_at for level in levels[1:]), 100],
        "axes": [
            {"label": row.dimension.short, "value": row.score.value, "text": row.text}
            for row in lines
        ],
    }
