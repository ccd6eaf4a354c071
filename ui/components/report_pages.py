"""The report before one takes it: its first page to read, its pages as pictures on demand."""

import base64
import hashlib
import json

import streamlit as st

from content.wording import Wording
from reports.audiences import Parts
from reports.dossier import Dossier
from reports.outline import outline
from reports.pdf import page_pictures
from reports.sections.front import front
from ui import session
from ui.components import blocks, html

PPI = 88
"""Dots an inch: an A4 page is then 727 wide, which a wide screen shows one to one."""


def preview(t: Wording, dossier: Dossier, parts: Parts) -> None:
    """A fold with every page, drawn when it is opened; while it is closed, the first page as text.

    Another choice of parts is another fold: it begins closed, so that no tick waits for pictures.
    """
    fold = st.expander(t("report.pages"), key=f"report-pages-{'-'.join(parts)}", on_change="rerun")
    if not fold.open:
        _first_page(t, dossier)
        return
    content = outline(dossier, parts)
    name = hashlib.sha256(json.dumps(content).encode()).hexdigest()
    pages = session.once("report-pages", name, lambda: page_pictures(dossier, parts, PPI))
    with fold:
        html.write("".join(_picture(t, page, n, len(pages)) for n, page in enumerate(pages, 1)))
        html.write(html.fold(t("report.pages_text"), blocks.render(content["blocks"], deeper=2)))


def _picture(t: Wording, page: bytes, number: int, of: int) -> str:
    told = html.esc(t("report.page_of", page=number, of=of))
    drawn = base64.b64encode(page).decode()
    return f"<img class='jalon-sheet' src='data:image/png;base64,{drawn}' alt='{told}'>"


def _first_page(t: Wording, dossier: Dossier) -> None:
    html.write(
        html.heading(t("report.preview"), 2),
        "<div class='jalon-page'>",
        blocks.render(front(dossier), deeper=2),
        "</div>",
    )
