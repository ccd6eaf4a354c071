"""What a panel is asked: the flash, or some dimensions; always under ten minutes."""

import math

from assessment.model import Question, Questionnaire
from assessment.scorecard import asked

FLASH = "flash"
MINUTES = 10
"""How long a sheet may take on a phone, at most."""


class WrongScope(ValueError):
    """No such dimension, none at all, or more questions than ten minutes allow."""


def questions_of(questionnaire: Questionnaire, scope: str) -> tuple[Question, ...]:
    """The scored questions of a scope: 'flash', or dimension ids parted by spaces.

    A dimension that this version of the instrument no longer knows asks nothing.
    """
    if scope == FLASH:
        return asked(questionnaire, "flash")
    wanted = scope.split()
    return tuple(
        question
        for dimension in questionnaire.dimensions
        if dimension.id in wanted
        for question in dimension.questions
        if question.scored
    )


def scope_of(questionnaire: Questionnaire, dimensions: tuple[str, ...]) -> str:
    """The scope of these dimensions, in the order of the instrument. Raises WrongScope."""
    known = [dimension.id for dimension in questionnaire.dimensions]
    unknown = sorted(set(dimensions) - set(known))
    scope = " ".join(name for name in known if name in dimensions)
    if unknown or not scope:
        raise WrongScope(f"no dimension '{unknown[0]}'" if unknown else "no dimension")
    if minutes(questionnaire, scope) >= MINUTES:
        raise WrongScope(f"{scope}: more than {MINUTES} minutes")
    return scope


def minutes(questionnaire: Questionnaire, scope: str) -> int:
    """How long a sheet takes, in whole minutes, at the pace the instrument gives for its flash."""
    pace = questionnaire.flash_minutes / len(questionnaire.flash)
    return math.ceil(len(questions_of(questionnaire, scope)) * pace)
