"""Answers as the visitor gives them, and as the arrays that are scored."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

import numpy as np
import numpy.typing as npt

from assessment.model import Question, Questionnaire

UNKNOWN: Literal["unknown"] = "unknown"
NOT_APPLICABLE: Literal["not_applicable"] = "not_applicable"

Answers = Mapping[str, str]
"""Question id to option id, 'unknown' or 'not_applicable'; a missing key is 'unknown'."""

Codes = npt.NDArray[np.int8]
"""One row a sheet, one column a question: index of the option, or one of the two below."""

UNKNOWN_CODE = -1
NOT_APPLICABLE_CODE = -2


@dataclass(frozen=True)
class WrongAnswer:
    """An answer that names nothing known, and the nearest thing that is."""

    question: str
    message: str


def mistakes(questionnaire: Questionnaire, answers: Answers) -> tuple[WrongAnswer, ...]:
    """Every answer whose question or option does not exist, with the nearest known id."""
    known = {question.id: question for question in questionnaire.known_questions()}
    found = []
    for question_id, value in answers.items():
        if question_id not in known:
            near = _nearest(question_id, list(known))
            found.append(WrongAnswer(question_id, f"'{question_id}' is not a question{near}"))
        elif value not in answers_of(known[question_id]):
            near = _nearest(value, answers_of(known[question_id]))
            found.append(WrongAnswer(question_id, f"'{value}' is not one of its answers{near}"))
    return tuple(found)


def encode(questions: tuple[Question, ...], answers: Answers) -> Codes:
    """One row of codes for these questions. Answers must be free of mistakes."""
    return np.array(
        [[code_of(question, answers.get(question.id)) for question in questions]], np.int8
    )


def code_of(question: Question, value: str | None) -> int:
    """The code of one answer; KeyError when the option does not exist."""
    if value is None or value == UNKNOWN:
        return UNKNOWN_CODE
    if value == NOT_APPLICABLE:
        return NOT_APPLICABLE_CODE
    return question.positions[value]


def answers_of(question: Question) -> list[str]:
    """Every value an answer to this question may have."""
    return [option.id for option in question.options] + [UNKNOWN, NOT_APPLICABLE]


def _nearest(given: str, known: list[str]) -> str:
    near = get_close_matches(given, known, 1, 0.5)
    return f"; did you mean '{near[0]}'?" if near else f"; known: {', '.join(known[:6])}…"
