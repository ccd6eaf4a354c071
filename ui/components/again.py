"""One page of a re-assessment: each question with its old answer, still true or changed."""

from typing import Literal, NoReturn

import streamlit as st

from assessment.again import Proposal
from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Question
from assessment.pages import Page, page_after
from content.wording import Wording
from storage.record import Record
from ui import navigation, session, texts, vault
from ui.components import html, journey, saving
from ui.following import Again

Said = Literal["still", "changed"]
_SAID: tuple[Said, ...] = ("still", "changed")


def onward(found: Again, page: Page) -> NoReturn:
    """The page after this one; after the last, what has changed."""
    following = page_after(found.pages, page)
    if following is None:
        navigation.go("then_and_now", **{"with": found.before.id})
    navigation.go("again", d=following.id)


def line(t: Wording, record: Record, found: Again, one: Proposal) -> None:
    """A question with what was said of it, and whether it still holds."""
    question = one.question
    with st.container(key=f"again-{question.id}", gap=None):
        html.write(html.heading(question.text, 2), _told(t, record, found, one))
        if one.before is None:
            html.write(html.paragraph(t("again.new"), "small"))
        else:
            _still_or_changed(t, record, one, touched=question.id in found.actions)


def all_still(record: Record, page: Page) -> None:
    """Keeps every old answer of the page."""
    vault.save_answers(record.id, {p.question.id: p.before for p in page.proposals if p.before})


def _told(t: Wording, record: Record, found: Again, one: Proposal) -> str:
    """The old answer, the new one where there is another, and the actions that touch it."""
    said = []
    if one.before is not None:
        answer = answer_words(t, one.question, one.before)
        said.append(html.paragraph(
            t("again.before", day=journey.day(t, found.day), answer=answer), "answer"
        ))  # fmt: skip
    now = record.answers.get(one.question.id)
    if now is not None and now != one.before:
        answer = answer_words(t, one.question, now)
        said.append(html.paragraph(t("again.now", answer=answer), "answer"))
    actions = found.actions.get(one.question.id, ())
    if actions:
        named = ", ".join(action.title for action in actions)
        said.append(html.notice(t("again.by", actions=named), "good", "note"))
    return "".join(said)


def answer_words(t: Wording, question: Question, value: str) -> str:
    """The option in full, or one of the two special answers."""
    if value in (UNKNOWN, NOT_APPLICABLE):
        return t(f"answer.{value}")
    return question.option(value).text


def _still_or_changed(t: Wording, record: Record, one: Proposal, *, touched: bool) -> None:
    """Keeps the old answer, or takes it back. What is left open is asked."""
    name, kept = one.question.id, record.answers.get(one.question.id)
    known = _known(one, kept, touched=touched)
    field = f"again.{record.id}.{name}.{t.language}"
    with st.container(key=f"pills-again-{name}"):
        chosen = st.radio(
            texts.plain(t("again.choice", question=one.question.short)),
            _SAID,
            None if known is None else _SAID.index(known),
            format_func=lambda said: t(f"again.{said}"),
            horizontal=True,
            key=session.field(field, known),
            label_visibility="collapsed",
        )
    place, before = f"{record.id}.{name}", one.before or ""
    if chosen == "still" and kept != before:
        saving.keep(t, place, lambda: vault.save_answer(record.id, name, before), field)
    elif chosen == "changed" and kept == before:
        saving.keep(t, place, lambda: vault.clear_answer(record.id, name), field)
    else:
        saving.say(t, place, kept=kept is not None)


def _known(one: Proposal, kept: str | None, *, touched: bool) -> Said | None:
    """What is kept so far; a question that an action touches is proposed as changed."""
    if kept is None:
        return "changed" if touched else None
    return "still" if kept == one.before else "changed"
