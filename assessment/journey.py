"""Which question comes next, and how far we are."""

import math
from dataclasses import dataclass

from assessment.answers import Answers
from assessment.model import Question, Questionnaire
from assessment.scorecard import Form, asked


@dataclass(frozen=True)
class Progress:
    """Where a visitor stands: position in the dimension and in the whole, minutes left."""

    number: int
    of: int
    answered: int
    total: int
    minutes_left: int


def route(questionnaire: Questionnaire, form: Form, question_id: str) -> tuple[Question, ...]:
    """The questions asked in a row around this one: those of its deep dive, or of the form."""
    dive = questionnaire.deep_dive_of(question_id)
    return dive.questions if dive else asked(questionnaire, form)


def next_question(questionnaire: Questionnaire, form: Form, after: str) -> str | None:
    """The question that follows this one on its route; None after the last."""
    ids = [question.id for question in route(questionnaire, form, after)]
    position = ids.index(after) + 1
    return ids[position] if position < len(ids) else None


def previous_question(questionnaire: Questionnaire, form: Form, before: str) -> str | None:
    """The question that precedes this one on its route; None before the first."""
    ids = [question.id for question in route(questionnaire, form, before)]
    position = ids.index(before)
    return ids[position - 1] if position > 0 else None


def first_open(questionnaire: Questionnaire, form: Form, answers: Answers) -> str | None:
    """The first question with no answer at all; None when each has one."""
    for question in asked(questionnaire, form):
        if question.id not in answers:
            return question.id
    return None


def ends_dimension(questionnaire: Questionnaire, form: Form, question_id: str) -> bool:
    """Whether this is the last question its dimension asks in this form."""
    following = next_question(questionnaire, form, question_id)
    here = questionnaire.dimension_of(question_id).id
    return following is None or questionnaire.dimension_of(following).id != here


def progress(
    questionnaire: Questionnaire, form: Form, question_id: str, answers: Answers
) -> Progress:
    """How far this question is, and about how many minutes the unanswered ones take."""
    questions = route(questionnaire, form, question_id)
    dimension = questionnaire.dimension_of(question_id)
    here = [q.id for q in questions if questionnaire.dimension_of(q.id) is dimension]
    open_count = sum(1 for question in questions if question.id not in answers)
    dive = questionnaire.deep_dive_of(question_id)
    minutes = dive.minutes if dive else _minutes(questionnaire, form)
    return Progress(
        number=here.index(question_id) + 1,
        of=len(here),
        answered=len(questions) - open_count,
        total=len(questions),
        minutes_left=math.ceil(minutes * open_count / len(questions)),
    )


def _minutes(questionnaire: Questionnaire, form: Form) -> int:
    return questionnaire.flash_minutes if form == "flash" else questionnaire.minutes


def by_doubt(questions: tuple[Question, ...], answers: Answers) -> tuple[Question, ...]:
    """The questions for checking: not answered, unknown, not applicable, then the rest."""
    order = {None: 0, "unknown": 1, "not_applicable": 2}
    return tuple(sorted(questions, key=lambda q: order.get(answers.get(q.id), 3)))
