"""The frame of every chart: finding, what is measured, drawing, sentence, table, pictures."""

from collections.abc import Callable

import streamlit as st

from content.wording import Wording
from reports.blocks import Inline, link
from reports.charts import picture
from reports.charts.chart import Chart, file_name
from ui.components import blocks, html

Drawn = str | Callable[[], None]


def frame(t: Wording, chart: Chart, drawn: Drawn, key: str, *, level: int = 2) -> None:
    """The chart with all that belongs to it; `drawn` is HTML, or puts the drawing on the page.

    `key` names it on its screen, `level` is that of its heading. Its pictures are made when asked.
    """
    opening = html.heading(chart.title, level) + html.paragraph(chart.subtitle, "measured")
    closing = html.paragraph(chart.sentence, "chart-note")
    with st.container(key=f"chart-{key}"):
        if isinstance(drawn, str):
            html.write(f"<div class='jalon-chart'>{opening}{drawn}{closing}</div>")
        else:
            html.write(opening)
            drawn()
            html.write(closing)
        with st.expander(t("chart.fold"), key=f"figures-{key}"):
            html.write(_table(chart))
            _pictures(t, chart, key)


def _table(chart: Chart) -> str:
    head, *rows = chart.table
    return blocks.table(chart.caption, head, [[_cell(cell) for cell in row] for row in rows])


def _cell(text: str) -> Inline:
    """A page's address is followed, not read out."""
    return [link(text, text.split("/")[2])] if text.startswith("https://") else text


def _pictures(t: Wording, chart: Chart, key: str) -> None:
    with st.container(horizontal=True, key=f"files-{key}"):
        for extension, (make, mime) in picture.FORMATS.items():
            st.download_button(
                t(f"chart.{extension}"),
                data=lambda make=make: make(chart),
                file_name=file_name(chart, extension),
                mime=mime,
                on_click="ignore",
                key=f"{extension}-{key}",
            )
