"""Targets are reached, not yet, late or not known; and the days to look again."""

import datetime as dt

import pytest
from pydantic import ValidationError

from assessment.scorecard import score_card
from recommendations.plan_data import Followed, WrongPlan, plan_of, read_plan
from recommendations.reviews import review_days
from recommendations.targets import Target, standings
from recommendations.wishes import Means, Wishes
from tests.builders import dimension, question, questionnaire

SMALL = questionnaire(dimension("safety", question("backup", none=0, copied=1, tested=2)))
DAY = dt.date(2027, 6, 30)
ON_TIME, LATE = dt.date(2027, 6, 30), dt.date(2027, 7, 1)


def standing(target, said, on=ON_TIME):
    card = score_card(SMALL, {"backup": said})
    return standings({"safety": target}, SMALL.levels, card, on).get("safety")


@pytest.mark.parametrize(
    ("said", "on", "state"),
    [
        ("copied", ON_TIME, "reached"),
        ("tested", LATE, "reached"),
        ("none", ON_TIME, "not-yet"),
        ("none", LATE, "late"),
        ("unknown", LATE, "not-known"),
    ],
)
def test_a_level_is_reached_from_its_first_point_and_its_last_day_counts(said, on, state):
    assert standing(Target(level="established", by=DAY), said, on).state == state


def test_a_target_may_be_a_score():
    assert standing(Target(value=60, by=DAY), "copied").state == "not-yet"
    assert standing(Target(value=50, by=DAY), "copied").goal == 50


def test_a_level_or_a_dimension_that_is_gone_leaves_no_target():
    card = score_card(SMALL, {})

    assert standing(Target(level="of-old", by=DAY), "none") is None
    assert standings({"gone": Target(value=5, by=DAY)}, SMALL.levels, card, DAY) == {}


@pytest.mark.parametrize("said", [{}, {"level": "established", "value": 50}, {"value": 101}])
def test_a_target_is_one_place_on_the_scale(said):
    with pytest.raises(ValidationError):
        Target.model_validate({"by": DAY, **said})


def test_targets_and_reviews_go_through_the_plan_and_back():
    followed = Followed(
        targets={"safety": Target(level="established", by=DAY)}, reviews={"T1": DAY}
    )

    data = plan_of(Means(), Wishes(), followed)
    assert data["targets"] == {"safety": {"level": "established", "by": "2027-06-30"}}
    assert read_plan(data).followed == followed
    assert {"targets", "reviews"}.isdisjoint(plan_of(Means(), Wishes()))


def test_a_wrong_target_names_its_place():
    with pytest.raises(WrongPlan, match=r"targets\.safety"):
        read_plan({"targets": {"safety": {"by": "2027-06-30"}}})


@pytest.mark.parametrize(
    ("stage", "chosen", "days"),
    [
        ("T0", {}, {"T1": dt.date(2027, 5, 30), "T2": dt.date(2027, 11, 30)}),
        ("T0", {"T1": DAY}, {"T1": DAY, "T2": dt.date(2027, 11, 30)}),
        ("T1", {"T1": DAY}, {"T2": dt.date(2027, 5, 30)}),
        ("T2", {"T2": DAY}, {}),
    ],
)
def test_the_next_dates_are_those_chosen_else_six_and_twelve_months_after(stage, chosen, days):
    assert review_days(stage, dt.date(2026, 11, 30), chosen) == days
