"""The score, on questionnaires small enough to redo by hand."""

import pytest

from assessment.scorecard import Score, score_card
from tests.builders import dimension, question, questionnaire

backup = question("backup", absent=0, untested=1, tested=2)
updates = question("updates", manual=0, automatic=3)
website = question("website", weight=3, none=0, fresh=4)

safety = dimension("safety", backup, updates)
visibility = dimension("visibility", website)
both = questionnaire(safety, visibility)


def test_a_dimension_is_the_mean_of_its_answers_out_of_a_hundred():
    card = score_card(both, {"backup": "untested", "updates": "automatic"})

    assert card.dimensions["safety"].value == pytest.approx(75)


def test_a_question_counts_as_much_as_its_weight():
    together = questionnaire(dimension("all", backup, website))

    card = score_card(together, {"backup": "tested", "website": "none"})

    assert card.overall.value == pytest.approx(25)


def test_not_knowing_lowers_our_confidence_but_never_the_score():
    card = score_card(both, {"backup": "tested", "updates": "unknown", "website": "fresh"})

    assert card.dimensions["safety"] == Score(100.0, 50.0, 100.0, 0.5, "sharing")


def test_a_missing_answer_counts_as_unknown():
    said = score_card(both, {"backup": "tested", "updates": "unknown", "website": "unknown"})

    assert score_card(both, {"backup": "tested"}) == said


def test_a_dimension_of_which_nothing_is_known_has_no_score_and_could_be_anything():
    card = score_card(both, {"website": "fresh"})

    assert card.dimensions["safety"] == Score(None, 0.0, 100.0, 0.0, None)
    assert card.overall.value == 100.0
    assert (card.overall.low, card.overall.high) == (50.0, 100.0)


def test_what_does_not_apply_leaves_the_sum():
    card = score_card(both, {"backup": "not_applicable", "updates": "automatic"})

    assert card.dimensions["safety"] == Score(100.0, 100.0, 100.0, 1.0, "sharing")


def test_a_dimension_that_does_not_apply_at_all_leaves_the_whole():
    nothing = {"backup": "not_applicable", "updates": "not_applicable"}

    card = score_card(both, {**nothing, "website": "fresh"})

    assert card.dimensions["safety"] == Score(None, None, None, None, None)
    assert card.overall == Score(100.0, 100.0, 100.0, 1.0, "sharing")


def test_when_nothing_applies_there_is_no_score_at_all():
    answers = dict.fromkeys(("backup", "updates", "website"), "not_applicable")

    assert score_card(both, answers).overall == Score(None, None, None, None, None)


def test_the_whole_is_the_plain_mean_of_its_dimensions_whatever_their_size():
    card = score_card(both, {"backup": "tested", "updates": "automatic", "website": "none"})

    assert card.overall.value == 50.0


def test_coverage_is_the_known_weight_over_the_weight_that_applies():
    card = score_card(both, {"website": "none", "backup": "not_applicable"})

    assert card.overall.coverage == 3 / 4


@pytest.mark.parametrize(
    ("points", "level"),
    [(0, "starting-out"), (1, "getting-organised"), (2, "established"), (3, "sharing")],
)
def test_a_level_starts_exactly_at_its_score(points, level):
    four = question("four", a=0, b=1, c=2, d=3, e=4)

    card = score_card(questionnaire(dimension("d", four)), {"four": "abcd"[points]})

    assert card.overall.level == level


def test_a_level_is_provisional_under_half_the_questions():
    card = score_card(both, {"backup": "tested"})

    assert card.overall.provisional
    assert not score_card(both, {"website": "none"}).overall.provisional


def test_flash_is_scored_over_its_own_questions():
    small = questionnaire(safety, visibility, flash=("backup", "website"))

    card = score_card(small, {"backup": "tested", "website": "fresh"}, "flash")

    assert (card.form, card.overall.coverage, card.overall.value) == ("flash", 1.0, 100.0)
