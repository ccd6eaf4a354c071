"""What if: the same score card with some answers changed; the answers themselves stay."""

import numpy as np

from assessment.answers import NOT_APPLICABLE, UNKNOWN, Answers, Codes
from assessment.model import Questionnaire


def raised(questionnaire: Questionnaire, answers: Answers, effects: dict[str, str]) -> Answers:
    """The answers once each question stands *at least* at the option named for it.

    An unknown answer stays unknown (a gain is never counted on what is not known), so does one
    that does not apply.
    """
    after = dict(answers)
    for question_id, option_id in effects.items():
        now = answers.get(question_id, UNKNOWN)
        if now in (UNKNOWN, NOT_APPLICABLE):
            continue
        question = questionnaire.question(question_id)
        if question.option(now).points < question.option(option_id).points:
            after[question_id] = option_id
    return after


def raised_codes(codes: Codes, effects: Codes) -> Codes:
    """The same on codes: one sheet [1, q] after each row of effects [n, q], unknown for none.

    The options of a scored question are listed from least to most advanced, so that a later
    place never earns less.
    """
    raised_row: Codes = np.where(codes >= 0, np.maximum(codes, effects), codes)
    return raised_row
