"""One question of a DMA estimate: tick what is true, or grade each row."""

import streamlit as st

from assessment.checklist import Checklist, Scale, Ticks
from assessment.marks import UNSET, answered, first_open, mixes
from content.wording import Wording
from storage.record import Record
from ui import navigation, session, texts, vault
from ui.components import dma, dma_former, guest, html, journey, saving
from ui.components.dma_former import Former
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
    former = dma_former.former_of(record, checklist)
    start = dma_former.start(record, question, former)
    above = st.container(gap="small")
    given = (
        _ticks(t, record, question, start, former)
        if isinstance(question, Ticks)
        else _scale(t, record, question, start, former)
    )
    if given == start:
        # Written once the fields are read: with a change here, it would no longer be true.
        with above:
            dma_former.filled_in(t, record, question, former)
            _still(t, checklist, record, question, former)
    _keep(t, record, question, given, start)
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


def _still(
    t: Wording, checklist: Checklist, record: Record, question: Ticks | Scale, former: Former | None
) -> None:
    """One tap keeps the answers of before where nothing moved in this dimension."""
    left = dma_former.left_in(checklist, record, question, former)
    if not left or not st.button(t("dma.still"), key="still"):
        return
    for name, given in left.items():
        vault.save_numbers(record.id, name, given)
    _go_on(checklist, checklist.question(list(left)[-1]))


def _ticks(
    t: Wording, record: Record, question: Ticks, start: tuple[int, ...], former: Former | None
) -> tuple[int, ...]:
    html.write(html.paragraph(t("dma.tick")))
    with st.container(key="dma-ticks", gap=None):
        ticked = [
            st.checkbox(
                dma_former.item(t, question, number, former),
                value=number in start,
                key=session.field(_name(t, record, question, number), number in start),
            )
            for number in range(1, len(question.items) + 1)
        ]
    return tuple(number for number, on in enumerate(ticked, 1) if on)


def _scale(
    t: Wording, record: Record, question: Scale, start: tuple[int, ...], former: Former | None
) -> tuple[int, ...]:
    html.write(html.paragraph(t("dma.grade")))
    steps = list(range(len(question.steps)))
    with st.container(key="dma-rows"):
        chosen = [
            st.radio(
                dma_former.row(t, question, place, former),
                steps,
                index=_index(start[place]),
                format_func=lambda step: texts.plain(question.steps[step]),
                horizontal=True,
                key=session.field(_name(t, record, question, place), _index(start[place])),
            )
            for place in range(len(question.rows))
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


def _keep(
    t: Wording,
    record: Record,
    question: Ticks | Scale,
    given: tuple[int, ...],
    start: tuple[int, ...],
) -> None:
    """Compared here and not in a callback: the first click after a reconnection has none.

    What is filled in from before is kept with Continue, as nothing ticked is.
    """
    place = f"{record.id}.{question.id}"
    if given != start:
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
