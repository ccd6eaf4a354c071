"""What if: an answer, hours, euros or months changed, before and after; nothing is overwritten."""

from dataclasses import replace

import streamlit as st

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Question
from assessment.scorecard import shown
from content.wording import Wording
from recommendations.plan_data import plan_of
from reports.charts import ahead
from reports.dossier import Sheet
from reports.what_if import differences
from storage.record import Record
from ui import contents, dossiers, navigation, session, texts, vault
from ui.components import html, journey, plan_means, waiting
from ui.components.chart import frame
from ui.components.compared import compared, in_short
from ui.components.guard import screen
from ui.components.lanes import lanes


@screen
def show(t: Wording) -> None:
    """What one tries, then what it would change."""
    record = journey.opened(t)
    sheet = dossiers.sheet_of(record, t.language)
    journey.back(t, "roadmap")
    html.arrive(t("what_if.title"))
    html.write(html.paragraph(t("what_if.lead"), "lead"))
    tried = _tried(t, record, sheet)
    html.write(html.heading(t("what_if.result"), 2))
    if tried == sheet:
        html.write(html.paragraph(t("what_if.nothing")))
    else:
        _compare(t, sheet, tried)
        _apply(t, record, sheet, tried)
    with st.container(horizontal=True, key="results-links"):
        navigation.link("roadmap", t("results.plan"))
        navigation.link("results", t("plan.results"))


def _tried(t: Wording, record: Record, sheet: Sheet) -> Sheet:
    """The sheet as it would be. The draft stays in this tab."""
    draft: dict[str, str] = session.recall(_draft(record), {})
    html.write(html.heading(t("what_if.answer"), 2))
    asked = {
        question.id: question
        for question in shown(contents.questionnaire(t.language), sheet.answers, sheet.form)
        if question.scored
    }
    draft = {name: value for name, value in draft.items() if name in asked}
    chosen = st.selectbox(
        t("what_if.question"), list(asked), None, lambda name: _named(t, asked[name]),
        key=f"what-if-question-{record.id}", placeholder=t("what_if.choose"),
    )  # fmt: skip
    if chosen is not None:
        draft = _option(t, record, asked[chosen], sheet, draft)
    draft = _taken_back(t, record, asked, draft)
    session.remember(_draft(record), draft)
    html.write(html.heading(t("plan.means"), 2))
    means = plan_means.fields(t, f"what-if-{record.id}", sheet.means, draft=True)
    return replace(sheet, answers={**sheet.answers, **draft}, means=means)


def _option(
    t: Wording, record: Record, question: Question, sheet: Sheet, draft: dict[str, str]
) -> dict[str, str]:
    """The draft with the option chosen; today's answer is no draft."""
    today = sheet.answers.get(question.id, UNKNOWN)
    options = {option.id: option.text for option in question.options}
    options[UNKNOWN] = t("answer.unknown")
    if question.may_not_apply:
        options[NOT_APPLICABLE] = t("answer.not_applicable")
    options[today] = t("what_if.today", answer=options[today])
    picked = st.radio(
        question.text, list(options), list(options).index(draft.get(question.id, today)),
        lambda value: texts.plain(options[value]),
        key=f"what-if-{question.id}-{session.recall(_turn(record), 0)}",
    )  # fmt: skip
    others = {name: value for name, value in draft.items() if name != question.id}
    return others if picked in (None, today) else {**others, question.id: picked}


def _taken_back(
    t: Wording, record: Record, asked: dict[str, Question], draft: dict[str, str]
) -> dict[str, str]:
    """A way back for each answer tried."""
    for name in draft:
        label = texts.plain(t("what_if.take_back", question=asked[name].short))
        if st.button(label, key=f"what-if-back-{name}", type="tertiary"):
            session.remember(_draft(record), {n: v for n, v in draft.items() if n != name})
            session.remember(_turn(record), session.recall(_turn(record), 0) + 1)
            st.rerun()
    return draft


def _compare(t: Wording, sheet: Sheet, tried: Sheet) -> None:
    """Two plans made the same way: both at once, or both the best ones."""
    before, after, looking = dossiers.pair(sheet, tried, t.language)
    found = differences(before, after)
    said = [in_short(t, found), *([t("what_if.looking")] if looking else [])]
    waiting.watch(t, (sheet, tried) if looking else (), " ".join(said))
    if (chart := ahead.what_if_chart(before, after)) is not None:
        frame(t, chart, lanes(chart.drawing, chart.alt), "what-if", level=3)
    html.write(compared(t, after, found))


def _apply(t: Wording, record: Record, sheet: Sheet, tried: Sheet) -> None:
    """Means may be taken into the plan, by a button that says so; answers never."""
    if tried.means == sheet.means or not vault.may(record.id, "write", "plan"):
        return
    html.write(html.paragraph(t("what_if.apply_text"), "small"))
    if st.button(t("what_if.apply"), key="what-if-apply"):
        vault.save_plan(record.id, plan_of(tried.means, sheet.wishes))
        navigation.go("roadmap")


def _named(t: Wording, question: Question) -> str:
    dimension = contents.questionnaire(t.language).dimension_of(question.id)
    return f"{dimension.short} · {question.short}"


def _draft(record: Record) -> str:
    return f"what-if.{record.id}"


def _turn(record: Record) -> str:
    return f"what-if-turn.{record.id}"


show()
