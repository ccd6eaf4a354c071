"""The radar, as a second view: one outline, no fill, broken where nothing is known."""

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from reports.charts.rows import Row, finding, rows, table
from reports.charts.style import INK, NOW, TRACK, safe
from reports.dossier import Dossier
from reports.words import words

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

HEIGHT = 420
_LINE = 13
"""Characters of a line of a name."""

__all__ = ["figure", "sentence", "table"]


def sentence(dossier: Dossier) -> str:
    """What the chart shows, and that the line stops where nothing is known."""
    broken = any(row.state != "known" for row in rows(dossier))
    note = f" {words(dossier.language)('chart.radar_note')}" if broken else ""
    return f"{finding(dossier)}{note}"


def figure(dossier: Dossier) -> "Figure":
    """Scores 0-100 on fixed axes, in the order of the instrument, values at the points."""
    from plotly import graph_objects

    lines = rows(dossier)
    levels = dossier.library.questionnaire.levels
    angles = [360 * i / len(lines) for i in range(len(lines))]
    drawn = graph_objects.Figure(data=[_outline(lines, angles)])
    drawn.update_layout(
        height=HEIGHT,
        margin={"l": 86, "r": 86, "t": 40, "b": 40},
        paper_bgcolor="white", showlegend=False, hovermode=False,
        font={"size": 12, "color": INK},
        polar={
            "bgcolor": "white",
            "radialaxis": {
                "range": [0, 105], "tickvals": [level.starts_at for level in levels] + [100],
                "showticklabels": False, "gridcolor": TRACK, "linecolor": TRACK, "ticks": "",
            },
            "angularaxis": {
                "rotation": 90, "direction": "clockwise", "gridcolor": TRACK, "linecolor": TRACK,
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
        "line": {"color": NOW, "width": 2}, "marker": {"size": 9, "color": NOW},
    }  # fmt: skip


def _name(row: Row) -> str:
    """Short lines, so that names stay inside a phone's screen."""
    said = "" if row.state == "known" else f" ({row.text})"
    return "<br>".join(wrap(safe(row.dimension.short + said), _LINE))
