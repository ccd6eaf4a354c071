"""The result drawn: strips by default, a radar as a second view."""

import streamlit as st

from content.wording import Wording
from reports.charts import strips as strips_chart
from reports.dossier import Dossier
from ui.components.chart import frame
from ui.components.lanes import lanes


def strips(t: Wording, dossier: Dossier, key: str) -> None:
    """Where each dimension stands, and where the plan leads."""
    chart = strips_chart.chart(dossier)
    frame(t, chart, lanes(chart.drawing, chart.alt), f"{key}-strips")


def radar(t: Wording, dossier: Dossier, key: str) -> None:
    """Drawn only when opened: partners expect it, few readers need it."""
    view = st.expander(t("results.radar"), key=f"{key}-radar", on_change="rerun")
    with view:
        if view.open:
            _radar(t, dossier, key)


def _radar(t: Wording, dossier: Dossier, key: str) -> None:
    # Its library is large: a browser loads it once somebody wants a radar, never before.
    from reports.charts import radar as radar_chart

    chart = radar_chart.chart(dossier)

    def draw() -> None:
        with st.container(key=f"radar-{key}"):
            st.plotly_chart(
                radar_chart.figure(dossier), theme=None, config=radar_chart.CONFIG,
                alt=chart.alt, key=f"{key}-radar-chart",
            )  # fmt: skip

    frame(t, chart, draw, f"{key}-radar-view", level=3)
