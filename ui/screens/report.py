"""What the report holds, its pages to look at, and the files to take away."""

import streamlit as st

from content.wording import Wording
from reports.audiences import Parts
from reports.dossier import Dossier
from reports.export import FORMATS, MIME, export
from storage.record import Record
from ui import dossiers, navigation, vault
from ui.components import html, journey, report_pages, report_parts, waiting
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Who it is for and what goes in, then the files, each made when asked for, then the pages."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    journey.back(t, "results")
    html.arrive(t("report.title"))
    html.write(html.paragraph(t("report.lead")))
    parts = report_parts.choose(t)
    report_parts.said(t, parts)
    waiting.better_order(t, dossier, "report.looking")
    _files(t, record, dossier, parts)
    report_pages.preview(t, dossier, parts)
    navigation.link("keep", t("report.answers"))


def _files(t: Wording, record: Record, dossier: Dossier, parts: Parts) -> None:
    """The PDF in sight; the other files folded: most visitors want one button."""
    first, *others = FORMATS
    with st.container(key="report-files"):
        _file(t, record, dossier, first, parts)
    with st.expander(t("report.others"), key="report-others"):
        with st.container(horizontal=True, key="report-whole"):
            for extension in others:
                _file(t, record, dossier, extension, parts)
        html.write(html.paragraph(t("report.whole"), "small"))


def _file(t: Wording, record: Record, dossier: Dossier, extension: str, parts: Parts) -> None:
    st.download_button(
        t(f"report.format.{extension}"),
        data=vault.taking(record.id, lambda: export(dossiers.with_best(dossier), extension, parts)),
        file_name=f"jalon-{dossier.on.isoformat()}.{extension}",
        mime=MIME[extension],
        type="primary" if extension == "pdf" else "secondary",
        on_click="ignore",
        key=f"download-{extension}",
    )


show()
