"""The same answers read along other frameworks, folded: a sentence, a table, a draft pledge."""

from zlib import crc32

import streamlit as st

from content.wording import Wording
from questionnaires.readings import Reading, read_readings
from reports import readings as read_again
from reports.dossier import Dossier
from reports.pledge import pledge
from reports.words import words
from ui.components import blocks, html

_WITH_PLEDGE = "eu_area"


def readings(t: Wording, dossier: Dossier) -> None:
    """One fold for all, one a framework in it; the draft pledge stands under the EU one."""
    known = [r for r in read_readings(dossier.language) if dossier.card.readings.get(r.id)]
    if not known:
        return
    with st.expander(t("results.readings"), key="readings"):
        html.write(html.paragraph(t("results.readings_text")))
        for reading in known:
            if reading.id == _WITH_PLEDGE:
                _with_pledge(t, dossier, reading)
            else:
                html.write(html.fold(reading.title, _told(t, dossier, reading)))


def _told(t: Wording, dossier: Dossier, reading: Reading) -> str:
    head = (t("reading.group"), t("reading.level"), words(dossier.language)("chart.head.score"))
    return (
        html.paragraph(read_again.sentence(dossier, reading), "lead")
        + html.paragraph(reading.about, "small")
        + blocks.table(reading.title, head, read_again.table(dossier, reading))
    )


def _with_pledge(t: Wording, dossier: Dossier, reading: Reading) -> None:
    with st.expander(reading.title, key="reading-eu"):
        html.write(_told(t, dossier, reading))
        draft = pledge(dossier)
        if draft is None:
            return
        html.write(html.heading(t("pledge.title"), 3), html.paragraph(t("pledge.text")))
        # The key changes with the draft, so that a new plan brings a new text.
        st.text_area(t("pledge.label"), draft, height=330, key=f"pledge.{crc32(draft.encode())}")
