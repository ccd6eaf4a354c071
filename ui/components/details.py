"""Below the result: what it rests on, the safety points, figures from elsewhere."""

import streamlit as st

from content.wording import Wording
from reports import formats
from reports.charts import elsewhere
from reports.dossier import Dossier
from reports.words import words
from ui.components import blocks, html
from ui.components.chart import frame
from ui.components.drawings import scales


def rests_on(t: Wording, dossier: Dossier) -> None:
    """How much is known, in one sentence; then the open questions with who might know."""
    word, share = words(dossier.language), dossier.card.overall.coverage
    if not dossier.find_out:
        return
    rows = [
        (
            f"{item.question.short} {word('find_out.floor')}"
            if item.floor_point
            else item.question.short,
            item.question.who_might_know,
        )
        for item in dossier.find_out
    ]
    head = (word("find_out.head.question"), word("find_out.head.who"))
    said = t("results.unknown", count=len(rows))
    if share:
        known = formats.percent(share, dossier.language)
        said = t("results.rests_on", count=len(rows), share=known)
    html.write(
        html.paragraph(said),
        html.fold(
            t("results.find_out_list"),
            html.paragraph(word("find_out.intro"))
            + blocks.table(word("find_out.table"), head, rows),
        ),
    )


def floor(t: Wording, dossier: Dossier) -> str:
    """The five safety points, folded: in place, missing, not checked."""
    word, points = words(dossier.language), dossier.floor
    listed = {"present": points.present, "missing": points.missing, "unknown": points.unknown}
    rows = [
        (word(f"floor.{state}"), ", ".join(word(f"floor.point.{p}") for p in found))
        for state, found in listed.items()
        if found
    ]
    counts = {state: len(found) for state, found in listed.items()}
    inner = html.paragraph(word("floor.intro")) + blocks.pairs(rows)
    return html.fold(t("results.floor", **counts), inner)


def context(t: Wording, dossier: Dossier) -> None:
    """Published figures, apart from the result and never on its scale; folded."""
    chart = elsewhere.chart(dossier)
    if chart is None:
        return
    with st.expander(t("results.context"), key="context"):
        frame(t, chart, scales(chart.drawing), "elsewhere", level=3)
