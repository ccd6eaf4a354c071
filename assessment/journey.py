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


def next_question(questionnaire: Questionnaire, form: Form, after: str) -> str | None:
    """The question that follows this one in the form; None after the last."""
    ids = [question.id for question in asked(questionnaire, form)]
    position = ids.index(after) + 1
    return ids[position] if position < len(ids) else None


def previous_question(questionnaire: Questionnaire, form: Form, before: str) -> str | None:
    """The question that precedes this one in the form; None before the first."""
    ids = [question.id for question in asked(questionnaire, form)]
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
    questions = asked(questionnaire, form)
    dimension = questionnaire.dimension_of(question_id)
    here = [q.id for q in dimension.questions if q in questions]
    open_count = sum(1 for question in questions if question.id not in answers)
    minutes = questionnaire.flash_minutes if form == "flash" else questionnaire.minutes
    return Progress(
        number=here.index(question_id) + 1,
        of=len(here),
        answered=len(questions) - open_count,
        total=len(questions),
        minutes_left=math.ceil(minutes * open_count / len(questions)),
    )


def by_doubt(questions: tuple[Question, ...], answers: Answers) -> tuple[Question, ...]:
    """The questions for checking: not answered, unknown, not applicable, then the rest."""
    order = {None: 0, "unknown": 1, "not_applicable": 2}
    return tuple(sorted(questions, key=lambda q: order.get(answers.get(q.id), 3)))
