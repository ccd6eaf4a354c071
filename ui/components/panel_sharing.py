"""Inviting to a panel: one code for all with its QR, or a slip of paper each."""

from contextlib import suppress

import streamlit as st

from content.wording import Wording
from storage.panel_sheets import PanelClosed
from storage.panels import Panel
from ui import panels, visitor
from ui.components import html, qr

HOW_MANY = (5, 10, 15, 20, 30, 60)
"""Slips made at a time."""


def sharing(t: Wording, panel: Panel) -> None:
    """How to invite, and what this way cannot promise."""
    html.write(html.heading(t("panel.invite"), 2))
    if panel.slips:
        _slips(t, panel)
    else:
        _code(t, panel)
    limit = "slips" if panel.slips else "shared"
    html.write(html.paragraph(t(f"panel.limit.{limit}"), "small"))


def invitation(t: Wording, code: str) -> str:
    """The code, large, and the square that opens the sheet on a phone."""
    link = panels.join_link(code)
    return (
        f"<p class='jalon-card jalon-first jalon-code'>{html.esc(code)}</p>"
        f"{qr.square(link, t('panel.qr')) if visitor.site() else ''}"
    )


def _code(t: Wording, panel: Panel) -> None:
    code = panels.join_code(panel)
    if code is None:
        html.write(html.paragraph(t("panel.code_gone")))
        if st.button(t("panel.code_make"), key="new-code"):
            panels.new_join_code(panel)
            st.rerun()
        return
    html.write(
        html.paragraph(t("panel.invite_text")), invitation(t, code), html.paragraph(t("panel.link"))
    )
    st.code(panels.join_link(code), language=None, wrap_lines=True)


def _slips(t: Wording, panel: Panel) -> None:
    made = panels.slips(panel)
    html.write(html.paragraph(t("panel.slips_text")))
    count = st.selectbox(
        t("panel.slips_count"), HOW_MANY, index=1, key=f"panel-slips-count.{panel.id}"
    )
    if st.button(t("panel.slips_make"), key="make-slips", type="secondary" if made else "primary"):
        # Closed meanwhile in another tab: the page, run again, says so.
        with suppress(PanelClosed):
            panels.make_slips(panel, count)
        st.rerun()
    if made:
        cut = "".join(_slip(t, code) for code in made)
        html.write(html.notice(t("panel.slips_print", count=len(made)), "warn"))
        # Apart: on paper they stand alone (ui/styles/panel.css).
        html.write(f"<ul class='jalon-slips'>{cut}</ul>")


def _slip(t: Wording, code: str) -> str:
    site = visitor.site()
    square = qr.square(panels.join_link(code), t("panel.qr")) if site else ""
    address = html.paragraph(panels.join_link("").removesuffix("?c="), "small") if site else ""
    return (
        f"<li>{square}<p class='jalon-code'>{html.esc(code)}</p>{address}"
        f"{html.paragraph(t('panel.slip_words'), 'small')}</li>"
    )
