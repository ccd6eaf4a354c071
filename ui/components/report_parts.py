"""What goes into the report: a ready audience, then single parts ticked or not."""

import streamlit as st

from content.wording import Wording
from reports.audiences import AUDIENCES, FULL, Parts, parts_for
from reports.outline import PARTS
from ui import texts
from ui.components import html


def choose(t: Wording) -> Parts:
    """The parts chosen on the screen, in their order; none is the first page alone."""
    names = [FULL, *(name for name in AUDIENCES if name != FULL)]
    with st.container(key="report-for"):
        audience = st.radio(
            t("report.for"),
            names,
            format_func=lambda name: texts.plain(t(f"report.for.{name}")),
            captions=[texts.plain(t(f"report.for_why.{name}")) for name in names],
            key="report-audience",
        )
    return _ticked(t, audience)


def said(t: Wording, parts: Parts) -> None:
    """What the file will hold, and whether the answers leave with it."""
    names = [t("report.first_page"), *(t(f"report.part.{part}") for part in parts)]
    answers = "report.with_answers" if "answers" in parts else "report.without_answers"
    html.write(
        html.paragraph(t("report.holds", parts=" · ".join(names))),
        html.paragraph(t(answers), "small"),
    )


def _ticked(t: Wording, audience: str) -> Parts:
    """Each audience has ticks of its own: another choice above begins from its own list."""
    ready = parts_for(audience)
    with st.expander(t("report.parts"), key="report-parts"):
        html.write(html.paragraph(t("report.parts_lead")))
        return tuple(
            part
            for part in PARTS
            if st.checkbox(_label(t, part), part in ready, key=f"part-{audience}-{part}")
        )


def _label(t: Wording, part: str) -> str:
    name = t(f"report.part.{part}")
    return texts.plain(name[:1].upper() + name[1:])
