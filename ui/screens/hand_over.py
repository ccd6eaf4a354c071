"""Giving an assessment to its enterprise: what changes said first, then a slip to give by hand."""

import streamlit as st

from content.wording import Wording
from storage.record import Record, name_in
from ui import guided, navigation, visitor
from ui.components import html, journey, qr
from ui.components.guard import screen
from ui.guided import Given


@screen
def show(t: Wording) -> None:
    """Nothing is sent: she gives the slip herself."""
    record = journey.opened(t)
    hers = guided.here(record.id)
    journey.back(t, "guided")
    if hers is None or not guided.may_hand_over(hers):
        html.arrive(t("hand_over.title"))
        html.write(html.notice(t("hand_over.not_yours"), role="note"))
        return
    html.arrive(t("hand_over.title"))
    before = st.empty()
    with before.container():
        given = _ask(t, record)
    if given is not None:
        before.empty()
        _slip(t, record, given)


def _ask(t: Wording, record: Record) -> Given | None:
    html.write(
        html.paragraph(t("hand_over.lead"), "lead"),
        html.items(t(f"hand_over.fact_{fact}") for fact in ("theirs", "device", "you", "slip")),
    )
    sure = st.checkbox(t("hand_over.sure"), key=f"sure-hand-over.{record.id}")
    if not st.button(t("hand_over.do"), type="primary", key="hand-over"):
        return None
    if not sure:
        html.write(html.notice(t("hand_over.tick"), "warn", "alert"))
        return None
    return guided.hand_over(record.id)


def _slip(t: Wording, record: Record, given: Given) -> None:
    """Once: where to go, the square, the code. Printed, it stands alone on the page."""
    link = f"{visitor.site()}/open?key={given.secret}"
    name = name_in(record.profile) or t("landing.unnamed")
    until = journey.day(t, record.expires_on)
    html.write(html.notice(t("hand_over.done"), "good", "alert"))
    html.write(
        "<div class='jalon-card jalon-slip'>",
        html.heading(t("hand_over.slip", name=name), 2),
        html.paragraph(t("hand_over.slip_text")),
        qr.square(link, t("hand_over.square")) if visitor.site() else "",
        html.paragraph(t("hand_over.slip_code", address=f"{visitor.site()}/resume")),
        f"<p class='jalon-code'>{html.esc(given.code)}</p>",
        html.paragraph(t("hand_over.slip_until", day=until), "small"),
        html.paragraph(t("hand_over.slip_secret"), "small"),
        "</div>",
    )
    html.write(html.paragraph(t("hand_over.print")))
    if visitor.site():
        st.code(link, language=None, wrap_lines=True)
    navigation.link("portfolio", t("portfolio.title"), a=None)


show()
