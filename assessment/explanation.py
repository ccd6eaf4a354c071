"""Why this score: what each answer brought, so that a reader can redo the sum by hand."""

from dataclasses import dataclass
from typing import Literal

from assessment.answers import NOT_APPLICABLE, UNKNOWN, Answers
from assessment.model import Question, Questionnaire
from assessment.refinement import opened, refined_questions
from assessment.scorecard import Form, asked

State = Literal["answered", "unknown", "not_answered", "not_applicable"]


@dataclass(frozen=True)
class Line:
    """One answer in the working. `points` of `best`; None when it brings none to count."""

    question: str
    dimension: str
    state: State
    option: str | None
    points: int | None
    best: int
    weight: int


def explain(questionnaire: Questionnaire, answers: Answers, form: Form) -> tuple[Line, ...]:
    """The working of a score: one line for each scored question of the form, in order."""
    return tuple(
        _line(questionnaire.dimension_of(question.id).id, question, answers.get(question.id))
        for question in asked(questionnaire, form)
        if question.scored
    )


def explain_refined(questionnaire: Questionnaire, answers: Answers) -> tuple[Line, ...]:
    """The working of the refined scores: core and deep-dive lines of each opened dimension."""
    return tuple(
        _line(dimension, question, answers.get(question.id))
        for dimension in opened(questionnaire, answers)
        for question in refined_questions(questionnaire, dimension)
    )


def state_of(value: str | None) -> State:
    """What kind of answer this is; a missing key was not answered."""
    if value is None:
        return "not_answered"
    if value == UNKNOWN:
        return "unknown"
    return "not_applicable" if value == NOT_APPLICABLE else "answered"


def _line(dimension: str, question: Question, value: str | None) -> Line:
    state = state_of(value)
    option = question.option(value) if state == "answered" and value is not None else None
    return Line(
        question=question.id,
        dimension=dimension,
        state=state,
        option=option.id if option else None,
        points=option.points if option else None,
        best=question.best,
        weight=question.weight,
    )
