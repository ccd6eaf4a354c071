"""One question of a DMA estimate: tick what is true, or grade each row."""

import streamlit as st

from assessment.checklist import Checklist, Scale, Ticks
from assessment.marks import UNSET, answered, first_open, mixes
from content.wording import Wording
from storage.record import Record
from ui import navigation, session, texts, vault
from ui.components import dma, guest, html, journey, saving
from ui.components.guard import screen
from ui.components.unclear import unclear


@screen
def show(t: Wording) -> None:
    """Asks the question named in the address, else the first one still open."""
    record, checklist = dma.opened(t)
    question = _wanted(checklist, record)
    guest.writing(t, question.text, record, "answers")
    _back(t, checklist, question)
    html.arrive(question.text, _progress(t, checklist, record, question))
    given = (
        _ticks(t, record, question) if isinstance(question, Ticks) else _scale(t, record, question)
    )
    _keep(t, record, question, given)
    if checklist.mixed and mixes(question, given):
        html.write(html.notice(checklist.mixed))
    html.write(
        html.fold(t("question.why"), html.paragraph(question.why_we_ask)),
        html.fold(t("dma.simpler"), html.paragraph(question.plain_language)),
    )
    _continue(t, checklist, record, question, given)
    unclear(t, f"{checklist.id}/{question.id}")


def _wanted(checklist: Checklist, record: Record) -> Ticks | Scale:
    known = {question.id: question for question in checklist.questions()}
    named = navigation.parameter("q") or first_open(checklist, dma.answers(record, checklist))
    return known.get(named or "", next(checklist.questions()))


def _back(t: Wording, checklist: Checklist, question: Ticks | Scale) -> None:
    if navigation.parameter("from") == "results":
        journey.back(t, "dma_results")
        return
    before = dma.neighbour(checklist, question.id, -1)
    journey.back(t, "dma_question" if before else "dma", q=before)


def _progress(t: Wording, checklist: Checklist, record: Record, question: Ticks | Scale) -> str:
    ids = [each.id for each in checklist.questions()]
    given = dma.answers(record, checklist)
    done = sum(answered(each, given) for each in checklist.questions())
    theme = next(d for d in checklist.dimensions if question in d.questions)
    place = t("dma.place", dimension=theme.short, number=ids.index(question.id) + 1, of=len(ids))
    return html.paragraph(place, "kicker") + journey.progress_bar(done, len(ids))


def _ticks(t: Wording, record: Record, question: Ticks) -> tuple[int, ...]:
    kept = record.numbers.get(question.id, ())
    html.write(html.paragraph(t("dma.tick")))
    with st.container(key="dma-ticks", gap=None):
        ticked = [
            st.checkbox(
                texts.plain(item.text),
                value=number in kept,
                key=session.field(_name(t, record, question, number), number in kept),
            )
            for number, item in enumerate(question.items, 1)
        ]
    return tuple(number for number, on in enumerate(ticked, 1) if on)


def _scale(t: Wording, record: Record, question: Scale) -> tuple[int, ...]:
    kept = _kept_rows(record, question)
    html.write(html.paragraph(t("dma.grade")))
    steps = list(range(len(question.steps)))
    with st.container(key="dma-rows"):
        chosen = [
            st.radio(
                texts.plain(row),
                steps,
                index=_index(kept[place]),
                format_func=lambda step: texts.plain(question.steps[step]),
                horizontal=True,
                key=session.field(_name(t, record, question, place), _index(kept[place])),
            )
            for place, row in enumerate(question.rows)
        ]
    given = tuple(UNSET if step is None else step for step in chosen)
    first = question.steps[0]
    if UNSET in given and st.button(t("dma.rest", step=texts.plain(first)), key="rest"):
        # The fields show what is kept from now on.
        vault.save_numbers(record.id, question.id, [max(step, 0) for step in given])
        st.rerun()
    return given


def _index(step: int) -> int | None:
    return None if step == UNSET else step


def _name(t: Wording, record: Record, question: Ticks | Scale, number: int) -> str:
    """Of one field. Streamlit sends its state under its key: another language is another one."""
    return f"{question.kind}.{record.id}.{question.id}.{number}.{t.language}"


def _names(t: Wording, record: Record, question: Ticks | Scale) -> list[str]:
    """Of every field of this question."""
    numbers = (
        range(1, len(question.items) + 1)
        if isinstance(question, Ticks)
        else range(len(question.rows))
    )
    return [_name(t, record, question, number) for number in numbers]


def _kept_rows(record: Record, question: Scale) -> tuple[int, ...]:
    kept = record.numbers.get(question.id, ())
    fits = len(kept) == len(question.rows) and all(UNSET <= s <= question.top for s in kept)
    return kept if fits else (UNSET,) * len(question.rows)


def _keep(t: Wording, record: Record, question: Ticks | Scale, given: tuple[int, ...]) -> None:
    """Compared here and not in a callback: the first click after a reconnection has none."""
    nothing = () if isinstance(question, Ticks) else (UNSET,) * len(question.rows)
    place = f"{record.id}.{question.id}"
    if given != record.numbers.get(question.id, nothing):
        fields = _names(t, record, question)
        saving.keep(t, place, lambda: vault.save_numbers(record.id, question.id, given), *fields)
    else:
        saving.say(t, place, kept=question.id in record.numbers)


def _continue(
    t: Wording,
    checklist: Checklist,
    record: Record,
    question: Ticks | Scale,
    given: tuple[int, ...],
) -> None:
    place = f"{record.id}.{question.id}"
    left = given.count(UNSET)
    if left and session.recall("rows_left") == place:
        html.write(html.notice(t("dma.rows_left", count=left), "warn", "alert"))
        if st.button(t("dma.later"), key="later"):
            _go_on(checklist, question)
    if not st.button(t("question.continue"), type="primary", key="continue"):
        return
    if left:
        session.remember("rows_left", place)
        st.rerun()
    if question.id not in record.numbers:
        # Nothing ticked is an answer too: the question was gone through.
        vault.save_numbers(record.id, question.id, given)
    _go_on(checklist, question)


def _go_on(checklist: Checklist, question: Ticks | Scale) -> None:
    following = dma.neighbour(checklist, question.id, 1)
    if following is None or navigation.parameter("from") == "results":
        navigation.go("dma_results")
    navigation.go("dma_question", q=following)


show()
