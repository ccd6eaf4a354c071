"""A federation's campaign: what it is, open one, come back to one."""

import datetime as dt

import streamlit as st

from assessment.dates import months_later
from content.wording import Wording
from storage.campaigns import Opened
from ui import campaign_figures, campaigns, navigation, session, texts
from ui.components import html, journey
from ui.components.campaign_days import days
from ui.components.guard import screen

MOST_QUESTIONS = 3
NAME_LENGTH = 80
QUESTION_LENGTH = 160
OPTION_LENGTH = 60
OPTIONS = (2, 8)
MONTHS = (1, 2, 3, 6, 12)
"""How long one may join."""
USUAL_MONTHS = 2
WEEKS_AHEAD, MONTHS_AHEAD = 4, 6
"""How far ahead one may choose the first day."""
Question = tuple[str, tuple[str, ...]]


@screen
def show(t: Wording) -> None:
    """The promise, the campaigns of this browser, the form, the ways in with a code."""
    html.arrive(t("campaign.title"))
    if navigation.parameter("deleted"):
        html.write(html.notice(t("campaign.deleted"), "good"))
    html.write(
        html.paragraph(t("campaign.lead"), "lead"),
        html.items([t(f"campaign.fact_{number}") for number in (1, 2, 3)], "facts"),
    )
    _mine(t)
    if campaigns.may_open():
        _create(t)
    else:
        html.write(html.notice(t("campaign.needs_account"), role="note"))
    html.write(html.heading(t("campaign.have_code"), 2))
    navigation.link("campaign_join", t("campaign.to_join"))
    _with_code(t)


def _mine(t: Wording) -> None:
    mine = campaigns.mine()
    if not mine:
        return
    html.write(html.heading(t("campaign.mine"), 2))
    for one in mine:
        with st.container(gap="small", key=f"open-campaign-{one.id}"):
            html.write(html.paragraph(days(t, one), "small"))
            label = texts.aimed(t("campaign.open_one", name=one.name), days(t, one))
            if st.button(label, key=f"campaign-{one.id}"):
                navigation.go("campaign_board", g=one.id, a=None)


def _create(t: Wording) -> None:
    html.write(html.heading(t("campaign.create_heading"), 2))
    name = st.text_input(
        t("campaign.name"), max_chars=NAME_LENGTH, placeholder=t("campaign.name_example"),
        key="campaign-name",
    )  # fmt: skip
    instrument = st.selectbox(
        t("campaign.instrument"),
        campaign_figures.INSTRUMENTS,
        format_func=lambda one: campaign_figures.instrument(one, t.language).title,
        key=f"campaign-instrument.{t.language}",
    )
    starts_on, ends_on = _days(t)
    invited = st.number_input(
        t("campaign.invited"), min_value=1, max_value=100_000, value=None, step=1,
        key="campaign-invited",
    )  # fmt: skip
    asked = _own_questions(t)
    if not st.button(t("campaign.create"), type="primary", key="create-campaign"):
        return
    if not name.strip():
        html.write(html.notice(t("campaign.name_empty"), "warn", "alert"))
    elif None in asked:
        html.write(html.notice(_wrong_question(t), "warn", "alert"))
    else:
        questions = [one for one in asked if one is not None]
        made = campaigns.create(name.strip(), instrument, starts_on, ends_on, invited, questions)
        _opened(made)


def _days(t: Wording) -> tuple[dt.date, dt.date]:
    """The first and the last day to join; the second follows the first."""
    today = campaigns.today()
    starts_on = st.selectbox(
        t("campaign.starts_on"),
        _first_days(today),
        format_func=lambda day: t("campaign.today") if day == today else journey.day(t, day),
        key=f"campaign-starts.{t.language}",
    )
    ends_on = st.selectbox(
        t("campaign.ends_on"),
        [months_later(starts_on, months) for months in MONTHS],
        index=MONTHS.index(USUAL_MONTHS),
        format_func=lambda day: journey.day(t, day),
        key=f"campaign-ends.{starts_on.isoformat()}.{t.language}",
    )
    return starts_on, ends_on


def _first_days(today: dt.date) -> list[dt.date]:
    """Today, the next Mondays, the first days of the next months."""
    monday = today + dt.timedelta(days=7 - today.weekday())
    mondays = {monday + dt.timedelta(weeks=weeks) for weeks in range(WEEKS_AHEAD)}
    firsts = {months_later(today.replace(day=1), months) for months in range(1, MONTHS_AHEAD + 1)}
    return sorted({today} | mondays | firsts)


def _opened(made: Opened) -> None:
    session.remember(f"campaign.join.{made.campaign_id}", made.join_code)
    session.remember(f"campaign.organiser.{made.campaign_id}", made.organiser_code)
    navigation.go("campaign_board", g=made.campaign_id, a=None)


def _own_questions(t: Wording) -> list[Question | None]:
    """Questions with their choices; None where one is half written."""
    asked: list[Question | None] = []
    with st.expander(t("campaign.own"), key="campaign-own"):
        html.write(html.paragraph(t("campaign.own_text")))
        for number in range(1, MOST_QUESTIONS + 1):
            text = st.text_input(
                t("campaign.own_question", number=number), max_chars=QUESTION_LENGTH,
                key=f"own-question-{number}",
            ).strip()  # fmt: skip
            typed = st.text_area(
                t("campaign.own_options", number=number), key=f"own-options-{number}",
                placeholder=t("campaign.own_example"), height=100,
            )  # fmt: skip
            options = tuple(
                dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip())
            )
            if text or options:
                asked.append((text, options) if _right(text, options) else None)
    return asked


def _right(text: str, options: tuple[str, ...]) -> bool:
    least, most = OPTIONS
    short = all(len(option) <= OPTION_LENGTH for option in options)
    return bool(text) and least <= len(options) <= most and short


def _wrong_question(t: Wording) -> str:
    least, most = OPTIONS
    return t("campaign.own_wrong", least=least, most=most, length=OPTION_LENGTH)


def _with_code(t: Wording) -> None:
    with st.expander(t("campaign.organiser_back"), key="campaign-organiser"):
        typed = st.text_input(
            t("campaign.organiser_label"), max_chars=60, placeholder="XXXX-XXXX-XXXX-XXXX",
            key="campaign-organiser-code",
        )  # fmt: skip
        if not st.button(t("campaign.organiser_open"), key="find-campaign"):
            return
        try:
            found = campaigns.open_as_organiser(typed)
        except PermissionError:
            html.write(html.notice(t("team.wait"), "warn", "alert"))
            return
        if found is None:
            html.write(html.notice(t("campaign.organiser_wrong"), "warn", "alert"))
            return
        navigation.go("campaign_board", g=found.id, a=None)


show()
