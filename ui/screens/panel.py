"""Several voices on one assessment: invite, follow the count, look, close, delete."""

import streamlit as st

from content.wording import Wording
from network.panel import ROLES, missing, moves
from storage.panels import Panel
from storage.record import Record
from ui import navigation, panels
from ui.components import guest, html, journey
from ui.components.guard import screen
from ui.components.panel import has_picture, too_few
from ui.components.panel_opening import opening
from ui.components.panel_sharing import sharing


@screen
def show(t: Wording) -> None:
    """What to do now comes first: open a panel, invite, or look at the picture."""
    record = journey.opened(t)
    journey.back(t, "results")
    guest.hers(t, t("panel.title"), record, "read", "panel")
    panel = panels.current(record)
    html.arrive(t("panel.title"))
    if panel is None:
        _about(t)
        opening(t, record)
        return
    _count(t, panel)
    if panel.closed_on is None:
        sharing(t, panel)
        with st.container(border=True, key="panel-close"):
            _close(t, panel)
    with st.container(border=True, key="panel-delete"):
        _delete(t, panel)
    _others(t, record, panel)
    if all(one.closed_on is not None for one in panels.of(record)):
        with st.expander(t("panel.again"), key="panel-again"):
            opening(t, record)


def _about(t: Wording) -> None:
    roles = ", ".join(t(f"panel.role.{role}") for role in ROLES)
    html.write(
        html.paragraph(t("panel.lead"), "lead"),
        html.items([t("panel.fact_time"), t("panel.fact_who"), t("panel.fact_five")], "facts"),
        html.paragraph(t("panel.roles", roles=roles), "small"),
    )


def _count(t: Wording, panel: Panel) -> None:
    html.write(html.paragraph(t("panel.count", count=panel.answers), "lead"))
    if panel.closed_on is not None:
        html.write(html.paragraph(t("panel.closed_on", day=journey.day(t, panel.closed_on))))
    if not has_picture(panel):
        html.write(too_few(t, panel))
    else:
        _look(t, panel)
    if panel.closed_on is None and st.button(t("panel.to_projector"), key="to-projector"):
        navigation.go("panel_projector", v=panel.id)


def _look(t: Wording, panel: Panel) -> None:
    if panel.closed_on is None and not panel.shown:
        html.write(html.notice(t("panel.before_looking")))
    elif panel.closed_on is None and panel.waiting and not moves(panel.waiting):
        html.write(html.paragraph(t("panel.next_batch", count=missing(panel.waiting)), "small"))
    if st.button(t("panel.see_picture"), type="primary", key="see-picture"):
        navigation.go("panel_picture", v=panel.id)


def _close(t: Wording, panel: Panel) -> None:
    html.write(html.heading(t("panel.close_heading"), 2), html.paragraph(t("panel.close_text")))
    more = missing(panel.waiting)
    if panel.shown and panel.waiting and more:
        words = t("panel.close_leaves_out", count=panel.waiting, more=more)
        html.write(html.notice(words, "warn"))
    elif more and not panel.shown:
        html.write(html.notice(t("panel.close_too_few", count=more), "warn"))
    if st.button(t("panel.close"), key="close-panel"):
        panels.close(panel)
        st.rerun()


def _delete(t: Wording, panel: Panel) -> None:
    html.write(html.heading(t("panel.delete_heading"), 2), html.paragraph(t("panel.delete_text")))
    sure = st.checkbox(t("panel.delete_sure"), key=f"sure.{panel.id}")
    if not st.button(t("panel.delete"), key="delete-panel"):
        return
    if not sure:
        html.write(html.notice(t("panel.delete_tick"), "warn", "alert"))
        return
    panels.delete(panel)
    navigation.go("panel", v=None)


def _others(t: Wording, record: Record, panel: Panel) -> None:
    others = [one for one in panels.of(record) if one.id != panel.id]
    if not others:
        return
    html.write(html.heading(t("panel.others"), 2))
    for one in others:
        words = t("panel.other", day=journey.day(t, one.opened_on), count=one.answers)
        navigation.link("panel", words, v=one.id)


show()
