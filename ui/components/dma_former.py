"""The estimate that another one follows: its answers are filled in, and stay in view."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.checklist import Checklist, Scale, Ticks
from assessment.marks import UNSET, answered
from content.wording import Wording
from storage.record import Record, Stage
from ui import following, texts
from ui.components import dma, html, journey


@dataclass(frozen=True)
class Former:
    """The estimate before: its moment, the day it was taken, its answers by question."""

    stage: Stage
    day: dt.date
    answers: Mapping[str, tuple[int, ...]]


def former_of(record: Record, checklist: Checklist) -> Former | None:
    """What this estimate is filled in from and compared with.

    None where it follows none, this browser may not open that one, or the form has changed
    since: an answer to another form is neither proposed nor compared.
    """
    before = following.before_of(record)
    if before is None or before.version != checklist.version:
        return None
    return Former(before.stage, following.taken(before), dma.answers(before, checklist))


def start(record: Record, question: Ticks | Scale, former: Former | None) -> tuple[int, ...]:
    """What the fields show: what is kept, else what was answered before, else nothing."""
    given = record.numbers.get(question.id, _before(question, former))
    if isinstance(question, Ticks):
        return given or ()
    fits = given is not None and len(given) == len(question.rows)
    if given is not None and fits and all(UNSET <= step <= question.top for step in given):
        return given
    return (UNSET,) * len(question.rows)


def filled_in(t: Wording, record: Record, question: Ticks | Scale, former: Former | None) -> None:
    """Says that the fields hold the answers of before, until this question is gone through."""
    if former and question.id in former.answers and question.id not in record.numbers:
        said = t("dma.filled_in", day=journey.day(t, former.day), stage=former.stage)
        html.write(html.notice(said, role="note"))


def left_in(
    checklist: Checklist, record: Record, question: Ticks | Scale, former: Former | None
) -> dict[str, tuple[int, ...]]:
    """The answers of before to the questions of this dimension not gone through yet, in order.

    Empty where this question is not among them, or one of them was not answered before.
    """
    theme = next(each for each in checklist.dimensions if question in each.questions)
    left = [each for each in theme.questions if not answered(each, record.numbers)]
    if former is None or question not in left:
        return {}
    if any(each.id in record.numbers or not answered(each, former.answers) for each in left):
        return {}
    return {each.id: former.answers[each.id] for each in left}


def item(t: Wording, question: Ticks, number: int, former: Former | None) -> str:
    """An item (from 1) as a label, with the estimate it was ticked in."""
    text = question.items[number - 1].text
    if former and number in (_before(question, former) or ()):
        text = t("dma.was_ticked", item=text, stage=former.stage)
    return texts.plain(text)


def row(t: Wording, question: Scale, place: int, former: Former | None) -> str:
    """A row (from 0) as a label, with the word chosen on it before."""
    text, before = question.rows[place], _before(question, former)
    if former and before and before[place] != UNSET:
        step = question.steps[before[place]]
        text = t("dma.was_graded", row=text, stage=former.stage, step=step)
    return texts.plain(text)


def _before(question: Ticks | Scale, former: Former | None) -> tuple[int, ...] | None:
    return former.answers.get(question.id) if former else None
