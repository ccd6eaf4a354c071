"""One person's sheet: the code, a word before and one's role, a page each dimension, send."""

from itertools import groupby

import streamlit as st

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Dimension, Question
from content.wording import Wording
from network.panel import ROLES, Sheet
from network.panel_scope import minutes
from storage.errors import StorageUnavailable
from storage.panel_sheets import AlreadyAnswered, PanelClosed
from ui import contents, navigation, panels, session
from ui.components import html, journey, sheet
from ui.components.guard import screen
from ui.components.panel import answer_words
from ui.panels import Invited

_ROLE = "role"
"""Where a sheet that is being filled in keeps its role, beside its answers: no question's id."""

Page = tuple[Dimension, tuple[Question, ...]]


@screen
def show(t: Wording) -> None:
    """Nothing is kept before it is sent: a sheet goes whole, or not at all."""
    code = navigation.parameter("c")
    try:
        one = panels.join(code) if code else None
    except PermissionError:
        html.arrive(t("panel.join_title"))
        html.write(html.notice(t("team.wait"), "warn", "alert"))
        return
    if one is None:
        sheet.ask_code(t, "panel", wrong=code is not None)
    elif one.panel.closed_on is not None:
        sheet.say(t, "panel.is_closed")
    elif panels.has_answered(one):
        sheet.say(t, "panel.used" if one.slip else "panel.answered")
    else:
        _sheet(t, one)


def _sheet(t: Wording, one: Invited) -> None:
    pages = _pages(t, one)
    step = sheet.step(len(pages))
    # A page loaded again has lost what was not sent: it starts again from the first word.
    if step == 0 or _ROLE not in _given(one):
        _before(t, one)
    else:
        _page(t, one, pages, step)


def _before(t: Wording, one: Invited) -> None:
    html.arrive(t("panel.before_title"))
    length = minutes(contents.questionnaire(t.language), one.panel.scope)
    html.write(
        html.paragraph(t("panel.before"), "lead"),
        html.items(
            [t("panel.before_1", count=length), t("panel.before_2"), t("panel.before_3")], "facts"
        ),
    )
    given = _given(one)
    role = st.radio(
        t("panel.your_role"),
        ROLES,
        index=ROLES.index(given[_ROLE]) if _ROLE in given else None,
        format_func=lambda value: t(f"panel.role.{value}"),
        key=f"panel.{one.panel.id}.role.{t.language}",
    )
    html.write(html.paragraph(t("panel.role_why"), "small"))
    if not st.button(t("panel.begin"), type="primary", key="begin"):
        return
    if role is None:
        html.write(html.notice(t("panel.choose_role"), "warn", "alert"))
        return
    session.remember(_memory(one), {**given, _ROLE: role})
    navigation.go("panel_answer", a=None, c=one.code, step="1")


def _page(t: Wording, one: Invited, pages: list[Page], step: int) -> None:
    dimension, questions = pages[step - 1]
    given = _given(one)
    journey.back(t, "panel_answer", a=None, c=one.code, step=str(step - 1) if step > 1 else None)
    place = html.paragraph(t("team.step", number=step, of=len(pages)), "kicker")
    html.arrive(dimension.title, place, journey.progress_bar(step - 1, len(pages)))
    for question in questions:
        with st.container(key=f"panel-question-{question.id}"):
            given = _ask(t, one, question, given)
    session.remember(_memory(one), given)
    last = step == len(pages)
    if last:
        html.write(html.paragraph(t("team.before_sending"), "small"))
    if not st.button(t("team.send") if last else t("team.continue"), type="primary", key="go"):
        return
    if any(question.id not in given for question in questions):
        html.write(html.notice(t("panel.choose"), "warn", "alert"))
    elif last:
        _send(t, one, pages, given)
    else:
        navigation.go("panel_answer", a=None, c=one.code, step=str(step + 1))


def _ask(t: Wording, one: Invited, question: Question, given: dict[str, str]) -> dict[str, str]:
    values = [option.id for option in question.options if not option.retired]
    values += [UNKNOWN, *([NOT_APPLICABLE] if question.may_not_apply else [])]
    return sheet.ask(
        question,
        values,
        lambda value: answer_words(t, question, value),
        given,
        key=f"panel.{one.panel.id}.{question.id}.{t.language}",
    )


def _send(t: Wording, one: Invited, pages: list[Page], given: dict[str, str]) -> None:
    asked = [question.id for _, questions in pages for question in questions]
    if any(question_id not in given for question_id in asked):
        navigation.go("panel_answer", a=None, c=one.code, step="1")
    answers = {question_id: given[question_id] for question_id in asked}
    try:
        panels.submit(one, Sheet(given[_ROLE], answers))
    except StorageUnavailable:
        html.write(html.notice(t("team.not_sent"), "warn", "alert"))
        return
    except (PanelClosed, AlreadyAnswered):
        # Said by this same screen, which looks again at the panel.
        navigation.go("panel_answer", a=None, c=one.code)
    session.forget(_memory(one))
    navigation.go("panel_thanks", a=None)


def _pages(t: Wording, one: Invited) -> list[Page]:
    questionnaire = contents.questionnaire(t.language)
    asked = panels.questions(one.panel, t.language)
    by_dimension = groupby(asked, key=lambda question: questionnaire.dimension_of(question.id).id)
    return [(questionnaire.dimension(name), tuple(group)) for name, group in by_dimension]


def _given(one: Invited) -> dict[str, str]:
    return dict(session.recall(_memory(one), {}))


def _memory(one: Invited) -> str:
    return f"panel.sheet.{one.panel.id}"


show()
