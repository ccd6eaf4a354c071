"""What the team knows how to do: what a round is, open one, come back to one."""

import streamlit as st

from content.wording import Wording
from ui import navigation, session, teams, texts
from ui.components import html, journey
from ui.components.guard import screen

MONTHS = (1, 3, 6, 12, 24)
"""How long a round may be kept; the longest is taken when nobody chooses."""
NAME_LENGTH = 60


@screen
def show(t: Wording) -> None:
    """The promise, the form, the rounds of this browser, the two codes."""
    html.arrive(t("team.title"))
    html.write(
        html.paragraph(t("team.lead"), "lead"),
        html.items([t("team.fact_time"), t("team.fact_who"), t("team.fact_three")], "facts"),
    )
    _mine(t)
    _create(t)
    html.write(html.heading(t("team.have_code"), 2))
    navigation.link("team_answer", t("team.to_answer"), a=None)
    _with_code(t)


def _mine(t: Wording) -> None:
    mine = teams.mine()
    if not mine:
        return
    html.write(html.heading(t("team.mine"), 2))
    for one in mine:
        day = journey.day(t, one.created_on)
        label = one.name or t("team.unnamed")
        html.write(html.paragraph(t("team.state", count=one.answers, day=day), "small"))
        if st.button(t("team.open_one", name=texts.plain(label)), key=f"round-{one.id}"):
            navigation.go("team_round", r=one.id)


def _create(t: Wording) -> None:
    html.write(html.heading(t("team.create_heading"), 2))
    name = st.text_input(
        t("team.name"), max_chars=NAME_LENGTH, placeholder=t("team.name_example"), key="team-name"
    )
    months = st.selectbox(
        t("team.months"),
        MONTHS,
        index=len(MONTHS) - 1,
        format_func=lambda count: t("team.months_choice", count=count),
        key=f"team-months.{t.language}",
    )
    if st.button(t("team.create"), type="primary", key="create-round"):
        made = teams.create(name.strip(), months)
        session.remember(f"team.join.{made.round_id}", made.join_code)
        session.remember(f"team.organiser.{made.round_id}", made.organiser_code)
        navigation.go("team_round", r=made.round_id)


def _with_code(t: Wording) -> None:
    with st.expander(t("team.organiser_back"), key="team-organiser"):
        typed = st.text_input(
            t("team.organiser_label"), max_chars=60, placeholder="XXXX-XXXX-XXXX-XXXX",
            key="organiser-code",
        )  # fmt: skip
        if not st.button(t("team.organiser_open"), key="open-round"):
            return
        try:
            found = teams.open_as_organiser(typed)
        except PermissionError:
            html.write(html.notice(t("team.wait"), "warn", "alert"))
            return
        if found is None:
            html.write(html.notice(t("team.organiser_wrong"), "warn", "alert"))
            return
        navigation.go("team_round", r=found.id)


show()
