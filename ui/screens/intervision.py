"""The kit for an hour among peers: on screen, to print, with or without the name."""

import streamlit as st

from content.wording import Wording
from reports.charts import strips
from reports.charts.then_now import Then, then_chart
from reports.dossier import Dossier
from reports.intervision import kit, kit_blocks, nameless
from reports.naming import organisation
from reports.words import words
from storage.record import Record
from ui import dossiers, following
from ui.components import blocks, html, journey
from ui.components.chart import frame
from ui.components.guard import screen
from ui.components.lanes import lanes
from ui.components.take_away import take_away


@screen
def show(t: Wording) -> None:
    """Whether to be named, the files, then what they hold."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    then = _then(t, record)
    journey.back(t, "follow_up")
    html.arrive(t("intervision.title"))
    html.write(html.paragraph(t("intervision.lead"), "lead"))
    with st.container(key="ticks-nameless"):
        named = not st.checkbox(t("intervision.nameless"), key=f"nameless-{record.id}")
    html.write(html.heading(t("intervision.files"), 2))
    take_away(t, record.id, dossier, "peer-session", lambda: kit(dossier, then, named=named))
    shown = dossier if named else nameless(dossier)
    html.write(html.paragraph(organisation(shown, words(t.language)), "kicker"))
    _drawn(t, shown, then)
    html.write(blocks.render(kit_blocks(shown, then, named=named, drawn=False), deeper=1))


def _then(t: Wording, record: Record) -> Then | None:
    before = following.before_of(record)
    return following.then_of(before, record, t.language) if before else None


def _drawn(t: Wording, dossier: Dossier, then: Then | None) -> None:
    """The strips as everywhere: drawn, in words, as a table."""
    if then is None:
        chart = strips.chart(dossier)
    else:
        chart = then_chart(dossier, then, dossier.sheet.taken or dossier.on)
    frame(t, chart, lanes(chart.drawing, chart.alt), "peer-session")


show()
