"""The result drawn: strips by default, a radar as a second view, and a table that says the same."""

import streamlit as st

from content.wording import Wording
from reports.charts.rows import table
from reports.charts.style import CONFIG
from reports.dossier import Dossier
from reports.words import words
from ui.components import blocks, html


def strips(t: Wording, dossier: Dossier, key: str) -> None:
    """The strips with their sentence as title, and the table folded below."""
    # Plotly is large: it is loaded with the first result, never before.
    from reports.charts import strips as chart

    html.write(
        html.heading(words(dossier.language)("result.heading"), 2),
        html.paragraph(chart.sentence(dossier), "lead"),
        html.paragraph(words(dossier.language)("result.strips"), "small"),
    )
    _draw(chart.figure(dossier), chart.sentence(dossier), f"{key}-strips")
    head, *rows = table(dossier)
    caption = words(dossier.language)("result.table")
    html.write(html.fold(t("results.table"), blocks.table(caption, head, rows)))


def radar(t: Wording, dossier: Dossier, key: str) -> None:
    """Drawn only when opened: partners expect it, few readers need it."""
    view = st.expander(t("results.radar"), key=f"{key}-radar", on_change="rerun")
    with view:
        if not view.open:
            return
        from reports.charts import radar as chart

        html.write(html.paragraph(chart.sentence(dossier)))
        _draw(chart.figure(dossier), chart.sentence(dossier), f"{key}-radar-chart")
        html.write(html.paragraph(t("results.radar_table"), "small"))


def _draw(figure: object, alt: str, key: str) -> None:
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key=key)
