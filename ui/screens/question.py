"""One question, one decision."""

from typing import NoReturn

import streamlit as st

from assessment import journey as order
from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Question, Questionnaire
from assessment.scorecard import asked
from content.wording import Wording
from storage.record import Record
from ui import contents, following, guided, navigation, session, texts, vault
from ui.components import clashing, guest, hour, html, journey, meeting, saving
from ui.components.again import onward
from ui.components.glossary import words_here
from ui.components.guard import screen
from ui.components.unclear import unclear
from ui.following import Given


@screen
def show(t: Wording) -> None:
    """Asks the question named in the address, else the first one still open."""
    record = journey.opened(t)
    questionnaire = contents.questionnaire(t.language)
    question = _wanted(questionnaire, record)
    hers, advised = guided.here(record.id), guided.advisers(record)
    if hers is not None:
        hour.bar(t, record, hers)
    with meeting.theirs(hers) as own_column:
        _asked(t, questionnaire, record, question)
        if own_column is not None:
            with own_column:
                meeting.side(t, record, question)
        else:
            meeting.said(t, record, question.id, advised)
    meeting.follow(record, question.id, advised)


def _asked(t: Wording, questionnaire: Questionnaire, record: Record, question: Question) -> None:
    """The question as the enterprise meets it."""
    _back(t, questionnaire, record, question)
    html.arrive(question.text, _progress(t, questionnaire, record, question))
    if guest.may_write(t, record, "answers"):
        _answer(record, question, t, _before(t, record, question))
        _continue(t, questionnaire, record, question)
    else:
        _answered(t, record, question)
    _folds(t, question)
    unclear(t, question.id)


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
    if navigation.parameter("from") == "again":
        journey.back(t, "again", d=navigation.parameter("d"))
        return
    before = order.previous_question(questionnaire, record.form, question.id)
    if before is None and questionnaire.deep_dive_of(question.id):
        journey.back(t, "deep", d=questionnaire.dimension_of(question.id).id)
        return
    journey.back(t, "question" if before else "worry", q=before)


def _progress(t: Wording, questionnaire: Questionnaire, record: Record, question: Question) -> str:
    place = order.progress(questionnaire, record.form, question.id, record.answers)
    dive = questionnaire.deep_dive_of(question.id)
    parts = [dimension.id for dimension in questionnaire.dimensions]
    words = t(
        "question.deep_place" if dive else "question.place",
        part=parts.index(questionnaire.dimension_of(question.id).id) + 1,
        parts=len(parts),
        dimension=questionnaire.dimension_of(question.id).short,
        number=place.number,
        of=place.of,
    )
    if place.minutes_left:
        words += " · " + t("question.minutes", count=place.minutes_left)
    return html.paragraph(words, "kicker") + journey.progress_bar(place.answered, place.total)


def _before(t: Wording, record: Record, question: Question) -> Given | None:
    """What was answered in the assessment this one follows, said above the options."""
    found = following.given_before(record, question.id, t.language)
    if found is not None:
        day, said = journey.day(t, found.day), _label(t, question, found.value)
        html.write(html.paragraph(t("again.you_said", day=day, answer=said), "small"))
    return found


def _answer(record: Record, question: Question, t: Wording, before: Given | None) -> None:
    """The options, the earlier answer marked, and whether the choice is kept.

    No fragment: after a restart of the server with the page left open, a click that names a
    fragment the new process does not know yet is dropped. A whole run of this screen is short.
    """
    record_id, kept = record.id, record.answers.get(question.id)
    values = _values(question, kept)
    # Streamlit sends the label back, so another language is another widget.
    field = f"answer.{record_id}.{question.id}.{t.language}"
    chosen = st.radio(
        texts.plain(question.text),
        values,
        index=values.index(kept) if kept in values else None,
        format_func=lambda value: texts.plain(_label(t, question, value)),
        key=session.field(field, kept),
        label_visibility="collapsed",
        captions=_captions(t, values, before),
    )
    # Compared here and not in a callback: the first click after a reconnection has none.
    place = f"{record_id}.{question.id}"
    if chosen is not None and chosen != kept:
        session.remember(f"replaced.{place}", session.clash(field))
        saving.keep(t, place, lambda: vault.save_answer(record_id, question.id, chosen), field)
    elif chosen is None and session.take("unanswered") == place:
        html.write(html.notice(t("question.choose"), "warn", "alert"))
    else:
        saving.say(t, place, kept=kept is not None)
    _replaced(t, record, question)


