"""A member's sheet: the code, a word before, five short screens, send."""

import streamlit as st

from assessment.answers import UNKNOWN
from assessment.model import Dimension, Question, Questionnaire
from content.wording import Wording
from storage.errors import StorageUnavailable
from storage.team_rounds import TeamRound
from storage.team_sheets import AlreadyAnswered, RoundClosed
from ui import navigation, session, teams
from ui.components import html, journey, sheet
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Nothing is kept before it is sent: a sheet goes whole, or not at all."""
    code = navigation.parameter("c")
    try:
        one = teams.join(code) if code else None
    except PermissionError:
        html.arrive(t("team.join_title"))
        html.write(html.notice(t("team.wait"), "warn", "alert"))
        return
    if one is None:
        sheet.ask_code(t, "team", wrong=code is not None)
    elif one.closed_on is not None:
        sheet.say(t, "team.is_closed")
    elif teams.has_answered(one.id):
        sheet.say(t, "team.answered")
    else:
        _sheet(t, one, code or "")


def _sheet(t: Wording, one: TeamRound, code: str) -> None:
    areas = teams.questionnaire(t.language).dimensions
    given = _given(one)
    step = sheet.step(len(areas))
    # A page loaded again has lost what was not sent: it starts again from the first word.
    if step == 0 or (step > 1 and not given):
        _before(t, one, code)
    else:
        _area(t, one, code, areas, step)


def _before(t: Wording, one: TeamRound, code: str) -> None:
    name = html.paragraph(one.name, "kicker") if one.name else ""
    html.arrive(t("team.before_title"), name)
    html.write(
        html.paragraph(t("team.before"), "lead"),
        html.items([t(f"team.before_{number}") for number in (1, 2, 3)], "facts"),
    )
    if st.button(t("team.begin"), type="primary", key="begin"):
        navigation.go("team_answer", a=None, c=code, step="1")


def _area(t: Wording, one: TeamRound, code: str, areas: tuple[Dimension, ...], step: int) -> None:
    area, given = areas[step - 1], _given(one)
    journey.back(t, "team_answer", a=None, c=code, step=str(step - 1) if step > 1 else None)
    place = html.paragraph(t("team.step", number=step, of=len(areas)), "kicker")
    html.arrive(area.title, place, journey.progress_bar(step - 1, len(areas)))
    for question in area.questions:
        with st.container(key=f"team-question-{question.id}"):
            given = _ask(t, one, question, given)
    session.remember(_memory(one), given)
    last = step == len(areas)
    if last:
        html.write(html.paragraph(t("team.before_sending"), "small"))
    if not st.button(t("team.send") if last else t("team.continue"), type="primary", key="go"):
        return
    if any(question.id not in given for question in area.questions):
        html.write(html.notice(t("team.choose"), "warn", "alert"))
    elif last:
        _send(t, one, code, given)
    else:
        navigation.go("team_answer", a=None, c=code, step=str(step + 1))


def _ask(t: Wording, one: TeamRound, question: Question, given: dict[str, str]) -> dict[str, str]:
    values = [*(option.id for option in question.options), UNKNOWN]
    return sheet.ask(
        question,
        values,
        lambda value: t("team.unknown") if value == UNKNOWN else question.option(value).text,
        given,
        key=f"team.{one.id}.{question.id}.{t.language}",
    )


def _send(t: Wording, one: TeamRound, code: str, given: dict[str, str]) -> None:
    questionnaire: Questionnaire = teams.questionnaire(t.language)
    if any(question.id not in given for question in questionnaire.questions()):
        navigation.go("team_answer", a=None, c=code, step="1")
    try:
        teams.submit(one.id, given)
    except StorageUnavailable:
        html.write(html.notice(t("team.not_sent"), "warn", "alert"))
        return
    except (RoundClosed, AlreadyAnswered):
        # Said by this same screen, which looks again at the round.
        navigation.go("team_answer", a=None, c=code)
    session.forget(_memory(one))
    navigation.go("team_thanks", a=None)


def _given(one: TeamRound) -> dict[str, str]:
    return dict(session.recall(_memory(one), {}))


def _memory(one: TeamRound) -> str:
    return f"team.sheet.{one.id}"


show()
