"""What must stay true of the team's questionnaire, whoever edits its texts."""

import re

import pytest

from assessment.model import Questionnaire, Tags
from assessment.scorecard import score_card
from content.languages import LANGUAGES
from questionnaires import read
from tests.questionnaires.test_core_content import wrong


@pytest.fixture(params=LANGUAGES)
def team(request: pytest.FixtureRequest) -> Questionnaire:
    return read("team-skills", request.param)


def test_each_item_offers_the_same_four_answers(team: Questionnaire) -> None:
    for question in team.questions():
        assert [option.id for option in question.options] == [
            "not-yet",
            "seen",
            "with-help",
            "on-own",
        ]
        assert [option.points for option in question.options] == [0, 1, 2, 3], question.id


def test_each_area_asks_two_competences_of_its_own_digcomp_area(team: Questionnaire) -> None:
    for number, area in enumerate(team.dimensions, 1):
        named = [q.tags.digcomp or "" for q in area.questions if q.tags]
        assert len(set(named)) == 2
        assert all(competence.startswith(f"{number}.") for competence in named), area.id


def test_one_persons_sheet_is_scored_and_what_is_not_said_is_not_zero() -> None:
    card = score_card(read("team-skills", "en"), {"write-together": "on-own"})
    assert card.dimensions["collaboration"].value == 100
    assert card.dimensions["collaboration"].coverage == 0.5
    assert card.dimensions["safety"].value is None
    assert {name for name, groups in card.readings.items() if groups} == {"digcomp"}


@pytest.mark.parametrize("given", [{"axis": "strategy"}, {"eu_area": 3, "digcomp": "1.1"}, {}])
def test_tags_name_the_three_readings_or_digcomp_alone(given: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="or 'digcomp' alone"):
        Tags.model_validate(given)


def test_texts_fit_a_phone(team: Questionnaire) -> None:
    for area in team.dimensions:
        assert len(area.short) <= 24
    for question in team.questions():
        assert len(question.text) <= 125, question.text
        assert len(question.short) <= 28, question.short
        for sentence in re.split(r"(?<=[.?!”»])\s|:", question.plain_language):
            assert len(sentence.split()) <= 16, sentence


def test_texts_are_finished_and_do_not_scold(team: Questionnaire) -> None:
    assert wrong(team, r"TODO|\.\.\.|['\"]|  ") == []
    assert wrong(team, r"(?i)transformation|retard\b|\bgaps?\b|\blag|maturit|lacune") == []


def test_french_puts_a_no_break_space_before_high_punctuation() -> None:
    assert wrong(read("team-skills", "fr"), r"[^\u00a0 ][;:!?%»]|[ ][;:!?%»]|«[^\u00a0]") == []