def _replaced(t: Wording, record: Record, question: Question) -> None:
    """The answer that was chosen elsewhere while this one was; one tap puts it back."""
    place = f"{record.id}.{question.id}"
    other = session.recall(f"replaced.{place}")
    if other is None or other[0] is None:
        return
    said = _label(t, question, other[0])
    who = clashing.who(t, record.id, "answers")
    html.write(html.notice(t("clash.answer", who=who, answer=said), "warn", "status"))
    if st.button(t("clash.put_back"), key=f"put-back-{place}"):
        vault.save_answer(record.id, question.id, other[0])
        session.forget(f"replaced.{place}")
        st.rerun()


def _answered(t: Wording, record: Record, question: Question) -> None:
    """What was answered, for who may read and not change it."""
    kept = record.answers.get(question.id)
    said = t("answer.not_answered") if kept is None else _label(t, question, kept)
    html.write(html.paragraph(said, "card"))
    navigation.link("results", t("guest.results"))


def _values(question: Question, kept: str | None) -> list[str]:
    own = [o.id for o in question.options if not o.retired or o.id == kept]
    return own + [UNKNOWN] + ([NOT_APPLICABLE] if question.may_not_apply else [])


def _captions(t: Wording, values: list[str], before: Given | None) -> list[str] | None:
    if before is None:
        return None
    mark = t("again.was_yours", day=journey.day(t, before.day))
    return [mark if value == before.value else "" for value in values]


def _label(t: Wording, question: Question, value: str) -> str:
    if value in (UNKNOWN, NOT_APPLICABLE):
        return t(f"answer.{value}")
    return question.option(value).text


def _folds(t: Wording, question: Question) -> None:
    """Two, no more: why; simpler words, who might know, and the technical words of this page."""
    simpler = (
        html.paragraph(question.plain_language)
        + html.heading(t("question.who"), 2)
        + html.paragraph(question.who_might_know)
        + words_here(t, _said(question))
    )
    html.write(
        html.fold(t("question.why"), html.paragraph(question.why_we_ask)),
        html.fold(t("question.simpler"), simpler),
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
    if navigation.parameter("from") == "again":
        _continue_again(t, record, question)
    after = order.next_question(questionnaire, record.form, question.id)
    if after is None and questionnaire.deep_dive_of(question.id):
        navigation.go("results", deeper=questionnaire.dimension_of(question.id).id)
    # A short form asks one question a dimension: a pause after each would be longer than it.
    core = record.form == "core" and not questionnaire.deep_dive_of(question.id)
    if core and order.ends_dimension(questionnaire, "core", question.id):
        navigation.go("breather", d=questionnaire.dimension_of(question.id).id)
    if after is None:
        navigation.go("check")
    navigation.go("question", q=after)


def _continue_again(t: Wording, record: Record, question: Question) -> NoReturn:
    """The next question of the page to ask, else the page that follows."""
    name = navigation.parameter("d")
    found = following.again(record, t.language)
    page = next((one for one in found.pages if one.id == name), None) if found else None
    if found is None or page is None:
        navigation.go("again")
    answered = {**record.answers, question.id: ""}
    left = page.to_ask(answered)
    if left:
        navigation.go("question", q=left[0], d=page.id, **{"from": "again"})
    onward(found, page)


show()
