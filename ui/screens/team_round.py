"""One round, for whoever opened it: pass the code on, follow the count, close, delete."""

import streamlit as st

from content.wording import Wording
from network.team import THRESHOLD, in_picture, missing
from storage.team_rounds import TeamRound
from ui import navigation, session, teams
from ui.components import html, journey
from ui.components.guard import screen
from ui.components.invitation import come_back, invitation
from ui.components.team import opened_round


@screen
def show(t: Wording) -> None:
    """What to do now comes first: pass the code on, then look at the picture."""
    one = opened_round(t)
    journey.back(t, "team")
    html.arrive(one.name or t("team.unnamed"), html.paragraph(t("title.team_round"), "kicker"))
    _count(t, one)
    if one.closed_on is None:
        _pass_on(t, one)
        _come_back(t, one)
        _close(t, one)
    _delete(t, one)


def _count(t: Wording, one: TeamRound) -> None:
    html.write(html.paragraph(t("team.count", count=one.answers), "lead"))
    closed = one.closed_on is not None
    if in_picture(one.answers, one.shown, closed) == 0:
        more = THRESHOLD - one.answers
        words = t("team.too_few_closed") if closed else t("team.more", count=more)
        html.write(html.notice(words))
        return
    if one.closed_on is not None:
        html.write(html.paragraph(t("team.closed_on", day=journey.day(t, one.closed_on))))
    else:
        html.write(html.paragraph(t("team.next_batch", count=missing(one.answers)), "small"))
    if st.button(t("team.see_picture"), type="primary", key="see-picture"):
        navigation.go("team_picture", r=one.id)


def _pass_on(t: Wording, one: TeamRound) -> None:
    html.write(html.heading(t("team.pass_on"), 2))
    code = session.recall(f"team.join.{one.id}")
    if code is None:
        html.write(html.paragraph(t("team.code_gone")))
        if st.button(t("team.code_make"), key="new-code"):
            session.remember(f"team.join.{one.id}", teams.new_join_code(one.id))
            st.rerun()
        return
    html.write(html.paragraph(t("team.pass_on_text")))
    invitation(t, code, teams.join_link(code), t("team.qr"))


def _come_back(t: Wording, one: TeamRound) -> None:
    code = session.recall(f"team.organiser.{one.id}")
    if code is not None:
        come_back(t, code, one.expires_on)


def _close(t: Wording, one: TeamRound) -> None:
    html.write(html.heading(t("team.close_heading"), 2), html.paragraph(t("team.close_text")))
    left_out = one.answers - in_picture(one.answers, one.shown, closed=True)
    if one.answers >= THRESHOLD and left_out:
        more = missing(one.answers)
        html.write(html.notice(t("team.close_leaves_out", count=left_out, more=more), "warn"))
    if st.button(t("team.close"), key="close-round"):
        teams.close(one.id)
        st.rerun()


def _delete(t: Wording, one: TeamRound) -> None:
    day = journey.day(t, one.expires_on)
    html.write(
        html.heading(t("team.delete_heading"), 2), html.paragraph(t("team.delete_text", day=day))
    )
    sure = st.checkbox(t("team.delete_sure"), key=f"sure.{one.id}")
    if not st.button(t("team.delete"), key="delete-round"):
        return
    if not sure:
        html.write(html.notice(t("team.delete_tick"), "warn", "alert"))
        return
    teams.delete(one.id)
    navigation.go("team")


show()
