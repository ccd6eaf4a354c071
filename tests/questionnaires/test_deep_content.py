"""The authors' deep dives and checks, judged as the core is."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Questionnaire
from questionnaires import read
from recommendations.library import read_actions
from tests.questionnaires.test_core_content import LANGUAGES

TESTS = Path(__file__).parent.parent


@pytest.fixture(params=LANGUAGES)
def instrument(request: pytest.FixtureRequest) -> Questionnaire:
    return read("digital-maturity", request.param)


def published(part: str) -> dict[str, list[str]] | list[str]:
    """Ids of the main file and of the file of each deep dive, together."""
    main = yaml.safe_load((TESTS / "published_ids.yaml").read_text(encoding="utf-8"))
    files = [
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(TESTS.glob("published_ids_deep_*.yaml"))
    ]
    if part == "actions":
        return [one for file in files for one in file.get("actions") or ()]
    together = dict(main.get("deep_questions") or {})
    for file in files:
        together |= file.get("questions") or {}
    return together


def deep(instrument: Questionnaire) -> list:
    return [question for dive in instrument.deep_dives for question in dive.questions]


def test_deep_ids_are_those_already_published(instrument: Questionnaire) -> None:
    assert {q.id: [o.id for o in q.options] for q in deep(instrument)} == published("questions")


def test_published_actions_are_still_there() -> None:
    assert set(published("actions")) <= {action.id for action in read_actions("fr")}


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
