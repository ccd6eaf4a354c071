"""What the report holds, its first page to read here, and the files to take away."""

import streamlit as st

from content.wording import Wording
from reports.dossier import Dossier
from reports.export import FORMATS, MIME, export
from reports.sections.front import front
from ui import dossiers, navigation
from ui.components import blocks, html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Preview first, then the files; each is made when it is asked for."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    journey.back(t, "results")
    html.arrive(t("report.title"))
    html.write(
        html.paragraph(t("report.lead")),
        html.items(t(f"report.holds_{part}") for part in range(1, 7)),
        html.paragraph(t("report.attached"), "small"),
    )
    _files(t, dossier)
    _preview(t, dossier)
    navigation.link("keep", t("report.answers"))


def _files(t: Wording, dossier: Dossier) -> None:
    with st.container(horizontal=True, key="report-files"):
        for extension in FORMATS:
            st.download_button(
                t(f"report.format.{extension}"),
                data=lambda extension=extension: export(dossier, extension),
                file_name=f"jalon-{dossier.on.isoformat()}.{extension}",
                mime=MIME[extension],
                type="primary" if extension == "pdf" else "secondary",
                on_click="ignore",
                key=f"download-{extension}",
            )


def _preview(t: Wording, dossier: Dossier) -> None:
    html.write(
        html.heading(t("report.preview"), 2),
        "<div class='jalon-page'>",
        blocks.render(front(dossier), deeper=2),
        "</div>",
    )


show()
