"""The last page of the paper, typed: a small field a question, or all in one line."""

from dataclasses import replace
from typing import NoReturn

import streamlit as st

from assessment.scorecard import Form
from content.wording import Wording
from reports.paper.found import Found, Problem
from reports.paper.paper import Paper
from reports.paper.strip import read_strip, typed_line
from ui import navigation, session, texts
from ui.components import html, journey, paper
from ui.components.guard import screen

_WRONG = "paper_wrong"


@screen
def show(t: Wording) -> None:
    """What is typed stays, what is wrong is said beside it, then all is checked."""
    wrong: Found | None = session.recall(_WRONG)
    journey.back(t, "paper", a=None)
    html.arrive(t("paper_type.title"), _notice(t, wrong))
    html.write(html.paragraph(t("paper_type.lead")))
    kept = paper.typed()
    form: Form = st.radio(
        t("paper.which"),
        paper.FORMS,
        index=paper.FORMS.index(kept.form),
        format_func=lambda one: paper.name_of(t, one),
        key=f"paper-typed-form-{t.language}",
    )
    one = paper.today(t, form)
    if wrong is not None and wrong.paper.form != form:
        wrong = None
    version = t("paper_type.version", version=one.questionnaire.version)
    html.write(html.paragraph(version, "small"))
    if (
        wrong is not None
        and wrong.answers
        and st.button(t("paper_type.without"), type="tertiary", key="paper-without")
    ):
        _go_on(wrong)
    _ask(t, one, wrong)


def _notice(t: Wording, wrong: Found | None) -> str:
    if wrong is None:
        return ""
    if not wrong.problems:
        return html.notice(t("paper_type.nothing"), "warn", "alert")
    apart = [p for p in wrong.problems if p.place not in _places(wrong.paper, t)]
    count = t("paper_type.wrong", count=len(wrong.problems))
    lines = html.items(f"{problem.place}\u00a0: {problem.text}" for problem in apart)
    return html.notice(count, "warn", "alert") + (lines if apart else "")


def _ask(t: Wording, one: Paper, wrong: Found | None) -> None:
    kept = paper.typed()
    said = {p.place: p for p in (wrong.problems if wrong else ())}
    places = _places(one, t)
    typed: dict[int, str] = {}
    with st.form(f"paper-strip-{one.form}", border=False):
        line = st.text_input(
            t("paper_type.line"),
            placeholder=t("paper_type.line_example"),
            max_chars=600,
            key=f"paper-line-{one.form}",
        )
        with st.container(key="paper-grid"):
            for asked, place in zip(one.asked, places, strict=True):
                with st.container(gap=None, key=f"paper-cell-{one.form}-{asked.number}"):
                    typed[asked.number] = st.text_input(
                        texts.plain(f"{asked.number} · {asked.question.short}"),
                        value=kept.signs.get(asked.number, "") if kept.form == one.form else "",
                        max_chars=4,
                        autocomplete="off",
                        key=f"paper-sign-{one.form}-{asked.number}",
                    )
                    _beside(said.get(place))
        name = st.text_input(
            t("paper_type.name"),
            value=kept.enterprise.get("name", ""),
            max_chars=200,
            key="paper-name",
        )
        sent = st.form_submit_button(t("paper_type.check"), type="primary")
    if sent:
        _check(t, one, line, typed, name)


def _beside(problem: Problem | None) -> None:
    if problem is not None:
        html.write(html.paragraph(problem.text, "wrong"))


def _places(one: Paper, t: Wording) -> list[str]:
    """How the problems of each question are placed, in order."""
    word = paper.desk(t).word
    return [word("paper.question", number=asked.number) for asked in one.asked]


def _check(t: Wording, one: Paper, line: str, typed: dict[int, str], name: str) -> None:
    """To the check when all is right; else back to the fields, everything still there."""
    desk = paper.desk(t)
    from_line, problems = typed_line(line, one, desk)
    signs = from_line | {number: sign for number, sign in typed.items() if sign.strip()}
    enterprise = {**paper.typed().enterprise, "name": name.strip()}
    enterprise = {field: value for field, value in enterprise.items() if value}
    paper.keep_typed(one.form, signs, enterprise)
    read = read_strip(signs, one, desk)
    read = replace(read, enterprise=enterprise, problems=(*problems, *read.problems))
    if read.problems or not read.answers:
        session.remember(_WRONG, read)
        st.rerun()
    _go_on(read)


def _go_on(read: Found) -> NoReturn:
    session.forget(_WRONG)
    paper.wait_for_check(read)
    navigation.go("paper_check", a=None)


show()
