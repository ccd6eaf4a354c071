"""A chart as a picture to take away, drawn by Typst with the shipped fonts, light and 16:9."""

import datetime as dt
import json
from html import escape
from typing import Literal

import typst

from reports.charts.chart import Chart
from reports.glyphs import drawable_tree
from reports.pdf import TEMPLATES, shipped_fonts

PIXELS_PER_INCH = 144
"""1600 x 900 pixels: a slide."""


def svg(chart: Chart) -> bytes:
    """The picture as SVG, with its title and its words for who cannot see it.

    The same chart gives the same bytes; nothing in it points outside.
    """
    drawn = _drawn(chart, "svg").decode()
    opening, _, rest = drawn.partition(">")
    named = (
        f'{opening} role="img" aria-labelledby="chart-title chart-words" lang="{chart.language}">'
        f'<title id="chart-title">{escape(chart.title)}</title>'
        f'<desc id="chart-words">{escape(f"{chart.subtitle} {chart.alt}")}</desc>'
    )
    return (named + rest).encode()


def png(chart: Chart) -> bytes:
    """The picture as PNG. The same chart gives the same bytes."""
    return _drawn(chart, "png")


FORMATS = {"png": (png, "image/png"), "svg": (svg, "image/svg+xml")}


def _drawn(chart: Chart, extension: Literal["png", "svg"]) -> bytes:
    data = drawable_tree(
        {
            "title": chart.title,
            "subtitle": chart.subtitle,
            "sentence": chart.sentence,
            "source": chart.source,
            "language": chart.language,
            "drawing": chart.drawing,
        }
    )
    made: bytes = typst.compile(
        TEMPLATES / "charts" / "picture.typ",
        root=TEMPLATES,
        font_paths=shipped_fonts(),
        format=extension,
        ppi=PIXELS_PER_INCH,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=dt.datetime.combine(chart.on, dt.time(), dt.UTC),
    )
    return made
