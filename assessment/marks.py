"""Answers to a checklist: the numbers ticked, or one step a row."""

from collections.abc import Mapping
from difflib import get_close_matches

from assessment.answers import WrongAnswer
from assessment.checklist import Checklist, Scale, Ticks

Marks = Mapping[str, tuple[int, ...]]
"""Question id to the item numbers ticked (from 1), or to one step a row (from 0)."""

UNSET = -1
"""A row not graded yet. Kept while one answers; such a scale is not answered."""


def mistakes(checklist: Checklist, marks: Marks) -> tuple[WrongAnswer, ...]:
    """Everything that cannot be scored: unknown, doubtful, or a mandatory scale left open.

    Ticks that are not there mean that nothing is ticked.
    """
    found = list(unreadable(checklist, marks))
    wrong = {one.question for one in found}
    for question in open_scales(checklist, marks):
        if question.id not in wrong:
            found.append(WrongAnswer(question.id, _open(question, marks.get(question.id))))
    return tuple(found)


def unreadable(checklist: Checklist, marks: Marks) -> tuple[WrongAnswer, ...]:
    """Answers this checklist does not know; what is still open is no mistake here."""
    known = {question.id: question for question in checklist.questions()}
    found = []
    for question_id, given in marks.items():
        question = known.get(question_id)
        if question is None:
            message = f"'{question_id}' is not a question{_nearest(question_id, list(known))}"
        else:
            message = _doubt(question, given)
        if message:
            found.append(WrongAnswer(question_id, message))
    return tuple(found)


def readable(checklist: Checklist, marks: Marks) -> dict[str, tuple[int, ...]]:
    """The answers this version of the checklist still knows."""
    wrong = {one.question for one in unreadable(checklist, marks)}
    return {question: given for question, given in marks.items() if question not in wrong}


def open_scales(checklist: Checklist, marks: Marks) -> tuple[Scale, ...]:
    """The scales with a row still to grade, in order. Marks must be readable."""
    return tuple(
        question
        for question in checklist.questions()
        if isinstance(question, Scale) and UNSET in marks.get(question.id, (UNSET,))
    )


def answered(question: Ticks | Scale, marks: Marks) -> bool:
    """Whether this question was gone through: seen for ticks, every row graded for a scale."""
    return UNSET not in marks.get(question.id, (UNSET,))


def first_open(checklist: Checklist, marks: Marks) -> str | None:
    """The first question not gone through; None when all were."""
    return next((q.id for q in checklist.questions() if not answered(q, marks)), None)


def mixes(question: Ticks | Scale, given: tuple[int, ...]) -> bool:
    """Whether the negative item is ticked together with others."""
    negatives = question.negatives if isinstance(question, Ticks) else frozenset[int]()
    return bool(negatives.intersection(given)) and len(given) > 1


def _doubt(question: Ticks | Scale, given: tuple[int, ...]) -> str:
    if isinstance(question, Ticks):
        return _doubt_in_ticks(question, given)
    top, rows = question.top, len(question.rows)
    if len(given) != rows:
        return f"{len(given)} values for {rows} rows; give one a row, 0 to {top}"
    wrong = [value for value in given if not UNSET <= value <= top]
    return f"{wrong[0]} is not a step; write 0 to {top}" if wrong else ""


def _doubt_in_ticks(question: Ticks, given: tuple[int, ...]) -> str:
    most = len(question.items)
    wrong = [number for number in given if not 1 <= number <= most]
    if wrong:
        return f"{wrong[0]} is not an item; write 1 to {most}"
    twice = [number for number in given if given.count(number) > 1]
    return f"{twice[0]} stands twice; keep one" if twice else ""


def _open(question: Scale, given: tuple[int, ...] | None) -> str:
    rows, top = len(question.rows), question.top
    if given is None:
        return f"missing; this one is mandatory: give {rows} values, 0 to {top}"
    return f"row {given.index(UNSET) + 1} is {UNSET}, not graded yet; write 0 to {top}"


def _nearest(given: str, known: list[str]) -> str:
    near = get_close_matches(given, known, 1, 0.5)
    return f"; did you mean '{near[0]}'?" if near else f"; known: {', '.join(known)}"
