"""One question, one decision."""

import streamlit as st

from assessment import journey as order
from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Question, Questionnaire
from assessment.scorecard import asked
from content.wording import Wording
from storage.record import Record
from ui import contents, navigation, session, texts, vault
from ui.components import html, journey, saving
from ui.components.glossary import words_fold
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Asks the question named in the address, else the first one still open."""
    record = journey.opened(t)
    questionnaire = contents.questionnaire(t.language)
    question = _wanted(questionnaire, record)
    _back(t, questionnaire, record, question)
    html.arrive(question.text, _progress(t, questionnaire, record, question))
    _answer(record, question, t)
    _folds(t, question)
    _continue(t, questionnaire, record, question)


def _wanted(questionnaire: Questionnaire, record: Record) -> Question:
    questions = {q.id: q for q in asked(questionnaire, record.form)}
    named = navigation.parameter("q") or ""
    if named in questions or questionnaire.deep_dive_of(named):
        return questionnaire.question(named)
    first = order.first_open(questionnaire, record.form, record.answers)
    return questions[first] if first else next(iter(questions.values()))


def _back(t: Wording, questionnaire: Questionnaire, record: Record, question: Question) -> None:
    if navigation.parameter("from") == "check":
        journey.back(t, "check")
        return
    before = order.previous_question(questionnaire, record.form, question.id)
    if before is None and questionnaire.deep_dive_of(question.id):
        journey.back(t, "deep", d=questionnaire.dimension_of(question.id).id)
        return
    journey.back(t, "question" if before else "worry", q=before)


def _progress(t: Wording, questionnaire: Questionnaire, record: Record, question: Question) -> str:
    place = order.progress(questionnaire, record.form, question.id, record.answers)
    dive = questionnaire.deep_dive_of(question.id)
    words = t(
        "question.deep_place" if dive else "question.place",
        dimension=questionnaire.dimension_of(question.id).short,
        number=place.number,
        of=place.of,
    )
    if place.minutes_left:
        words += " · " + t("question.minutes", count=place.minutes_left)
    return html.paragraph(words, "kicker") + journey.progress_bar(place.answered, place.total)


def _answer(record: Record, question: Question, t: Wording) -> None:
    """The options and whether the choice is kept.

    No fragment: after a restart of the server with the page left open, a click that names a
    fragment the new process does not know yet is dropped. A whole run of this screen is short.
    """
    record_id, kept = record.id, record.answers.get(question.id)
    values = _values(question, kept)
    chosen = st.radio(
        texts.plain(question.text),
        values,
        index=values.index(kept) if kept in values else None,
        format_func=lambda value: texts.plain(_label(t, question, value)),
        # Streamlit sends the label back, so another language is another widget.
        key=f"answer.{record_id}.{question.id}.{t.language}",
        label_visibility="collapsed",
    )
    # Compared here and not in a callback: the first click after a reconnection has none.
    place = f"{record_id}.{question.id}"
    if chosen is not None and chosen != kept:
        saving.keep(t, place, lambda: vault.save_answer(record_id, question.id, chosen))
    elif chosen is None and session.take("unanswered") == place:
        html.write(html.notice(t("question.choose"), "warn", "alert"))
    else:
        saving.say(t, place, kept=kept is not None)


def _values(question: Question, kept: str | None) -> list[str]:
    own = [o.id for o in question.options if not o.retired or o.id == kept]
    return own + [UNKNOWN] + ([NOT_APPLICABLE] if question.may_not_apply else [])


def _label(t: Wording, question: Question, value: str) -> str:
    if value in (UNKNOWN, NOT_APPLICABLE):
        return t(f"answer.{value}")
    return question.option(value).text


def _folds(t: Wording, question: Question) -> None:
    simpler = (
        html.paragraph(question.plain_language)
        + html.heading(t("question.who"), 2)
        + html.paragraph(question.who_might_know)
    )
    html.write(
        html.fold(t("question.why"), html.paragraph(question.why_we_ask)),
        html.fold(t("question.simpler"), simpler),
        words_fold(t, "glossary.here", _said(question)),
    )


def _said(question: Question) -> list[str]:
    """What this screen says of the question, its folds included."""
    about = (question.why_we_ask, question.plain_language, question.who_might_know)
    return [question.text, *about, *(option.text for option in question.options)]


def _continue(t: Wording, questionnaire: Questionnaire, record: Record, question: Question) -> None:
    if not st.button(t("question.continue"), type="primary", key="continue"):
        return
    if vault.answer(record.id, question.id) is None:
        # Said in the next run, so that choosing takes the message away.
        session.remember("unanswered", f"{record.id}.{question.id}")
        st.rerun()
    if navigation.parameter("from") == "check":
        navigation.go("check")
    following = order.next_question(questionnaire, record.form, question.id)
    if following is None and questionnaire.deep_dive_of(question.id):
        navigation.go("results", deeper=questionnaire.dimension_of(question.id).id)
    # A short form asks one question a dimension: a pause after each would be longer than it.
    core = record.form == "core" and not questionnaire.deep_dive_of(question.id)
    if core and order.ends_dimension(questionnaire, "core", question.id):
        navigation.go("breather", d=questionnaire.dimension_of(question.id).id)
    if following is None:
        navigation.go("check")
    navigation.go("question", q=following)


show()
