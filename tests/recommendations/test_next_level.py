"""The least work that reaches the next level: compared with trying every set of actions."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.floor import floor
from assessment.scorecard import score_card
from assessment.simulation import raised
from recommendations.choice import Situation
from recommendations.planning.next_level import next_level
from recommendations.wishes import Wishes
from tests.builders import dimension, question, questionnaire
from tests.recommendations.builders import action

CORE = questionnaire(
    dimension("life", question("plan", none=0, said=1, written=3), question("site", none=0, ok=3)),
    dimension("tools", question("once", none=0, some=1, most=2, all=3)),
)
LOW = {"plan": "none", "site": "none", "once": "none"}
DO = (
    action("write-plan", {"plan": "written"}, hours=8),
    action("say-plan", {"plan": "said"}, hours=1),
    action("mend-site", {"site": "ok"}, hours=6),
    action("enter-some", {"once": "some"}, hours=2),
    action("enter-all", {"once": "all"}, hours=9, prerequisites=["enter-some"]),
)


def found(answers, actions=DO, dimension_id=None, **wishes):
    here = Situation(CORE, answers, score_card(CORE, answers), floor(CORE, answers))
    return next_level(actions, here, Wishes(**wishes), dimension_id)


def names(result):
    return [project.id for project in result.projects]


def test_the_fewest_hours_that_reach_the_next_level_of_a_dimension():
    result = found(LOW, dimension_id="life")

    assert names(result) == ["mend-site"]
    assert (result.level.id, result.value, result.hours) == ("getting-organised", 50.0, 6)


def test_what_must_be_done_before_is_counted_and_comes_before():
    result = found(LOW | {"once": "none"}, dimension_id="tools", actions=DO[4:] + DO[3:4])

    assert names(result) == ["enter-some"]
    higher = found({"once": "some", "plan": "none"}, dimension_id="tools")
    assert names(higher) == ["enter-all"]
    only_all = found(LOW, actions=(DO[4], DO[3]), dimension_id="tools")
    assert only_all.hours == 2


def test_among_plans_of_as_many_hours_the_cheapest():
    cost = {"one_off": {"min": 300, "max": 300}, "yearly": {"min": 0, "max": 0}, "basis": "b"}
    dear = action("buy-site", {"site": "ok"}, hours=6, cost=cost)

    assert names(found(LOW, actions=(dear, *DO), dimension_id="life")) == ["mend-site"]


def test_a_refused_action_and_what_waits_for_it_are_not_counted_on():
    result = found(LOW, dimension_id="tools", refused=frozenset({"enter-some"}))

    assert (result.obstacle, names(result)) == ("out_of_reach", [])


@pytest.mark.parametrize(
    ("answers", "obstacle"),
    [
        ({}, "nothing_known"),
        ({"plan": "written", "site": "ok", "once": "all"}, "highest"),
        # What is not known gains nothing: the rest is not enough.
        ({"plan": "unknown", "site": "none"}, None),
    ],
)
def test_what_stands_in_the_way_is_said(answers, obstacle):
    assert found(answers).obstacle == obstacle


def test_the_level_is_the_one_the_score_card_will_show():
    result = found(LOW)
    answers = LOW
    for project in result.projects:
        answers = raised(CORE, answers, project.effects)

    assert score_card(CORE, answers).overall.level == result.level.id


OPTIONS = {
    "plan": ("none", "said", "written"),
    "site": ("none", "ok"),
    "once": ("none", "some", "most", "all"),
}
ANSWERS = st.fixed_dictionaries(
    {q: st.sampled_from((*options, "unknown")) for q, options in OPTIONS.items()}
)


@settings(deadline=None, max_examples=60)
@given(ANSWERS)
def test_no_set_of_actions_reaches_it_in_fewer_hours(answers):
    result = found(answers)
    if result.obstacle in ("nothing_known", "highest"):
        return
    reaching = [
        sum(a.hours for a in chosen)
        for size in range(len(DO) + 1)
        for chosen in combinations(DO, size)
        if _closed(chosen, answers) and _level(chosen, answers) >= result.level.starts_at
    ]
    assert result.hours == min(reaching, default=0)
    assert (result.obstacle == "out_of_reach") == (not reaching)


def _closed(chosen, answers):
    """Whether everything asked for before is in the set, or in place already."""
    ids = {a.id for a in chosen}
    there = answers["once"] in ("some", "most", "all")
    return "enter-all" not in ids or "enter-some" in ids or there


def _level(chosen, answers):
    for one in chosen:
        answers = raised(CORE, answers, {e.question: e.to for e in one.raises})
    return score_card(CORE, answers).overall.value
