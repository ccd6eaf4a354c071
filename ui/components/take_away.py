"""Files of one document: PDF and DOCX, made when they are asked for."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from content.wording import Wording
from reports.dossier import Dossier
from reports.export import DOCUMENTS, MIME, export_document
from ui import vault


def take_away(
    t: Wording, record_id: str, dossier: Dossier, name: str, make: Callable[[], dict[str, Any]]
) -> None:
    """A button a format; `name` begins the file's name, `make` gives the document."""
    with st.container(horizontal=True, key=f"take-away-{name}"):
        for extension in DOCUMENTS:

            def made(extension: str = extension) -> bytes:
                return export_document(make(), extension, dossier.on)

            st.download_button(
                t(f"report.format.{extension}"),
                data=vault.taking(record_id, made),
                file_name=f"jalon-{name}-{dossier.on.isoformat()}.{extension}",
                mime=MIME[extension],
                type="primary" if extension == "pdf" else "secondary",
                on_click="ignore",
                key=f"take-{name}-{extension}",
            )
