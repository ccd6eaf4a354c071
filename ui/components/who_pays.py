"""Who pays the plan: one bar, its amounts written on the page."""

from content.wording import Wording
from reports.charts import payers
from reports.dossier import Dossier
from ui.components.chart import frame
from ui.components.drawings import parts


def who_pays(t: Wording, dossier: Dossier) -> None:
    """The bar of the whole plan; nothing for a plan that costs nothing."""
    chart = payers.chart(dossier)
    if chart is not None:
        frame(t, chart, parts(chart.drawing, chart.alt), "payers")
