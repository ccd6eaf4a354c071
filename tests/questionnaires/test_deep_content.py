"""The authors' deep dives and checks, judged as the core is."""

from collections import Counter

import pytest

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Questionnaire
from questionnaires import read
from tests.questionnaires.test_core_content import LANGUAGES


@pytest.fixture(params=LANGUAGES)
def instrument(request: pytest.FixtureRequest) -> Questionnaire:
    return read("digital-maturity", request.param)


def deep(instrument: Questionnaire) -> list:
    return [question for dive in instrument.deep_dives for question in dive.questions]


def test_a_deep_dive_asks_four_to_six_questions(instrument: Questionnaire) -> None:
    sizes = {dive.dimension: len(dive.questions) for dive in instrument.deep_dives}
    assert {name: n for name, n in sizes.items() if not 4 <= n <= 6} == {}


def test_every_deep_question_has_four_options_worth_zero_to_three(
    instrument: Questionnaire,
) -> None:
    for question in deep(instrument):
        assert [option.points for option in question.options] == [0, 1, 2, 3], question.id
        assert question.weight == 1, question.id
        assert not {o.id for o in question.options} & {UNKNOWN, NOT_APPLICABLE}, question.id


def test_no_two_questions_are_called_the_same(instrument: Questionnaire) -> None:
    said = Counter(q.short for q in instrument.all_questions())
    said.update(q.text for q in instrument.all_questions())
    assert [text for text, times in said.items() if times > 1] == []
