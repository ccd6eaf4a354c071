"""A code to pass on: large, as a square to photograph, as a link to send."""

import datetime as dt

import streamlit as st

from content.wording import Wording
from ui import visitor
from ui.components import html, journey, qr


def come_back(t: Wording, code: str, last_day: dt.date) -> None:
    """The organiser's own code, shown this once, and until when it opens."""
    html.write(
        html.heading(t("team.keep"), 2),
        html.paragraph(t("team.keep_text", day=journey.day(t, last_day))),
        f"<p class='jalon-card jalon-code'>{html.esc(code)}</p>",
        html.notice(t("team.keep_once"), "warn"),
    )


def invitation(t: Wording, code: str, link: str, alt: str) -> None:
    """The code, its QR square when this site has an address, and the link."""
    html.write(
        f"<p class='jalon-card jalon-first jalon-code'>{html.esc(code)}</p>",
        qr.square(link, alt) if visitor.site() else "",
        html.paragraph(t("team.link")),
    )
    st.code(link, language=None, wrap_lines=True)
